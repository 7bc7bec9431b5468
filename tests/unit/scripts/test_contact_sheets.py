"""Sheets of pictures: where each one is, how large, and how much of it."""

from pathlib import Path

import pytest
from PIL import Image

from scripts.contact_sheets import DESK, sheet, thumbnail


def picture(path: Path, size: tuple[int, int], colour: str) -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


@pytest.mark.parametrize(
    ("size", "shown"), [((360, 740), (240, 493)), ((360, 9000), (240, 720)), ((1280, 800), (240, 150))]
)
def test_a_long_page_shows_its_beginning(tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]) -> None:
    assert thumbnail(picture(tmp_path / "a.png", size, "red"), 240).size == shown


def test_pages_stand_side_by_side_then_below(tmp_path: Path) -> None:
    pages = {f"page {n}": picture(tmp_path / f"{n}.png", (1280, 800), "red") for n in range(5)}
    made = sheet(pages, 1280)
    assert made.size == (16 + 4 * (480 + 16), 16 + 2 * (28 + 300 + 16))
    inside = [made.getpixel((16 + 240 + column * 496, 200)) for column in range(4)]
    assert inside == [(255, 0, 0)] * 4
    below = 16 + 344 + 28 + 150
    assert made.getpixel((256, below)) == (255, 0, 0)
    assert made.getpixel((752, below)) == Image.new("RGB", (1, 1), DESK).getpixel((0, 0))
