"""From degrees to the integer units of a drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Self

from site_builder.geo.outlines import Bounds, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Local equirectangular projection: degrees of longitude are shortened by the cosine of the middle
    latitude, and y grows downwards as in SVG. Over a region of 4° of latitude, shapes are stretched by 4 %
    at most; over a département nothing is seen.
    """

    bounds: Bounds
    scale: float
    """Units for one degree of latitude."""
    shrink: float
    """Cosine of the middle latitude."""
    padding: int
    width: int
    height: int

    @classmethod
    def fit(cls, bounds: Bounds, *, width: int, height: int, padding: int = 0) -> Self:
        """The largest drawing of the box inside `width` × `height` units, padding included.

        The drawing's own width and height hug the box: one of them is smaller. Raises ValueError when there
        is nothing to draw: a box without width or height, or no room left by the padding.
        """
        shrink = cos(radians((bounds.south + bounds.north) / 2))
        degrees_wide = (bounds.east - bounds.west) * shrink
        degrees_high = bounds.north - bounds.south
        room_wide, room_high = width - 2 * padding, height - 2 * padding
        if min(degrees_wide, degrees_high, room_wide, room_high) <= 0:
            raise ValueError(f"nothing to draw: {bounds} in {width} × {height} with a padding of {padding}")
        scale = min(room_wide / degrees_wide, room_high / degrees_high)
        return cls(
            bounds=bounds,
            scale=scale,
            shrink=shrink,
            padding=padding,
            width=round(degrees_wide * scale) + 2 * padding,
            height=round(degrees_high * scale) + 2 * padding,
        )

    def project(self, point: Point) -> Point:
        """Where a point of the Earth lies on the drawing, not yet rounded."""
        return self.project_all((point,))[0]

    def project_all(self, points: Iterable[Point]) -> list[Point]:
        """Where each of many lies."""
        west, north, padding, shrink, scale = self.bounds.west, self.bounds.north, self.padding, self.shrink, self.scale
        return [
            (padding + (longitude - west) * shrink * scale, padding + (north - latitude) * scale)
            for longitude, latitude in points
        ]

    @property
    def view_box(self) -> str:
        """The value of the SVG attribute viewBox."""
        return f"0 0 {self.width} {self.height}"
