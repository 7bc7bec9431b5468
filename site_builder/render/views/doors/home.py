"""The home page: the finder and the two front doors."""

from dataclasses import dataclass

from site_builder.model.asset import is_place_of_memory
from site_builder.model.entry import entry_key
from site_builder.model.page import DOOR_PAGE
from site_builder.model.values import Lang
from site_builder.plan.pages import PLACES, PagePlan, guide_key, list_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView, card
from site_builder.render.views.doors.finder import FinderView, finder
from site_builder.render.views.doors.places import by_name, first_level, place_link
from site_builder.render.views.shared import Shared

PICKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorView:
    """One of the two front doors."""

    key: str
    title: str
    summary: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What pages/home.html prints.

    ``territories``: those just below the root, ``or_choose`` says of which level; ``root`` leads to its guide where
    there are none. ``ornament``: whether the shell has an outline to show.
    """

    title: str
    tagline: Said
    finder: FinderView
    doors: tuple[DoorView, ...]
    or_choose: Said
    territories: tuple[LinkView, ...]
    root: LinkView
    ornament: bool
    assets: tuple[CardView, ...]
    people: tuple[CardView, ...]
    guidelines: tuple[CardView, ...]
    assets_url: str
    people_url: str
    guidelines_url: str


def home(scene: Scene, shared: Shared, page: PagePlan) -> HomeView:
    """The two front doors; the first asks where you are moving to."""
    lang = page.lang
    below = first_level(scene)
    return HomeView(
        title=page.title,
        tagline=scene.words[lang].said(scene.portal.settings.tagline),
        finder=finder(scene, lang),
        doors=doors(scene, lang),
        or_choose=_or_choose(scene, below[0].level, lang) if below else "",
        territories=by_name(place_link(scene, territory, lang) for territory in below),
        root=_welcome(scene, page),
        ornament=scene.ornament(page) is not None,
        assets=_picks(scene, "asset", lang),
        people=_picks(scene, "ambassador", lang),
        guidelines=_picks(scene, "guideline", lang),
        assets_url=scene.url(list_key("asset"), lang),
        people_url=scene.url(list_key("ambassador"), lang),
        guidelines_url=scene.url(list_key("guideline"), lang),
    )


def _or_choose(scene: Scene, level: str, lang: Lang) -> Said:
    words = scene.words[lang]
    return words.say("home.or_choose", level=words.said(scene.portal.settings.level(level).plural))


def doors(scene: Scene, lang: Lang) -> tuple[DoorView, ...]:
    """``Je m'installe`` and, where the portal has that page, ``Espace partenaires``."""
    words = scene.words[lang]
    found = []
    for key, target in DOOR_PAGES:
        url = scene.url(target, lang)
        if url:
            found.append(
                DoorView(
                    key=key,
                    title=words.t(f"door.{key}.title"),
                    summary=words.t(f"door.{key}.summary"),
                    url=url,
                )
            )
    return tuple(found)


DOOR_PAGES = (("welcome", PLACES), ("partners", entry_key("page", DOOR_PAGE)))


def _welcome(scene: Scene, page: PagePlan) -> LinkView:
    """The guide of the portal's own territory, under its own title."""
    guide = scene.page(guide_key(scene.portal.settings.territory), page.lang)
    return LinkView(title=guide.title if guide else "", url=scene.links.to(guide) if guide else "")


def _picks(scene: Scene, kind: str, lang: Lang) -> tuple[CardView, ...]:
    """Three entries of different groups, another three each week: a page that is alive, and the same for a day."""
    entries = tuple(e for e in scene.portal.entries.get(kind, ()) if not is_place_of_memory(e.reference))
    week = scene.today.isocalendar().week
    turned = [*entries[week % len(entries) :], *entries[: week % len(entries)]] if entries else []
    chosen: list[CardView] = []
    for entry in turned:
        if entry.reference.group not in {view.group for view in chosen}:
            chosen.append(card(scene, entry, lang))
    return tuple(chosen[:PICKS])
