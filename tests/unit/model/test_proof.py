"""When a proof is from, and until when it holds."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from site_builder.model.proof import Proof

WRITTEN: dict[str, Any] = {
    "id": "forest",
    "title": "Half of the commune is forest.",
    "sources": [{"name": "Inventory"}],
    "dated": "2021",
    "valid_until": "2026-11-20",
}


@pytest.mark.parametrize("written", ["2021", "2021-03", "2024-02-29"])
def test_a_source_says_as_much_of_its_date_as_it_knows(written: str) -> None:
    assert Proof.model_validate({**WRITTEN, "dated": written}).dated == written


@pytest.mark.parametrize("written", ["", "21", "2021-13", "2021-3", "2023-02-29", "2021-03-16T10", "0000", "mars 2021"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(ValidationError, match="not a year, a month or a day"):
        Proof.model_validate({**WRITTEN, "dated": written})


@pytest.mark.parametrize(
    ("today", "outdated"), [(date(2026, 11, 19), False), (date(2026, 11, 20), False), (date(2026, 11, 21), True)]
)
def test_the_last_day_is_included(today: date, *, outdated: bool) -> None:
    assert Proof.model_validate(WRITTEN).is_outdated(today) is outdated


@pytest.mark.parametrize("field", ["image", "summary", "slug", "website"])
def test_what_no_page_would_show(field: str) -> None:
    with pytest.raises(ValidationError, match="a proof does not show it"):
        Proof.model_validate({**WRITTEN, field: "https://forest.example/" if field == "website" else "a"})
