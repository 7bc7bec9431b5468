"""Colours ``#rrggbb`` as the eye orders them: contrast, and lightness that moves while the hue stays.

Contrast: WCAG 2.2, "contrast ratio" and "relative luminance". OKLab: B. Ottosson, "A perceptual color space for image
processing" (2020), the matrices of CSS Color 4 §17; its polar form is lightness (0 to 1), chroma and hue (radians).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import atan2, cos, hypot, sin

FINE = 1 / 512
"""A step of lightness that moves a colour by less than the eye sees."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour in OKLab's polar form."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def mixed(one: str, other: str, share: float) -> str:
    """The colour at ``share`` of the way from ``one`` to ``other``, in sRGB as CSS mixes them there."""
    channels = (round(int(one[i : i + 2], 16) * (1 - share) + int(other[i : i + 2], 16) * share) for i in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def shade_of(colour: str) -> Shade:
    """A colour as lightness, chroma and hue."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return Shade(lightness, hypot(a, b), atan2(b, a))


def colour_of(shade: Shade) -> str:
    """The colour of a shade; what no screen shows loses chroma until one does."""
    while max(_channels(shade)) > 1.0005 or min(_channels(shade)) < -0.0005:
        if shade.chroma < FINE:
            break
        shade = replace(shade, chroma=shade.chroma * 0.98)
    return "#" + "".join(f"{round(_encoded(min(max(c, 0.0), 1.0)) * 255):02x}" for c in _channels(shade))


def nearest_that(fits: Callable[[str], bool], start: Shade, step: float) -> str | None:
    """The first colour that fits, its lightness going by ``step`` from ``start`` to black or white, or None."""
    lightness = start.lightness
    while 0 <= lightness <= 1:
        colour = colour_of(replace(start, lightness=lightness))
        if fits(colour):
            return colour
        lightness += step
    return None


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def _channels(shade: Shade) -> tuple[float, float, float]:
    """Linear red, green and blue; outside 0 to 1 where no screen shows the shade."""
    a, b = shade.chroma * cos(shade.hue), shade.chroma * sin(shade.hue)
    long = (shade.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (shade.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (shade.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
