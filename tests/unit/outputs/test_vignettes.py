"""The inks of the prints: headings differ, and initials are read."""

import itertools

import pytest

from site_builder.model.oklab import contrast
from site_builder.model.palette import Colours, DarkColours, Palette, dark_palette, light_palette, shades
from site_builder.outputs.vignettes import dark_inks, light_inks
from tests.unit.model.test_palette import OTHERS


def grounds(palette: Palette, *, dark: bool) -> list[str]:
    inks = (dark_inks if dark else light_inks)(palette, "people", 0)
    return [inks.sea, inks.water, inks.land, inks.around, inks.own]


@pytest.mark.parametrize("five", OTHERS)
def test_initials_are_read_on_all_that_the_print_has(five: dict[str, str]) -> None:
    colours = Colours.model_validate(five)
    for dark, palette in ((False, light_palette(colours)), (True, dark_palette(colours, DarkColours()))):
        made = shades(palette, dark=dark)
        ratios = {ground: contrast(made["on-plate"], ground) for ground in grounds(palette, dark=dark)}
        assert min(ratios, key=ratios.__getitem__) == made["plate"]
        assert ratios[made["plate"]] >= 4.5


def test_headings_follow_each_other_in_different_inks() -> None:
    palette = light_palette(Colours.model_validate(OTHERS[0]))
    inks = [light_inks(palette, "asset", number) for number in range(6)]
    assert len(set(inks)) == 4
    assert all(one != other for one, other in itertools.pairwise(inks))
    assert inks[4] == inks[0]
