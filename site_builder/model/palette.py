"""The colours of a portal: five that it chooses, and all that follow from them.

Ink, lines and the whole dark scheme are worked out of the five; whoever wants another value writes it.
"""

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Annotated

from pydantic import StringConstraints

from site_builder.model.oklab import FINE, Shade, colour_of, contrast, mixed, nearest_that, shade_of
from site_builder.model.values import Frozen

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
INK, TEXT = 12.0, 7.0
"""Contrast on paper of the ink, and of the coloured texts of the night, where they are worked out."""
WHITE, BLACK = "#ffffff", "#000000"


class Colours(Frozen):
    """The five colours of a portal, by daylight."""

    paper: Colour
    ocean: Colour
    pine: Colour
    wine: Colour
    ochre: Colour
    ink: Colour | None = None
    line: Colour | None = None


class DarkColours(Frozen):
    """What the dark scheme has of its own; the rest is worked out."""

    paper: Colour | None = None
    ocean: Colour | None = None
    pine: Colour | None = None
    wine: Colour | None = None
    ochre: Colour | None = None
    ink: Colour | None = None
    line: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Every colour of one scheme."""

    paper: str
    ink: str
    ocean: str
    pine: str
    wine: str
    ochre: str
    line: str

    def as_dict(self) -> dict[str, str]:
        """By name."""
        return asdict(self)


@lru_cache(maxsize=64)
def light_palette(colours: Colours) -> Palette:
    """The five, with an ink of the ocean's hue and lines of the paper's."""
    paper, ocean = shade_of(colours.paper), shade_of(colours.ocean)
    ink = _seen_on(colours.paper, INK, Shade(0.25, min(ocean.chroma, 0.023), ocean.hue), -FINE)
    line = Shade(max(paper.lightness - 0.105, 0), min(paper.chroma * 2.4, 0.03), paper.hue)
    five = colours.model_dump(include={"paper", "ocean", "pine", "wine", "ochre"})
    return Palette(**five, ink=colours.ink or ink, line=colours.line or colour_of(line))


@lru_cache(maxsize=64)
def dark_palette(colours: Colours, own: DarkColours) -> Palette:
    """Night paper of the ocean's hue, ink of the paper's; coloured texts as light as it takes to read them there."""
    ocean = shade_of(colours.ocean)
    night = Shade(0.217, min(ocean.chroma, 0.022), ocean.hue)
    paper = own.paper or colour_of(night)
    ink = replace(shade_of(colours.paper), lightness=0.94)
    texts = {name: getattr(own, name) or _lit(getattr(colours, name), paper) for name in ("ocean", "pine", "wine")}
    ochre = replace(shade_of(colours.ochre), lightness=max(shade_of(colours.ochre).lightness, 0.75))
    line = replace(shade_of(paper), lightness=shade_of(paper).lightness + 0.155)
    return Palette(
        paper=paper,
        ink=own.ink or _seen_on(paper, INK, replace(ink, chroma=max(ink.chroma, 0.015)), FINE),
        ochre=own.ochre or colour_of(ochre),
        line=own.line or colour_of(line),
        **texts,
    )


def _lit(colour: str, paper: str) -> str:
    """A text colour for the night: at least as light as moonlight, with less chroma than by day would tire the eye."""
    day = shade_of(colour)
    return _seen_on(paper, TEXT, Shade(max(day.lightness, 0.79), min(day.chroma, 0.085), day.hue), FINE)


def _seen_on(paper: str, least: float, start: Shade, step: float) -> str:
    """The first shade on the way that reads well on the paper; black or white where none does."""
    return nearest_that(lambda colour: contrast(colour, paper) >= least, start, step) or (WHITE if step > 0 else BLACK)


def _deep(colour: str) -> str:
    """A ground for the night that is still of this colour: dark, and with more chroma than its text has."""
    text = shade_of(colour)
    return colour_of(Shade(0.42, text.chroma * 1.35, text.hue))


def shades(palette: Palette, *, dark: bool) -> dict[str, str]:
    """What the style sheet uses besides: quiet text, grounds of cards, covers and tints.

    ``plate`` is of all that initials lie on, in place of a portrait, what is nearest to their colour.
    """
    return {
        "quiet": mixed(palette.paper, palette.ink, 0.8),
        "card": mixed(palette.paper, WHITE, 0.07 if dark else 0.6),
        "cover": mixed(palette.paper, palette.ocean, 0.2) if dark else palette.ocean,
        "on-cover": palette.ink if dark else WHITE,
        "cover-partners": mixed(palette.paper, palette.ink, 0.16 if dark else 0.88),
        "plate": _deep(palette.wine) if dark else mixed(palette.paper, palette.wine, 0.82),
        "on-plate": palette.ink if dark else palette.paper,
        "sand": mixed(palette.paper, palette.ochre, 0.22 if dark else 0.26),
        "sun": mixed(palette.paper, palette.ochre, 0.8) if dark else palette.ochre,
        **{
            f"tint-{name}": mixed(palette.paper, getattr(palette, name), 0.15 if dark else 0.09)
            for name in ("ocean", "pine", "wine", "ink")
        },
    }
