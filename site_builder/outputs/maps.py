"""Maps: one file for each territory that has members, referenced by the pages of all of them."""

from collections.abc import Iterable, Iterator

from site_builder.geo.maps import MapColours, MapPalette, MapPart, draw_territory, svg_file, with_names
from site_builder.model.settings import Palette, PortalSettings
from site_builder.output import Output
from site_builder.plan.files import map_file
from site_builder.render.geography import drawn_children
from site_builder.render.scene import Scene


def territory_maps(scene: Scene, codes: Iterable[str]) -> Iterator[Output]:
    """The maps of ``codes``, whose members have the id ``t<code>``; the whole portal's has names on it."""
    palette = map_palette(scene.portal.settings)
    lang = scene.portal.reference_lang
    for code in codes:
        parts = [
            MapPart(code=child.code, name=child.name, outline=scene.geography.outlines[child.code])
            for child in drawn_children(scene.portal, scene.geography.outlines, code)
        ]
        title = scene.portal.names.get(code, lang).name
        drawing = draw_territory(parts)
        if code == scene.portal.settings.territory:
            drawing = with_names(drawing, parts)
        yield Output(map_file(code), svg_file(drawing, title=title, palette=palette).encode())


def map_palette(settings: PortalSettings) -> MapPalette:
    """The portal's colours on its maps."""
    return MapPalette(light=_map_colours(settings.colours), dark=_map_colours(settings.dark_colours))


def _map_colours(palette: Palette) -> MapColours:
    return MapColours(
        land=mixed(palette.paper, palette.line, 0.35),
        line=palette.line,
        edge=mixed(palette.line, palette.ink, 0.35),
        around=mixed(palette.paper, palette.line, 0.1),
        here=palette.ocean,
    )


def mixed(one: str, other: str, share: float) -> str:
    """The colour at ``share`` of the way from ``one`` to ``other`` (both ``#rrggbb``), in sRGB."""
    channels = (round(int(one[i : i + 2], 16) * (1 - share) + int(other[i : i + 2], 16) * share) for i in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)
