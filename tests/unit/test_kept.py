"""Files kept between builds: what names them."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from site_builder.kept import FOLDERS, KeptFiles, name_of
from tests.conftest import REPOSITORY


def test_a_name_is_that_of_the_parts_in_their_order() -> None:
    assert name_of("a", b"b") == name_of("a", "b") == name_of(b"a\0b")
    names = [name_of(*parts) for parts in (("a", "b"), ("b", "a"), ("ab",), ("a", "b", ""), ("a",), ("é",))]
    assert [pair for pair in combinations(names, 2) if pair[0] == pair[1]] == []
    assert name_of("a", b"b") == "59b271ae1bbcb1d31d41929817f4b16fb439eb4f31520b5ad1d5ce98920a7138"


def test_what_is_kept_is_found_by_its_name(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, "things")
    assert kept.size("one") is None
    kept.put("one", b"1234")
    assert (kept.size("one"), kept.path("one").read_bytes()) == (4, b"1234")
    assert [file.name for file in (tmp_path / ".portail" / "things").iterdir()] == ["one"]


def test_a_link_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".portail").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError):
        KeptFiles(tmp_path, "things")


def test_all_that_is_kept_is_named_together() -> None:
    texts = (file.read_text(encoding="utf-8") for file in (REPOSITORY / "site_builder").rglob("*.py"))
    named = [re.search(r'^FOLDER(?:, \w+)* = "(\w+)"', text, re.MULTILINE) for text in texts if "KeptFiles(" in text]
    assert {found[1] for found in named if found} == FOLDERS
