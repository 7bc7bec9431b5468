"""What packs share is measured once, whatever territory asks first."""

import json
from pathlib import Path

from site_builder.paper.edition import Edition
from site_builder.paper.heights import Heights
from site_builder.paper.stage import packed
from tests.conftest import SITE_URLS, copy_portal
from tests.unit.paper.printing import printer_of

PARTS = ("sections", "stages", "terms", "unrecorded")


def test_no_part_is_measured_twice_in_one_language(tmp_path: Path) -> None:
    printer = printer_of(copy_portal("districts", tmp_path / "portal").root, SITE_URLS["districts"])
    asked: list[Edition] = []

    def measure(edition: Edition) -> str:
        asked.append(edition)
        rows = {name: [[2.0, 1.0]] for name in PARTS[1:]}
        return json.dumps({"sections": [[100.0, 0.0]] * len(edition.sections), "rows": rows})

    heights = Heights(measure)
    lang = printer.portal.languages[0]
    codes = packed(printer.portal)
    told = [heights.told(printer.editions.edition(code, lang)) for code in (*codes, *codes)]
    assert codes == ("VD", "A", "B", "A1", "AB", "B1")
    assert [[len(getattr(edition, part)) for part in PARTS] for edition in asked] == [
        [2, 1, 0, 2],
        [1, 0, 0, 0],
        [1, 0, 0, 1],
        [0, 0, 0, 1],
        [2, 2, 0, 0],
    ]
    assert {section.heights for edition in told for section in edition.sections} == {(100.0, 0.0)}
    assert all(edition.row_heights == dict.fromkeys(PARTS[1:], ((2.0, 1.0),)) for edition in told)
