"""Vignettes in the portal's colours: a series of prints, in the inks of the family and of the heading."""

from collections.abc import Iterable, Iterator

from site_builder.geo.outlines import Outline
from site_builder.geo.vignettes import Inks, draw_vignette, vignette_file
from site_builder.model.oklab import mixed
from site_builder.model.palette import BLACK, Palette, shades
from site_builder.model.registry import Family
from site_builder.output import Output
from site_builder.render.map_plans import drawn_children
from site_builder.render.scene import Scene
from site_builder.render.vignettes import Vignette


def vignette_files(scene: Scene, wanted: Iterable[Vignette]) -> Iterator[Output]:
    """One file each: every page that shows the entry asks for the same."""
    outlines, settings = scene.geography.outlines, scene.portal.settings
    land = scene.once(land_of)
    for each in wanted:
        drawing = draw_vignette(
            land=land,
            around=outlines[each.around] if each.around else None,
            own=outlines[each.own],
            at=each.at,
            way=each.way,
            size=each.size,
        )
        light = light_inks(settings.light, each.family, each.inking)
        dark = dark_inks(settings.dark, each.family, each.inking)
        yield Output(each.path, vignette_file(drawing, light=light, dark=dark).encode(), ())


def land_of(scene: Scene) -> tuple[Outline, ...]:
    """The territories just below the root, or the root itself where none is drawn."""
    root, outlines = scene.portal.settings.territory, scene.geography.outlines
    parts = tuple(outlines[child.code] for child in drawn_children(scene.portal, outlines, root))
    return parts or ((outlines[root],) if root in outlines else ())


def light_inks(palette: Palette, family: Family, inking: int) -> Inks:
    """By daylight: people on the full colour of their family, so that initials are read on it; four ways for places."""
    paper, accent = palette.paper, palette.wine if family == "people" else palette.pine
    deep = Inks(
        sea=mixed(accent, BLACK, 0.25),
        water=mixed(accent, BLACK, 0.06),
        land=accent,
        around=mixed(accent, paper, 0.14 if family == "people" else 0.28),
        own=shades(palette, dark=False)["plate"] if family == "people" else mixed(paper, palette.ochre, 0.22),
        mark=accent,
    )
    if family == "people":
        return deep
    misty = Inks(
        sea=mixed(paper, accent, 0.15),
        water=mixed(paper, accent, 0.27),
        land=mixed(paper, accent, 0.32),
        around=mixed(paper, accent, 0.58),
        own=accent,
        mark=paper,
    )
    sandy = Inks(
        sea=mixed(paper, palette.ochre, 0.28),
        water=mixed(paper, palette.ochre, 0.46),
        land=mixed(paper, palette.ochre, 0.1),
        around=mixed(paper, accent, 0.5),
        own=accent,
        mark=paper,
    )
    bright = Inks(
        sea=accent,
        water=mixed(accent, paper, 0.13),
        land=mixed(accent, paper, 0.18),
        around=mixed(accent, paper, 0.4),
        own=paper,
        mark=palette.ochre,
    )
    return (misty, deep, sandy, bright)[inking % 4]


def dark_inks(palette: Palette, family: Family, inking: int) -> Inks:
    """At night: light shapes on the night's own ground, which no large bright plate breaks; people on a deep one."""
    paper, accent = palette.paper, palette.pine
    if family == "people":
        plate = shades(palette, dark=True)["plate"]
        return Inks(
            sea=mixed(paper, plate, 0.3),
            water=mixed(paper, plate, 0.4),
            land=mixed(paper, plate, 0.48),
            around=mixed(paper, plate, 0.68),
            own=plate,
            mark=paper,
        )
    ground = palette.ochre if inking % 4 == 2 else accent
    return Inks(
        sea=mixed(paper, ground, 0.12),
        water=mixed(paper, ground, 0.2),
        land=mixed(paper, ground, 0.22),
        around=mixed(paper, accent, 0.45),
        own=accent,
        mark=paper,
    )
