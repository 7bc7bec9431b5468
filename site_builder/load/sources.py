"""Everything a portal's folders hold, read once: documents, data nodes, tables, media."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.load.files import FoundFile, find_files
from site_builder.load.front_matter import Document, read_document
from site_builder.load.nodes import Node
from site_builder.load.text import decode
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Place, Problem

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What was read. Keys are paths relative to the portal's root."""

    root: Path
    documents: Mapping[str, Document]
    data: Mapping[str, Node]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    outlines: Mapping[str, bytes]
    images: Mapping[str, Path]
    sidecars: Mapping[str, Node]
    all_paths: frozenset[str]


def load(root: Path) -> tuple[Sources, list[Problem]]:
    """Read the portal at ``root``. What cannot be read becomes problems; the rest is returned."""
    problems: list[Problem] = []
    markdown = _found(root, "content", (".md",), problems)
    yaml_files = _found(root, "data", (".yml", ".yaml"), problems)
    tables = _found(root, "data", (".csv",), problems)
    outlines = _found(root, "data", (".geojson",), problems)
    images = _found(root, "media", IMAGE_SUFFIXES, problems)
    sidecars = _found(root, "media", (".yml", ".yaml"), problems)
    if not any(file.path == "data/portal.yml" for file in yaml_files):
        problems.append(Problem("portal-missing", Place("data/portal.yml")))
    everything = (*markdown, *yaml_files, *tables, *outlines, *images, *sidecars)
    sources = Sources(
        root=root,
        documents=_documents(markdown, problems),
        data=_nodes(yaml_files, problems),
        tables={file.path: _table(file) for file in tables},
        outlines={file.path: file.absolute.read_bytes() for file in outlines},
        images={file.path: file.absolute for file in images},
        sidecars=_nodes(sidecars, problems),
        all_paths=frozenset(file.path for file in everything),
    )
    return sources, problems


def _found(root: Path, folder: str, suffixes: tuple[str, ...], problems: list[Problem]) -> list[FoundFile]:
    files, found_problems = find_files(root, folder, suffixes)
    problems.extend(p for p in found_problems if p not in problems)
    return files


def _documents(files: list[FoundFile], problems: list[Problem]) -> dict[str, Document]:
    documents = {}
    for file in files:
        text, text_problems = decode(file.absolute.read_bytes(), file.path)
        document, document_problems = read_document(text, file.path)
        problems.extend((*text_problems, *document_problems))
        if document is not None:
            documents[file.path] = document
    return documents


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


def _table(file: FoundFile) -> tuple[Mapping[str, str], ...]:
    text, _ = decode(file.absolute.read_bytes(), file.path)
    return tuple(csv.DictReader(io.StringIO(text)))
