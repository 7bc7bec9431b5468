"""Every page that was built: valid HTML, and a title that no other page of its language has."""

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.browser.nu import messages_of_pages
from tests.quality.conftest import ROOT, BuiltSite, read

pytestmark = pytest.mark.quality

# One run of the validator: many pages share its start, and its report of all of them stays small.
BATCH = 500


@pytest.fixture(scope="module")
def validator() -> Path:
    """Nu, with Java; without, it is said aloud and no page is validated."""
    found = subprocess.run([ROOT / "scripts/ensure_nu.sh"], check=False, capture_output=True, text=True)
    if not found.stdout.strip():
        print(found.stderr, file=sys.__stderr__, flush=True)
        pytest.skip(found.stderr)
    return Path(found.stdout.strip())


def batches(pages: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (pages[start : start + BATCH] for start in range(0, len(pages), BATCH))


def test_every_page_is_valid(built: BuiltSite, validator: Path) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as runs:
        found = [
            wrong
            for batch in runs.map(lambda files: messages_of_pages(validator, files), batches(built.pages))
            for wrong in batch
        ]
    assert found == []


def titles(pages: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for page in pages:
        dom = read(page)
        (lang,) = (str(node.attributes["lang"]) for node in dom.css("html"))
        (title,) = (node.text() for node in dom.css("title"))
        yield lang, title


def shared(pages: Iterable[Path]) -> dict[tuple[str, str], int]:
    """Language and title of what is called like another page, and how often."""
    times: dict[tuple[str, str], int] = defaultdict(int)
    for title in titles(pages):
        times[title] += 1
    return {title: count for title, count in times.items() if count > 1}


def test_no_title_is_used_twice(built: BuiltSite) -> None:
    assert shared(built.pages) == {}


def test_a_title_used_twice_would_be_seen(tmp_path: Path) -> None:
    pages = []
    for number, lang in enumerate(["fr", "fr", "en"]):
        pages.append(tmp_path / f"{number}.html")
        pages[-1].write_text(f"<!doctype html><html lang={lang}><title>Dax</title>", encoding="utf-8")
    assert shared(pages) == {("fr", "Dax"): 2}
