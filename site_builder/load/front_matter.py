"""A Markdown file: front matter between two lines of ``---``, then the body."""

from dataclasses import dataclass

from site_builder.load.nodes import MapNode
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Place, Problem


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
    """Split and parse a Markdown file; None when its front matter cannot be read."""
    lines = text.split("\n")
    if not text.strip():
        return None, [Problem("empty-file", Place(path))]
    if lines[0].rstrip() != "---":
        return None, [Problem("front-matter-missing", Place(path))]
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [Problem("front-matter-open", Place(path))]
    node, problems = read_yaml("\n".join(lines[1:end]), path, first_line=2)
    if node is None:
        if problems:
            return None, problems
        node = MapNode(Place(path, 2), {}, {})
    if not isinstance(node, MapNode):
        return None, [*problems, Problem("front-matter-shape", node.place)]
    body = "\n".join(lines[end + 1 :])
    return Document(path, node, body, end + 2), problems
