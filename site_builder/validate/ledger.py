"""data/ledger/*.csv: what was ever published, as `portail ledger` writes it.

Lines are sorted, and git may join those of two branches (``merge=union``): of two lines about one thing, both count.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from site_builder.load.tables import Row
from site_builder.model.ledger import EVERY, ROOT, Ledger
from site_builder.problems import Place, Problem

FOLDER = "data/ledger"
ADDRESSES = f"{FOLDER}/addresses.csv"
TERRITORIES = f"{FOLDER}/territories.csv"
ANCHORS = f"{FOLDER}/anchors.csv"
COLUMNS = {
    ADDRESSES: ("address", "page", "anchors"),
    TERRITORIES: ("code", "slug", "pages"),
    ANCHORS: ("pages", "language", "anchor", "headings"),
}
"""The columns of each table: what names a line, then a list of words."""
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS = re.compile(r"/|(?:(?!\.+/)[^\s/?#:\\%]+/)+(?:\*\.[a-z]+)?")
Names = tuple[str, ...]


def read_ledger(tables: Mapping[str, Sequence[Row]]) -> tuple[Ledger, list[Problem]]:
    """The ledger, and what keeps it from being read: it would seem that nothing was ever published."""
    rows = {path: tables.get(path, ()) for path in COLUMNS}
    problems = [problem for path in COLUMNS for problem in _missing_columns(path, rows[path])]
    problems = problems or [*_unread(ADDRESSES, rows[ADDRESSES]), *_unread(TERRITORIES, rows[TERRITORIES])]
    if problems:
        return Ledger(), problems
    addresses = _lists(ADDRESSES, rows[ADDRESSES])
    return Ledger(
        pages={
            ("" if address == ROOT else address, page): anchors
            for (address, page), anchors in addresses.items()
            if EVERY not in address
        },
        patterns={(address, kind): names for (address, kind), names in addresses.items() if EVERY in address},
        territories={(code, slug): pages for (code, slug), pages in _lists(TERRITORIES, rows[TERRITORIES]).items()},
        parts={(pages, lang, part): found for (pages, lang, part), found in _lists(ANCHORS, rows[ANCHORS]).items()},
    ), []


def tables_of(ledger: Ledger) -> dict[str, str]:
    """The text of each table by its path: one line for each thing, sorted, so that the same ledger is the same text."""
    addresses = {(address or ROOT, page): found for (address, page), found in ledger.pages.items()}
    addresses |= ledger.patterns
    return {
        ADDRESSES: _text(ADDRESSES, addresses.items()),
        TERRITORIES: _text(TERRITORIES, ledger.territories.items()),
        ANCHORS: _text(ANCHORS, ledger.parts.items()),
    }


def line_of(rows: Iterable[Row], path: str, *names: str) -> Place:
    """Where a table says something; its first line where it does not."""
    columns = COLUMNS[path][:-1]
    written = (names[0] or ROOT, *names[1:])
    found = (row for row in rows if tuple(row[column] for column in columns)[: len(written)] == written)
    return next((row.place(path, columns[0]) for row in found), Place(path))


def _lists(path: str, rows: Iterable[Row]) -> dict[Names, frozenset[str]]:
    *names, words = COLUMNS[path]
    found: dict[Names, frozenset[str]] = {}
    for row in rows:
        key = tuple([row[name] for name in names])
        if key == tuple(names):  # the first line of both sides of a merge
            continue
        said = frozenset(row[words].split())
        found[key] = found[key] | said if key in found else said
    return found


def _text(path: str, found: Iterable[tuple[Names, Set[str]]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS[path])
    writer.writerows(sorted((*names, " ".join(sorted(words))) for names, words in found))
    return written.getvalue()


def _unread(path: str, rows: Iterable[Row]) -> Iterator[Problem]:
    """Lines that name no folder of the site: pages are made at the addresses that are written here."""
    column = COLUMNS[path][0] if path == ADDRESSES else COLUMNS[path][1]
    form = _ADDRESS if path == ADDRESSES else _WORD
    for row in rows:
        if not form.fullmatch(row[column]) and row[column] != column:
            yield Problem("ledger-line", row.place(path, column), {"written": row[column]})


def _missing_columns(path: str, rows: Sequence[Row]) -> Iterator[Problem]:
    missing = [column for column in COLUMNS[path] if rows and column not in rows[0]]
    if missing:
        values = {"missing": ", ".join(missing), "header": ",".join(COLUMNS[path])}
        yield Problem("table-columns", Place(path), values)
