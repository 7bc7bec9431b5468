"""Entries: each content type whole, and a file for each entry that has a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND, CONTENT_TYPES
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header, listed, opened, recorder
from site_builder.outputs.open_data.living import lives, tells_of_the_living
from site_builder.outputs.open_data.records import Recorder, written
from site_builder.plan.files import entry_data_file, permanent_path
from site_builder.plan.pages import PagePlan, list_key
from site_builder.render.scene import Scene

Entries = Mapping[str, list[str]]
"""Entries as JSON, by kind, in the order of the portal."""
KEPT_BACK = frozenset(
    {
        *("id", "image", "body", "slug", "old_paths", "status", "consent", "owner", "review_every"),
        *("translated_from", "against"),
    }
)
"""Fields of entries that are of the portal's own affairs, or that are published in another form."""
MARKDOWN = frozenset({"body", "see"})
"""Published as HTML."""
OF_THE_LIVING = frozenset({"territory", "theme"})
"""What is said of a living person's entry beside where it is read."""
_PICTURE = re.compile(
    r"<p>\s*(?:<picture>.*?</picture>|<img[^>]*>)\s*</p>\s*|<picture>.*?</picture>|<img[^>]*>", re.DOTALL
)
_ADDRESS = re.compile(r' (href)=("?)/(?!/)')


@dataclass(frozen=True)
class EntryWriter:
    """Writes entries as JSON, in all the languages that they are really written in.

    Of living persons, who agreed to be on this site, and not to be copied from it, only where they are read.
    """

    scene: Scene

    @cached_property
    def _record(self) -> Recorder:
        return recorder(self.scene)

    def entry(self, entry: Entry[Content]) -> str:
        """One entry."""
        reference = entry.reference
        published, hidden = published_fields(type(reference)), tells_of_the_living(self.scene.portal, reference)
        shown = published & OF_THE_LIVING if hidden else published - reference.translated_fields()
        said: dict[str, Any] = {"type": entry.kind, "id": entry.id}
        said |= self._record.fields(reference, shown)
        if hidden:
            said["living"] = True
        else:
            said |= self._image(reference)
        said["texts"] = {
            lang: self._text(entry, lang) for lang in self.scene.portal.languages if lang in entry.versions
        }
        if BY_KIND[entry.kind].paged:
            said["permanent"] = self.scene.links.absolute(permanent_path(entry.id))
        return written(said)

    def _text(self, entry: Entry[Content], lang: Lang) -> dict[str, Any]:
        """What is said in one language, and where it is read."""
        version = entry.versions[lang]
        text: dict[str, Any] = {}
        if not tells_of_the_living(self.scene.portal, version):
            text |= self._record.fields(
                version, published_fields(type(version)) & version.translated_fields() - {"see"}
            )
            html = self.scene.html(entry, lang)
            said = {"html": self._words(html.text), "see_html": self._words(html.see)}
            text |= {name: words for name, words in said.items() if words}
        page = self._page(entry, lang)
        if page:
            text["url"] = self.scene.links.absolute(page.path)
        return text

    def _page(self, entry: Entry[Content], lang: Lang) -> PagePlan | None:
        """Its own page, or the list of its kind."""
        paged = BY_KIND[entry.kind].paged
        return self.scene.site.get(entry.key if paged else list_key(entry.kind), lang)

    def _image(self, version: Content) -> dict[str, shapes.Image]:
        """Unless a living person is on it."""
        portal = self.scene.portal
        media = portal.media.get(version.image or "")
        if (
            media is None
            or media.path not in self.scene.pictures
            or any(lives(portal, person) for person in media.sidecar.people)
        ):
            return {}
        image: shapes.Image = {
            "url": self.scene.links.absolute(media.path),
            "alt": self._record.value(media.sidecar.alt),
            "credit": media.sidecar.credit,
            "licence": media.sidecar.licence,
        }
        return {"image": image}

    def _words(self, html: str) -> str:
        """The words of a text, with links that lead on from anywhere.

        Without its pictures, which have other licences and may show people.
        """
        words = _PICTURE.sub("", html)
        origin = self.scene.links.origin
        return _ADDRESS.sub(rf" \1=\2{origin}/", words) if origin else words


def published_fields(model: type[Content]) -> frozenset[str]:
    """Those of a content type that are published as they are."""
    return frozenset(model.model_fields) - KEPT_BACK


def published_texts(model: type[Content]) -> frozenset[str]:
    """Those of its published fields that each language writes for itself, and that are no Markdown."""
    return published_fields(model) & model.translated_fields() - MARKDOWN


def collections(scene: Scene, entries: Entries) -> Iterator[DataFile]:
    """The file of each content type that has entries."""
    for content_type in CONTENT_TYPES:
        records = entries.get(content_type.kind)
        if records:
            name, head = content_type.collection, opened(header(scene, content_type.collection))
            data = listed(head, name, records)
            yield DataFile(name=f"{name}.json", data=data, schema=name, count=len(records))


def entry_files(scene: Scene, entries: Entries) -> Iterator[Output]:
    """A file for each entry that has a page: what has none is short, and read with the others of its kind."""
    for content_type in filter(lambda each: each.paged, CONTENT_TYPES):
        head = opened(header(scene, content_type.kind))
        found = scene.portal.entries.get(content_type.kind, ())
        for entry, record in zip(found, entries.get(content_type.kind, ()), strict=True):
            path = entry_data_file(content_type.collection, entry.id)
            yield Output(path, f'{head}\n"entry":{record}}}\n'.encode())


def written_entries(scene: Scene) -> Entries:
    """All entries as JSON, by kind, in the order of the portal."""
    write = EntryWriter(scene)
    return {kind: [write.entry(entry) for entry in entries] for kind, entries in scene.portal.entries.items()}
