"""What is drawn for a card, as plain values: its name in the cache is made of nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.geo.outlines import Outline, Point
from site_builder.geo.vignettes import Inks
from site_builder.kept import name_of
from site_builder.model.oklab import mixed
from site_builder.model.palette import Palette, shades
from site_builder.outputs.vignettes import land_of, light_inks
from site_builder.render.cards import Card
from site_builder.render.scene import Scene

MARK = "2"
"""Another one when `drawing.py` draws otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A small print of a place: see `geo.vignettes.draw_vignette`."""

    inks: Inks
    land: tuple[Outline, ...]
    around: Outline | None
    own: Outline
    at: Point | None
    way: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """Three texts on a ground, each in its colour, and beside them a photograph, or a print, or a plain ground."""

    texts: tuple[str, str, str]
    inks: tuple[str, str, str]
    ground: str
    beside: str
    print: Print | None
    image: Path | None
    focus: Point

    def key(self, tools: str) -> str:
        """What names its file: another one when anything that is drawn changes. ``tools``: the mark of what draws."""
        drawn = self.print
        shapes = _packed((*drawn.land, drawn.own, drawn.around)) if drawn else ()
        marks = repr((drawn.inks, drawn.at, drawn.way)) if drawn else ""
        image = self.image.name if self.image else ""  # named after its own contents, in the cache of pictures
        said = repr((self.texts, self.inks, self.ground, self.beside, image, self.focus))
        return name_of(MARK, tools, said, marks, *shapes)


def _packed(outlines: tuple[Outline | None, ...]) -> tuple[bytes, ...]:
    return tuple(each.packed if each else b"" for each in outlines)


def design_of(scene: Scene, card: Card, images: Mapping[str, Path]) -> Design:
    """In the portal's own colours. ``images``: files of pictures by the paths of their originals."""
    palette = scene.portal.settings.light
    people = bool(card.print and card.print.family == "people")
    accent = palette.wine if people else palette.pine if card.print else palette.ocean
    image = images.get(card.image)
    focus = scene.portal.media[card.image].sidecar.focus if image else None
    return Design(
        texts=(card.above, card.title, card.below),
        inks=(accent, palette.ink, shades(palette, dark=False)["quiet"]),
        ground=palette.paper,
        beside=accent,
        print=_print(scene, card) if card.own and image is None else None,
        image=image,
        focus=(focus.x, focus.y) if focus else (0.5, 0.5),
    )


def _print(scene: Scene, card: Card) -> Print:
    """The entry's own small print, or the territory among those that it lies in."""
    outlines, palette, drawn = scene.geography.outlines, scene.portal.settings.light, card.print
    around = drawn.around if drawn else _around(scene, card.own)
    whole = card.own == scene.portal.settings.territory
    return Print(
        inks=light_inks(palette, drawn.family, drawn.inking) if drawn else _inks(palette, whole=whole),
        land=scene.once(land_of),
        around=outlines[around] if around else None,
        own=outlines[card.own],
        at=drawn.at if drawn else None,
        way=drawn.way if drawn else (),
    )


def _around(scene: Scene, code: str) -> str | None:
    root, outlines = scene.portal.settings.territory, scene.geography.outlines
    above = (each.code for each in reversed(scene.portal.territories.ancestors(code)) if each.code != root)
    return next((each for each in above if each in outlines), None)


def _inks(palette: Palette, *, whole: bool) -> Inks:
    """A territory in the colour of what newcomers are told; ``whole``: the portal's own, all of it alike."""
    paper, ocean = palette.paper, palette.ocean
    return Inks(
        sea=mixed(paper, ocean, 0.1),
        water=mixed(paper, ocean, 0.16),
        land=ocean if whole else mixed(paper, ocean, 0.22),
        around=mixed(paper, ocean, 0.42),
        own=ocean,
        mark=paper,
    )
