import pytest

from site_builder.model.oklab import contrast
from site_builder.model.palette import Colours, DarkColours, Palette, dark_palette, light_palette, shades

FIVE = {"paper": "#FBF8F2", "ocean": "#0F4C5C", "pine": "#2E6B4F", "wine": "#7B2740", "ochre": "#C8821E"}
OTHERS = (
    FIVE,
    {"paper": "#ffffff", "ocean": "#003399", "pine": "#006633", "wine": "#aa0000", "ochre": "#ffcc00"},
    {"paper": "#f3f6fb", "ocean": "#5b2a86", "pine": "#1d6f5e", "wine": "#9b1d4b", "ochre": "#b97512"},
    {"paper": "#fdf6f0", "ocean": "#000000", "pine": "#1b4d1b", "wine": "#5a0f0f", "ochre": "#8a5a00"},
)


def test_all_colours_of_five() -> None:
    colours = Colours.model_validate(FIVE)
    assert light_palette(colours) == Palette(**FIVE, ink="#152429", line="#dcd5c7")
    assert dark_palette(colours, DarkColours()) == Palette(
        paper="#0e1c21",
        ink="#f0ebe0",
        ocean="#8cc5d7",
        pine="#8dcbab",
        wine="#eaa4b2",
        ochre="#e59d41",
        line="#344348",
    )


def test_what_is_written_is_kept() -> None:
    colours = Colours.model_validate({**FIVE, "ink": "#111111", "line": "#cccccc"})
    assert (light_palette(colours).ink, light_palette(colours).line) == ("#111111", "#cccccc")
    own = {"paper": "#000000", "ocean": "#aaaaff", "pine": "#aaffaa", "wine": "#ffaaaa", "ochre": "#ffbb44"}
    dark = dark_palette(colours, DarkColours.model_validate({**own, "ink": "#ffffff", "line": "#444444"}))
    assert dark == Palette(**own, ink="#ffffff", line="#444444")
    assert dark_palette(colours, DarkColours(paper="#202020")).paper == "#202020"


@pytest.mark.parametrize("five", OTHERS)
def test_what_is_worked_out_reads_well(five: dict[str, str]) -> None:
    colours = Colours.model_validate(five)
    light, dark = light_palette(colours), dark_palette(colours, DarkColours())
    assert contrast(light.ink, light.paper) >= 12
    assert contrast(dark.ink, dark.paper) >= 12
    for text in (dark.ocean, dark.pine, dark.wine):
        assert contrast(text, dark.paper) >= 7
        assert contrast(text, shades(dark, dark=True)["card"]) >= 4.5
    assert contrast(dark.ochre, dark.paper) >= 3


def test_a_night_as_bright_as_day_is_read_in_black_or_white() -> None:
    assert dark_palette(Colours.model_validate(FIVE), DarkColours(paper="#999999")).ink == "#ffffff"


def test_shades() -> None:
    light = light_palette(Colours.model_validate({**FIVE, "paper": "#ffffff", "ink": "#000000"}))
    made = shades(light, dark=False)
    assert (made["quiet"], made["card"], made["cover"], made["on-cover"]) == (
        "#333333",
        "#ffffff",
        "#0F4C5C",
        "#ffffff",
    )
    assert (made["sand"], made["sun"], made["tint-ink"]) == ("#f1dec4", "#C8821E", "#e8e8e8")
