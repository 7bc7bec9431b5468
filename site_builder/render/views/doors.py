"""The home page, the page of all places, and the page of an address that does not exist."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.asset import is_place_of_memory
from site_builder.model.entry import entry_key
from site_builder.model.page import DOOR_PAGE
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.files import finder_file
from site_builder.plan.pages import HOME, PLACES, WORKPLACES, PagePlan, guide_key, list_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView, card
from site_builder.render.views.directory_cards import directory_links
from site_builder.render.views.here import WELCOME_KINDS
from site_builder.render.views.sections import AudienceLink, ChildrenLink, Shared

PICKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderView:
    """The commune finder: a form that works without script, the data that enhances it, and what one may type.

    ``at``: where its places are ("en Nouvelle-Aquitaine"), for the reader who looks for one that is elsewhere.
    """

    action: str
    data_url: str
    example: str
    postal_code: str
    at: str


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

    ``territories``: those just below the root; ``root`` leads to its guide where there are none. ``ornament``: whether
    the portal has an outline to show.
    """

    title: str
    tagline: Said
    finder: FinderView
    doors: tuple[DoorView, ...]
    territories: tuple[LinkView, ...]
    root: LinkView
    ornament: bool
    assets: tuple[CardView, ...]
    people: tuple[CardView, ...]
    guidelines: tuple[CardView, ...]
    assets_url: str
    people_url: str
    guidelines_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroupView:
    """A territory below the root, and those below it. ``of``: its name after "the communes"."""

    name: str
    of: str
    url: str
    communes_url: str
    children: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """What pages/places.html prints. ``directories``: who and what welcomes newcomers, everywhere."""

    title: str
    summary: str
    finder: FinderView
    root: LinkView
    workplaces_url: str
    audiences: tuple[AudienceLink, ...]
    children_edition: ChildrenLink | None
    directories: tuple[LinkView, ...]
    groups: tuple[PlaceGroupView, ...]


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


def home(scene: Scene, shared: Shared, page: PagePlan) -> HomeView:
    """The two front doors; the first asks where you are moving to."""
    lang = page.lang
    return HomeView(
        title=page.title,
        tagline=scene.words[lang].said(scene.portal.settings.tagline),
        finder=finder(scene, lang),
        doors=doors(scene, lang),
        territories=_sorted(_place(scene, territory, lang) for territory in first_level(scene)),
        root=_welcome(scene, page),
        ornament=scene.geography.ornament is not None,
        assets=_picks(scene, "asset", lang),
        people=_picks(scene, "ambassador", lang),
        guidelines=_picks(scene, "guideline", lang),
        assets_url=scene.url(list_key("asset"), lang),
        people_url=scene.url(list_key("ambassador"), lang),
        guidelines_url=scene.url(list_key("guideline"), lang),
    )


def places(scene: Scene, shared: Shared, page: PagePlan) -> PlacesView:
    """Every place by its wider territory, for a reader without script."""
    lang = page.lang
    root = scene.portal.territories[scene.portal.settings.territory]
    return PlacesView(
        title=page.title,
        summary=page.description,
        finder=finder(scene, lang),
        root=_place(scene, root, lang),
        workplaces_url=scene.url(WORKPLACES, lang),
        audiences=shared.filter[lang].audiences,
        children_edition=shared.children[lang],
        directories=directory_links(scene, WELCOME_KINDS, lang),
        groups=tuple(
            sorted((_group(scene, territory, lang) for territory in first_level(scene)), key=lambda g: fold(g.name))
        ),
    )


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


def finder(scene: Scene, lang: Lang) -> FinderView:
    """Where the form goes without script, and where the script finds the places."""
    nearest = scene.portal.territories.levels[-1]
    towns = (t for t in scene.portal.territories if t.level == nearest)
    root = scene.portal.settings.territory
    largest = max(towns, key=lambda t: t.population or 0, default=scene.portal.territories[root])
    return FinderView(
        action=scene.url(PLACES, lang),
        data_url=scene.links.file(finder_file(lang)),
        example=scene.portal.names.get(largest.code, lang).name,
        postal_code=largest.postal_codes[0] if largest.postal_codes else "",
        at=scene.portal.names.get(root, lang).at,
    )


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


def first_level(scene: Scene) -> tuple[Territory, ...]:
    """The territories just below the root: the first level that it has children of."""
    root = scene.portal.settings.territory
    for level in scene.portal.territories.levels:
        below = scene.portal.territories.children(root, level)
        if below:
            return below
    return ()


def _welcome(scene: Scene, page: PagePlan) -> LinkView:
    """The guide of the portal's own territory, under its own title."""
    guide = scene.page(guide_key(scene.portal.settings.territory), page.lang)
    return LinkView(title=guide.title if guide else "", url=scene.links.to(guide) if guide else "")


def _place(scene: Scene, territory: Territory, lang: Lang) -> LinkView:
    return LinkView(
        title=scene.portal.names.get(territory.code, lang).name,
        url=scene.url(guide_key(territory.code), lang),
    )


def _group(scene: Scene, territory: Territory, lang: Lang) -> PlaceGroupView:
    key = guide_key(territory.code)
    nearest = scene.portal.territories.levels[-1]
    members = scene.portal.territories.members(territory.code)
    children = [t for t in scene.portal.territories.children(territory.code) if t.level != nearest]
    name = scene.portal.names.get(territory.code, lang)
    return PlaceGroupView(
        name=name.name,
        of=name.of,
        url=scene.url(key, lang),
        communes_url=scene.url(key, lang, f"level-{nearest}") if members else "",
        children=_sorted(
            LinkView(title=scene.portal.names.get(t.code, lang).short, url=scene.url(guide_key(t.code), lang))
            for t in children
        ),
    )


def _sorted(places: Iterable[LinkView]) -> tuple[LinkView, ...]:
    """By the names that readers see, which may begin otherwise than the official ones."""
    return tuple(sorted(places, key=lambda place: fold(str(place.title))))


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
