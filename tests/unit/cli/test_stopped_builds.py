"""Builds that stop while pages are made, in one process and in two: what is said of a full disk and of a template."""

import os
import re
from pathlib import Path

import pytest

from site_builder.cli.main import main
from site_builder.cli.words import WORDS
from site_builder.host import ThemeFault
from site_builder.publish import tree
from tests.conftest import PortalFolder, copy_portal

ENGLISH = {"LANG": "en_GB.UTF-8"}


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


def add(folder: PortalFolder, path: str, text: str) -> None:
    (folder.root / path).parent.mkdir(parents=True, exist_ok=True)
    (folder.root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_disk_that_cannot_be_written(
    jobs: str, minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk is said to be one, whichever process meets it."""

    def full(path: str, data: bytes) -> os.stat_result:
        if path.endswith(".html"):
            raise OSError(28, "No space left on device", path)
        return write(path, data)

    write = tree._new_file
    monkeypatch.setattr(tree, "_new_file", full)
    assert main(["build", "--root", str(minimal.root), "--jobs", jobs], ENGLISH) == 3
    said = capsys.readouterr().err
    stage = re.escape(str(minimal.root / ".portail"))
    full_disk = rf"The disk is full: {stage}/site/\S+\.html could not be written\. The published site is as it was\."
    assert re.search(rf"^{full_disk}\n→ Make room and run this again\. The folder {stage} may be", said, re.MULTILINE)
    assert not minimal.site.exists()


TEMPLATES = {
    "{{ 1 // 0 }}": (1, "ZeroDivisionError: integer division or modulo by zero"),
    "a\n{{ nobody_gives_it }}": (2, "UndefinedError: 'nobody_gives_it' is undefined"),
    "a\n{% if %}": (2, "TemplateSyntaxError: Expected an expression, got 'end of statement block'"),
    "a\n\n{% include 'pages/none.html' %}": (3, "TemplateNotFound: pages/none.html"),
    "{{ t('no.such.key') }}": (1, "KeyError: 'no.such.key'"),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("written", TEMPLATES)
def test_a_template_of_the_portal_that_is_wrong(
    jobs: str, written: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder theme/ is read though mkdocs.yml does not name it."""
    add(minimal, "theme/pages/home.html", written)
    arguments = ["build", "--root", str(minimal.root), "--jobs", jobs]
    line, error = TEMPLATES[written]
    where = f"{minimal.root / 'theme' / 'pages' / 'home.html'}:{line}"
    assert main(arguments, ENGLISH) == 1
    said = capsys.readouterr().err
    found = re.sub(r"\((fr|en|ar)\)", "(LANG)", said)  # the first of two processes to say it
    told = f"page home (LANG), template pages/home.html: {error} ({where})"
    assert found == WORDS["en"]["stopped-by-theme"].format(error=told)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_of_a_template_shows_a_traceback_where_asked(jobs: str, minimal: PortalFolder) -> None:
    add(minimal, "theme/pages/home.html", next(iter(TEMPLATES)))
    with pytest.raises(ThemeFault):
        main(["build", "--root", str(minimal.root), "--jobs", jobs], {**ENGLISH, "PORTAIL_TRACEBACK": "1"})
