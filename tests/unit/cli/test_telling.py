"""How a site's size is said."""

import argparse
import time
from pathlib import Path

import pytest

from site_builder.cli.telling import tell_site


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
    tell_site(options, "built", (3, 5, size), Path("site"), time.monotonic())
    assert f", {said})" in capsys.readouterr().out
