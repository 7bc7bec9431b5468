"""Outlines of territories, read from GeoJSON (RFC 7946)."""

import json
import struct
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import isfinite
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]

_POINT = struct.Struct("2d")
_LEAST_TWICE_AREA = 1e-12
"""Square degrees, about a hundredth of a square metre: less is a line, whatever the rounding made of it."""


class OutlineError(ValueError):
    """The text is not GeoJSON of territories; the message says which feature and why."""


class NotDegreesError(OutlineError):
    """Positions beyond the poles or the 180° meridian: metres of a projection, taken for degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A box in degrees; it does not cross the 180° meridian."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point, *, margin: float = 0.0) -> bool:
        """Whether the point lies in the box or at most `margin` degrees beyond it.

        An address placed elsewhere than in its territory is a mistake of the directory (a longitude that has
        lost its minus sign is the usual one).
        """
        longitude, latitude = point
        return (
            self.west - margin <= longitude <= self.east + margin
            and self.south - margin <= latitude <= self.north + margin
        )


@dataclass(frozen=True, slots=True, init=False)
class Outline:
    """The border of a territory.

    Rings are open (the first point is not repeated at the end). Outer rings run anticlockwise and holes
    clockwise (RFC 7946 §3.1.6), whatever the file did, so that any filling rule gives the right shape.
    """

    code: str
    _packed: tuple[bytes, ...] = field(repr=False)
    """Each ring as numbers of eight bytes: as pairs of Python's own, those of a country are ten times as large."""

    def __init__(self, *, code: str, rings: Iterable[Ring]) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "_packed", tuple(array("d", chain.from_iterable(ring)).tobytes() for ring in rings))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.code, self._packed)

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Made anew each time: whoever needs them twice keeps them."""
        return tuple(tuple(_POINT.iter_unpack(ring)) for ring in self._packed)

    @property
    def packed(self) -> bytes:
        """All that it is drawn from: other bytes are another outline."""
        return b"".join(self._packed)

    @property
    def bounds(self) -> Bounds:
        return bounds_of(chain.from_iterable(self.rings))

    @property
    def centroid(self) -> Point:
        """The centre of mass of the largest ring, its holes left aside.

        A place for a pin or a distance; it may lie outside a territory shaped like a crescent.
        """
        return _centroid(max(self.rings, key=twice_area))


def _restored(code: str, packed: tuple[bytes, ...]) -> Outline:
    """What `dataclass` would do of itself takes five times as long, for thousands of them."""
    outline = object.__new__(Outline)
    object.__setattr__(outline, "code", code)
    object.__setattr__(outline, "_packed", packed)
    return outline


def read_outlines(geojson: str | bytes) -> Mapping[str, Outline]:
    """Outlines by code, in the order of the file. Each feature is a (Multi)Polygon with a property `code`.

    Raises OutlineError.
    """
    try:
        features = tuple(json.loads(geojson)["features"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise OutlineError(f"not a GeoJSON FeatureCollection: {error}") from error
    outlines: dict[str, Outline] = {}
    for number, feature in enumerate(features, start=1):
        try:
            outline = _outline(feature)
        except NotDegreesError as error:
            raise NotDegreesError(f"feature {number}: {error}") from error
        except (ValueError, KeyError, TypeError, IndexError, OverflowError) as error:
            raise OutlineError(f"feature {number}: {type(error).__name__}: {error}") from error
        if outline.code in outlines:
            raise OutlineError(f"feature {number}: code {outline.code} appears twice")
        outlines[outline.code] = outline
    return outlines


def bounds_of(points: Iterable[Point]) -> Bounds:
    """The box round the points. Raises ValueError when there is none."""
    longitudes, latitudes = zip(*points, strict=True)
    return Bounds(west=min(longitudes), south=min(latitudes), east=max(longitudes), north=max(latitudes))


def twice_area(ring: Sequence[Point]) -> float:
    """Twice the area (the shoelace formula), in the square of the points' unit; negative when the ring runs
    clockwise in a plane whose y grows upwards."""
    return sum([x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)])


def _outline(feature: Any) -> Outline:
    code = feature["properties"]["code"]
    if not isinstance(code, str):
        raise TypeError(f"code {code!r} is not a text")
    geometry = feature["geometry"]
    match geometry["type"]:
        case "Polygon":
            polygons = [geometry["coordinates"]]
        case "MultiPolygon":
            polygons = geometry["coordinates"]
        case other:
            raise ValueError(f"{other} is not a Polygon or a MultiPolygon")
    rings = tuple(_ring(positions, hole=number > 0) for polygon in polygons for number, positions in enumerate(polygon))
    if not rings:
        raise ValueError("no ring")
    return Outline(code=code, rings=rings)


def _ring(positions: Any, *, hole: bool) -> Ring:
    """An open ring, in its right direction; altitudes, where there are, are dropped."""
    points: list[Point] = []
    for position in positions:
        longitude, latitude = float(position[0]), float(position[1])
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            raise _no_position(longitude, latitude)
        points.append((longitude, latitude))
    ring = tuple([point for point, after in zip(points, points[1:] + points[:1], strict=True) if point != after])
    if len(ring) < 3:
        raise ValueError("a ring has fewer than three points")
    first_x, first_y = ring[0]  # from there on, so that small territories lose no precision
    area = twice_area([(x - first_x, y - first_y) for x, y in ring])
    if abs(area) < _LEAST_TWICE_AREA:
        raise ValueError("a ring has no area")
    return ring if (area < 0) == hole else ring[::-1]


def _no_position(longitude: float, latitude: float) -> ValueError:
    if not (isfinite(longitude) and isfinite(latitude)):
        return ValueError(f"{longitude}, {latitude} is not a position")
    return NotDegreesError(f"{longitude:g}, {latitude:g} is not a longitude and a latitude")


def _centroid(ring: Ring) -> Point:
    """Degrees need no projection here: the centroid follows any stretching of the axes.

    Coordinates are taken from the first point, so that small territories lose no precision.
    """
    origin_x, origin_y = ring[0]
    local = tuple((x - origin_x, y - origin_y) for x, y in ring)
    twice_area = moment_x = moment_y = 0.0
    for (x1, y1), (x2, y2) in zip(local, local[1:] + local[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        twice_area += cross
        moment_x += (x1 + x2) * cross
        moment_y += (y1 + y2) * cross
    if not twice_area:  # a ring without area: all its points on one line
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    return origin_x + moment_x / (3 * twice_area), origin_y + moment_y / (3 * twice_area)
