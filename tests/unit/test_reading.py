"""A check uses what former ones worked out, and leaves what it worked out for the next."""

from pathlib import Path

import pytest

from site_builder.incremental.inputs import inputs_of
from site_builder.prose.markdown_text import MarkdownReader
from site_builder.reading import Checked, check_portal
from tests.conftest import PortalFolder, copy_portal

LIGHTHOUSE = "content/assets/lighthouse.md"


@pytest.fixture
def folder(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "portal")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read as Markdown."""
    texts: list[str] = []
    understand = MarkdownReader.understand

    def noted(reader: MarkdownReader, text: str) -> object:
        texts.append(text)
        return understand(reader, text)

    monkeypatch.setattr(MarkdownReader, "understand", noted)
    return texts


def check(folder: PortalFolder, *, in_passing: bool = False) -> Checked:
    return check_portal(folder.root, inputs=inputs_of(folder.root), in_passing=in_passing)


def add(folder: PortalFolder, line: str) -> None:
    file = folder.root / LIGHTHOUSE
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


def left(folder: PortalFolder) -> dict[str, bytes]:
    """What checks and builds have left for the next one."""
    return {file.name: file.read_bytes() for file in (folder.root / ".portail" / "parts").glob("*")}


def test_only_the_text_that_changed_is_read_again(folder: PortalFolder, read: list[str]) -> None:
    check(folder)
    assert len(read) > 1
    for line in ("A line.", "Another line."):
        read.clear()
        add(folder, line)
        check(folder)
        (text,) = read
        assert line in text


def test_a_check_in_passing_leaves_what_it_found(folder: PortalFolder, read: list[str]) -> None:
    check(folder)
    before = left(folder)
    read.clear()
    add(folder, "A [link](nowhere.md).")
    for _ in range(2):
        assert "broken-link-unknown" in {problem.code for problem in check(folder, in_passing=True).problems}
        assert left(folder) == before
    assert len(read) == 2


def test_the_first_check_in_passing_leaves_something(folder: PortalFolder, read: list[str]) -> None:
    check(folder, in_passing=True)
    read.clear()
    check(folder, in_passing=True)
    assert (bool(left(folder)), read) == (True, [])
