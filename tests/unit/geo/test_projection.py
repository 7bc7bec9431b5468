import pytest

from site_builder.geo.outlines import Bounds
from site_builder.geo.projection import Projection

SQUARE_DEGREE = Bounds(west=-1, south=59.5, east=0, north=60.5)


@pytest.mark.parametrize(
    ("width", "height", "padding", "view_box"),
    [
        (480, 480, 0, "0 0 240 480"),
        (100, 480, 0, "0 0 100 200"),
        (480, 206, 3, "0 0 106 206"),
    ],
    ids=["height decides", "width decides", "padding counts"],
)
def test_the_drawing_fits_and_keeps_its_shape(width: int, height: int, padding: int, view_box: str) -> None:
    """At 60° north a degree of longitude is half as long as one of latitude."""
    assert Projection.fit(SQUARE_DEGREE, width=width, height=height, padding=padding).view_box == view_box


@pytest.mark.parametrize(
    ("point", "drawn"),
    [((-1, 60.5), (3, 3)), ((0, 59.5), (103, 203)), ((-0.5, 60), (53, 103)), ((-1.1, 60.6), (-7, -17))],
    ids=["north-west", "south-east", "middle", "outside"],
)
def test_y_grows_downwards(point: tuple[float, float], drawn: tuple[float, float]) -> None:
    projection = Projection.fit(SQUARE_DEGREE, width=480, height=206, padding=3)
    assert projection.project(point) == pytest.approx(drawn)


@pytest.mark.parametrize(
    ("bounds", "padding"),
    [
        (Bounds(west=1, south=45, east=1, north=46), 0),
        (Bounds(west=1, south=45, east=2, north=45), 0),
        (SQUARE_DEGREE, 50),
    ],
    ids=["no width", "no height", "all padding"],
)
def test_nothing_to_draw_is_said(bounds: Bounds, padding: int) -> None:
    with pytest.raises(ValueError, match=rf"nothing to draw: .* in 100 × 100 with a padding of {padding}"):
        Projection.fit(bounds, width=100, height=100, padding=padding)
