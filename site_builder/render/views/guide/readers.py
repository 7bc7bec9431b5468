"""Whom a guide may be filtered for, and where children have their own."""

from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.plan.pages import CHILDREN, audience_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene

AUDIENCE_PARAMETER = "pour"
"""``?pour=famille``: the guide for one audience, the same in every language: a printed address is understood in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceLink:
    """The guide for one audience: ``slug`` in the addresses of filtered guides, ``url`` of the page of its own."""

    slug: str
    title: Said
    url: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FilterView:
    """Whom a guide may be filtered for, the same on every guide of a language."""

    audiences: tuple[AudienceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenLink:
    """Where the children's edition is, and the audiences who bring children; none for everyone."""

    title: str
    url: str
    audiences: tuple[str, ...]


def audience_links(scene: Scene, lang: Lang) -> tuple[AudienceLink, ...]:
    """The page of every audience."""
    words, reference = scene.words[lang], scene.portal.reference_lang
    return tuple(
        AudienceLink(
            slug=audience.address(reference, reference),
            title=words.said(audience.title),
            url=scene.url(audience_key(audience.id), lang),
        )
        for audience in scene.portal.frame.audiences
    )


def children_link(scene: Scene, lang: Lang) -> ChildrenLink | None:
    """The children's edition, where there is one."""
    url, reference = scene.url(CHILDREN, lang), scene.portal.reference_lang
    if not url:
        return None
    brought = (audience for audience in scene.portal.frame.audiences if audience.children)
    return ChildrenLink(
        title=scene.words[lang].t("children.link"),
        url=url,
        audiences=tuple(audience.address(reference, reference) for audience in brought),
    )
