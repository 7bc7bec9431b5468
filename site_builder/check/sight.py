"""What a check looks at."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from site_builder.incremental.inputs import TODAY
from site_builder.incremental.parts import Holder, part
from site_builder.interface import Interface
from site_builder.load.front_matter import Document
from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, place_of
from site_builder.load.sources import YAML_SUFFIXES
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.problems import Place
from site_builder.prose.markdown_text import MarkdownReader
from site_builder.prose.prose_scan import Prose
from site_builder.prose.written_links import Written, all_at, read_written
from site_builder.resolve.portal import Portal
from site_builder.resolve.wording import Wording
from site_builder.validate.data_files import LIST_KEYS, SINGLE_FILES
from site_builder.validate.stage import Records

GUIDE_ANCHORS = frozenset(
    {"ahead", "contact", "contents", "emergency", "filter", "kit-embed", "kit-link", "main", "welcome", "who"}
)
"""What the templates of a guide call their own parts: a test renders one and compares."""

AUDIENCE_ANCHORS = frozenset({"contents", "emergency", "main", "others"})
"""The same, of the page for one audience, which shows the sections of a guide too."""


class Sight(Holder):
    """The portal, its records, the day, the words of its pages, and the places in the files that problems point at."""

    def __init__(self, portal: Portal, records: Records, today: date, wording: Wording) -> None:
        super().__init__(wording.memory, "sight")
        self.portal = portal
        self.records = records
        self._today = today
        self._wording = wording

    @property
    def today(self) -> date:
        self.memory.read(TODAY)
        return self._today

    @property
    def interface(self) -> Interface:
        return self._wording.interface

    @property
    def entries(self) -> tuple[Entry[Content], ...]:
        """Every valid entry, published or not."""
        return self.records.entries

    def document(self, entry: Entry[Content], lang: Lang | None = None) -> Document:
        """The file of an entry in ``lang``, by default its reference file."""
        return self.records.sources.documents[entry.paths[lang or entry.reference_lang]]

    def place(self, entry: Entry[Content], *path: str | int) -> Place:
        """The place of a value of the entry's front matter."""
        return place_of(self.document(entry).front, path)

    def data_place(self, path: str, *steps: str | int) -> Place:
        """The place of a value of a data file that has one record."""
        node = self.records.sources.data.get(path)
        return place_of(node, steps) if node else Place(path)

    @property
    def told(self) -> frozenset[str]:
        """Files that exist, whether they could be read or not: what is wrong with them is told once."""
        return self.records.sources.all_paths

    @part
    def written_ids(self) -> frozenset[str]:
        """Every id that content/ writes, in files with mistakes too."""
        sources = self.records.sources
        found = (document.front.values.get("id") for document in sources.documents.values())
        return sources.unread_ids.union(node.text for node in found if isinstance(node, Scalar) and node.text)

    def is_written(self, key: str, name: str) -> bool:
        """Whether a list of data/ writes that name, or may, though it could not be read: its own problem is told."""
        return name in self.records.data.named[key] or self._lists_unread

    @part
    def ids_with_mistakes(self) -> frozenset[str]:
        """The ids of files of content/ that could not be read as entries."""
        return self.written_ids - {entry.id for entry in self.entries}

    @property
    def tree_is_whole(self) -> bool:
        """Whether every territory that data/ writes could be read."""
        written = self.records.data.named["territories"]
        return not self._lists_unread and self.portal.territories.by_code.keys() >= set(written)

    @part
    def _lists_unread(self) -> bool:
        """Whether a file of data/ that may hold any record could not be read, or not all of it."""
        lists = (p for p in self.told if p.startswith("data/") and p.endswith(YAML_SUFFIXES) and p not in SINGLE_FILES)
        return any(_hides_records(self.records.sources.data.get(path)) for path in lists)

    @part
    def bodies(self) -> Mapping[str, Written]:
        """The links, headings and losses of every entry file, by path."""
        documents = self.records.sources.documents
        paths = [path for entry in self.entries for path in entry.paths.values()]
        places = {path: Place(path, documents[path].body_line) for path in paths}
        read = self.memory.remembered("sight.bodies", self._read)
        return {path: read(documents[path].body, place) for path, place in places.items()}

    @part
    def prose(self) -> Mapping[str, Prose]:
        """The links and headings of every entry file as they are written, by path."""
        return {path: body.prose for path, body in self.bodies.items()}

    @part
    def texts(self) -> tuple[tuple[Entry[Content], Lang, Written], ...]:
        """Every body and every line "to see"."""
        found, read = [], self.memory.remembered("sight.texts", self._read)
        for entry, lang, version in self.versions():
            found.append((entry, lang, self.bodies[entry.paths[lang]]))
            see = getattr(version, "see", None)
            if see:
                node = self.document(entry, lang).front.values.get("see")
                place = node.place if node else self.document(entry, lang).place
                found.append((entry, lang, all_at(place, read(see, place))))
        return tuple(found)

    @part
    def guide_anchors(self) -> frozenset[str]:
        """The anchors of a guide that are not those of a block."""
        sections = (section.id for section in self.portal.frame.sections)
        fixed = GUIDE_ANCHORS if self.portal.frame.emergency else GUIDE_ANCHORS - {"emergency"}
        return fixed.union(sections, self.role_and_level_anchors)

    @part
    def role_anchors(self) -> frozenset[str]:
        """Where a page answers for a role."""
        return frozenset(f"role-{role.id}" for role in self.portal.frame.roles)

    @part
    def role_and_level_anchors(self) -> frozenset[str]:
        """Where a guide answers for a role, or lists the territories of a level."""
        return self.role_anchors.union(f"level-{level.id}" for level in self.portal.settings.levels)

    def _read(self, text: str, place: Place) -> Written:
        return read_written(self._reader, text, place)

    @cached_property
    def _reader(self) -> MarkdownReader:
        return MarkdownReader()

    def versions(self) -> Iterator[tuple[Entry[Content], Lang, Content]]:
        """Every language version of every entry."""
        for entry in self.entries:
            for lang, version in entry.versions.items():
                yield entry, lang, version

    def written_to_reach(self, field: str) -> Iterator[tuple[str, Place]]:
        """What the contacts of data/, then the houses, relays and their like, write in a field, and where."""
        for placed in self.records.data.contacts:
            written = getattr(placed.record, field)
            if written:
                yield written, placed.place(field)
        for entry in self.entries:
            written = getattr(entry.reference, field, None)
            if written:
                yield written, self.place(entry, field)


def _hides_records(node: Node | None) -> bool:
    """Whether a file is no mapping of lists under their known keys."""
    if not isinstance(node, MapNode):
        return True
    lists = all(isinstance(value, ListNode) or value == Scalar(value.place, None) for value in node.values.values())
    return not lists or not node.values.keys() <= set(LIST_KEYS)
