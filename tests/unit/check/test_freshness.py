"""When a text is to be read again, and when an adaptation is older than what it adapts."""

from collections.abc import Callable
from datetime import date

import pytest

from site_builder.model.block import Block
from tests.conftest import PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
FRENCH = "data/portal.yml\n" + "".join(
    f"    {line}\n" for line in PORTAL_YML.replace("  - {code: en, name: English}\n", "").splitlines()
)
DUNE = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: economy
    verified_on: VERIFIED
    review_every: PERIOD
    ---
    Du sable.
"""


@pytest.mark.parametrize(
    ("verified", "period", "last_day"),
    [
        ("2026-01-31", "1 months", date(2026, 2, 28)),
        ("2024-01-31", "1 months", date(2024, 2, 29)),
        ("2024-02-29", "1 years", date(2025, 2, 28)),
        ("2026-08-15", "6 months", date(2027, 2, 15)),
        ("2026-11-30", "13 months", date(2027, 12, 30)),
        ("2026-12-31", "30 days", date(2027, 1, 30)),
        ("2026-11-21", "0 days", date(2026, 11, 21)),
    ],
)
def test_the_last_day_of_a_text(verified: str, period: str, last_day: date, portal: Make) -> None:
    folder = portal(FRENCH + DUNE.replace("VERIFIED", verified).replace("PERIOD", period))
    after = date.fromordinal(last_day.toordinal() + 1)
    codes = [[problem.code for problem in folder.check(day).problems] for day in (last_day, after)]
    assert codes == [[], ["review-due"]]


@pytest.mark.parametrize("period", ["999 years", "999 months", "999 days"])
def test_what_is_due_after_the_last_year_is_never_due(period: str, portal: Make) -> None:
    folder = portal(FRENCH + DUNE.replace("VERIFIED", "9999-06-01").replace("PERIOD", period))
    assert list(folder.check(date(9999, 12, 31)).problems) == []


def test_a_text_without_a_period_is_never_due(portal: Make) -> None:
    folder = portal(FRENCH + DUNE.replace("VERIFIED", "2001-01-01").replace("    review_every: PERIOD\n", ""))
    assert list(folder.check(date(2099, 1, 1)).problems) == []


def block(**values: object) -> Block:
    return Block.model_validate({"id": "b", "title": "T", "section": "s", "see": "Là.", "body": "Un mot.", **values})


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"body": "Un   mot.  \n"}, True),
        ({"body": "\n\nUn mot.\r\n"}, True),
        ({"body": "Un\n  mot.\n"}, False),  # a line of a list or of an address is no space
        ({"order": 3, "audiences": ["family"], "verified_on": "2026-01-01", "id": "c"}, True),
        ({"body": "Un autre mot."}, False),
        ({"title": "U"}, False),
        ({"see": "Ici."}, False),
        ({"see": None}, False),
        ({"title": "T Un", "body": "mot."}, False),
    ],
)
def test_the_edition_of_a_block_changes_with_what_it_says(changed: dict[str, object], same: bool) -> None:
    assert (block(**changed).edition == block().edition) is same


def test_a_run_of_empty_lines_is_one() -> None:
    one, three, none = (block(body=f"Un{between}mot.").edition for between in ("\n\n", "\n \n\n\n", "\n"))
    assert (one == three, one == none) == (True, False)
