"""What a translation was read beside: which changes of an original count, and which do not."""

from collections.abc import Mapping
from datetime import date

import pytest

from site_builder.model.translation import Mark, mark_of, sections_of, source_parts

DAY = date(2026, 11, 21)
TEXT = "Le lac est « haut ».\n\n## Les tarifs\n\nL’entrée coûte 5 euros.\n\n## Y aller\n\nEn train."
FIELDS: Mapping[str, object] = {"title": "Le lac", "summary": None, "see": "Voyez l’eau…"}
MARK = mark_of(source_parts(FIELDS, TEXT), DAY)


def changed(fields: Mapping[str, object], text: str) -> list[str]:
    known = Mark.read(MARK).parts
    return [part.name for part in source_parts(fields, text) if part.fingerprint not in known]


def test_parts_are_fields_then_sections() -> None:
    parts = [(part.name, part.section, part.words) for part in source_parts(FIELDS, TEXT)]
    assert parts == [
        ("title", None, 2),
        ("see", None, 2),
        ("", 0, 6),
        ("Les tarifs", 1, 6),
        ("Y aller", 2, 4),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("« haut »", '"haut"'),
        ("« haut »", "«\u202fhaut\u202f»"),
        ("L’entrée", "L'entrée"),
        ("5 euros", "5\u00a0euros"),
        ("\n\nEn train.", "\n\n\n\nEn   train.\n\n"),
        ("## Y aller", "##   Y aller ##"),
    ],
)
def test_spaces_and_typography_change_nothing(before: str, after: str) -> None:
    assert before in TEXT
    assert changed(FIELDS, TEXT.replace(before, after)) == []


@pytest.mark.parametrize(
    ("fields", "text", "names"),
    [
        (FIELDS, TEXT.replace("5 euros", "6 euros"), ["Les tarifs"]),
        (FIELDS, TEXT.replace("## Y aller", "## S’y rendre"), ["S’y rendre"]),
        (FIELDS, TEXT.replace("Le lac est", "Ce lac est"), [""]),
        (FIELDS, f"{TEXT}\n\n## Manger\n\nIci.", ["Manger"]),
        (FIELDS, TEXT.replace("\n\n## Y aller\n\nEn train.", ""), []),
        ({**FIELDS, "title": "Ce lac"}, TEXT, ["title"]),
        ({**FIELDS, "summary": "De l’eau."}, TEXT, ["summary"]),
    ],
)
def test_only_what_has_changed_is_older(fields: Mapping[str, object], text: str, names: list[str]) -> None:
    assert changed(fields, text) == names


def test_a_section_that_moves_has_not_changed() -> None:
    first, prices, way = TEXT.split("\n\n## ")
    assert changed(FIELDS, f"{first}\n\n## {way}\n\n## {prices}") == []


def test_what_stands_in_code_is_no_heading() -> None:
    assert sections_of("Un\n\n```\n## Deux\n~~~\n```\n\n~~~~\n## Trois\n~~~\n~~~~\n\n## Quatre") == ("Quatre",)


@pytest.mark.parametrize("written", ["", "new", "2026-11-21", "2026-11-21 1A2B3C", "1a2b3c"])
def test_what_is_no_mark(written: str) -> None:
    with pytest.raises(ValueError, match="not a mark"):
        Mark.read(written)


def test_a_mark_is_read_as_it_was_written() -> None:
    parts = source_parts(FIELDS, TEXT)
    assert Mark.read(MARK) == Mark(DAY, frozenset(part.fingerprint for part in parts))
