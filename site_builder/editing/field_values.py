"""One value of an entry's front matter written in place: its line changes, or it gets one where it belongs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.editing.front_matter import Field, FrontMatter, ending_of, line_changed, read
from site_builder.load.nodes import ListNode, Node, Plain, Scalar, plain
from site_builder.load.yaml_mistakes import as_value, in_braces

_FLOW = re.compile(r"(?P<before>[^\[\]#]*\[)(?P<items>[^\[\]]*)(?P<after>\][^\[\]]*)")
"""A list between brackets on the line of its key."""


def with_text(front: FrontMatter, key: str, value: str, order: Sequence[str]) -> bytes | None:
    """The file with that value, which YAML takes as it is; None where it is written so that a line cannot change it."""
    node = front.node(key)
    fields = {field.key: field for field in front.fields}
    if key not in fields:
        return _verified(front, _inserted(front, key, value, order), key, value)
    line = line_changed(fields[key].line, node, value) if isinstance(node, Scalar) else None
    return _verified(front, _replaced(front, fields[key].with_line(line)), key, value) if line is not None else None


def with_list(front: FrontMatter, key: str, values: Sequence[str], order: Sequence[str]) -> bytes | None:
    """The file with these texts as a list; None where its list is written so that it cannot be changed by lines."""
    fields = {field.key: field for field in front.fields}
    if front.values.get(key, []) == [*values]:
        return front.data
    flow = ", ".join(map(in_braces, values))
    if key not in fields:
        return _verified(front, _inserted(front, key, f"[{flow}]", order), key, [*values])
    changed = _list_changed(fields[key], front.node(key), values, flow)
    return _verified(front, _replaced(front, changed), key, [*values]) if changed else None


def _inserted(front: FrontMatter, key: str, value: str, order: Sequence[str]) -> FrontMatter:
    """A new line below the fields that come before it."""
    index = max(
        (i for i, each in enumerate(front.fields, start=1) if order.index(each.key) < order.index(key)), default=0
    )
    beside = front.fields[max(index - 1, 0)].line
    margin = beside[: len(beside) - len(beside.lstrip(" "))]
    field = Field(key, (f"{margin}{key}: {value}{ending_of(beside)}",), 0, 0)
    return replace(front, fields=(*front.fields[:index], field, *front.fields[index:]))


def _replaced(front: FrontMatter, field: Field) -> FrontMatter:
    return replace(front, fields=tuple(field if each.key == field.key else each for each in front.fields))


def _verified(front: FrontMatter, made: FrontMatter, key: str, value: Plain) -> bytes | None:
    """The file that was made, where it reads as it did but for that one value."""
    after = read(made.data, front.document.path)
    if after is None or plain(after.front) != {**front.values, key: value} or after.body != front.document.body:
        return None
    return made.data


def _list_changed(field: Field, node: Node | None, values: Sequence[str], flow: str) -> Field | None:
    if isinstance(node, ListNode) and (match := _FLOW.fullmatch(field.line)):
        return field.with_line(f"{match['before']}{flow}{match['after']}")
    if isinstance(node, ListNode) and node.items:
        return _items_changed(field, node, values)
    if isinstance(node, Scalar) and node.text is None:
        name, colon, rest = field.line.partition(":")
        return field.with_line(f"{name}{colon} [{flow}]{rest}")
    return None


def _items_changed(field: Field, node: ListNode, values: Sequence[str]) -> Field | None:
    """A list of one item a line: what leaves it loses its line, what joins it gets one at the end."""
    rows = {item.place.line - field.number + field.first: item.text for item in node.items if isinstance(item, Scalar)}
    if len(rows) < len(node.items):
        return None
    last = max(rows)
    sample = field.lines[last]
    dash = sample[: len(sample) - len(sample.lstrip(" -"))]
    kept = [line for index, line in enumerate(field.lines) if rows.get(index, "") in {*values, ""}]
    below = len(field.lines) - last - 1
    added = [f"{dash}{as_value(value)}{ending_of(sample)}" for value in values if value not in rows.values()]
    return replace(field, lines=(*kept[: len(kept) - below], *added, *kept[len(kept) - below :]))
