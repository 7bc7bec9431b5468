"""The Nu HTML validator, on every page of the cut demonstration.

It needs Java, and npm once (scripts/ensure_nu.sh). CI has both: with CI=true a missing one is a failure; elsewhere it
is said aloud and the pages are not validated.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser.conftest import Served
from tests.browser.demonstration import ROOT

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


BY_THE_BROWSER = ".*violates Content Security Policy.*"
"""The validator reads files, none of which is the site's own to it, and takes JSON-LD for a script. The browser says
what the policy refuses, and any visit of these tests fails."""


@pytest.fixture(scope="module")
def validator() -> Path:
    found = subprocess.run([ROOT / "scripts/ensure_nu.sh"], check=False, capture_output=True, text=True)
    if found.stdout.strip():
        return Path(found.stdout.strip())
    assert os.environ.get("CI") != "true", found.stderr
    print(found.stderr, file=sys.__stderr__, flush=True)
    pytest.skip(found.stderr)


def messages(validator: Path, files: Sequence[Path], *options: str) -> list[tuple[str, str]]:
    """Errors and warnings: file and what is wrong."""
    command = ["java", "-Xmx512m", "-jar", str(validator), "--format", "json", "--exit-zero-always", "--stdout"]
    result = subprocess.run([*command, *options, *map(str, files)], check=True, capture_output=True, text=True)
    found = json.loads(result.stdout)["messages"]
    return [(Path(message["url"].removeprefix("file:")).as_posix(), message["message"]) for message in found]


def test_every_page_is_valid(validator: Path, served: Served) -> None:
    files = sorted(served.folder.rglob("*.html"))
    assert len(files) == len(served.site)
    assert messages(validator, files, "--filterpattern", BY_THE_BROWSER) == []


def test_every_drawing_is_valid(validator: Path, served: Served) -> None:
    files = sorted(served.folder.rglob("*.svg"))
    assert len(files) > 10
    assert messages(validator, files, "--svg") == []


def test_the_validator_bites(validator: Path, tmp_path: Path) -> None:
    page = tmp_path / "planted.html"
    page.write_text(PLANTED, encoding="utf-8")
    found = {message for file, message in messages(validator, [page]) if file == page.as_posix()}
    assert found == set(WRONG)
