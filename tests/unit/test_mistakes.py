"""Editors' real mistakes: each file of tests/corpus/mistakes/ holds a portal and every word said about it.

--- languages fr en                 the portal's languages; fr alone unless said
--- without data/portal.yml         a file that every other portal of the corpus has
--- link media/a.jpg b.jpg          a symbolic link
--- starter content/pages/legal.md  a file as `portail init` writes it
--- bytes content/pages/a.md        a file with \\x escapes, for what a text file cannot show
--- files                           the tree (tests/conftest.py); an image of which is written `x` is a white one
--- fr, --- en                      what `portail check` prints
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from site_builder.problems.catalogue import CATALOGUE
from site_builder.problems.report import as_text
from site_builder.reading import check_portal
from tests.conftest import NEEDED, REPOSITORY, TODAY, files_of, write_files

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "mistakes"
ENGLISH = "  - {code: en, name: English}\n"


def _white(form: str) -> bytes:
    file = BytesIO()
    Image.new("L", (480, 320), 255).save(file, form)
    return file.getvalue()


WHITE = {".jpg": _white("JPEG"), ".png": _white("PNG"), ".webp": _white("WEBP")}


@dataclass(frozen=True)
class Mistake:
    """One file of the corpus: its sections by name and argument."""

    name: str
    sections: dict[str, str]

    def arguments(self, word: str) -> Iterator[tuple[str, str]]:
        for title, text in self.sections.items():
            first, _, rest = title.partition(" ")
            if first == word:
                yield rest, text

    def write(self, root: Path) -> None:
        """The portal, on disk."""
        languages = next((rest.split() for rest, _ in self.arguments("languages")), ["fr"])
        files: dict[str, str | bytes] = dict(NEEDED)
        if "en" not in languages:
            files["data/portal.yml"] = NEEDED["data/portal.yml"].replace(ENGLISH, "")
        for path, _ in self.arguments("without"):
            del files[path]
        for path, text in self.arguments("bytes"):
            files[path] = text.encode("ascii").decode("unicode_escape").encode("latin-1")
        for path, _ in self.arguments("starter"):
            files[path] = (REPOSITORY / "starter" / path).read_bytes()
        tree = files_of(self.sections.get("files", ""))
        pictures = {
            path: WHITE[ending]
            for path, text in tree.items()
            if text == "x\n" and (ending := Path(path).suffix.lower()) in WHITE
        }
        write_files(root, {**files, **tree, **pictures})
        for arguments, _ in self.arguments("link"):
            link, target = arguments.split()
            (root / link).parent.mkdir(parents=True, exist_ok=True)
            (root / link).symlink_to(target)


def read_mistake(file: Path) -> Mistake:
    """The sections of one file of the corpus."""
    parts = re.split(r"^--- (.+)\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert parts[0] == "", f"{file.name} does not begin with a section"
    return Mistake(file.stem, dict(zip(parts[1::2], parts[2::2], strict=True)))


MISTAKES = [read_mistake(file) for file in sorted(CORPUS.glob("*.txt"))]
TOLD = re.compile(r"^\S.*?:\d+:\d+ \[([a-z0-9-]+)\] ", re.MULTILINE)
TOLD_ELSEWHERE = {
    *("host-empty", "host-folder", "host-hook", "host-missing", "host-name", "site-url", "site-url-missing"),
    *("file-unreadable", "more-errors", "more-warnings", "not-a-file", "too-many-signs"),
    *("build-running", "output-foreign", "output-in-sources", "output-not-folder", "output-repository"),
    *("bad-value", "file-large", "file-name", "interface-words", "line-long"),
    *("table-syntax", "unknown-locale"),
    *("sentence-long", "spelling"),
    "paper-address-example",
    *("search-unavailable", "site-large", "site-too-large", "files-many", "files-too-many"),
    *("left-out", "left-out-for-another", "published-as-before", "published-without-links", "record-left-out"),
    *("disk-full", "folder-closed", "former-left", "output-mounted"),
    *("shard-damaged", "shard-over-site", "shard-twice", "shard-unknown", "sources-changed"),
    *("shards-differ", "shards-incomplete", "shards-missing", "shards-overlap"),
    *("paper-address", "paper-address-missing", "paper-block", "paper-characters", "paper-characters-of-data"),
    *("paper-language", "paper-pages", "paper-template"),
}
"""Mistakes that no small portal holds, or that other tests show: of a build, of the host’s settings, of sizes, of
bytes, of a disk, of a day, of paper; what is told only when it is asked for."""


def test_the_corpus_shows_every_mistake() -> None:
    told = {code for mistake in MISTAKES for code in TOLD.findall(mistake.sections["en"])}
    assert CATALOGUE.keys() - told == TOLD_ELSEWHERE


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_mistake(mistake: Mistake, tmp_path: Path) -> None:
    mistake.write(tmp_path)
    problems = check_portal(tmp_path, today=TODAY).problems
    for lang in ("fr", "en"):
        assert as_text(problems, lang) == mistake.sections[lang]
