"""Outlines cut to a box: what lies far beyond a picture's edge is not drawn."""

from collections.abc import Callable, Sequence

from site_builder.geo.outlines import Bounds, Outline, Point, Ring, bounds_of

Inside = Callable[[Point], bool]
Cut = Callable[[Point, Point], Point]


def clipped(outline: Outline, box: Bounds) -> Outline | None:
    """The part of the outline inside the box, or None. A ring that leaves the box and comes back runs along its edge.

    I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17, 1974.
    """
    rings = tuple(ring for ring in (_ring(ring, box) for ring in outline.rings) if len(ring) > 2)
    return Outline(code=outline.code, rings=rings) if rings else None


def _ring(ring: Ring, box: Bounds) -> Ring:
    """Most rings lie on one side of most edges, and are not cut there."""
    own = bounds_of(ring)
    if own.east < box.west or own.west > box.east or own.north < box.south or own.south > box.north:
        return ()
    if own.west < box.west:
        ring = _kept(ring, lambda p: p[0] >= box.west, lambda p, q: _at_longitude(p, q, box.west))
    if own.east > box.east:
        ring = _kept(ring, lambda p: p[0] <= box.east, lambda p, q: _at_longitude(p, q, box.east))
    if own.south < box.south:
        ring = _kept(ring, lambda p: p[1] >= box.south, lambda p, q: _at_latitude(p, q, box.south))
    if own.north > box.north:
        ring = _kept(ring, lambda p: p[1] <= box.north, lambda p, q: _at_latitude(p, q, box.north))
    return ring


def _kept(ring: Sequence[Point], inside: Inside, cut: Cut) -> Ring:
    kept: list[Point] = []
    before, was_inside = (ring[-1], inside(ring[-1])) if ring else ((0, 0), False)
    for point in ring:
        is_inside = inside(point)
        if was_inside != is_inside:
            kept.append(cut(before, point))
        if is_inside:
            kept.append(point)
        before, was_inside = point, is_inside
    return tuple(kept)


def _at_longitude(p: Point, q: Point, longitude: float) -> Point:
    return longitude, p[1] + (q[1] - p[1]) * (longitude - p[0]) / (q[0] - p[0])


def _at_latitude(p: Point, q: Point, latitude: float) -> Point:
    return p[0] + (q[0] - p[0]) * (latitude - p[1]) / (q[1] - p[1]), latitude
