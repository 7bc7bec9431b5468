"""Rows know where their cells stand."""

import pytest

from site_builder.load.tables import Row, read_table
from site_builder.problems import Place, Problem

TABLE = """code, name ,note
1,Dax,
2,"Bors, canton","dit ""Bors""
sur deux lignes"
3,,"suite"
4,trop,de,cases

"5
6",É,fin
"""
ROWS = read_table(TABLE, "t.csv")[0]


def test_rows_and_what_is_none() -> None:
    rows, problems = read_table(TABLE, "t.csv")
    assert [(dict(row), row.line) for row in rows] == [
        ({"code": "1", "name": "Dax", "note": ""}, 2),
        ({"code": "2", "name": "Bors, canton", "note": 'dit "Bors"\nsur deux lignes'}, 3),
        ({"code": "3", "name": "", "note": "suite"}, 5),
        ({"code": "5\n6", "name": "É", "note": "fin"}, 8),
    ]
    assert problems == [Problem("table-row", Place("t.csv", 6), {"cells": 4, "columns": 3})]


@pytest.mark.parametrize(
    ("row", "column", "line", "at"),
    [
        (0, "code", 2, 1),
        (0, "name", 2, 3),
        (0, "note", 2, 7),  # an empty cell at the end
        (1, "name", 3, 3),
        (1, "note", 3, 18),  # after a comma inside quotes
        (2, "name", 5, 3),
        (2, "note", 5, 4),
        (3, "code", 8, 1),
        (3, "name", 9, 4),  # after a cell of two lines
        (3, "note", 9, 6),
        (3, "other", 8, 1),  # no such column: the row
    ],
)
def test_the_place_of_a_cell(row: int, column: str, line: int, at: int) -> None:
    assert ROWS[row].place("t.csv", column) == Place("t.csv", line, at)


def test_a_row_that_was_not_read_from_a_text_has_its_line() -> None:
    assert Row({"a": "1", "b": "2"}, 4).place("t.csv", "b") == Place("t.csv", 4)
