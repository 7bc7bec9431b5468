"""YAML with positions kept and surprises refused.

The composer of PyYAML gives nodes with marks; scalars keep the text that was written, so that the traps of YAML 1.1
(``no``, ``0325``, ``10:30:00``, ``2024-13-01``) cannot change a value. Aliases, tags and duplicate keys are refused.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from site_builder.load.nodes import ListNode, MapNode, Node, Scalar
from site_builder.problems import Place, Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_UNQUOTED_COLON = re.compile(r"^(?P<indent>[ -]*)(?P<key>[\w-]+):[ ]+(?P<value>[^\"'{\[|>#].*?:(?: .*|$))")


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The document of ``text``, whose first line is line ``first_line`` of ``path``; None when it cannot be read."""
    tabs = list(_tabs(text, path, first_line))
    if tabs:
        return None, tabs
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, path, first_line)]
    except yaml.YAMLError as error:
        return None, [Problem("yaml-syntax", Place(path, first_line), {"detail": str(error).splitlines()[0]})]
    if root is None:
        return None, []
    reader = _Reader(path, first_line)
    node = reader.convert(root)
    return node, reader.problems


class _Reader:
    """One conversion from PyYAML's nodes to ours; it lives for one document."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def convert(self, node: yaml.Node) -> Node:
        place = self._place(node)
        if id(node) in self._seen:
            self.problems.append(Problem("yaml-alias", place))
            return Scalar(place, None)
        self._seen.add(id(node))
        if not (node.tag or "").startswith("tag:yaml.org,2002:"):
            self.problems.append(Problem("yaml-tag", place, {"tag": node.tag}))
        if isinstance(node, yaml.ScalarNode):
            quoted = node.style is not None
            text = None if not quoted and node.value in _NULLS else str(node.value)
            return Scalar(place, text, quoted)
        if isinstance(node, yaml.SequenceNode):
            return ListNode(place, tuple(self.convert(child) for child in node.value))
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, place)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> MapNode:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key_place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(Problem("yaml-key", key_place))
                continue
            key = str(key_node.value)
            if key in values:
                values_ = {"key": key, "first": keys[key].line}
                self.problems.append(Problem("duplicate-key", key_place, values_))
                continue
            keys[key] = key_place
            values[key] = self.convert(value_node)
        return MapNode(place, values, keys)

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.path, self.first_line + mark.line, mark.column + 1)


def _tabs(text: str, path: str, first_line: int) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=first_line):
        body = line.lstrip(" ")
        if body.startswith("\t"):
            column = len(line) - len(body) + 1
            fixed = line.replace("\t", "  ").rstrip()
            yield Problem("yaml-tab", Place(path, number, column), {"fixed": fixed})


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line_index = mark.line if mark else 0
    lines = text.split("\n")
    for index in (line_index, line_index - 1):
        written = lines[index] if 0 <= index < len(lines) else ""
        match = _UNQUOTED_COLON.match(written)
        if match:
            value = match["value"].replace('"', '\\"').rstrip()
            fixed = f'{match["indent"]}{match["key"]}: "{value}"'
            column = match.start("value") + 1
            return Problem("yaml-colon", Place(path, first_line + index, column), {"fixed": fixed.strip()})
    place = Place(path, first_line + line_index, (mark.column if mark else 0) + 1)
    detail = (error.problem or error.context or "").strip()
    return Problem("yaml-syntax", place, {"detail": detail})
