"""The files of every kit, from the cache where nothing of them changed."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.kept import KeptFiles, name_of
from site_builder.output import MakeAll, Output
from site_builder.render.kits import Kit, files_of, kits
from site_builder.render.scene import Scene

FOLDER, CODES = "kits", "1"
"""``CODES``: another number when codes or files are made in another way."""


def make_kits(scene: Scene, root: Path, make_all: MakeAll) -> tuple[tuple[str, Path], ...]:
    """Where each file is published, and where it is kept."""
    found = tuple(kits(scene))
    if not found:
        return ()
    files = KeptFiles(root, FOLDER)
    missing = tuple(kit for kit in found if any(files.size(name) is None for name in _names(kit)))
    if missing:
        with TemporaryDirectory(prefix="portail-kits-") as folder:
            make_all(partial(_make, missing, files), Path(folder), len(missing))
    files.prune()
    return tuple(
        (path, files.path(name)) for kit in found for path, name in zip(files_of(kit), _names(kit), strict=True)
    )


def texts_of(kit: Kit) -> dict[str, str]:
    """The texts of a kit by the names of their files: ``card-fr.html``."""
    return {f"{text.name}-{lang}.{text.ending}": f"{text.text}\n" for lang, texts in kit.texts for text in texts}


def _names(kit: Kit) -> tuple[str, ...]:
    """What its files are called where they are kept, as `files_of` has them."""
    code = name_of(CODES, kit.url)
    written = (part for each in texts_of(kit).items() for part in each)
    whole = (f"{name_of(CODES, kit.url, *written)}.zip",) if kit.whole else ()
    return (f"{code}.svg", f"{code}.png", *whole)


def _make(missing: Sequence[Kit], files: KeptFiles, share: int, shares: int) -> Iterator[Output]:
    """One share of what is missing, into the cache; an empty file tells of each."""
    # Codes and archives, for whoever makes some.
    from site_builder.outputs.kits.archive import archive  # noqa: PLC0415
    from site_builder.outputs.kits.codes import code_png, code_svg  # noqa: PLC0415

    for kit in missing[share::shares]:
        svg, png = code_svg(kit.url), code_png(kit.url)
        texts = {name: text.encode() for name, text in texts_of(kit).items()}
        made = (svg, png, *((archive({**texts, "code.svg": svg, "code.png": png}),) if kit.whole else ()))
        for name, data in zip(_names(kit), made, strict=True):
            files.put(name, data)
        yield Output(kit.id, b"")
