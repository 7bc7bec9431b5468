"""The whole edition of a small portal, input and output together: golden/portal.txt and golden/pays-<lang>.json."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.paper.written import fingerprint_text
from tests.conftest import PortalFolder
from tests.unit.paper.printing import printer_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_edition_of_a_small_portal(portal: Callable[..., PortalFolder], lang: str) -> None:
    """Words that templates print are held by other tests; here, all that is drawn from the portal."""
    folder = portal((GOLDEN / "portal.txt").read_text(encoding="utf-8"))
    edition = json.loads(
        fingerprint_text(printer_of(folder.root, "https://pays.example/").editions.edition("pays", lang))
    )
    del edition["words"]
    assert edition == json.loads((GOLDEN / f"pays-{lang}.json").read_text(encoding="utf-8"))
