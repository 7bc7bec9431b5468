"""The page of an address that does not exist."""

from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.plan.pages import HOME, PLACES, PagePlan
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The 404 page in one language."""

    lang: Lang
    direction: str
    title: str
    text: str
    home_url: str
    home_title: Said
    finder_action: str
    finder_label: str
    finder_submit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What pages/not_found.html prints."""

    versions: tuple[NotFoundView, ...]


def not_found(scene: Scene, shared: Shared, page: PagePlan) -> NotFoundPage:
    """The same page in every language of the portal: nobody knows which one the reader wanted."""
    versions = []
    for language in scene.portal.settings.languages:
        words = scene.words[language.code]
        versions.append(
            NotFoundView(
                lang=language.code,
                direction=language.direction,
                title=words.t("not_found.title"),
                text=words.t("not_found.text"),
                home_url=scene.url(HOME, language.code),
                home_title=words.say("not_found.home", name=words.said(scene.portal.settings.name)),
                finder_action=scene.url(PLACES, language.code),
                finder_label=words.t("finder.label"),
                finder_submit=words.t("finder.submit"),
            )
        )
    return NotFoundPage(versions=tuple(versions))
