"""The territory's shape for the covers: one path, and the lines between its members."""

from array import array
from collections.abc import Callable
from functools import cache, partial
from hashlib import sha256
from itertools import chain
from math import inf

from site_builder.geo.outlines import Outline
from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection
from site_builder.paper.edition import PrintedOutline, Shape
from site_builder.render.map_plans import drawn_children
from site_builder.render.scene import Scene

SIZE = 1000
FINE, SMALL = 1.0, 9.0
"""Tolerances in units: of a cover, and of a mark five millimetres high."""


def territory_outline(scene: Scene, code: str, mark: Callable[[Outline], bytes]) -> Shape | None:
    """None for a territory without an outline: its covers have no shape. ``mark`` remembers `mark_of`."""
    outlines = scene.geography.outlines
    if code not in outlines:
        return None
    members = drawn_children(scene.portal, outlines, code)
    marks = (mark(outlines[each]) for each in (code, *(member.code for member in members)))
    return Shape(mark=sha256(b"".join(marks)).hexdigest(), draw=cache(partial(_drawn, scene, code)))


def mark_of(outline: Outline) -> bytes:
    """Another one when a point of the outline is another."""
    rings = (array("d", chain.from_iterable(ring)).tobytes() for ring in outline.rings)
    return sha256(b"".join(sha256(ring).digest() for ring in rings)).digest()


def _drawn(scene: Scene, code: str) -> PrintedOutline:
    """Members may cross its border, as an intercommunality over two départements does: they stop at ``path``."""
    outlines = scene.geography.outlines
    around = outlines[code]
    projection = Projection.fit(around.bounds, width=SIZE, height=SIZE)
    members = drawn_children(scene.portal, outlines, code)
    return PrintedOutline(
        view_box=projection.view_box,
        path=path_data(around, projection, tolerance=FINE, holes_from=inf),
        members=tuple(path_data(outlines[each.code], projection, tolerance=FINE) for each in members),
        small=path_data(around, projection, tolerance=SMALL, holes_from=inf),
    )
