"""Everything a portal's folders hold, read once: documents, data nodes, tables, media."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from site_builder.host import OWN_THEME
from site_builder.load.file_names import capital_endings, odd_names, safe_path, small_ending, without_twins
from site_builder.load.files import FoundFile, find_files, read_file, refused
from site_builder.load.front_matter import Document, read_document
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

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
YAML_SUFFIXES = (".yml", ".yaml")
_DATA_SUFFIXES = (*YAML_SUFFIXES, ".csv", ".geojson")
_PLAIN_TEXT = (".txt", ".text", ".markdown", ".mdown", ".mdx", "")
"""Of files that become entries once they are renamed; of the others (.docx, .odt, .pdf) the text is to be copied."""
_BESIDE_IMAGES = (*YAML_SUFFIXES, ".md")


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
    theme = _found(root, OWN_THEME, problems)
    words = [file for file in theme if file.path.startswith(f"{STRINGS}/")]
    strings = _ending(_named(words, YAML_SUFFIXES, told, problems), YAML_SUFFIXES)
    problems.extend(problem for file in (*images, *theme) if file not in strings for problem in refused(file))
    problems.extend(other_theme_folder(root))
    everything = (*markdown, *yaml_files, *tables, *outlines, *images, *sidecars)
    told.update(file.path for file in everything)
    problems.extend((*_left_in_content(content), *_left_in_data(data), *_left_in_media(media)))
    problems.extend(odd_names(everything, told))
    if "data/portal.yml" not in told and Place("data") not in {problem.place for problem in problems}:
        problems.append(Problem("portal-missing", Place("data/portal.yml")))
    sources = Sources(
        root=root,
        documents=_documents(markdown, problems),
        data=_nodes(yaml_files, problems),
        tables=_tables(tables, problems),
        outlines=_outlines(outlines, problems),
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


def _documents(files: list[FoundFile], problems: list[Problem]) -> dict[str, Document]:
    documents = {}
    for file in files:
        data = read_file(file, MOST_BYTES, problems)
        if data is None:
            continue
        document, found = _document(data, file.path)
        problems.extend(found)
        if document is not None:
            documents[file.path] = document
    return documents


def _document(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    text, problems = decode(data, path)
    document, found = read_document(text, path)
    if document is None:
        return None, [*problems, *found]
    begins = Place(path, document.body_line)
    beyond = [*long_lines(document.body, begins), *crowded_paragraphs(document.body, begins)]
    return None if beyond else document, [*problems, *found, *beyond]


def _nodes(files: list[FoundFile], problems: list[Problem]) -> dict[str, Node]:
    nodes = {}
    for file in files:
        data = read_file(file, MOST_BYTES_OF_DATA, problems)
        if data is None:
            continue
        text, text_problems = decode(data, file.path)
        node, yaml_problems = read_yaml(text, file.path)
        problems.extend((*text_problems, *yaml_problems))
        if node is not None:
            nodes[file.path] = node
        elif not yaml_problems:
            problems.append(Problem("empty-file", Place(file.path)))
    return nodes


def _tables(files: list[FoundFile], problems: list[Problem]) -> dict[str, tuple[Row, ...]]:
    tables = {}
    for file in files:
        data = read_file(file, MOST_BYTES_OF_A_TABLE, problems)
        if data is not None:
            text, text_problems = decode(data, file.path)
            tables[file.path], table_problems = read_table(text, file.path)
            problems.extend((*text_problems, *table_problems))
    return tables


def _outlines(files: list[FoundFile], problems: list[Problem]) -> dict[str, bytes]:
    read = ((file.path, read_file(file, MOST_BYTES_OF_A_TABLE, problems)) for file in files)
    return {path: data for path, data in read if data is not None}
