"""The territory's shape for the covers: one path, and the lines between its members."""

from math import inf

from site_builder.geo.paths import path_data
from site_builder.geo.projection import Projection
from site_builder.paper.edition import Outline
from site_builder.render.geography import drawn_children
from site_builder.render.scene import Scene

SIZE = 1000
FINE, SMALL = 1.0, 9.0
"""Tolerances in units: of a cover, and of a mark five millimetres high."""


def territory_outline(scene: Scene, code: str) -> Outline | None:
    """None for a territory without an outline: its covers have no shape.

    Members may cross its border, as an intercommunality over two départements does: they stop at ``path``.
    """
    outlines = scene.geography.outlines
    if code not in outlines:
        return None
    around = outlines[code]
    projection = Projection.fit(around.bounds, width=SIZE, height=SIZE)
    members = drawn_children(scene.portal, outlines, code)
    return Outline(
        view_box=projection.view_box,
        path=path_data(around, projection, tolerance=FINE, holes_from=inf),
        members=tuple(path_data(outlines[each.code], projection, tolerance=FINE) for each in members),
        small=path_data(around, projection, tolerance=SMALL, holes_from=inf),
    )
