"""The style sheet, the script, the typefaces and the icon, named after their contents so that caches never lie."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

from site_builder.geo.maps import OutlineDrawing
from site_builder.host import ThemeFault, plain_file
from site_builder.model.settings import Palette, PortalSettings
from site_builder.model.values import pick
from site_builder.output import Output
from site_builder.render.views.common import initials

MODULES = ("journey", "nearby")
"""Scripts that not every page needs: pages of their own load them, or the first use of a feature does."""
_ORDER = "order.txt"
_PART_NAME = re.compile(r"[a-z0-9_-]+\.(css|js)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files, and which of them plays which part on a page."""

    outputs: tuple[Output, ...]
    parts: Mapping[str, str]


def assets(static_dirs: Sequence[Path], settings: PortalSettings, outline: OutlineDrawing | None) -> Assets:
    """Assets of the first folder that has them: the portal's own theme comes before the engine's. Raises ThemeFault."""
    style = _hashed("assets/portail", "css", stylesheet(static_dirs, settings).encode())
    script = _hashed("assets/portail", "js", _joined(static_dirs, "assets/js/portail").encode())
    modules = {name: _hashed(f"assets/{name}", "js", _first(static_dirs, f"assets/js/{name}.js")) for name in MODULES}
    icon = _hashed("assets/icon", "svg", icon_svg(settings, outline).encode())
    return Assets(
        outputs=(style, script, *modules.values(), icon, *_fonts(static_dirs)),
        parts={
            "stylesheet": style.path,
            "script": script.path,
            "icon": icon.path,
            **{name: module.path for name, module in modules.items()},
        },
    )


def stylesheet(static_dirs: Sequence[Path], settings: PortalSettings) -> str:
    """One file: the portal's colours, then the theme's rules in the order of order.txt. Raises ThemeFault."""
    return f"{colours(settings)}\n{_joined(static_dirs, 'assets/css')}"


def _joined(static_dirs: Sequence[Path], folder: str) -> str:
    """The files that ``order.txt`` names, in that order, as one: a page asks for one file, not for ten."""
    order = _text(static_dirs, f"{folder}/{_ORDER}").split()
    odd = [name for name in order if not _PART_NAME.fullmatch(name)]
    if odd:
        raise ThemeFault(f"{folder}/{_ORDER}: {odd[0]!r} is not the name of a file beside it")
    return "\n".join(_text(static_dirs, f"{folder}/{name}") for name in order)


def colours(settings: PortalSettings) -> str:
    """Custom properties of both schemes; the reader's preference chooses."""
    light, dark = _properties(settings.colours), _properties(settings.dark_colours)
    return f":root{{color-scheme:light dark;{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _properties(palette: Palette) -> str:
    return ";".join(f"--{name}:{value}" for name, value in palette.model_dump().items())


def icon_svg(settings: PortalSettings, outline: OutlineDrawing | None) -> str:
    """The territory's own outline on its own colour; the initials of the portal's name where it has no outline."""
    ocean, paper = settings.colours.ocean, settings.colours.paper
    if outline is None:
        drawn = _letters(settings, paper)
    else:
        width, height = (float(n) for n in outline.view_box.split()[2:])
        scale = 48 / max(width, height)
        x, y = (64 - width * scale) / 2, (64 - height * scale) / 2
        # The line closes the slivers between outlines simplified each on its own.
        place = f"translate({x:.1f} {y:.1f}) scale({scale:.4f})"
        drawn = f'<path fill="{paper}" stroke="{paper}" stroke-width="6" transform="{place}" d="{outline.path}"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="6" fill="{ocean}"/>{drawn}</svg>\n'
    )


def _letters(settings: PortalSettings, colour: str) -> str:
    reference = settings.languages[0].code
    name = pick(settings.name, reference, reference).text
    letters = escape(initials(name) or name[0].upper())
    font = 'font-family="system-ui, sans-serif" font-size="30" font-weight="700" text-anchor="middle"'
    return f'<text x="32" y="43" fill="{colour}" {font}>{letters}</text>'


def _fonts(static_dirs: Sequence[Path]) -> Iterator[Output]:
    """Typefaces and their licences."""
    done: set[str] = set()
    for folder in static_dirs:
        for name in sorted(file.name for file in (folder / "assets" / "fonts").glob("*")):
            path = f"assets/fonts/{name}"
            file = plain_file(folder, path)
            if file and file.suffix in {".woff2", ".txt"} and name not in done:
                done.add(name)
                yield Output(path, file.read_bytes())


def _text(static_dirs: Sequence[Path], path: str) -> str:
    try:
        return _first(static_dirs, path).decode()
    except UnicodeDecodeError:
        raise ThemeFault(f"{path}: this file is not UTF-8") from None


def _first(static_dirs: Sequence[Path], path: str) -> bytes:
    """The file of the first folder that has it. Raises ThemeFault: the theme is not complete."""
    file = next(filter(None, (plain_file(folder, path) for folder in static_dirs)), None)
    if file is None:
        raise ThemeFault(f"{path}: no theme folder has this file")
    return file.read_bytes()


def _hashed(stem: str, suffix: str, data: bytes) -> Output:
    return Output(f"{stem}.{sha256(data).hexdigest()[:10]}.{suffix}", data)
