"""The style sheet, the script, the typefaces and the icon, named after their contents so that caches never lie."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from site_builder.geo.maps import OutlineDrawing
from site_builder.host import ThemeFault, plain_file
from site_builder.model.palette import Palette, shades
from site_builder.model.settings import PortalSettings
from site_builder.model.values import Lang, pick
from site_builder.output import Output
from site_builder.outputs.icons import ICONS, IconDesign, icon_png
from site_builder.render.views.common import initials

SCRIPTS = ("journey", "nearby", "glossary", "search", "dated", "offline", "map", "list", "kit", "moved", "permanent")
"""Scripts that not every page needs: pages of their own load them, or the first use of a feature does. Modules, all but
``dated``, ``moved`` and ``permanent``, which decide before anything is drawn and so are classic scripts."""
NO_WORDS: Mapping[Lang, Mapping[str, str]] = MappingProxyType({})
NO_SHEETS: Mapping[str, str] = MappingProxyType({})
_ORDER = "order.txt"
_KEEPING = "keeping.js"
"""The part of the script that starts the worker."""
_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
"""Words for whoever writes the style sheet, which no reader needs to wait for."""
_PART_NAME = re.compile(r"[a-z0-9_-]+\.(css|js)")
_FACE = re.compile(r"@font-face\s*\{[^}]*?url\((fonts/[^)\s]+)\)[^}]*?unicode-range:\s*U\+0[-,;\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files, and which of them plays which part on a page."""

    outputs: tuple[Output, ...]
    parts: Mapping[str, str]

    @property
    def by_output(self) -> dict[str, tuple[Output, ...]]:
        """Pictures of the icon apart: another program compresses them."""
        icons = tuple(each for each in self.outputs if each.path.endswith(".png"))
        return {"assets": tuple(each for each in self.outputs if each not in icons), "icons": icons}


def assets(
    static_dirs: Sequence[Path],
    settings: PortalSettings,
    outline: OutlineDrawing | None,
    *,
    offline: bool = False,
    words: Mapping[Lang, Mapping[str, str]] = NO_WORDS,
    sheets: Mapping[str, str] = NO_SHEETS,
) -> Assets:
    """Assets of the first folder that has them: the portal's own theme comes before the engine's. Raises ThemeFault.

    ``offline``: pages ask for the worker that keeps what was read (`outputs/service_worker.py`); ``words``: what the
    script says (`outputs/script_words.py`), as ``WORDS.fr``; ``sheets``: further style sheets, by the part that each
    plays.
    """
    rules = stylesheet(static_dirs, settings)
    said = f"const WORDS={json.dumps(words, ensure_ascii=False)};\n" if words else ""
    style = _hashed("assets/portail", "css", rules.encode())
    modules = {
        name: _hashed(f"assets/{name}", "js", module_text(static_dirs, f"assets/js/{name}").encode())
        for name in SCRIPTS
    }
    more = {name: _hashed(f"assets/{name}", "css", text.encode()) for name, text in sheets.items()}
    script = _hashed("assets/portail", "js", (said + _script(static_dirs, modules, offline=offline)).encode())
    icon = _hashed("assets/icon", "svg", icon_svg(settings, outline).encode())
    design = _design(settings, outline)
    pictures = {name: _hashed(f"assets/{name}", "png", icon_png(design, shape)) for name, shape in ICONS.items()}
    return Assets(
        outputs=(style, script, *modules.values(), *more.values(), icon, *pictures.values(), *_fonts(static_dirs)),
        parts={
            "stylesheet": style.path,
            "script": script.path,
            "icon": icon.path,
            **{name: module.path for name, module in modules.items()},
            **{name: sheet.path for name, sheet in more.items()},
            **{name: picture.path for name, picture in pictures.items()},
            **{f"typeface-{number}": path for number, path in enumerate(first_typefaces(rules))},
        },
    )


