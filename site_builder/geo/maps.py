"""Maps as SVG text, made at build: no tiles, no script, no third party.

A list always stands beside a map (F44): the drawing is an image, its members' names are text elsewhere.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from html import escape
from itertools import chain
from math import inf

from site_builder.geo.labels import LEADING, SIZE, Label, place_labels
from site_builder.geo.outlines import Outline, bounds_of, twice_area
from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection

EDGE = 3
"""Width in units of a line under all members, which is seen round the whole territory only."""
GAP = 1.6
"""Width of a line over it that closes the gaps between outlines simplified each on its own."""
PADDING = 3
MANY = 200
FINE, COARSE = 0.5, 1.1
"""Tolerances in units; a map of more than MANY members would be heavier without looking finer."""
LEGIBLE = 300
"""Width in CSS pixels under which a map is shown without names: they would be too small to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPart:
    """A member of the territory on the map; what has no outline in the open data is not on it."""

    code: str
    name: str
    outline: Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class MapColours:
    """CSS colours of a map in one scheme, already checked: they are written as they are."""

    land: str
    line: str
    edge: str
    around: str
    here: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPalette:
    """Colours for readers who prefer a light screen, and a dark one."""

    light: MapColours
    dark: MapColours


PAPER_AND_NIGHT = MapPalette(
    light=MapColours(land="#f5efe3", line="#d0c6b5", edge="#a99f8e", around="#f9f5ec", here="#0f4c5c"),
    dark=MapColours(land="#1b2b38", line="#4d5553", edge="#8d8370", around="#14212c", here="#8ccbd6"),
)
FORCED = MapColours(land="Canvas", line="CanvasText", edge="CanvasText", around="Canvas", here="Highlight")
"""System colours (CSS Color 4 §6.2) for readers who force theirs; browsers keep images as they are and apply
them where the drawing is opened by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPart:
    """A member as an SVG path."""

    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryDrawing:
    """A map as values, for a template that sets its own links and styles."""

    width: int
    height: int
    view_box: str
    frame: str
    """Path of the frame, empty without one."""
    parts: tuple[DrawnPart, ...]
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineDrawing:
    """One outline, for the ornament of a page: fill it or draw its line."""

    view_box: str
    path: str


def draw_territory(
    parts: Sequence[MapPart], *, frame: Outline | None = None, width: int = 480, height: int = 480
) -> TerritoryDrawing:
    """The members, and the frame they lie in, inside `width` × `height` units.

    Members come largest first, so that none is painted over by a larger one that surrounds it.
    Raises ValueError when there is nothing to draw.
    """
    outlines = [part.outline for part in parts] + ([frame] if frame else [])
    if not outlines:
        raise ValueError("a map needs a member or a frame")
    projection = _projection(outlines, width, height)
    tolerance = FINE if len(parts) <= MANY else COARSE
    return TerritoryDrawing(
        width=projection.width,
        height=projection.height,
        view_box=projection.view_box,
        frame=path_data(frame, projection, tolerance=tolerance) if frame else "",
        parts=tuple(
            DrawnPart(
                code=part.code,
                name=part.name,
                path=path_data(part.outline, projection, tolerance=tolerance),
            )
            for part in sorted(parts, key=_size, reverse=True)
        ),
    )


def territory_map(
    *,
    title: str,
    parts: Sequence[MapPart],
    frame: Outline | None = None,
    width: int = 480,
    height: int = 480,
    palette: MapPalette = PAPER_AND_NIGHT,
) -> str:
    """A standalone SVG file, at most `width` × `height`.

    Each member has the id `t<code>`: `<img src="map.svg#t40088">` fills that one, so that one file serves
    every member's page. The frame is drawn under the members and shows where they leave it bare: the
    département round an EPCI. Colours follow the reader's scheme; in an image, the page's `color-scheme`.
    """
    return svg_file(draw_territory(parts, frame=frame, width=width, height=height), title=title, palette=palette)


def with_names(drawing: TerritoryDrawing, parts: Sequence[MapPart]) -> TerritoryDrawing:
    """The drawing of these parts, without frame, with their names where all of them fit."""
    projection = _projection([part.outline for part in parts], drawing.width, drawing.height)
    return replace(drawing, labels=place_labels([(part.name, part.outline) for part in parts], projection))


def svg_file(drawing: TerritoryDrawing, *, title: str, palette: MapPalette = PAPER_AND_NIGHT) -> str:
    """The drawing as a standalone file."""
    frame_path = f'<path class="around" d="{drawing.frame}"/>' if drawing.frame else ""
    members = "".join(f'<path id="t{escape(part.code)}" d="{part.path}"/>' for part in drawing.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="{drawing.view_box}" role="img" aria-labelledby="name">'
        f'<title id="name">{escape(title)}</title><style>{_style(palette)}{NAMES if drawing.labels else ""}</style>'
        f'{frame_path}<use class="edge" href="#all"/><use class="gaps" href="#all"/>'
        f'<g class="members"><g id="all">{members}</g></g>{_names(drawing.labels)}</svg>\n'
    )


def _names(labels: Sequence[Label]) -> str:
    """Said by the list beside the map, so not said again by the drawing."""
    texts = (f"<text>{_lines(label)}</text>" for label in labels)
    return f'<g class="names" aria-hidden="true">{"".join(texts)}</g>' if labels else ""


def _lines(label: Label) -> str:
    first = label.y - (len(label.lines) - 1) * LEADING / 2 + SIZE / 3
    return "".join(
        f'<tspan x="{label.x}" y="{first + number * LEADING:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(label.lines)
    )


def map_size(outlines: Sequence[Outline], *, width: int = 480, height: int = 480) -> tuple[int, int]:
    """The width and the height that the map of these outlines will have: pages keep its place before it comes."""
    projection = _projection(outlines, width, height)
    return projection.width, projection.height


def _projection(outlines: Sequence[Outline], width: int, height: int) -> Projection:
    bounds = bounds_of(chain.from_iterable(chain.from_iterable(outline.rings for outline in outlines)))
    return Projection.fit(bounds, width=width, height=height, padding=PADDING)


def outline_path(outline: Outline, size: int = 400, *, tolerance: float = 1.0) -> OutlineDrawing:
    """An outline inside `size` × `size` units, to be shown as large as one likes.

    It has no holes: most of those in the open data are traces of merged communes, blots on an ornament.
    """
    projection = Projection.fit(outline.bounds, width=size, height=size)
    path = path_data(outline, projection, tolerance=tolerance, holes_from=inf)
    return OutlineDrawing(view_box=projection.view_box, path=path)


def _size(part: MapPart) -> float:
    """Good for comparing: twice the area of the largest ring, in square degrees."""
    return max(map(twice_area, part.outline.rings))


def _style(palette: MapPalette) -> str:
    """`.edge` and `.gaps` clone the members under them, with wide lines: what shows in the end is the border
    of the whole, which so needs no computing."""
    return (
        f"svg{{{_variables(palette.light)}}}"
        f"@media(prefers-color-scheme:dark){{svg{{{_variables(palette.dark)}}}}}"
        f"@media(forced-colors:active){{svg{{{_variables(FORCED)}}}}}"
        "path{stroke-linejoin:round}"
        ".around{fill:var(--around);stroke:var(--edge);stroke-dasharray:2 3}"
        f".edge{{stroke:var(--edge);stroke-width:{EDGE}}}"
        f".gaps{{stroke:var(--line);stroke-width:{GAP}}}"
        ".members{fill:var(--land);stroke:var(--line);stroke-width:.8}"
        "path:target{fill:var(--here);stroke:var(--here)}"
    )


NAMES = (
    f".names{{font:{SIZE}px system-ui,sans-serif;text-anchor:middle;fill:var(--here)}}"
    f"@media(max-width:{LEGIBLE - 1}px){{.names{{display:none}}}}"
)


def _variables(colours: MapColours) -> str:
    return ";".join(f"--{name}:{value}" for name, value in asdict(colours).items())
