"""Vignettes: where something is, as a small flat print made of the outlines round it, with the place marked.

The land with its inner borders, water lines along its shore as on engraved maps, the territory round the place, the
place's own territory. Nothing in them is invented, and each place has its own.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import cos, radians

from site_builder.geo.clipping import clipped
from site_builder.geo.outlines import Bounds, Outline, Point
from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection

AROUND, WHOLE = 0.8, 0.88
"""How much of the picture the territory round the place fills, or the place's own where none is round it."""
LEAST_HIGH = 0.4
"""Degrees of latitude that a picture shows at least: outlines drawn nearer would show how coarse they are."""
TOWARDS_PLACE = 0.45
"""How far the picture's middle moves from that of the territory to the place."""
BLEED = 0.2
"""How far beyond the picture's edges outlines go on, so that no line is drawn along them; a part of its size."""
TOLERANCE = 0.7
WATER_LINES = ((58, 56.4), (40, 38.2), (24, 22), (11, 8.8))
"""Widths of each line and of the ground within it, from the farthest to the nearest to the shore."""
DOT, RING = 6, 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A vignette as SVG paths; ``around`` is empty where the place's own territory is all that is shown."""

    width: int
    height: int
    land: str
    around: str
    own: str
    at: tuple[int, int] | None
    way: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """CSS colours of a vignette: what lies beyond the land, lines upon it, the land, the territories, the mark."""

    sea: str
    water: str
    land: str
    around: str
    own: str
    mark: str


def draw_vignette(
    *,
    land: Sequence[Outline],
    around: Outline | None,
    own: Outline,
    at: Point | None,
    way: Sequence[Point] = (),
    size: tuple[int, int],
) -> Drawing:
    """Inside ``size``, width and height in units. ``at`` (longitude, latitude) is marked, where it is known.

    A line joins the stops of ``way``.
    """
    width, height = size
    frame = _frame(around or own, at if around else None, width / height, AROUND if around else WHOLE)
    projection = Projection.fit(frame, width=width, height=height)
    bleed = _widened(frame, BLEED)

    def path(outline: Outline | None) -> str:
        seen = clipped(outline, bleed) if outline else None
        return path_data(seen, projection, tolerance=TOLERANCE) if seen else ""

    def unit(point: Point) -> tuple[int, int]:
        x, y = projection.project(point)
        return round(x), round(y)

    return Drawing(
        width=width,
        height=height,
        land="".join(map(path, land)),
        around=path(around),
        own=path(own),
        at=unit(at) if at else None,
        way=tuple(map(unit, way)),
    )


def vignette_file(drawing: Drawing, *, light: Inks, dark: Inks) -> str:
    """The drawing as a standalone file; its colours follow the reader's scheme."""
    size = f'width="{drawing.width}" height="{drawing.height}"'
    water = "".join(
        f'<use class="water" stroke-width="{line}" href="#l"/><use class="sea" stroke-width="{within}" href="#l"/>'
        for line, within in WATER_LINES
    )
    around = f'<path class="around" d="{drawing.around}"/>' if drawing.around else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {drawing.width} {drawing.height}">'
        f"<style>{_style(light, dark)}</style>"
        f'<defs><path id="l" d="{drawing.land}"/></defs><rect class="beyond" {size}/>{water}'
        f'<use class="land" href="#l"/>{around}<path class="own" d="{drawing.own}"/>'
        f"{_way(drawing.way)}{_mark(drawing.at)}</svg>\n"
    )


def _mark(at: tuple[int, int] | None) -> str:
    if at is None:
        return ""
    centre = f'cx="{at[0]}" cy="{at[1]}"'
    return f'<circle class="mark" {centre} r="{DOT}"/><circle class="ring" {centre} r="{RING}"/>'


_WAY = (
    "polyline{stroke-linejoin:round}.way{fill:none;stroke:var(--own);stroke-width:7}"
    ".stop{fill:var(--mark);stroke:var(--own);stroke-width:2}"
)
"""A border in the ink of the territory, for stops that lie on the sea's."""


def _way(stops: Sequence[tuple[int, int]]) -> str:
    """A trail: its stops, and the line that joins them."""
    if not stops:
        return ""
    line = " ".join(f"{x},{y}" for x, y in stops)
    dots = "".join(f'<circle class="stop" cx="{x}" cy="{y}" r="{DOT}"/>' for x, y in stops)
    lines = "".join(f'<polyline class="{name}" points="{line}"/>' for name in ("way", "ring"))
    return f"<style>{_WAY}</style>{lines}{dots}"


def _frame(shown: Outline, at: Point | None, ratio: float, share: float) -> Bounds:
    """The box of that ratio which the outline fills by ``share``, moved towards the place."""
    box = shown.bounds
    longitude, latitude = (box.west + box.east) / 2, (box.south + box.north) / 2
    shrink = cos(radians(latitude))
    high = max((box.north - box.south) / share, (box.east - box.west) * shrink / ratio / share, LEAST_HIGH)
    wide = high * ratio / shrink
    if at:
        longitude += (at[0] - longitude) * TOWARDS_PLACE
        latitude += (at[1] - latitude) * TOWARDS_PLACE
    return Bounds(
        west=longitude - wide / 2, east=longitude + wide / 2, south=latitude - high / 2, north=latitude + high / 2
    )


def _widened(box: Bounds, part: float) -> Bounds:
    wide, high = (box.east - box.west) * part, (box.north - box.south) * part
    return Bounds(west=box.west - wide, east=box.east + wide, south=box.south - high, north=box.north + high)


def _style(light: Inks, dark: Inks) -> str:
    return (
        f"svg{{{_variables(light)}}}@media(prefers-color-scheme:dark){{svg{{{_variables(dark)}}}}}"
        "use,path{stroke-linejoin:round}.beyond{fill:var(--sea)}"
        ".water,.sea{fill:none;stroke:var(--water)}.sea{stroke:var(--sea)}"
        ".land{fill:var(--land);stroke:var(--sea);stroke-width:1.2}"
        ".around{fill:var(--around)}.own{fill:var(--own)}"
        ".mark{fill:var(--mark)}.ring{fill:none;stroke:var(--mark);stroke-width:2}"
    )


def _variables(inks: Inks) -> str:
    return ";".join(f"--{name}:{value}" for name, value in asdict(inks).items())
