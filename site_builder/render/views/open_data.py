"""What may be reused: the files below ``/api/v1/``, their licence, examples, and what is promised of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.model.values import Lang
from site_builder.plan.files import entry_data_file, open_data_file, territory_data_file
from site_builder.plan.pages import NEWS, PagePlan
from site_builder.render.calendar_plans import EVENT, EVENTS
from site_builder.render.itinerary import points_of
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.short_lists import short_lists
from site_builder.render.views.common import LinkView
from site_builder.render.views.shared import Shared

OF_THE_WHOLE = {
    "territories": ("json", "csv", "geojson"),
    "contacts": ("json", "csv", "geojson"),
    "services": ("json",),
    "organisations": ("json",),
    "entries": ("csv",),
}
"""What every portal publishes, beside its entries."""
DESCRIPTIONS = {"openapi.json": "OpenAPI 3.1", "catalog.jsonld": "DCAT-AP (JSON-LD)"}
FORMATS = {"json": "JSON", "csv": "CSV", "geojson": "GeoJSON"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesView:
    """A row: what the files hold, and a link to each."""

    name: str
    files: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """An open data set that the portal draws on."""

    name: Said
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """What a command asks for, and the command."""

    about: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDataView:
    """What pages/open_data.html prints.

    ``each``: addresses with a part in braces to fill in; ``followed``: pages that have calendars or feeds.
    """

    title: str
    summary: str
    licence: str
    licence_url: str
    sources: tuple[SourceView, ...]
    index: LinkView
    descriptions: tuple[LinkView, ...]
    rows: tuple[FilesView, ...]
    each: tuple[str, ...]
    followed: tuple[LinkView, ...]
    examples: tuple[ExampleView, ...]


def open_data(scene: Scene, shared: Shared, page: PagePlan) -> OpenDataView:
    """The files that this portal has."""
    settings, words = scene.portal.settings, scene.words[page.lang]
    assert settings.licence is not None
    name = words.said(settings.name)
    return OpenDataView(
        title=page.title,
        summary=page.description,
        licence=str(words.t("open-data.licence", licence=settings.licence.name, name=name)),
        licence_url=settings.licence.url or "",
        sources=tuple(SourceView(name=words.said(each.name), licence=each.licence) for each in settings.open_data),
        index=LinkView(title="index.json", url=scene.links.file(open_data_file("index.json"))),
        descriptions=tuple(
            LinkView(title=title, url=scene.links.file(open_data_file(name))) for name, title in DESCRIPTIONS.items()
        ),
        rows=tuple(_rows(scene, page.lang)),
        each=tuple(_each(scene)),
        followed=tuple(_followed(scene, page.lang)),
        examples=tuple(_examples(scene, page.lang)),
    )


def _rows(scene: Scene, lang: Lang) -> Iterator[FilesView]:
    for name, endings in OF_THE_WHOLE.items():
        yield _row(scene, name, endings, lang)
    for name in (*short_lists(scene.portal), "vocabulary"):
        yield _row(scene, name, ("json",), lang)
    for content_type in CONTENT_TYPES:
        if scene.portal.entries.get(content_type.kind):
            endings = ("json", "geojson") if _is_located(scene, content_type) else ("json",)
            yield _row(scene, content_type.collection, endings, lang)


def _row(scene: Scene, name: str, endings: tuple[str, ...], lang: Lang) -> FilesView:
    files = ((FORMATS[ending], scene.links.file(open_data_file(f"{name}.{ending}"))) for ending in endings)
    return FilesView(
        name=scene.words[lang].t(f"open-data.of.{name}"),
        files=tuple(LinkView(title=title, url=url) for title, url in files),
    )


def _is_located(scene: Scene, content_type: ContentType) -> bool:
    entries = scene.portal.entries[content_type.kind]
    return any(points_of(scene.portal, scene.geography, entry.reference) for entry in entries)


def _each(scene: Scene) -> Iterator[str]:
    """Addresses of what has a file of its own."""
    yield f"{_folder(scene)}{territory_data_file('{code}')}"
    for content_type in CONTENT_TYPES:
        if content_type.paged and scene.portal.entries.get(content_type.kind):
            yield f"{_folder(scene)}{entry_data_file(content_type.collection, '{id}')}"


def _followed(scene: Scene, lang: Lang) -> Iterator[LinkView]:
    """What programs ask for again and again is found from the pages of which it is."""
    for key, kind in ((EVENTS, EVENT), (NEWS, "news")):
        page = scene.page(key, lang)
        if page and scene.portal.entries.get(kind):
            yield LinkView(title=page.title, url=scene.links.to(page))


def _folder(scene: Scene) -> str:
    return f"{scene.links.origin}{scene.links.base_path}"


def _examples(scene: Scene, lang: Lang) -> Iterator[ExampleView]:
    portal, words, absolute = scene.portal, scene.words[lang], scene.links.absolute
    root = portal.settings.territory
    place = portal.territories.largest_member(root) or portal.territories[root]
    name = portal.names.get(place.code, lang)
    yield ExampleView(
        about=words.t("open-data.example.index"), command=f"curl {absolute(open_data_file('index.json'))}"
    )
    yield ExampleView(
        about=words.t("open-data.example.territory", of=name.of, name=name.short),
        command=f"curl {absolute(territory_data_file(place.code))}",
    )
    yield ExampleView(
        about=words.t("open-data.example.table"), command=f"curl -O {absolute(open_data_file('contacts.csv'))}"
    )