def stylesheet(static_dirs: Sequence[Path], settings: PortalSettings) -> str:
    """One file: the portal's colours, then the theme's rules in the order of order.txt. Raises ThemeFault."""
    return f"{colours(settings)}\n{_COMMENT.sub('', _joined(static_dirs, 'assets/css'))}"


def first_typefaces(rules: str) -> tuple[str, ...]:
    """The typefaces that every page's first words need: those that begin at U+0. Pages ask for them at once."""
    return tuple(f"assets/{path}" for path in _FACE.findall(rules))


def _script(static_dirs: Sequence[Path], modules: Mapping[str, Output], *, offline: bool) -> str:
    """The script of every page. ``MODULES.name`` in it is the address of a module, seen from its own."""
    joined = _joined(static_dirs, "assets/js/portail", () if offline else (_KEEPING,))
    named = {
        name: f"./{PurePosixPath(file.path).name}" for name, file in modules.items() if f"MODULES.{name}" in joined
    }
    return f"const MODULES={json.dumps(named)};\n{joined}" if named else joined


def module_text(static_dirs: Sequence[Path], path: str) -> str:
    """A script of one file, or of the files of a folder, joined: parts with hashed names could not name each other.

    Raises ThemeFault.
    """
    for folder in static_dirs:
        if plain_file(folder, f"{path}.js"):
            break
        if plain_file(folder, f"{path}/{_ORDER}"):
            return _joined(static_dirs, path)
    return _text(static_dirs, f"{path}.js")


def _joined(static_dirs: Sequence[Path], folder: str, left_out: Collection[str] = ()) -> str:
    """The files that ``order.txt`` names, in that order, as one: a page asks for one file, not for ten."""
    order = _text(static_dirs, f"{folder}/{_ORDER}").split()
    odd = [name for name in order if not _PART_NAME.fullmatch(name)]
    if odd:
        raise ThemeFault(f"{folder}/{_ORDER}: {odd[0]!r} is not the name of a file beside it")
    return "\n".join(_text(static_dirs, f"{folder}/{name}") for name in order if name not in left_out)


def colours(settings: PortalSettings) -> str:
    """Custom properties of both schemes; the reader's preference chooses."""
    light, dark = _properties(settings.light, dark=False), _properties(settings.dark, dark=True)
    return f":root{{color-scheme:light dark;{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _properties(palette: Palette, *, dark: bool) -> str:
    values = {**palette.as_dict(), **shades(palette, dark=dark)}
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def icon_svg(settings: PortalSettings, outline: OutlineDrawing | None) -> str:
    """The territory's own outline on its own colour; the initials of the portal's name where it has no outline."""
    ocean, paper = settings.light.ocean, settings.light.paper
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


def _design(settings: PortalSettings, outline: OutlineDrawing | None) -> IconDesign:
    """The same on a home screen."""
    return IconDesign(
        ground=settings.light.ocean, ink=settings.light.paper, outline=outline, letters=_initials(settings)
    )


def _initials(settings: PortalSettings) -> str:
    reference = settings.languages[0].code
    name = pick(settings.name, reference, reference).text
    return initials(name) or name[0].upper()


def _letters(settings: PortalSettings, colour: str) -> str:
    letters = escape(_initials(settings))
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
        return theme_file(static_dirs, path).decode()
    except UnicodeDecodeError:
        raise ThemeFault(f"{path}: this file is not UTF-8") from None


def theme_file(static_dirs: Sequence[Path], path: str) -> bytes:
    """The file of the first folder that has it. Raises ThemeFault: the theme is not complete."""
    file = next(filter(None, (plain_file(folder, path) for folder in static_dirs)), None)
    if file is None:
        raise ThemeFault(f"{path}: no theme folder has this file")
    return file.read_bytes()


def _hashed(stem: str, suffix: str, data: bytes) -> Output:
    return Output(f"{stem}.{sha256(data).hexdigest()[:10]}.{suffix}", data)
