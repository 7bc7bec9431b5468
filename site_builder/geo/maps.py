"""Maps drawn at build: no tiles, no third party.

A list always stands beside a map (F44): the drawing is an image, its members' names are text elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import inf

from site_builder.geo.labels import Label, place_labels
from site_builder.geo.outlines import Outline, bounds_of, twice_area
from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection

PADDING = 3
MANY = 200
FINE, COARSE = 0.5, 1.1
"""Tolerances in units; a map of more than MANY members, or of two levels, would be heavier without looking finer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPart:
    """A member of the territory on the map; what has no outline in the open data is not on it.

    ``slug``: the last part of the address of its page; ``names``: its name in the languages that have another.
    """

    code: str
    name: str
    outline: Outline
    slug: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPart:
    """A member as an SVG path."""

    part: MapPart
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryDrawing:
    """A map as values, for a template that sets its own links and styles."""

    width: int
    height: int
    view_box: str
    parts: tuple[DrawnPart, ...]
    borders: tuple[str, ...] = ()
    """Paths of the wider territories that the members make up."""
    whole: str = ""
    """The path of the territory itself, where its members reach beyond it."""
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineDrawing:
    """One outline, for the ornament of a page: fill it or draw its line."""

    view_box: str
    path: str


def draw_territory(
    parts: Sequence[MapPart],
    *,
    wider: Sequence[MapPart] = (),
    whole: MapPart | None = None,
    named: Sequence[MapPart] = (),
    width: int = 480,
    height: int = 480,
) -> TerritoryDrawing:
    """The members, inside `width` × `height` units.

    Members come largest first, so that none is painted over by a larger one that surrounds it. ``wider``: those
    whose borders are drawn over them; ``whole``: the territory itself, where its members reach beyond it; ``named``:
    those whose names are, where all of them fit.
    Raises ValueError when there is nothing to draw.
    """
    outlines = [part.outline for part in (*parts, *wider)]
    if not outlines:
        raise ValueError("a map needs a member")
    projection = map_projection(outlines, width=width, height=height)
    tolerance = COARSE if wider or len(parts) > MANY else FINE
    return TerritoryDrawing(
        width=projection.width,
        height=projection.height,
        view_box=projection.view_box,
        parts=tuple(
            DrawnPart(part=part, path=path_data(part.outline, projection, tolerance=tolerance))
            for part in sorted(parts, key=_size, reverse=True)
        ),
        borders=tuple(path_data(part.outline, projection, tolerance=COARSE) for part in wider),
        whole=path_data(whole.outline, projection, tolerance=COARSE) if whole else "",
        labels=place_labels([(part.name, part.outline) for part in named], projection),
    )


def map_projection(outlines: Sequence[Outline], *, width: int = 480, height: int = 480) -> Projection:
    """Where things will be on the map of these outlines, and its size: pages keep its place before it comes."""
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
