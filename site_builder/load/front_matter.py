"""A Markdown file: front matter between two lines of ``---``, then the body."""

import re
from dataclasses import dataclass

from site_builder.load.nodes import MapNode, Scalar
from site_builder.load.yaml_mistakes import as_value
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Place, Problem

_FENCE = "---"
_ALMOST_FENCE = re.compile(r"\s*(?:[-\u2010-\u2015_=~*.]{2,}|[\u2013\u2014])\s*")
_YAML_LINE = re.compile(r"[ \t#\-\]}]|[\"']?[\w.-]+[\"']?[ \u00a0]*:")
_ID = re.compile(r"^[ \t]*[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([\w-]+)", re.MULTILINE)
_NO_SPACE = re.compile(r"(?P<key>[\w-]+):(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file read: its front matter with positions, its body and the line where the body begins."""

    path: str
    front: MapNode
    body: str
    body_line: int

    @property
    def place(self) -> Place:
        return Place(self.path)


def read_document(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """Split and parse a Markdown file; None when its front matter cannot be read. Blank lines may come first."""
    lines = text.split("\n")
    limits = _limits(lines, path)
    if isinstance(limits, Problem):
        return None, [limits]
    start, end = limits
    node, problems = read_yaml("\n".join(lines[start + 1 : end]), path, first_line=start + 2)
    if node is None:
        if problems:
            return None, problems
        node = MapNode(Place(path, start + 2), {}, {})
    if not isinstance(node, MapNode):
        return None, [*problems, _not_a_mapping(node.place, node.text if isinstance(node, Scalar) else None)]
    return Document(path, node, "\n".join(lines[end + 1 :]), end + 2), problems


def ids_in(text: str) -> list[str]:
    """What a file whose front matter cannot be read seems to call itself."""
    return _ID.findall(text)


def _limits(lines: list[str], path: str) -> tuple[int, int] | Problem:
    """The indexes of the two lines ``---``, or what is wrong with them."""
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return Problem("empty-file", Place(path))
    if lines[start].rstrip() != _FENCE:
        code = "front-matter-fence" if _ALMOST_FENCE.fullmatch(lines[start]) else "front-matter-missing"
        return Problem(code, Place(path, start + 1))
    end = next((i for i, line in enumerate(lines[start + 1 :], start=start + 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return _open(lines, start, path)
    swallowed = _prose_after_blank(lines, start, end)
    return (start, end) if swallowed is None else Problem("front-matter-open", Place(path, swallowed + 1))


def _not_a_mapping(place: Place, text: str | None) -> Problem:
    match = _NO_SPACE.fullmatch(text or "")
    if match:
        return Problem("yaml-space", place, {"fixed": f"{match['key']}: {as_value(match['value'])}"})
    return Problem("front-matter-shape", place)


def _open(lines: list[str], start: int, path: str) -> Problem:
    """The header is not closed: at a line which is almost the closing one, else where prose begins."""
    for index, line in enumerate(lines[start + 1 :], start=start + 1):
        if _ALMOST_FENCE.fullmatch(line):
            return Problem("front-matter-fence", Place(path, index + 1))
        if not line.strip() or not _YAML_LINE.match(line):
            return Problem("front-matter-open", Place(path, index + 1))
    return Problem("front-matter-open", Place(path, len(lines)))


def _prose_after_blank(lines: list[str], start: int, end: int) -> int | None:
    """The blank line before prose that was taken for YAML, because only a later rule ``---`` closed the header."""
    for index in range(start + 1, end - 1):
        following = lines[index + 1]
        if not lines[index].strip() and following.strip() and not _YAML_LINE.match(following):
            return index
    return None
