"""What an editor changes, once and again: a telephone number, and a text that every guide of the region shows."""

import csv
import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.measure import Usage, middle
from benchmarks.portals import REFERENCE, copy_all_but_open_data

TOWN_HALLS = REFERENCE / "town_halls.csv"
BLOCK = Path("content/welcome/core/change-of-address.md")
Build = Callable[[], Usage]


def copied(root: Path, folder: Path) -> Path:
    """The whole portal of ``root`` in ``folder``, to be edited there."""
    copy_all_but_open_data(root, folder)
    for file in (root / REFERENCE).iterdir():
        shutil.copyfile(file, folder / REFERENCE / file.name)
    return folder


def after_edits(edit: Callable[[int], None], build: Build, runs: int) -> Usage:
    """The median of ``runs`` builds, each after another edit."""
    return middle([_after(edit, number, build) for number in range(1, runs + 1)])


def _after(edit: Callable[[int], None], number: int, build: Build) -> Usage:
    edit(number)
    return build()


def new_telephone(root: Path, number: int) -> None:
    """The first town hall has another telephone number."""
    file = root / TOWN_HALLS
    rows = [*csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))]
    rows[1][rows[0].index("telephone")] = f"05 00 00 00 {number:02}"
    file.write_text(_written(rows), encoding="utf-8")


def new_words(root: Path, number: int) -> None:
    """The text has one more sentence."""
    file = root / BLOCK
    file.write_text(f"{file.read_text(encoding='utf-8')}\nEncore une phrase, la {number}e.\n", encoding="utf-8")


def _written(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
