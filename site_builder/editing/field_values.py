"""One value of an entry's front matter written in place: its line changes, or it gets one where it belongs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.editing.field_order import field_order
from site_builder.editing.formatting import content_type_of
from site_builder.editing.front_matter import Field, FrontMatter, cut, ending_of, line_changed, read
from site_builder.load.nodes import ListNode, Node, Plain, Scalar, plain
from site_builder.load.yaml_mistakes import as_value, in_braces

_FLOW = re.compile(r"(?P<before>[^\[\]#]*\[)(?P<items>[^\[\]]*)(?P<after>\][^\[\]]*)")
"""A list between brackets on the line of its key."""


def with_value(data: bytes, path: str, key: str, value: str | Sequence[str]) -> bytes | None:
    """The file of an entry with that text or list as a field, as `with_text` and `with_list` write it.

    None for what is no entry's, and where it cannot be done by lines. Comments, quotes, line ends and the byte order
    mark stay.
    """
    front, content_type = cut(data, path), content_type_of(path)
    if front is None or content_type is None:
        return None
    order = field_order(content_type.model)
    return with_text(front, key, value, order) if isinstance(value, str) else with_list(front, key, value, order)


def with_text(front: FrontMatter, key: str, value: str, order: Sequence[str]) -> bytes | None:
    """The file with that value, which YAML takes as it is; None where it is written so that a line cannot change it."""
    node = front.node(key)
    fields = {field.key: field for field in front.fields}
    if key not in fields:
        return _verified(front, _inserted(front, key, value, order), key, value)
    changed = _text_changed(fields[key], node, value) if isinstance(node, Scalar) else None
    return _verified(front, _replaced(front, changed), key, value) if changed else None


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
    before = {*order[: order.index(key)]}
    index = max((i for i, each in enumerate(front.fields, start=1) if each.key in before), default=0)
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


def _text_changed(field: Field, node: Scalar, value: str) -> Field | None:
    """A value may stand below its key."""
    index = field.index(node.place.line)
    line = line_changed(field.lines[index], node, value)
    return None if line is None else field.with_line(line, index)


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
    rows = {field.index(item.place.line): item.text for item in node.items if isinstance(item, Scalar)}
    if len(rows) < len(node.items):
        return None
    last = max(rows)
    sample = field.lines[last]
    dash = sample[: len(sample) - len(sample.lstrip(" -"))]
    kept = [line for index, line in enumerate(field.lines) if rows.get(index, "") in {*values, ""}]
    below = len(field.lines) - last - 1
    added = [f"{dash}{as_value(value)}{ending_of(sample)}" for value in values if value not in rows.values()]
    return replace(field, lines=(*kept[: len(kept) - below], *added, *kept[len(kept) - below :]))
