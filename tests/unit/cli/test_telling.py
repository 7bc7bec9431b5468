"""How a site's size is said."""

import argparse
import time
from pathlib import Path

import pytest

from site_builder.cli.telling import SiteSize, tell_outputs, tell_site
from site_builder.costs import OutputCost


@pytest.mark.parametrize(
    ("lang", "size", "said"),
    [
        ("en", 1, "0.1 MB"),
        ("en", 340_000, "0.3 MB"),
        ("fr", 340_000, "0,3\u00a0Mo"),
        ("en", 1_400_000, "1 MB"),
        ("en", 2_000_000_000, "2,000 MB"),
    ],
)
def test_a_small_site_weighs_more_than_nothing(
    lang: str, size: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace(lang=lang, shard=None, root=Path(), called_from=None)
    tell_site(options, "built", SiteSize(3, 5, size), Path("site"), time.monotonic())
    assert f", {said})" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "made", "said"),
    [
        ("en", None, "3 pages (5 files, 1 MB) in 0 s, in site\n"),
        ("en", 3, "3 pages (5 files, 1 MB) in 0 s, in site\n"),
        ("en", 2, "3 pages (5 files, 1 MB), 2 of them made anew, in 0 s, in site\n"),
        ("fr", 2, "3 pages (5 fichiers, 1\u00a0Mo), dont 2 refaites, en 0\u00a0s, dans site\n"),
        ("fr", 1, "3 pages (5 fichiers, 1\u00a0Mo), dont une refaite, en 0\u00a0s, dans site\n"),
        ("en", 0, "3 pages (5 files, 1 MB), none of them made anew, in 0 s, in site\n"),
    ],
)
def test_how_many_pages_had_to_be_made(
    lang: str, made: int | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace(lang=lang, shard=None, root=Path(), called_from=None)
    tell_site(options, "built", SiteSize(3, 5, 1_000_000, made), Path("site"), time.monotonic())
    assert capsys.readouterr().out.startswith(said)


def output(files: int, size: int) -> OutputCost:
    return OutputCost(files=files, bytes=size, new=0, new_bytes=0)


def test_what_weighs_most_is_told_and_github_is_told_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    outputs = {
        "assets": output(18, 201_000),
        "maps": output(340, 4_969_000),
        "pages/guide": output(8_924, 361_395_000),
        "marks": output(2, 12),
    }
    tell_outputs(outputs, "en")
    assert capsys.readouterr().out == (
        "  8,924 files     361 MB  pages/guide\n"
        "    340 files       5 MB  maps\n"
        "     20 files     0.2 MB  2 other kinds\n"
    )
    assert summary.read_text(encoding="utf-8") == (
        "| Files of the site | number | kB |\n|---|---:|---:|\n"
        "| pages/guide | 8924 | 361395 |\n| maps | 340 | 4969 |\n"
        "| assets | 18 | 201 |\n| marks | 2 | 0 |\n\n"
    )
    tell_outputs(outputs, "fr")
    said = capsys.readouterr().out
    assert said.startswith("  8\u202f924 fichiers     361\u00a0Mo  pages/guide\n")
    assert said.endswith("     20 fichiers     0,2\u00a0Mo  2 autres sortes\n")


def test_a_small_site_needs_no_list(capsys: pytest.CaptureFixture[str]) -> None:
    tell_outputs({"pages/guide": output(20, 800_000)}, "en")
    assert capsys.readouterr().out == ""
