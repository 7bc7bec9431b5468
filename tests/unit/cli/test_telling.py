"""How a site's size is said."""

import argparse
import time
from pathlib import Path

import pytest

from site_builder.cli.telling import SiteSize, tell_site


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
