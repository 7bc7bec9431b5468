"""Everything a portal's folders hold, read once: documents, data nodes, tables, media."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_builder.load.file_names import capital_endings, odd_names, safe_path, small_ending, without_twins
from site_builder.load.files import FoundFile, find_files
from site_builder.load.front_matter import Document, read_document
from site_builder.load.nodes import Node
from site_builder.load.text import decode, long_lines, too_large
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Place, Problem

if TYPE_CHECKING:
    import _csv

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
YAML_SUFFIXES = (".yml", ".yaml")
_DATA_SUFFIXES = (*YAML_SUFFIXES, ".csv", ".geojson")
_BESIDE_IMAGES = (*YAML_SUFFIXES, ".md")


class Row(dict[str, str]):
    """A line of a table, by column, and where it begins in its file."""

    def __init__(self, cells: Mapping[str, str], line: int) -> None:
        super().__init__(cells)
        self.line = line


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
    """The portal's own words of the interface, which reads them again; here for the places of what is wrong."""
    all_paths: frozenset[str]


def load(root: Path) -> tuple[Sources, list[Problem]]:
    """Read the portal at ``root``. What cannot be read becomes problems; the rest is returned."""
    problems: list[Problem] = []
    told: set[str] = set()
    content = _named(_found(root, "content", problems), (".md",), told, problems)
    data = _named(_found(root, "data", problems), _DATA_SUFFIXES, told, problems)
    media = _named(_found(root, "media", problems), YAML_SUFFIXES, told, problems)
    markdown = _ending(content, (".md",))
    yaml_files, tables, outlines = (_ending(data, ends) for ends in (YAML_SUFFIXES, (".csv",), (".geojson",)))
    images = [file for file in media if file.path.lower().endswith(IMAGE_SUFFIXES)]  # cameras write .JPG
    sidecars = _ending(media, YAML_SUFFIXES)
    strings = _ending(_found(root, "theme/strings", problems), YAML_SUFFIXES)
    everything = (*markdown, *yaml_files, *tables, *outlines, *images, *sidecars)
    told.update(file.path for file in everything)
    problems.extend((*_left_in_content(content), *_left_in_data(data), *_left_in_media(media)))
    problems.extend(odd_names(everything, told))
    if "data/portal.yml" not in told:
        problems.append(Problem("portal-missing", Place("data/portal.yml")))
    sources = Sources(
        root=root,
        documents=_documents(markdown, problems),
        data=_nodes(yaml_files, problems),
        tables={file.path: _table(file, problems) for file in tables},
        outlines={file.path: file.absolute.read_bytes() for file in outlines},
        images={file.path: file.absolute for file in images},
        sidecars=_nodes(sidecars, problems),
        strings=_nodes(strings, problems),
        all_paths=frozenset(told),
    )
    return sources, problems


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
            renamed = f"{file.path.rpartition('.')[0] or file.path}.md"
            yield Problem("file-ignored", Place(file.path), {"fixed": renamed})


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


def _documents(files: list[FoundFile], problems: list[Problem]) -> dict[str, Document]:
    documents = {}
    for file in files:
        document, found = _document(file.absolute.read_bytes(), file.path)
        problems.extend(found)
        if document is not None:
            documents[file.path] = document
    return documents


def _document(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    excess = [*too_large(data, path)]
    if excess:
        return None, excess
    text, problems = decode(data, path)
    document, found = read_document(text, path)
    long = [*long_lines(document.body, Place(path, document.body_line))] if document else []
    return None if long else document, [*problems, *found, *long]


def _nodes(files: list[FoundFile], problems: list[Problem]) -> dict[str, Node]:
    nodes = {}
    for file in files:
        text, text_problems = decode(file.absolute.read_bytes(), file.path)
        node, yaml_problems = read_yaml(text, file.path)
        problems.extend((*text_problems, *yaml_problems))
        if node is not None:
            nodes[file.path] = node
        elif not yaml_problems:
            problems.append(Problem("empty-file", Place(file.path)))
    return nodes


def _table(file: FoundFile, problems: list[Problem]) -> tuple[Row, ...]:
    text, text_problems = decode(file.absolute.read_bytes(), file.path)
    problems.extend(text_problems)
    reader = csv.reader(io.StringIO(text))
    rows: list[Row] = []
    header: list[str] | None = None
    try:
        for number, cells in _numbered(reader):
            if header is None:
                header = [name.strip() for name in cells]
            elif len(cells) == len(header):
                rows.append(Row(dict(zip(header, cells, strict=True)), number))
            elif cells:
                values = {"cells": len(cells), "columns": len(header)}
                problems.append(Problem("table-row", Place(file.path, number), values))
    except csv.Error:
        problems.append(Problem("table-syntax", Place(file.path, reader.line_num)))
    return tuple(rows)


def _numbered(rows: "_csv.Reader") -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins: a quoted cell may hold line ends."""
    begins = 1
    for cells in rows:
        yield begins, cells
        begins = rows.line_num + 1
