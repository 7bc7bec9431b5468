"""A card drawn: words on the left, large enough for a telephone, and on the right where it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from site_builder.geo.outlines import twice_area
from site_builder.geo.paths import rings_of
from site_builder.geo.vignettes import DOT, RING, Drawing, draw_vignette
from site_builder.outputs.cards.design import Design, Print
from site_builder.render.cards import HEIGHT, WIDTH

BESIDE, MARGIN = 520, 64
"""Pixels: the width of what is beside the words, and the room round them."""
FINE = 2
"""How many times larger a print is drawn before it is averaged: lines without steps."""
ABOVE, BELOW = 34, 30
TITLE = range(80, 39, -4)
"""Sizes of the title, from the largest: the first in which it fits."""
MOST_LINES = 5
COLOURS = 64
"""Of a drawing: flat inks, and the shades between two of them."""
SPACE = " "


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The files of the regular weight and of the bold one."""

    regular: Path
    bold: Path

    def of(self, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        """Basic layout: the texts that are drawn need no other, and every Pillow has it."""
        return ImageFont.truetype(self.bold if bold else self.regular, size, layout_engine=ImageFont.Layout.BASIC)


def card_png(design: Design, typefaces: Typefaces, beside: Image.Image | None = None) -> bytes:
    """The card as a PNG file; the same design gives the same bytes. ``beside``: where it is drawn already."""
    image = Image.new("RGB", (WIDTH, HEIGHT), design.ground)
    image.paste(beside or drawn_beside(design), (WIDTH - BESIDE, 0))
    _write(ImageDraw.Draw(image), design, typefaces)
    file = BytesIO()
    (image if design.image else image.quantize(COLOURS, Image.Quantize.FASTOCTREE)).save(file, "PNG")
    return file.getvalue()


def drawn_beside(design: Design) -> Image.Image:
    """What stands beside the words: cards that have only this in common need it once."""
    size = (BESIDE, HEIGHT)
    if design.image:
        with Image.open(design.image) as picture:
            return ImageOps.fit(picture.convert("RGB"), size, centering=design.focus)
    return _printed(design.print) if design.print else Image.new("RGB", size, design.beside)


def _printed(place: Print) -> Image.Image:
    size = (BESIDE * FINE, HEIGHT * FINE)
    drawing = draw_vignette(land=place.land, around=place.around, own=place.own, at=place.at, way=place.way, size=size)
    image = Image.new("RGB", size, place.inks.sea)
    draw = ImageDraw.Draw(image)
    _fill(draw, drawing.land, place.inks.land, place.inks.sea, line=2 * FINE)
    _fill(draw, drawing.around, place.inks.around, place.inks.land)
    if place.inks.own != place.inks.land:  # else it is all that is drawn, and its borders are seen
        _fill(draw, drawing.own, place.inks.own, place.inks.around if drawing.around else place.inks.land)
    _mark(draw, drawing, place)
    return image.reduce(FINE)


def _fill(draw: ImageDraw.ImageDraw, path: str, ink: str, beneath: str, line: int = 0) -> None:
    """Rings of a path; a hole shows what is beneath."""
    for ring in rings_of(path):
        draw.polygon(ring, fill=beneath if twice_area(ring) > 0 else ink)
        if line:
            draw.line([*ring, ring[0]], fill=beneath, width=line, joint="curve")


def _mark(draw: ImageDraw.ImageDraw, drawing: Drawing, place: Print) -> None:
    inks, scale = place.inks, 2 * FINE
    if drawing.way:
        for ink, width in ((inks.own, 4 * scale), (inks.mark, scale)):  # on the sea, the border is what is seen
            draw.line(drawing.way, fill=ink, width=width, joint="curve")
    for stop in drawing.way:
        draw.circle(stop, DOT * scale, fill=inks.mark, outline=inks.own, width=scale)
    if drawing.at:
        draw.circle(drawing.at, DOT * scale, fill=inks.mark)
        draw.circle(drawing.at, RING * scale, outline=inks.mark, width=scale)


def _write(draw: ImageDraw.ImageDraw, design: Design, typefaces: Typefaces) -> None:
    """The title in the middle of what the line above and the lines below leave."""
    room = WIDTH - BESIDE - 2 * MARGIN
    above, below = typefaces.of(ABOVE, bold=True), typefaces.of(BELOW, bold=False)
    ends = _shortened(below, design.texts[2], room, 3)
    draw.text((MARGIN, MARGIN), _shortened(above, design.texts[0], room, 1)[0], design.inks[0], above)
    top, bottom = MARGIN + 2 * ABOVE, HEIGHT - MARGIN - int(1.4 * BELOW * len(ends))
    size, lines = _title(typefaces, design.texts[1], room, bottom - top - 2 * BELOW)
    font, high = typefaces.of(size, bold=True), round(1.14 * size)
    y = top + (bottom - BELOW - top - high * len(lines)) // 2
    for at, line in enumerate(lines):
        draw.text((MARGIN, y + at * high), line, design.inks[1], font)
    for at, line in enumerate(ends):
        draw.text((MARGIN, bottom + at * int(1.4 * BELOW)), line, design.inks[2], below)


def _title(typefaces: Typefaces, text: str, room: int, high: int) -> tuple[int, Sequence[str]]:
    """The largest size in which all of it fits; in the smallest, as much of it as does."""
    for size in TITLE:
        font = typefaces.of(size, bold=True)
        lines = list(_lines(font, text, room))
        fits = all(font.getlength(line) <= room for line in lines)
        if fits and len(lines) <= MOST_LINES and len(lines) * 1.14 * size <= high:
            return size, lines
    smallest = TITLE[-1]
    return smallest, _shortened(typefaces.of(smallest, bold=True), text, room, MOST_LINES)


def _lines(font: ImageFont.FreeTypeFont, text: str, room: int) -> Iterator[str]:
    """Broken at spaces, but for those that do not break."""
    line = ""
    for word in text.split(SPACE):
        longer = f"{line}{SPACE}{word}" if line else word
        if line and font.getlength(longer) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


def _shortened(font: ImageFont.FreeTypeFont, text: str, room: int, most: int) -> list[str]:
    """At most so many lines; what does not fit ends in an ellipsis."""
    lines = list(_lines(font, text, room))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return [_cut(font, line, room) for line in lines]


def _cut(font: ImageFont.FreeTypeFont, line: str, room: int) -> str:
    while font.getlength(line) > room and len(line) > 2:
        line = f"{line[:-2].rstrip()}…"
    return line
