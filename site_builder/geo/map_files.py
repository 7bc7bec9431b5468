"""A map as an SVG file of its own, whose colours follow the reader's scheme.

Pages show it as an image; a script may read it again and set links on its members.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape

from site_builder.geo.labels import LEADING, SIZE, Label
from site_builder.geo.maps import DrawnPart, TerritoryDrawing

EDGE = 3
"""Width in units of a line under all members, which is seen round the whole territory only."""
GAP = 1.6
"""Width of a line over it that closes the gaps between outlines simplified each on its own."""
LEGIBLE = 300
"""Width in CSS pixels under which a map is shown without names: they would be too small to be read."""
BARE = "bare"
"""The fragment that leaves the names of a map out: `<img src="map.svg#bare">`, for a page that marks places on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapColours:
    """CSS colours of a map in one scheme, already checked: they are written as they are."""

    land: str
    line: str
    edge: str
    here: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPalette:
    """Colours for readers who prefer a light screen, and a dark one."""

    light: MapColours
    dark: MapColours


FORCED = MapColours(land="Canvas", line="CanvasText", edge="CanvasText", here="Highlight")
"""System colours (CSS Color 4 §6.2) for readers who force theirs; browsers keep images as they are and apply
them where the drawing is opened by itself."""


def svg_file(
    drawing: TerritoryDrawing,
    *,
    title: str,
    palette: MapPalette,
    words: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """The drawing as a standalone file.

    Each member has the id `t<code>`: `<img src="map.svg#t40088">` fills that one, so that one file serves
    every member's page. Colours follow the reader's scheme; in an image, the page's `color-scheme`.
    ``words``: by language, for a script that makes its members links.
    """
    borders = f'<path class="borders" d="{"".join(drawing.borders)}"/>' if drawing.borders else ""
    whole = f'<path class="borders whole" d="{drawing.whole}"/>' if drawing.whole else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="{drawing.view_box}" role="img" aria-labelledby="name">'
        f'<title id="name">{escape(title)}</title>{_metadata(words)}<style>{_style(palette, drawing)}</style>'
        f'<use class="edge" href="#all"/><use class="gaps" href="#all"/>'
        f'<g class="members"><g id="all">{"".join(map(_member, drawing.parts))}</g></g>'
        f"{borders}{whole}{_names(drawing.labels)}</svg>\n"
    )


def _metadata(words: Mapping[str, Mapping[str, str]] | None) -> str:
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"<metadata>{escape(text, quote=False)}</metadata>" if words else ""


def _member(drawn: DrawnPart) -> str:
    part = drawn.part
    named = {"name": part.name, **{f"name-{lang}": name for lang, name in part.names.items()}, "slug": part.slug}
    data = "".join(f' data-{key}="{escape(value)}"' for key, value in named.items()) if part.slug else ""
    return f'<path id="t{escape(part.code)}"{data} d="{drawn.path}"/>'


def _names(labels: Sequence[Label]) -> str:
    """Said by the list beside the map, so not said again by the drawing."""
    texts = (f"<text>{_lines(label)}</text>" for label in labels)
    return f'<g class="names" id="{BARE}" aria-hidden="true">{"".join(texts)}</g>' if labels else ""


def _lines(label: Label) -> str:
    first = label.y - (len(label.lines) - 1) * LEADING / 2 + SIZE / 3
    return "".join(
        f'<tspan x="{label.x}" y="{first + number * LEADING:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(label.lines)
    )


def _style(palette: MapPalette, drawing: TerritoryDrawing) -> str:
    """`.edge` and `.gaps` clone the members under them, with wide lines: what shows in the end is the border
    of the whole, which so needs no computing."""
    return (
        f"svg{{{_variables(palette.light)}}}"
        f"@media(prefers-color-scheme:dark){{svg{{{_variables(palette.dark)}}}}}"
        f"@media(forced-colors:active){{svg{{{_variables(FORCED)}}}}}"
        "path{stroke-linejoin:round}"
        f".edge{{stroke:var(--edge);stroke-width:{EDGE}}}"
        f".gaps{{stroke:var(--line);stroke-width:{GAP}}}"
        ".members{fill:var(--land);stroke:var(--line);stroke-width:.8}"
        "path:target{fill:var(--here);stroke:var(--here)}"
        f"{BORDERS if drawing.borders else ''}{WHOLE if drawing.whole else ''}{NAMES if drawing.labels else ''}"
    )


BORDERS = ".borders{fill:none;stroke:var(--edge);stroke-width:.9}"
WHOLE = ".whole{fill:var(--here);fill-opacity:.13;stroke:var(--here);stroke-width:1.6}"
"""Over its members: what is of the territory is tinted and framed, what reaches beyond it stays pale."""
NAMES = (
    f".names{{font:{SIZE}px system-ui,sans-serif;text-anchor:middle;fill:var(--here)}}"
    f"@media(max-width:{LEGIBLE - 1}px){{.names{{display:none}}}}.names:target{{display:none}}"
)


def _variables(colours: MapColours) -> str:
    return ";".join(f"--{name}:{value}" for name, value in asdict(colours).items())
