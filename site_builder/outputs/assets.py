"""The style sheet, the script, the typefaces and the icon, named after their contents so that caches never lie."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_builder.geo.maps import OutlineDrawing
from site_builder.model.settings import Palette, PortalSettings
from site_builder.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files, and which of them plays which part on a page."""

    outputs: tuple[Output, ...]
    parts: Mapping[str, str]


def assets(static_dirs: Sequence[Path], settings: PortalSettings, outline: OutlineDrawing | None) -> Assets:
    """Assets of the first folder that has them: the portal's own theme comes before the engine's."""
    style = _hashed("assets/portail", "css", stylesheet(static_dirs, settings).encode())
    script = _hashed("assets/portail", "js", _first(static_dirs, "assets/js/portail.js"))
    icon = _hashed("assets/icon", "svg", icon_svg(settings, outline).encode())
    return Assets(
        outputs=(style, script, icon, *_fonts(static_dirs)),
        parts={"stylesheet": style.path, "script": script.path, "icon": icon.path},
    )


def stylesheet(static_dirs: Sequence[Path], settings: PortalSettings) -> str:
    """One file: the portal's colours, then the theme's rules in the order of order.txt."""
    order = _first(static_dirs, "assets/css/order.txt").decode().split()
    ours = "\n".join(_first(static_dirs, f"assets/css/{name}").decode() for name in order)
    return f"{colours(settings)}\n{ours}"


def colours(settings: PortalSettings) -> str:
    """Custom properties of both schemes; the reader's preference chooses."""
    light, dark = _properties(settings.colours), _properties(settings.dark_colours)
    return f":root{{color-scheme:light dark;{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _properties(palette: Palette) -> str:
    return ";".join(f"--{name}:{value}" for name, value in palette.model_dump().items())


def icon_svg(settings: PortalSettings, outline: OutlineDrawing | None) -> str:
    """The territory's own outline on its own colour."""
    ocean, paper = settings.colours.ocean, settings.colours.paper
    drawn = ""
    if outline:
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


def _fonts(static_dirs: Sequence[Path]) -> Iterator[Output]:
    """Typefaces and their licences. A link is not followed: it could publish any file of this computer."""
    done: set[str] = set()
    for folder in static_dirs:
        fonts = folder / "assets" / "fonts"
        for file in () if fonts.is_symlink() else sorted(fonts.glob("*")):
            plain = file.is_file() and not file.is_symlink()
            if plain and file.suffix in {".woff2", ".txt"} and file.name not in done:
                done.add(file.name)
                yield Output(f"assets/fonts/{file.name}", file.read_bytes())


def _first(static_dirs: Sequence[Path], path: str) -> bytes:
    """The file of the first folder that has it. Raises FileNotFoundError: the theme is not complete."""
    for folder in static_dirs:
        if (folder / path).is_file():
            return (folder / path).read_bytes()
    raise FileNotFoundError(path)


def _hashed(stem: str, suffix: str, data: bytes) -> Output:
    return Output(f"{stem}.{sha256(data).hexdigest()[:10]}.{suffix}", data)
