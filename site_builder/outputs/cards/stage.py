"""Every card of a portal, from the cache where nothing of it changed."""

from collections.abc import Iterator, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

from site_builder.engine import engine_folder
from site_builder.kept import KeptFiles, make_missing, name_of
from site_builder.output import MakeAll, Output
from site_builder.outputs.cards.design import Design, design_of
from site_builder.pictures.picture import Picture
from site_builder.render.cards import cards
from site_builder.render.scene import Scene

FOLDER, SUFFIX = "cards", ".png"
DRAWS = "pillow"
WIDE_ENOUGH = 700
"""Pixels of a picture that is cropped for a card."""


def make_cards(
    scene: Scene, root: Path, pictures: Mapping[str, Path], make_all: MakeAll
) -> tuple[tuple[str, Path], ...]:
    """Where each is published, and its file. ``pictures``: files by their addresses in the site."""
    images = {path: pictures[_address(path, picture)] for path, picture in scene.pictures.items()}
    designs = {card.path: design_of(scene, card, images) for card in cards(scene)}
    if not designs:
        return ()
    files = KeptFiles(root, FOLDER)
    tools = tools_mark()
    keys = {path: f"{design.key(tools)}{SUFFIX}" for path, design in designs.items()}
    missing = {keys[path]: design for path, design in designs.items() if files.size(keys[path]) is None}
    make_missing(partial(_make, _together(missing), files), make_all, len(missing))
    files.prune()
    return tuple((path, files.path(key)) for path, key in keys.items())


def tools_mark() -> str:
    """Another one when a typeface is, or the version of Pillow: it may set and draw otherwise."""
    return name_of(version(DRAWS), *(file.read_bytes() for file in typeface_files()))


def typeface_files() -> tuple[Path, Path]:
    """Regular and bold: those that printed guides are set in."""
    folder = engine_folder("theme") / "print" / "fonts"
    return folder / "AtkinsonHyperlegibleNext-400.ttf", folder / "AtkinsonHyperlegibleNext-700.ttf"


def _address(path: str, picture: Picture) -> str:
    width = next((width for width, _ in picture.sizes if width >= WIDE_ENOUGH), picture.size[0])
    return picture.address(path, width, picture.fallback)


def _together(missing: Mapping[str, Design]) -> tuple[tuple[tuple[str, Design], ...], ...]:
    """The languages of a card have the same drawing."""
    found: dict[object, list[tuple[str, Design]]] = {}
    for key, design in missing.items():
        found.setdefault(design.print or key, []).append((key, design))
    return tuple(map(tuple, found.values()))


def _make(
    missing: tuple[tuple[tuple[str, Design], ...], ...], files: KeptFiles, share: int, shares: int
) -> Iterator[Output]:
    """One share of what is missing, into the cache; an empty file tells of each."""
    # Pillow, for whoever draws.
    from site_builder.outputs.cards.drawing import Typefaces, card_png, drawn_beside  # noqa: PLC0415

    typefaces = Typefaces(*typeface_files())
    for alike in missing[share::shares]:
        beside = drawn_beside(alike[0][1])
        for key, design in alike:
            files.put(key, card_png(design, typefaces, beside))
            yield Output(key, b"")
