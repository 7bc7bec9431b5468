"""The Nu HTML validator, on every page of the cut demonstration.

It needs Java, and npm once (scripts/ensure_nu.sh). CI has both: with CI=true a missing one is a failure; elsewhere it
is said aloud and the pages are not validated.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import Served
from tests.browser.demonstration import OLD_PATHS, ROOT
from tests.browser.nu import messages, messages_of_pages
from tests.conftest import NO_PAGES

PLANTED = """\
<!doctype html><html lang="fr"><head><title>Essai</title></head>
<body><p id="a">Un</p><p id="a">Deux</p><ul><p>Trois</p></ul><img src="x.svg"></body></html>
"""
WRONG = (
    "Duplicate ID “a”.",
    "The first occurrence of ID “a” was here.",
    (
        "Element “p” not allowed as child of element “ul” in this context. "
        "(Suppressing further errors from this subtree.)"
    ),
    (
        "An “img” element must have an “alt” attribute, except under certain conditions. "
        "For details, consult guidance on providing text alternatives for images."
    ),
)


@pytest.fixture(scope="module")
def validator() -> Path:
    found = subprocess.run([ROOT / "scripts/ensure_nu.sh"], check=False, capture_output=True, text=True)
    if found.stdout.strip():
        return Path(found.stdout.strip())
    assert os.environ.get("CI") != "true", found.stderr
    print(found.stderr, file=sys.__stderr__, flush=True)
    pytest.skip(found.stderr)


@pytest.mark.long
def test_every_page_is_valid(validator: Path, served: Served) -> None:
    files = sorted(served.folder.rglob("*.html"))
    beside = sum(file.relative_to(served.folder).as_posix().startswith(NO_PAGES) for file in files)
    assert len(files) - beside == len(served.site) + len(OLD_PATHS)
    assert messages_of_pages(validator, files) == []


def test_every_drawing_is_valid(validator: Path, served: Served) -> None:
    files = sorted(served.folder.rglob("*.svg"))
    assert len(files) > 10
    assert messages(validator, files, "--svg") == []


def test_the_validator_bites(validator: Path, tmp_path: Path) -> None:
    page = tmp_path / "planted.html"
    page.write_text(PLANTED, encoding="utf-8")
    found = {message for file, message in messages(validator, [page]) if file == page.as_posix()}
    assert found == set(WRONG)
