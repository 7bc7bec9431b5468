"""The files of every kit, from the cache where nothing of them changed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from site_builder.kept import KeptFiles, make_missing, name_of
from site_builder.output import MakeAll, Output
from site_builder.paper.printed import Packs
from site_builder.plan.files import kit_file
from site_builder.plan.pages import guide_key, kit_key
from site_builder.render.kits import Kit, kits
from site_builder.render.scene import Scene

NOTHING: Packs = MappingProxyType({})
FOLDER, CODES = "kits", "1"
"""``CODES``: another number when codes or files are made in another way."""
ENCODES = "segno"
"""Of which another version may draw codes otherwise."""


def make_kits(scene: Scene, root: Path, make_all: MakeAll, printed: Packs = NOTHING) -> tuple[tuple[str, Path], ...]:
    """Where each file is published, and where it is kept. ``printed``: what paper there is, by page and language."""
    found = tuple(kits(scene))
    if not found:
        return ()
    files = KeptFiles(root, FOLDER)
    tools = name_of(CODES, version(ENCODES))
    leaflets = {kit.id: _leaflets(kit, printed) for kit in found}
    named = tuple((kit, _names(kit, tools, leaflets[kit.id])) for kit in found)
    missing = tuple((kit, names) for kit, names in named if any(files.size(name) is None for name in names))
    make_missing(partial(_make, missing, leaflets, files), make_all, len(missing))
    files.prune()
    return tuple(
        (kit_file(kit.id, ending), files.path(name))
        for kit, names in named
        for ending, name in zip(kit.endings, names, strict=True)
    )


def texts_of(kit: Kit) -> dict[str, str]:
    """The texts of a kit by the names of their files: ``card-fr.html``."""
    return {f"{text.name}-{lang}.{text.ending}": f"{text.text}\n" for lang, texts in kit.texts for text in texts}


def _leaflets(kit: Kit, printed: Packs) -> dict[str, Path]:
    """The leaflets of a territory, by the names of their files: ``leaflet-fr.pdf``."""
    key = kit_key(guide_key(kit.id))
    packs = ((lang, printed.get((key, lang))) for lang, _ in kit.texts)
    return {f"leaflet-{lang}.pdf": pack.path for lang, pack in packs if pack}


def _names(kit: Kit, tools: str, leaflets: Mapping[str, Path]) -> tuple[str, ...]:
    """What its files are called where they are kept. A leaflet's own name tells what it says."""
    written = (*chain(*texts_of(kit).items()), *chain(*((name, path.name) for name, path in leaflets.items())))
    made_of: dict[str, tuple[str, ...]] = {"svg": (), "png": (), "zip": written}
    return tuple(f"{name_of(tools, kit.url, *made_of[ending])}.{ending}" for ending in kit.endings)


def _make(
    missing: Sequence[tuple[Kit, tuple[str, ...]]],
    leaflets: Mapping[str, Mapping[str, Path]],
    files: KeptFiles,
    share: int,
    shares: int,
) -> Iterator[Output]:
    """One share of what is missing, into the cache; an empty file tells of each."""
    # Codes and archives, for whoever makes some.
    from site_builder.outputs.kits.archive import archive  # noqa: PLC0415
    from site_builder.outputs.kits.codes import code_png, code_svg  # noqa: PLC0415

    for kit, names in missing[share::shares]:
        made = {"svg": code_svg(kit.url), "png": code_png(kit.url)}
        texts = {name: text.encode() for name, text in texts_of(kit).items()}
        if texts:
            paper = {name: path.read_bytes() for name, path in leaflets[kit.id].items()}
            made["zip"] = archive({**texts, "code.svg": made["svg"], "code.png": made["png"], **paper})
        for ending, name in zip(kit.endings, names, strict=True):
            files.put(name, made[ending])
        yield Output(kit.id, b"")
