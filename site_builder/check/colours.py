"""Contrast of the portal's colours (WCAG 2.2 §1.4.3: 4.5:1 for text)."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.model.settings import Palette
from site_builder.problems import Problem

LEAST = 4.5
TEXT_COLOURS = ("ink", "ocean", "pine", "wine")


def low_contrast(sight: Sight) -> Iterator[Problem]:
    """A text colour too close to the paper it stands on, in either scheme."""
    settings = sight.portal.settings
    for scheme, palette in (("colours", settings.colours), ("dark_colours", settings.dark_colours)):
        yield from _palette(sight, scheme, palette)


def _palette(sight: Sight, scheme: str, palette: Palette) -> Iterator[Problem]:
    for name in TEXT_COLOURS:
        ratio = contrast(getattr(palette, name), palette.paper)
        if ratio < LEAST:
            values = {"scheme": scheme, "colour": name, "ratio": f"{ratio:.1f}", "least": LEAST}
            yield Problem("low-contrast", sight.data_place("data/portal.yml", scheme, name), values)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
