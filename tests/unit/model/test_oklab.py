import pytest

from site_builder.model.oklab import FINE, Shade, colour_of, contrast, mixed, nearest_that, shade_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#FFFFFF", "#000000", 21.0),
        ("#777777", "#777777", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#0A0A0A", "#000000", 1.06),
    ],
)
def test_contrast(one: str, other: str, expected: float) -> None:
    """The figures that WebAIM's contrast checker gives."""
    assert round(contrast(one, other), 2) == expected


@pytest.mark.parametrize(
    ("one", "other", "share", "colour"),
    [
        ("#FFFFFF", "#000000", 0.0, "#ffffff"),
        ("#FFFFFF", "#000000", 1.0, "#000000"),
        ("#FFFFFF", "#000000", 0.5, "#808080"),
        ("#102030", "#304050", 0.5, "#203040"),
    ],
)
def test_mixed_colours(one: str, other: str, share: float, colour: str) -> None:
    assert mixed(one, other, share) == colour


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "degrees"),
    [
        ("#ffffff", 1.0, 0.0, None),
        ("#000000", 0.0, 0.0, None),
        ("#ff0000", 0.62796, 0.25768, 29.23),
        ("#00ff00", 0.86644, 0.29483, 142.5),
        ("#0000ff", 0.45201, 0.31321, -95.95),
    ],
)
def test_shades(colour: str, lightness: float, chroma: float, degrees: float | None) -> None:
    """The values of CSS Color 4 for the primary colours (oklch)."""
    shade = shade_of(colour)
    assert shade.lightness == pytest.approx(lightness, abs=1e-4)
    assert shade.chroma == pytest.approx(chroma, abs=1e-4)
    if degrees is not None:
        assert shade.hue * 180 / 3.14159265 == pytest.approx(degrees, abs=0.05)


@pytest.mark.parametrize(
    "colour", ["#fbf8f2", "#0f4c5c", "#2e6b4f", "#7b2740", "#c8821e", "#000000", "#ffffff", "#00ff00"]
)
def test_a_shade_is_the_colour_again(colour: str) -> None:
    assert colour_of(shade_of(colour)) == colour


def test_what_no_screen_shows_loses_chroma_and_keeps_lightness() -> None:
    seen = shade_of(colour_of(Shade(0.8, 0.3, 0.45)))
    assert seen.lightness == pytest.approx(0.8, abs=0.01)
    assert 0 < seen.chroma < 0.2


def test_the_nearest_colour_that_fits() -> None:
    start = shade_of("#9fc4d0")
    found = nearest_that(lambda colour: contrast(colour, "#ffffff") >= 4.5, start, -FINE)
    assert found is not None
    assert 4.5 <= contrast(found, "#ffffff") < 4.6
    assert shade_of(found).hue == pytest.approx(start.hue, abs=0.02)
    assert nearest_that(lambda colour: contrast(colour, "#ffffff") >= 4.5, start, FINE) is None
