"""Everything a portal's folders hold, read once: documents, data nodes, tables, media."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from site_builder.host import HOST_FILE, OWN_THEME
from site_builder.incremental.inputs import NAMES
from site_builder.incremental.parts import Holder, Memory, by_value, part, passing
from site_builder.incremental.watched import watched
from site_builder.load.conflicts import conflict_marks
from site_builder.load.file_names import capital_endings, odd_names, safe_path, small_ending, without_twins
from site_builder.load.files import FoundFile, find_files, read_file, refused
from site_builder.load.front_matter import Document, ids_in, read_document
from site_builder.load.instead import AS_WRITTEN, Instead
from site_builder.load.nodes import Node
from site_builder.load.tables import Row, read_table
from site_builder.load.text import (
    MOST_BYTES,
    MOST_BYTES_OF_A_TABLE,
    MOST_BYTES_OF_DATA,
    crowded_paragraphs,
    decode,
    long_lines,
)
from site_builder.load.theme_folder import other_theme_folder
from site_builder.load.words import STRINGS
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Place, Problem

T = TypeVar("T")
Parse = Callable[[bytes, str], tuple[T | None, list[Problem]]]
"""What a file is, by its bytes and its path alone, and what is wrong with it."""

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
YAML_SUFFIXES = (".yml", ".yaml")
_DATA_SUFFIXES = (*YAML_SUFFIXES, ".csv", ".geojson")
_NEEDED = ("data/portal.yml", "data/guide.yml")
"""What no portal does without: nobody is told to delete it."""
_PLAIN_TEXT = (".txt", ".text", ".markdown", ".mdown", ".mdx", "")
"""Of files that become entries once they are renamed; of the others (.docx, .odt, .pdf) the text is to be copied."""
_BESIDE_IMAGES = (*YAML_SUFFIXES, ".md")
_Read = tuple[dict[str, T], list[Problem]]
"""By path, and what is wrong in those files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What was read. Keys are paths relative to the portal's root."""

    root: Path
    documents: Mapping[str, Document]
    data: Mapping[str, Node]
    tables: Mapping[str, tuple[Row, ...]]
    outlines: Mapping[str, bytes]
    images: Mapping[str, Path]
    sidecars: Mapping[str, Node]
    strings: Mapping[str, Node]
    """The portal's own words of the interface."""
    all_paths: frozenset[str]
    meant_paths: frozenset[str]
    """Where files would be read that are there, but not as they should be (``dune.en.txt``, a link): each is told."""
    unread_texts: Mapping[str, str]
    """What files of content/ seem to say that are not among the documents: they could not be read, or are left out."""
    unread_ids: frozenset[str]
    """The ids that these files seem to have."""
    left_out: Mapping[str, Collection[int]]
    """Lines of the files of data/ whose records are passed over."""


