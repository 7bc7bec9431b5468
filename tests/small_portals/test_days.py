"""What comes and goes by itself ends no build: at night nobody is there to mend a link."""

import re
from datetime import date
from pathlib import Path

import pytest

from site_builder.model.registry import CONTENT_TYPES
from site_builder.problems import Severity
from tests.conftest import TODAY, PortalFolder, copy_portal

PORTAL = "districts"
GONE, TO_COME = "expires_on: 2026-11-20", "publish_on: 2026-11-22"


def references(root: Path) -> list[Path]:
    """The files of content/ that are no translation."""
    files = sorted((root / "content").rglob("*.md"))
    return [file for file in files if re.search("^id:", file.read_text("utf-8"), re.MULTILINE)]


def date_it(file: Path, line: str) -> None:
    own = re.sub("^(expires_on|valid_from|publish_on):.*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
    asked = {
        "perks": "\nexpires_on: 2030-01-01" if line == TO_COME else "",
        "news": "\npublish_on: 2020-01-01" if line == GONE else "",
    }
    end = asked.get(file.parent.name, "")
    file.write_text(own.replace("---\n", f"---\n{line}{end}\n", 1), "utf-8")


def mistakes(folder: PortalFolder, today: date = TODAY) -> list[str]:
    return [str(problem) for problem in folder.check(today).problems if problem.severity is Severity.ERROR]


EACH = [
    pytest.param(each.folder, line, marks=[pytest.mark.long] * ((at + also) % 2))
    for at, each in enumerate(CONTENT_TYPES)
    for also, line in enumerate((GONE, TO_COME))
]
"""Of each kind one of the two in `make test`, by turns."""


@pytest.mark.parametrize(("kind", "line"), EACH)
def test_no_entry_that_is_out_of_its_dates_is_a_mistake_of_another(line: str, kind: str, tmp_path: Path) -> None:
    """One after the other: of a block that others change, of a stop, of the page behind a door."""
    folder = copy_portal(PORTAL, tmp_path / "portal")
    files = [file for file in references(folder.root) if file.relative_to(folder.root / "content").parts[0] == kind]
    assert files
    for file in files:
        before = file.read_text("utf-8")
        date_it(file, line)
        assert mistakes(folder) == [], file
        file.write_text(before, "utf-8")


@pytest.mark.parametrize("line", [GONE, TO_COME])
def test_a_portal_of_which_every_text_is_out_of_its_dates_is_built(line: str, tmp_path: Path) -> None:
    folder = copy_portal(PORTAL, tmp_path / "portal")
    for file in references(folder.root):
        date_it(file, line)
    assert not folder.build().failed
    planned = folder.check().planned
    assert planned is not None
    assert not {page.kind for page in planned.site} & {each.kind for each in CONTENT_TYPES}
