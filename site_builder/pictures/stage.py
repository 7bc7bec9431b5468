"""The pictures stage: what pages show of every published image, from the cache where nothing changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from site_builder.kept import make_missing
from site_builder.output import MakeAll, Output
from site_builder.pictures.cache import PictureCache
from site_builder.pictures.developing import developed
from site_builder.pictures.picture import OWN_FORMATS, Picture
from site_builder.pictures.printing import printed
from site_builder.problems import Place, Problem
from site_builder.resolve.portal import Portal
from site_builder.validate.originals import opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The pictures of a portal by the paths of their originals, the files to publish, and what could not be made."""

    by_path: Mapping[str, Picture]
    sources: tuple[tuple[str, Path], ...]
    problems: tuple[Problem, ...]


NO_PICTURES = Pictures(by_path={}, sources=(), problems=())


def make_pictures(portal: Portal, root: Path, make_all: MakeAll) -> Pictures:
    """Every picture of the portal in ``root``; ``make_all`` hears how many are to be made.

    What the cache holds and no build has asked for in days is removed.
    """
    if not portal.media:
        return NO_PICTURES
    cache = PictureCache(root)
    files = {path: root / media.file for path, media in portal.media.items()}
    keys = {path: _key(cache, path, file) for path, file in files.items()}
    missing = {key: path for path, key in keys.items() if key and cache.kept(key) is None}
    make_missing(partial(_make, files, cache, tuple(missing.items())), make_all, len(missing))
    found = {path: _found(cache, path, files[path], key) for path, key in keys.items()}
    cache.prune()
    by_path = {path: picture for path, picture in found.items() if picture}
    return Pictures(
        by_path=by_path,
        sources=tuple(
            (address, cache.path(name))
            for path, picture in by_path.items()
            for address, name in picture.published(path)
        ),
        problems=tuple(Problem("image-unreadable", Place(path)) for path, picture in found.items() if not picture),
    )


def _own(path: str) -> str:
    return OWN_FORMATS[PurePosixPath(path).suffix.lower()]


def _key(cache: PictureCache, path: str, file: Path) -> str:
    """The key of what the file holds now; empty where it has gone."""
    try:
        return cache.key(file.read_bytes(), _own(path))
    except OSError:
        return ""


def _found(cache: PictureCache, path: str, file: Path, key: str) -> Picture | None:
    """The picture of that key, or of what has been put in the place of the original since."""
    return cache.kept(key) or cache.kept(_key(cache, path, file))


def _make(
    files: Mapping[str, Path], cache: PictureCache, missing: tuple[tuple[str, str], ...], share: int, shares: int
) -> Iterator[Output]:
    """One share of what is missing, into the cache; an empty file tells of each, by which progress is counted."""
    for key, path in missing[share::shares]:
        _develop(cache, _own(path), files[path])
        yield Output(key, b"")


def _develop(cache: PictureCache, own: str, file: Path) -> None:
    """What cannot be made is not in the cache afterwards.

    A picture is kept under the key of the very bytes that it is made of: its original may be replaced meanwhile.
    """
    try:
        data = file.read_bytes()
        with opened(data) as image:
            picture, sizes = developed(image)
        made = printed(cache.key(data, own), own, picture, sizes)
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        return
    cache.put(*made)
