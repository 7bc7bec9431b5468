"""Quotes that nobody closes: YAML reads on to the next quote, often lines below, and gives up there or swallows fields.

What is told is the line where the quote was opened, and where its text seems to end.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

import yaml

from site_builder.load.yaml_mistakes import LONGEST, quoted
from site_builder.problems import Place, Problem

_ENOUGH = 40
"""Characters of a long line by which its end is found again."""
_KEY = r"[^\s:\"'\[{#-][^:\n]{0,60}?[ \u00a0]*:"
_BEGINS = re.compile(rf"(?P<before> *(?:- +)*)(?:{_KEY} +)?(?P<value>[\"'\[{{|>])")
"""A line whose value is between quotes, may hold some between brackets, or is a block of lines."""
_FIELD = re.compile(rf" *(?:- +)*(?:{_KEY}|\"[\w-]+\" *:|'[\w-]+' *:)(?:\s|$)| *- ")
"""A line that begins something else: no sentence goes on with it."""
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*(?P<double>\"?)|'(?:[^']|'')*(?P<single>'?)", re.DOTALL)
_END = re.compile(r"[ \t]*(?:#.*)?$", re.MULTILINE)
_OPENED_INSIDE = re.compile(r"(?:[\[{,]|: ) *(?=[\"'])")
_END_INSIDE = re.compile(r"\s*(?:[,:\]}]|$)")
_NEXT_KEY = re.compile(r", *[\w-]+: *")
_NEXT_ITEM = re.compile(r" *[,\]}]")


def open_quote(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem | None:
    """The quote behind an error of the parser; None where it has another reason."""
    lines = text.split("\n")
    last = min(error.problem_mark.line if error.problem_mark else len(lines), len(lines) - 1)
    for index, column in _quotes_left_open(lines, text, last):
        fixed = closed(lines[index], column)
        if fixed:
            return Problem("yaml-quote-open", Place(path, first_line + index, column + 1), {"fixed": fixed})
    return None


def swallows_fields(written: str) -> bool:
    """Whether a quoted text of several lines took other fields for words; ``written`` begins where its first line does.

    What follows in it stands no further to the right than its own key: YAML allows no sentence to go on there.
    """
    first, *below = written.split("\n")
    begins = _BEGINS.match(first)
    most = begins.end("before") if begins else 0
    return any(_FIELD.match(line) for line in below if len(line) - len(line.lstrip()) <= most)


def closed(line: str, column: int) -> str | None:
    """The line with the quote at ``column`` closed where its text seems to end; None where that is not clear.

    Of a long one its end alone.
    """
    begins = _BEGINS.match(line)
    is_last = begins is None or begins.start("value") == column
    if len(line) > LONGEST:
        return f"… {line.rstrip()[-_ENOUGH:].partition(' ')[2]}{line[column]}" if is_last else None
    if is_last:
        return line[:column] + quoted(line[column:])
    end = column + 1 + _length(line[column + 1 :], line[column])
    fixed = f"{line[:end]}{line[column]}{line[end:]}"
    return fixed if _is_yaml(fixed) else None


def _quotes_left_open(lines: list[str], text: str, last: int) -> Iterator[tuple[int, int]]:
    """Index and column of each, down to the line ``last``. What a quote has swallowed, and blocks, hold none."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    index = 0
    while index <= last:
        begins = _BEGINS.match(lines[index])
        column = begins.start("value") if begins else -1
        below = index + 1
        if begins and begins["value"] in "|>":
            below = _after_block(lines, index, begins.end("before"))
        elif begins and begins["value"] in "[{":
            yield from ((index, at) for at in _open_inside(lines[index], column))
        elif begins:
            found = _QUOTED.match(text, starts[index] + column)
            assert found
            below += text.count("\n", *found.span())
            if below > index + 1 and not _ends_well(found) and _a_field_follows(lines, index):
                yield index, column
        index = below


def _ends_well(found: re.Match[str]) -> bool:
    """Whether a text is closed, and nothing but a comment stands after it."""
    return bool(found["double"] or found["single"]) and _END.match(found.string, found.end()) is not None


def _a_field_follows(lines: list[str], index: int) -> bool:
    below = (lines[i] for i in range(index + 1, len(lines)))
    following = next((line for line in below if line.strip() and not line.lstrip().startswith("#")), None)
    return following is None or _FIELD.match(following) is not None


def _after_block(lines: list[str], index: int, indent: int) -> int:
    """The first line below that does not belong to a block of text (``|``, ``>``)."""
    within = (i for i in range(index + 1, len(lines)) if lines[i].strip())
    return next((i for i in within if len(lines[i]) - len(lines[i].lstrip()) <= indent), len(lines))


def _open_inside(line: str, column: int) -> Iterator[int]:
    """Columns of the quotes between brackets whose text goes on after the next quote, or is not closed on the line."""
    at = column
    while begins := _OPENED_INSIDE.search(line, at):
        found = _QUOTED.match(line, begins.end())
        assert found
        if not (found["double"] or found["single"]) or not _END_INSIDE.match(line, found.end()):
            yield begins.end()
            return
        at = found.end()


def _length(rest: str, sign: str) -> int:
    """How much of what follows a quote between brackets seems to be its text: up to the next key, or item."""
    before, other, _ = rest.partition(sign)
    keys = [key.start() for key in _NEXT_KEY.finditer(before)]
    if keys:
        return keys[-1 if other else 0]
    if other:
        return len(before.rstrip(" ,"))
    item = _NEXT_ITEM.search(before)
    return item.start() if item else len(before)


def _is_yaml(line: str) -> bool:
    try:
        return bool(list(yaml.parse(line, Loader=yaml.SafeLoader)))
    except yaml.YAMLError:
        return False
