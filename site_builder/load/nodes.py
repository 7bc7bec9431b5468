"""YAML values that know where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar as it is written: text, never a surprise (``no``, ``0325`` and ``10:30`` stay what they look like).

    ``text`` is None where nothing was written; ``quoted`` tells ``""`` from nothing.
    """

    place: Place
    text: str | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ListNode:
    """A YAML sequence."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """A YAML mapping; ``keys`` holds the place of each key."""

    place: Place
    values: Mapping[str, "Node"]
    keys: Mapping[str, Place]


Node = Scalar | ListNode | MapNode
Plain = str | None | list["Plain"] | dict[str, "Plain"]
Path = Sequence[str | int]


def plain(node: Node) -> Plain:
    """The node as ordinary lists, dicts and strings; keys without a value are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: value for key, value in ((k, plain(v)) for k, v in node.values.items()) if value is not None}


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar of the node, in the order of writing."""
    if isinstance(node, Scalar):
        yield node
    else:
        for child in node.items if isinstance(node, ListNode) else node.values.values():
            yield from scalars(child)


def stands_at(node: Node, line: int) -> bool:
    """Whether a value of ``node``, or one of its keys, stands on ``line``."""
    if node.place.line == line:
        return True
    if isinstance(node, MapNode):
        return any(key.line == line for key in node.keys.values()) or any(
            stands_at(value, line) for value in node.values.values()
        )
    return isinstance(node, ListNode) and any(stands_at(item, line) for item in node.items)


def node_at(node: Node, path: Path) -> Node | None:
    """The node at ``path`` inside ``node``, or None."""
    current: Node | None = node
    for step in path:
        current = _step(current, step)
    return current


def place_of(node: Node, path: Path) -> Place:
    """The place of the value at ``path`` inside ``node``; of its nearest existing parent when it is missing."""
    current = node
    for step in path:
        current = _step(current, step) or current  # a step that the file does not have is passed over
    return current.place


def key_place(node: Node, path: Path) -> Place:
    """The place of the *key* at ``path``, for a problem with the key itself."""
    parent = node_at(node, path[:-1])
    if path and isinstance(parent, MapNode) and path[-1] in parent.keys:
        return parent.keys[str(path[-1])]
    return place_of(node, path)


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MapNode) and isinstance(step, str):
        return node.values.get(step)
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
