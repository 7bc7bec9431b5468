"""Pictures of many pages on one image, with their names: a person looks at all of them at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SHOWN = {360: 240, 1280: 480}
"""Pixels across of a page on its sheet, by the width of the window."""
TALLEST = 3
"""Of a page, this many times its width is shown: what comes after looks like what came before."""
ACROSS = {360: 8, 1280: 4}
GAP, LABEL = 16, 28
DESK, INK = "#808080", "#FFFFFF"


def sheet(pictures: Mapping[str, Path], width: int) -> Image.Image:
    """The pictures in rows, each under its name. ``width`` is that of the window in which all were taken."""
    shown = [(name, thumbnail(path, SHOWN[width])) for name, path in pictures.items()]
    rows = [shown[start : start + ACROSS[width]] for start in range(0, len(shown), ACROSS[width])]
    heights = [LABEL + max(picture.height for _, picture in row) + GAP for row in rows]
    across = GAP + (SHOWN[width] + GAP) * min(len(shown), ACROSS[width])
    whole = Image.new("RGB", (across, GAP + sum(heights)), DESK)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        _lay(whole, row, top, SHOWN[width])
        top += height
    return whole


def thumbnail(path: Path, across: int) -> Image.Image:
    """The beginning of a picture, ``across`` pixels wide."""
    with Image.open(path) as picture:
        begun = picture.convert("RGB").crop((0, 0, picture.width, min(picture.height, TALLEST * picture.width)))
    return begun.resize((across, max(1, round(begun.height * across / begun.width))), Image.Resampling.LANCZOS)


def _lay(whole: Image.Image, row: Sequence[tuple[str, Image.Image]], top: int, across: int) -> None:
    pen, font = ImageDraw.Draw(whole), ImageFont.load_default(size=16)
    for column, (name, picture) in enumerate(row):
        left = GAP + column * (across + GAP)
        pen.text((left, top), name, fill=INK, font=font)
        whole.paste(picture, (left, top + LABEL))