def load(root: Path, memory: Memory | None = None, instead: Instead = AS_WRITTEN) -> tuple[Sources, list[Problem]]:
    """Read the portal at ``root``. What cannot be read becomes problems; the rest is returned.

    ``instead`` is read in place of some files: with a ``memory`` that keeps nothing, since no input tells of it.
    """
    loading = _Loading(memory or Memory(), root, instead)
    return watched(Sources, loading), loading.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The files of a portal whose names let them be read, by what they hold, and what is wrong with names."""

    content: list[FoundFile]
    data: list[FoundFile]
    tables: list[FoundFile]
    outlines: list[FoundFile]
    images: list[FoundFile]
    sidecars: list[FoundFile]
    strings: list[FoundFile]
    theme: list[FoundFile]
    told: frozenset[str]
    problems: list[Problem]


class _Loading(Holder):
    """How each kind of files is read. Problems are kept apart from what they are about, which few ask for again."""

    def __init__(self, memory: Memory, root: Path, instead: Instead) -> None:
        super().__init__(memory, "sources")
        self.root = root
        self.left_out = instead.records
        self._instead = instead.files
        self._tables: dict[str, _Table] = {}

    @passing
    def names(self) -> _Names:
        self.memory.read(NAMES)
        names = _names(self.root)
        return replace(names, images=[file for file in names.images if file.path not in self._instead])

    @part
    def all_paths(self) -> frozenset[str]:
        return self.names.told

    @by_value
    def meant_paths(self) -> frozenset[str]:
        wrong = self.names.problems
        return frozenset(str(problem.values.get("fixed", problem.place.path)) for problem in wrong)

    @passing
    def images(self) -> dict[str, Path]:
        return {file.path: file.absolute for file in self.names.images}

    @passing
    def read_documents(self) -> _Read[Document]:
        self.memory.read("content")
        return self._read("documents", self.names.content, MOST_BYTES, document_of)

    @passing
    def read_data(self) -> _Read[Node]:
        self.memory.read("data .yml")
        return self._read("data", self.names.data, MOST_BYTES_OF_DATA, node_of)

    @by_value
    def tables_there(self) -> dict[str, str]:
        """Where each table stands below the root, by its path."""
        return {file.path: file.absolute.relative_to(self.root).as_posix() for file in self.names.tables}

    @property
    def each_table(self) -> Mapping[str, "_Table"]:
        """By path, and by itself: who asks for one depends on which there are, and not on what the others hold."""
        there = self.tables_there
        if not self._tables:
            self._tables = {path: _Table(self.memory, self.root, path, name) for path, name in there.items()}
        return self._tables

    @property
    def tables(self) -> Mapping[str, tuple[Row, ...]]:
        return _Tables(self.each_table)

    @passing
    def read_outlines(self) -> _Read[bytes]:
        self.memory.read("data .geojson")
        return _read(self.names.outlines, MOST_BYTES_OF_A_TABLE, _bytes_of)

    @passing
    def read_sidecars(self) -> _Read[Node]:
        self.memory.read("media")
        return self._read("sidecars", self.names.sidecars, MOST_BYTES_OF_DATA, node_of)

    @passing
    def read_strings(self) -> _Read[Node]:
        self.memory.read("theme")
        return self._read("strings", self.names.strings, MOST_BYTES_OF_DATA, node_of)

    def _read(self, what: str, files: list[FoundFile], most: int, parse: Parse[T]) -> _Read[T]:
        return _read(files, most, self.memory.remembered(f"sources.{what}", parse), self._instead)

    @by_value
    def unread_texts(self) -> dict[str, str]:
        unread = [file for file in self.names.content if file.path not in self.documents]
        return {file.path: decode(read_file(file, MOST_BYTES, []) or b"", file.path)[0] for file in unread}

    @by_value
    def unread_ids(self) -> frozenset[str]:
        return frozenset(name for text in self.unread_texts.values() for name in ids_in(text))

    documents = passing(lambda self: self.read_documents[0])
    data = passing(lambda self: self.read_data[0])
    outlines = passing(lambda self: self.read_outlines[0])
    sidecars = passing(lambda self: self.read_sidecars[0])
    strings = passing(lambda self: self.read_strings[0])

    @part
    def problems_of_names(self) -> list[Problem]:
        self.memory.read("media")
        self.memory.read("theme")
        names = self.names
        closed = (problem for file in (*names.images, *names.theme) for problem in refused(file))
        return [problem for problem in (*names.problems, *closed) if problem.place.path not in self._instead]

    @part
    def problems_of_the_host_file(self) -> list[Problem]:
        self.memory.read(HOST_FILE)
        return [*other_theme_folder(self.root)]

    problems_of_documents = part(lambda self: self.read_documents[1])
    problems_of_data = part(lambda self: self.read_data[1])
    problems_of_outlines = part(lambda self: self.read_outlines[1])
    problems_of_sidecars = part(lambda self: self.read_sidecars[1])
    problems_of_strings = part(lambda self: self.read_strings[1])

    @property
    def problems(self) -> list[Problem]:
        return [
            *self.problems_of_names,
            *self.problems_of_the_host_file,
            *self.problems_of_documents,
            *self.problems_of_data,
            *(problem for table in self.each_table.values() for problem in table.problems),
            *self.problems_of_outlines,
            *self.problems_of_sidecars,
            *self.problems_of_strings,
        ]


class _Table(Holder):
    """How one table is read."""

    def __init__(self, memory: Memory, root: Path, path: str, name: str) -> None:
        super().__init__(memory, f"sources.{path}")
        self._file = FoundFile(root / name, path)
        self._leaf = name

    @passing
    def read(self) -> _Read[tuple[Row, ...]]:
        self.memory.read(self._leaf)
        return _read([self._file], MOST_BYTES_OF_A_TABLE, rows_of)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.read[0][self._file.path]

    is_read = by_value(lambda self: self._file.path in self.read[0])
    problems = part(lambda self: self.read[1])


class _Tables(Mapping[str, tuple[Row, ...]]):
    """The rows of each table that can be read, read when they are asked for."""

    def __init__(self, tables: Mapping[str, _Table]) -> None:
        self._tables = tables

    def __getitem__(self, path: str) -> tuple[Row, ...]:
        return self._tables[path].rows

    def __contains__(self, path: object) -> bool:
        table = self._tables.get(str(path))
        return table is not None and table.is_read

    def __iter__(self) -> Iterator[str]:
        return (path for path, table in self._tables.items() if table.is_read)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _names(root: Path) -> _Names:
    problems: list[Problem] = []
    told: set[str] = set()
    content = _named(_found(root, "content", problems), (".md",), told, problems)
    data = _named(_found(root, "data", problems), _DATA_SUFFIXES, told, problems)
    media = _named(_found(root, "media", problems), YAML_SUFFIXES, told, problems)
    markdown = _ending(content, (".md",))
    yaml_files, tables, outlines = (_ending(data, ends) for ends in (YAML_SUFFIXES, (".csv",), (".geojson",)))
    images = [file for file in media if file.path.lower().endswith(IMAGE_SUFFIXES)]  # cameras write .JPG
    sidecars = _ending(media, YAML_SUFFIXES)
    theme = _found(root, OWN_THEME, problems)
    words = [file for file in theme if file.path.startswith(f"{STRINGS}/")]
    strings = _ending(_named(words, YAML_SUFFIXES, told, problems), YAML_SUFFIXES)
    everything = (*markdown, *yaml_files, *tables, *outlines, *images, *sidecars)
    told.update(file.path for file in everything)
    problems.extend((*_left_in_content(content), *_left_in_data(data), *_left_in_media(media)))
    problems.extend(odd_names(everything, told))
    if "data/portal.yml" not in told and Place("data") not in {problem.place for problem in problems}:
        problems.append(Problem("portal-missing", Place("data/portal.yml")))
    return _Names(
        content=markdown,
        data=yaml_files,
        tables=tables,
        outlines=outlines,
        images=images,
        sidecars=sidecars,
        strings=strings,
        theme=[file for file in theme if file not in strings],
        told=frozenset(told),
        problems=problems,
    )


def _found(root: Path, folder: str, problems: list[Problem]) -> list[FoundFile]:
    files, found_problems = find_files(root, folder)
    problems.extend(found_problems)
    return files


def _named(
    files: list[FoundFile], suffixes: tuple[str, ...], told: set[str], problems: list[Problem]
) -> list[FoundFile]:
    """The files whose names let them be read; of the others the problems, and in ``told`` the names they go by."""
    single, twins = without_twins(files)
    capitals = list(capital_endings(single, suffixes))
    problems.extend(twins)
    problems.extend(Problem("file-ending", Place(f.path), {"fixed": safe_path(f.path)}) for f in capitals)
    told.update(problem.place.path for problem in twins)
    told.update(path for file in capitals for path in (file.path, small_ending(file.path)))
    return [file for file in single if file not in capitals]


def _ending(files: list[FoundFile], suffixes: tuple[str, ...]) -> list[FoundFile]:
    return [file for file in files if file.path.endswith(suffixes)]


def _left_in_content(files: list[FoundFile]) -> Iterator[Problem]:
    """What nobody reads in content/."""
    for file in files:
        if not file.path.endswith(".md"):
            path = PurePosixPath(file.path)
            stem = path.with_suffix("")
            named = f"{str(stem).removesuffix('.md')}.md"  # what an editor of plain texts saved as `dune.md.txt`
            plain_text = path.suffix.lower() in _PLAIN_TEXT or stem.suffix == ".md"
            yield Problem("file-ignored" if plain_text else "document-ignored", Place(file.path), {"fixed": named})


def _left_in_data(files: list[FoundFile]) -> Iterator[Problem]:
    """What nobody reads in data/, apart from notes to its editors (.md)."""
    for file in files:
        if not file.path.lower().endswith((*_DATA_SUFFIXES, ".md")):
            yield Problem("data-ignored", Place(file.path), {"known": ", ".join(_DATA_SUFFIXES)})


def _left_in_media(files: list[FoundFile]) -> Iterator[Problem]:
    """What nobody reads in media/, apart from notes to its editors (.md): other formats, and sidecars of no image.

    A sidecar beside an image of an unknown format is not told as well: it waits for that image.
    """
    pictures = {PurePosixPath(file.path).with_suffix("") for file in files if not file.path.endswith(_BESIDE_IMAGES)}
    for file in files:
        if file.path.endswith(YAML_SUFFIXES):
            stem = PurePosixPath(file.path).with_suffix("")
            if stem not in pictures:
                yield Problem("sidecar-alone", Place(file.path), {"image": f"{stem}{IMAGE_SUFFIXES[0]}"})
        elif not file.path.lower().endswith((*IMAGE_SUFFIXES, ".md")):
            yield Problem("media-ignored", Place(file.path), {"known": ", ".join(IMAGE_SUFFIXES)})


def _read(
    files: Iterable[FoundFile], most: int, parse: Parse[T], instead: Mapping[str, bytes | None] = AS_WRITTEN.files
) -> _Read[T]:
    """What ``parse`` makes of each file of at most ``most`` bytes, or of what is read ``instead``, by path."""
    found: dict[str, T] = {}
    problems: list[Problem] = []
    for file in files:
        data = instead[file.path] if file.path in instead else read_file(file, most, problems)
        if data is not None:
            value, told = parse(data, file.path)
            problems.extend(told)
            if value is not None:
                found[file.path] = value
    return found, problems


def document_of(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    """The Markdown file of these bytes; None where it cannot be read."""
    text, problems = decode(data, path)
    conflicts = [*conflict_marks(text, path)]
    if conflicts:
        return None, [*problems, *conflicts]
    document, found = read_document(text, path)
    if document is None:
        return None, [*problems, *found]
    begins = Place(path, document.body_line)
    beyond = [*long_lines(document.body, begins), *crowded_paragraphs(document.body, begins)]
    return None if beyond else document, [*problems, *found, *beyond]


def node_of(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """The YAML file of these bytes; None where it cannot be read."""
    text, text_problems = decode(data, path)
    conflicts = [*conflict_marks(text, path)]
    if conflicts:
        return None, [*text_problems, *conflicts]
    node, yaml_problems = read_yaml(text, path)
    problems = [*text_problems, *yaml_problems]
    if node is None and not yaml_problems:
        empty = "empty-needed-file" if path in _NEEDED else "empty-file"
        problems.append(Problem(empty, Place(path), {"path": path}))
    return node, problems


def rows_of(data: bytes, path: str) -> tuple[tuple[Row, ...], list[Problem]]:
    """The table of these bytes."""
    text, text_problems = decode(data, path)
    rows, table_problems = read_table(text, path)
    return rows, [*text_problems, *table_problems]


def _bytes_of(data: bytes, _path: str) -> tuple[bytes, list[Problem]]:
    return data, []
