"""YAML with positions kept and surprises refused.

The events of PyYAML's parser carry marks and the text that was written, so that the traps of YAML 1.1 (``no``,
``0325``, ``10:30:00``, ``2024-13-01``) cannot change a value. Aliases, tags and duplicate keys are refused; nothing
is expanded and nesting is bounded, so that no file can exhaust the machine.
"""

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import category

import yaml

from site_builder.load.nodes import ListNode, MapNode, Node, Scalar
from site_builder.load.open_quotes import closed, open_quote, swallows_fields
from site_builder.load.text import CONTROLS
from site_builder.load.yaml_mistakes import as_value, quoted, syntax_problem
from site_builder.problems import Place, Problem

MOST_LEVELS = 24
"""Lists and mappings inside each other; real files have five."""

UNSEEN = frozenset({"Cf", "Zs"})
"""Categories of Unicode that leave nothing on paper: marks of format, spaces."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NO_BREAK_SPACE = "\u00a0"
_COLOUR = re.compile(r" *(#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?)(?= *(?:#.*)?$)", re.MULTILINE)
"""A colour that was written without quotes after its key: a comment to YAML, and nobody's comment."""
_CUT = re.compile(r" +#[^\s#].*")
"""A comment right after a value, whose ``#`` begins a word: it was meant as a part of that value."""
_WHOLE_PART, _DECIMALS = re.compile(r"-?\d{1,3}"), re.compile(r"\d+")
_QUOTES = frozenset("\"'")
_JOINED = re.compile(r"([A-Za-z_]+):([^\s/].*)")
"""``latitude:43.7`` inside ``{…}``: without a space, YAML takes both for a name."""
_INDENT = re.compile(rf"[ \t{_NO_BREAK_SPACE}]*")
_BAD_INDENT = re.compile(rf"^ *[\t{_NO_BREAK_SPACE}]", re.MULTILINE)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The document of ``text``, whose first line is line ``first_line`` of ``path``; None when it cannot be read.

    Tabs and no-break spaces at the beginning of lines are reported, then read as spaces: they hide nothing else.
    """
    indents = list(_bad_indents(text, path, first_line)) if _BAD_INDENT.search(text) else []
    if indents:
        text = "\n".join(_spaces_first(line) for line in text.split("\n"))
    reader = _Reader(text, path, first_line)
    try:
        node = reader.document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mistake = open_quote(error, text, path, first_line) or syntax_problem(error, text, path, first_line)
        return None, indents or [mistake]
    except _StoppedError as stopped:
        return None, [*indents, stopped.problem]
    return node, [*indents, *reader.problems]


class _StoppedError(Exception):
    """What makes the rest of a document mean something else than it was meant to."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class _Reader:
    """One reading of a document's events; it lives for one document."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Node | None:
        """The first document; None when nothing is written in it. A second one is a problem."""
        node: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.problems.append(Problem("yaml-documents", self._place(event)))
            elif isinstance(event, yaml.NodeEvent):
                read = self._node(event, events, 0)
                node = read if documents == 1 else node
        return None if isinstance(node, Scalar) and node.text is None and not self.problems else node

    def _node(self, event: Any, events: Iterator[Any], level: int) -> Node:
        place = self._place(event)
        if event.anchor:
            self.problems.append(Problem("yaml-alias", place))
        if isinstance(event, yaml.AliasEvent):
            return Scalar(place, None)
        if event.tag not in {None, "!"}:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self.problems.append(Problem("yaml-tag", place, {"tag": tag}))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if level >= MOST_LEVELS:
            raise _StoppedError(Problem("yaml-depth", place, {"most": MOST_LEVELS}))
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(place, tuple(self._items(events, level + 1)))
        return self._mapping(place, events, level + 1)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        is_quoted = bool(event.style)
        if event.style in _QUOTES and event.start_mark.line < event.end_mark.line:
            self._refuse_swallowed(event, place)
        text = self._visible(str(event.value), place)
        colour = _COLOUR.match(self.text, event.end_mark.index) if not is_quoted and not text else None
        if colour is None:
            if not is_quoted and text:
                self.problems.extend(self._cut(event, text, place))
            return Scalar(place, None if not is_quoted and text in _NULLS else text, is_quoted)
        begins = self.text.rfind("\n", 0, colour.start()) + 1
        fixed = f'{self.text[begins : colour.start(1)].strip()} "{colour[1]}"'
        hash_place = Place(self.path, place.line, colour.start(1) - begins + 1)
        self.problems.append(Problem("yaml-hash", hash_place, {"fixed": fixed}))
        return Scalar(hash_place, colour[1], quoted=True)

    def _refuse_swallowed(self, event: Any, place: Place) -> None:
        begins = event.start_mark
        written = self.text[begins.index - begins.column : event.end_mark.index]
        if swallows_fields(written):
            fixed = closed(written.partition("\n")[0], begins.column) or ""
            raise _StoppedError(Problem("yaml-quote-open", place, {"fixed": fixed}))

    def _cut(self, event: Any, text: str, place: Place) -> Iterator[Problem]:
        """A text on one line, the end of which YAML takes for a comment: ``Le moulin #1``, but not ``5 #1``."""
        begins = event.start_mark
        found = _CUT.match(self.text, begins.index + len(text))
        if found and begins.line == event.end_mark.line and any(map(str.isalpha, text)):
            key = self.text[begins.index - begins.column : begins.index].strip()
            lost = found[0].strip()
            at = Place(self.path, place.line, place.column + found.end() - begins.index - len(found[0].lstrip()))
            fixed = f"{key} {quoted(text + found[0])}".strip()
            yield Problem("yaml-comment-cut", at, {"lost": lost, "fixed": fixed})

    def _visible(self, text: str, place: Place) -> str:
        """The text without the characters that only an escape (``"\\x07"``) could have brought into it.

        Nothing where all of it is blank: a title made of U+200B is none.
        """
        if text.isprintable():  # nearly every text: nothing of it is unseen but its spaces
            return text if text.strip() else ""
        control = CONTROLS.search(text)
        if control:
            self.problems.append(Problem("control-character", place, {"character": f"U+{ord(control[0]):04X}"}))
        text = CONTROLS.sub(" ", text)
        return "" if all(category(character) in UNSEEN for character in text) else text

    def _items(self, events: Iterator[Any], level: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self._node(event, events, level)

    def _mapping(self, place: Place, events: Iterator[Any], level: int) -> MapNode:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        above = ""
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, level)
            following = next(events)
            value = self._node(following, events, level)
            begun = values.get(above)
            if isinstance(key, Scalar) and self._has_no_value(event, following):
                joined = None if key.quoted else _JOINED.fullmatch(key.text or "")
                if joined:
                    key, value = self._apart(key.place, *joined.groups())
                elif isinstance(begun, Scalar) and self._before(event) == ",":
                    is_number = self._is_number(begun, key, event)
                    values[above] = self._number(above, begun, key) if is_number else self._rejoined(above, begun, key)
                    continue
            above = key.text or "" if isinstance(key, Scalar) else ""
            if not isinstance(key, Scalar) or key.text is None:
                self.problems.append(Problem("yaml-key", key.place))
            elif key.text in values:
                repeated = {"key": key.text, "first": keys[key.text].line}
                self.problems.append(Problem("duplicate-key", key.place, repeated))
            else:
                keys[key.text], values[key.text] = key.place, value
        return MapNode(place, values, keys)

    def _apart(self, place: Place, name: str, text: str) -> tuple[Scalar, Scalar]:
        """The name and the value that no space keeps apart."""
        self.problems.append(Problem("yaml-space", place, {"fixed": f"{name}: {as_value(text)}"}))
        return Scalar(place, name), Scalar(place, text)

    def _has_no_value(self, key: Any, value: Any) -> bool:
        """Whether what looks like a key inside ``{…}`` has no colon after it."""
        between = self.text[key.end_mark.index : value.start_mark.index]
        return isinstance(value, yaml.ScalarEvent) and not value.value and ":" not in between

    def _before(self, event: Any) -> str:
        """The last sign that is no space before what was read; empty where there is none."""
        at = event.start_mark.index
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return self.text[at - 1 : at]

    def _is_number(self, begun: Scalar, rest: Scalar, event: Any) -> bool:
        """Whether a comma cut ``43,712`` in two, and not a list of words: no space follows it."""
        if begun.quoted or not _WHOLE_PART.fullmatch(begun.text or "") or not _DECIMALS.fullmatch(rest.text or ""):
            return False
        return self.text[event.start_mark.index - 1] == ","

    def _number(self, key: str, begun: Scalar, rest: Scalar) -> Scalar:
        """A number that its decimal comma cut in two, with a point."""
        whole = Scalar(begun.place, f"{begun.text}.{rest.text}")
        self.problems.append(Problem("yaml-decimal-comma", begun.place, {"fixed": f"{key}: {whole.text}"}))
        return whole

    def _rejoined(self, key: str, begun: Scalar, rest: Scalar) -> Scalar:
        """A value that a comma cut in two, whole again; its several commas are one problem."""
        whole = Scalar(begun.place, ", ".join(filter(None, (begun.text, rest.text))))
        cut_before = [problem for problem in self.problems[-1:] if problem.values.get("begun") == begun]
        place = cut_before[0].place if cut_before else rest.place
        lost = ", ".join([*(str(problem.values["lost"]) for problem in cut_before), rest.text or ""])
        if cut_before:
            self.problems.pop()
        values = {"lost": lost, "fixed": f"{key}: {quoted(whole.text or '')}", "begun": whole}
        self.problems.append(Problem("yaml-comma", place, values))
        return whole

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.path, self.first_line + mark.line, mark.column + 1)


def _indent(line: str) -> str:
    match = _INDENT.match(line)
    return match[0] if match else ""


def _spaces_first(line: str) -> str:
    indent = _indent(line)
    return indent.replace("\t", "  ").replace(_NO_BREAK_SPACE, " ") + line[len(indent) :]


def _bad_indents(text: str, path: str, first_line: int) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=first_line):
        indent = _indent(line)
        bad = next((i for i, c in enumerate(indent) if c != " "), None)
        if bad is not None and line.strip():
            code = "yaml-tab" if indent[bad] == "\t" else "yaml-indent-space"
            yield Problem(code, Place(path, number, bad + 1), {"fixed": _spaces_first(line).rstrip()})
