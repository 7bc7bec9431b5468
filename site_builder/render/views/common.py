"""Values that several page kinds show: cards, sources, places, dates of checking."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from site_builder.made_often import made_often
from site_builder.model.ambassador import Ambassador
from site_builder.model.entry import Content, Entry
from site_builder.model.page import Page
from site_builder.model.values import Lang, Source
from site_builder.plan.pages import guide_key
from site_builder.render.raised import Line
from site_builder.render.said import Said, language_of
from site_builder.render.scene import Scene
from site_builder.render.views.pictures import PictureView, picture_view
from site_builder.render.vignettes import vignette_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A title and where it leads. ``lang`` is set when the page that it leads to is in another language.

    ``audiences``: slugs of those it is for, where a guide is filtered for one of them; all when empty. ``until``: from
    when it leads nowhere, for the script that then takes it away; empty where that is not known.
    """

    title: Said
    url: str
    lang: str | None = None
    note: Line = ""
    audiences: tuple[str, ...] = ()
    until: str = ""

    @property
    def name(self) -> Said:
        """Places say ``name``."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """A choice of a list in a form, which can hold no element: its language is said of all of it.

    ``value``: what is chosen, where it is not the title.
    """

    title: str
    value: str = ""
    lang: Lang | None = None


def option(title: Said, value: str = "") -> OptionView:
    """The choice called ``title``."""
    return OptionView(title=str(title), value=value, lang=language_of(title))


Facet = tuple[str, tuple[str, ...]]
"""What a list is narrowed by: the name that addresses give it (``lieu``), and the values that find an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An entry in a list. ``lang`` and ``note`` are set when it is not translated into the page's language.

    ``kicker``: what its kind says before the title; ``number``: its disc on the map beside the list, 0 without one;
    ``vignette``: the print of where it is, shown where there is no picture; ``facets``: what a list is narrowed by;
    ``until``: as for links.
    """

    key: str
    title: str
    url: str
    summary: Line
    lang: str | None
    note: str
    place: str
    initials: str
    years: str
    group: str
    group_title: str
    kicker: Said | Line = ""
    number: int = 0
    picture: PictureView | None = None
    vignette: "VignetteView | None" = None
    facets: tuple[Facet, ...] = ()
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VignetteView:
    """The print of where an entry is; it says nothing that the words beside it do not say."""

    src: str
    width: int
    height: int


LONG_TITLE = 34
"""Characters after which a title is set in smaller type."""


def is_long(title: Said) -> bool:
    """Whether a title of that length is set in smaller type."""
    return len(str(title)) > LONG_TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source as it is quoted. ``lang`` is set when its name is not in the page's language."""

    name: Line
    lang: Lang | None
    year: int | None
    url: str | None
    detail: str | None


def values_of(view: "DataclassInstance") -> dict[str, Any]:
    """The values of a view by their names."""
    return {field.name: getattr(view, field.name) for field in fields(view)}


def card(scene: Scene, entry: Entry[Content], lang: Lang) -> CardView:
    """The card of ``entry`` for readers of ``lang``."""
    version, version_lang = entry.pick(lang)
    words = scene.words[lang]
    page = scene.page(entry.key, lang)
    group = version.group or ""
    foreign = words.foreign(version_lang)
    return CardView(
        key=entry.key,
        title=version.title,
        url=scene.links.to(page) if page else "",
        summary=scene.words[version_lang].raised(version.summary or ""),
        lang=foreign,
        note=language_note(scene, version_lang, lang),
        place=place_short(scene, version.territory, lang),
        initials=initials(version.title),
        years=years(version),
        group=group,
        group_title=words.t(f"group.{entry.kind}.{group}") if group else "",
        picture=picture_view(scene, version.image),
        vignette=vignette(scene, entry),
        until=scene.until(entry),
    )


def vignette(scene: Scene, entry: Entry[Content]) -> VignetteView | None:
    """The entry's print, for families that have some."""
    drawn = vignette_of(scene.portal, scene.geography, entry)
    if drawn is None:
        return None
    width, height = drawn.size
    return VignetteView(src=scene.links.file(drawn.path), width=width, height=height)


def language_note(scene: Scene, written: Lang, lang: Lang) -> str:
    """``In French``, for readers of another language than the one it is ``written`` in."""
    words = scene.words[lang]
    return words.t("entry.in_language", language=words.language(written)) if words.foreign(written) else ""


def sources(scene: Scene, version: Content, lang: Lang) -> tuple[SourceView, ...]:
    """The sources of an entry, which no translation changes: their names stay in the reference language."""
    words, written = scene.words[lang], scene.words[scene.portal.reference_lang]
    foreign = words.foreign(written.lang)
    return tuple(source_view(source, written.raised(source.name), foreign) for source in version.sources)


def source_view(source: Source, name: Line, lang: Lang | None = None) -> SourceView:
    """One source; its year is not repeated where its name or its detail says it."""
    said = f"{source.name} {source.detail or ''}"
    year = None if source.year and str(source.year) in said else source.year
    return SourceView(name=name, lang=lang, year=year, url=source.url, detail=source.detail)


def checked(scene: Scene, version: Content, lang: Lang) -> Line:
    """``Vérifié le 12 mars 2026``; nothing is said to be checked when nobody checked it.

    A free page that quotes no source states no fact to check: its own word is what it is.
    """
    words = scene.words[lang]
    if version.verified_on is None:
        return "" if isinstance(version, Page) and not version.sources else words.t("entry.unchecked")
    return words.raised(words.t("entry.checked", date=words.date(version.verified_on)))


def audience_slugs(scene: Scene, ids: tuple[str, ...]) -> tuple[str, ...]:
    """What addresses call the audiences of these ids."""
    reference = scene.portal.reference_lang
    named = {audience.id: audience.address(reference, reference) for audience in scene.portal.frame.audiences}
    return tuple(named[each] for each in ids if each in named)


def place_link(scene: Scene, code: str | None, lang: Lang) -> LinkView | None:
    """The guide of the territory where an entry stands."""
    if code is None or code not in scene.portal.territories:
        return None
    return LinkView(title=scene.portal.names.get(code, lang).short, url=scene.url(guide_key(code), lang))


def guide_link(scene: Scene, code: str, lang: Lang) -> LinkView:
    """The guide of a territory, under its whole name."""
    return LinkView(title=scene.portal.names.get(code, lang).name, url=scene.url(guide_key(code), lang))


def place_short(scene: Scene, code: str | None, lang: Lang) -> str:
    """The territory's short name; empty for the whole portal's territory."""
    if code is None or code not in scene.portal.territories or code == scene.portal.settings.territory:
        return ""
    return scene.portal.names.get(code, lang).short


def language_name(scene: Scene, lang: Lang) -> str:
    """A language's own name for itself."""
    return scene.portal.settings.language(lang).name


def initials(name: str) -> str:
    """``Michel de Montaigne`` → ``MM``: at most two capitals, for a portrait that we do not have."""
    words = [word for word in name.replace("-", " ").replace("’", " ").split() if word[:1].isupper()]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in chosen)


def years(version: Content) -> str:
    """``1533 – 1592``; empty for what has no life dates."""
    if not isinstance(version, Ambassador) or not version.born or not version.died:
        return ""
    return f"{version.born.year} – {version.died.year}"
