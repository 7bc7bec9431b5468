"""Distances as the crow flies, and what lies near a point."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import asin, cos, degrees, floor, radians, sin, sqrt

from site_builder.geo.outlines import Point

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth: R1 of the GRS 80 ellipsoid (H. Moritz, Geodetic Reference System 1980)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A place and how far it is, in a straight line."""

    code: str
    km: float


def great_circle_km(a: Point, b: Point) -> float:
    """Kilometres between two points on a sphere.

    The haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984, p. 159),
    which keeps its precision for short distances; the Earth being flattened, it is right within 0.6 %.
    """
    (longitude_a, latitude_a), (longitude_b, latitude_b) = a, b
    half_height = sin(radians(latitude_b - latitude_a) / 2)
    half_width = sin(radians(longitude_b - longitude_a) / 2)
    square = half_height**2 + cos(radians(latitude_a)) * cos(radians(latitude_b)) * half_width**2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(square)))


class Nearby:
    """Places on a grid, indexed once, so that a question looks at a few cells and not at all places.

    `cell_km` is best about the radius usually asked for. The grid does not join at the 180° meridian.
    """

    __slots__ = ("_cell_km", "_cells", "_height", "_width")

    def __init__(self, points: Mapping[str, Point], *, cell_km: float = 10.0) -> None:
        nearest_to_pole = max((abs(latitude) for _, latitude in points.values()), default=0.0)
        self._cell_km = cell_km
        self._height = degrees(cell_km / EARTH_RADIUS_KM)
        self._width = self._height / max(0.01, cos(radians(nearest_to_pole)))
        cells: dict[tuple[int, int], list[tuple[str, Point]]] = defaultdict(list)
        for code, (longitude, latitude) in points.items():
            cell = floor(longitude / self._width), floor(latitude / self._height)
            cells[cell].append((code, (longitude, latitude)))
        self._cells = dict(cells)

    def within(self, origin: Point, km: float) -> tuple[Near, ...]:
        """Places at most `km` from the origin, nearest first, then by code.

        A place that lies at the origin is among them.
        """
        return tuple(_near(distance, code) for distance, code in self._measured(origin, km, _all))

    def nearest_first(self, origin: Point, km: float, among: Callable[[str], bool]) -> Iterator[Near]:
        """The same of those ``among`` which one looks, for whoever wants only the first few: what lies beyond the
        nearest cells is measured when it is asked for.
        """
        reached, limit = -1.0, self._cell_km
        while reached < km:
            limit = min(limit, km)
            found = self._measured(origin, limit, among)
            yield from (_near(distance, code) for distance, code in found if distance > reached)
            reached, limit = limit, 2 * limit

    def _measured(self, origin: Point, km: float, among: Callable[[str], bool]) -> list[tuple[float, str]]:
        """Those at most so many kilometres away, in their order."""
        found = ((great_circle_km(origin, point), code) for code, point in self._around(origin, km) if among(code))
        return sorted(each for each in found if each[0] <= km)

    def _around(self, origin: Point, km: float) -> Iterable[tuple[str, Point]]:
        """Places in the cells that the circle may touch, or all when it touches more cells than hold any."""
        longitude, latitude = origin
        height = degrees(km / EARTH_RADIUS_KM)
        width = _half_width(latitude, km)
        west, east = floor((longitude - width) / self._width), floor((longitude + width) / self._width)
        south, north = floor((latitude - height) / self._height), floor((latitude + height) / self._height)
        touched: Iterable[tuple[int, int]] = (
            (column, row) for column in range(west, east + 1) for row in range(south, north + 1)
        )
        if (east - west + 1) * (north - south + 1) > len(self._cells):
            touched = self._cells
        return (place for cell in touched for place in self._cells.get(cell, ()))


def _near(km: float, code: str) -> Near:
    return Near(code=code, km=km)


def _all(_code: str) -> bool:
    return True


def _half_width(latitude: float, km: float) -> float:
    """Degrees of longitude that a circle spans on either side; all of them when it holds a pole.

    The meridian that touches the circle: sin Δλ = sin r / cos φ, r the angular radius.
    """
    angle = km / EARTH_RADIUS_KM
    if abs(radians(latitude)) + angle >= radians(90):
        return 360.0
    return degrees(asin(sin(angle) / cos(radians(latitude))))
