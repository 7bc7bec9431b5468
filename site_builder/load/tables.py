"""CSV tables to rows that know where their cells stand."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from site_builder.problems import Place, Problem

if TYPE_CHECKING:
    import _csv

_CELL = re.compile(r'(?:"(?:[^"]|"")*")?[^,]*(?:,|$)')
"""A cell and the comma after it, in the text of one row."""


class Row(dict[str, str]):
    """A line of a table, by column; where it begins in its file, and the text that it was read from."""

    __slots__ = ("_source", "line")

    def __init__(self, cells: Mapping[str, str] | Iterable[tuple[str, str]], line: int, source: str = "") -> None:
        dict.__init__(self, cells)
        self.line = line
        self._source = source

    def place(self, path: str, column: str) -> Place:
        """Where the cell of ``column`` stands in the file ``path``; the row where it has no such cell."""
        if column not in self:
            return Place(path, self.line)
        cell = next(islice(_CELL.finditer(self._source), list(self).index(column), None), None)
        before = self._source[: cell.start()] if cell else ""
        return Place(path, self.line + before.count("\n"), len(before) - before.rfind("\n"))


def read_table(text: str, path: str) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows of a table whose first line names its columns; a row of another length is a problem."""
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text))
    rows: list[Row] = []
    problems: list[Problem] = []
    header: list[str] | None = None
    try:
        for number, cells in _numbered(reader):
            if header is None:
                header = [name.strip() for name in cells]
                problems.extend(_named_twice(header, Place(path, number)))
            elif len(cells) == len(header):
                last = reader.line_num
                source = lines[number - 1] if last == number else "\n".join(lines[number - 1 : last])
                rows.append(Row(zip(header, cells, strict=True), number, source))
            elif cells:
                values = {"cells": len(cells), "columns": len(header)}
                problems.append(Problem("table-row", Place(path, number), values))
    except csv.Error:
        problems.append(Problem("table-syntax", Place(path, reader.line_num)))
    return tuple(rows), problems


def _named_twice(header: list[str], place: Place) -> Iterator[Problem]:
    """Of two columns with one name, the cells of one would be lost."""
    for name in dict.fromkeys(name for name in header if header.count(name) > 1):
        yield Problem("table-column-twice", place, {"column": name})


def _numbered(rows: "_csv.Reader") -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins: a quoted cell may hold line ends."""
    begins = 1
    for cells in rows:
        yield begins, cells
        begins = rows.line_num + 1
