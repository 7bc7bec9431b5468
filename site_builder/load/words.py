"""The words of the interface as strings/<language>.yml write them: the engine's, and the portal's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from site_builder.host import OWN_THEME
from site_builder.load.nodes import MapNode, Node, Scalar
from site_builder.load.text import decode
from site_builder.load.yaml_reader import read_yaml

STRINGS = f"{OWN_THEME}/strings"
"""Where a portal has its own words."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is written for one text: ``node`` is a Scalar where it is one. A step of ``path`` may hold dots itself."""

    path: tuple[str, ...]
    node: Node

    @property
    def key(self) -> str:
        """The dotted key: ``guide.title``."""
        return ".".join(self.path)


def words_of(node: Node, path: tuple[str, ...] = ()) -> Iterator[Word]:
    """The words of a file, in its order."""
    if isinstance(node, MapNode):
        for name, value in node.values.items():
            yield from words_of(value, (*path, name))
    else:
        yield Word(path, node)


def language_of(path: str) -> str | None:
    """The language whose words a file of the portal holds; None for one in a folder where none is looked for."""
    file = PurePosixPath(path)
    return file.stem if str(file.parent) == STRINGS else None


def texts_by_language(files: Mapping[str, Node]) -> dict[str, dict[str, str]]:
    """The texts of the portal's files, by language and dotted key."""
    named = ((language_of(path), node) for path, node in files.items())
    return {lang: _texts(node) for lang, node in named if lang}


def engine_texts(theme: Path) -> dict[str, dict[str, str]]:
    """The texts of the engine's ``theme`` folder, by language and dotted key."""
    files = sorted((theme / "strings").glob("*.yml"))
    read = ((file.stem, _texts_of_file(file.read_bytes(), file.name)) for file in files)
    return {lang: dict(texts) for lang, texts in read if texts is not None}


@lru_cache(maxsize=8)
def _texts_of_file(data: bytes, name: str) -> Mapping[str, str] | None:
    """The same bytes are the same texts: read once by a process that checks many portals, or one portal often."""
    text, _ = decode(data, name)
    node, _ = read_yaml(text, name)
    return None if node is None else _texts(node)


def _texts(node: Node) -> dict[str, str]:
    """The texts as they are written (``no`` is no ``False``); what is no text is told by the check stage."""
    words = ((word.key, word.node) for word in words_of(node) if word.path)
    return {key: word.text for key, word in words if isinstance(word, Scalar) and word.text}
