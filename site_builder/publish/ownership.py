"""Whose folder is it? A build replaces whole folders, so only those that are known to be ours."""

import os
import stat
from pathlib import Path

from site_builder.kept import FOLDERS
from site_builder.output import SITE_MARK, STAGING
from site_builder.publish.refused import PublishingRefused

SOURCES = ("content", "data", "media", "theme", "hooks", ".git")
"""What a portal is made of: no site is published over, in or around any of it."""


def refuse_sources(root: Path, destination: Path) -> None:
    """Raises PublishingRefused when publishing into ``destination`` would touch what the portal is made of.

    Compared as the disk compares: through links, and whatever the case of the letters.
    """
    for source in (root, *(root / name for name in SOURCES)):
        if _holds(destination, source) or (source != root and _holds(source, destination)):
            raise PublishingRefused("output-in-sources", destination, source=source)
    kept = root / STAGING / destination.name
    if destination.name in FOLDERS and _same(destination.parent, root):  # its idle tree would stand there
        raise PublishingRefused("output-in-sources", destination, source=kept)
    if STAGING in {destination.name, destination.parent.name}:
        raise PublishingRefused("output-in-sources", destination, source=STAGING)


def refuse_foreign(folder: Path) -> None:
    """Raises PublishingRefused unless ``folder`` is absent, empty or a site of ours.

    Anything but a folder is somebody's: renaming would take a file's place, a link's, even a device's.
    A repository is somebody's too, even around a site of ours: its history would be pruned.
    """
    if not os.path.lexists(folder):
        return
    if folder.is_symlink() or not folder.is_dir():
        raise PublishingRefused("output-not-folder", folder)
    names = {path.name for path in folder.iterdir()}
    if ".git" in names:
        raise PublishingRefused("output-repository", folder)
    if names and not _is_marked(folder):
        raise PublishingRefused("output-foreign", folder, mark=SITE_MARK.path)


def open_staging(staged: Path) -> None:
    """Make the folder that holds ``staged``; nobody else may look into it or change it.

    What will be published later, or was withdrawn, is nobody's to read; a link put there would lead elsewhere.
    """
    place = staged.parent
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise PublishingRefused("output-not-folder", place)
    place.mkdir(mode=0o700, exist_ok=True)
    if place.stat().st_mode & 0o077:
        place.chmod(0o700)


def _is_marked(folder: Path) -> bool:
    mark = folder / SITE_MARK.path
    return os.path.lexists(mark) and stat.S_ISREG(mark.lstat().st_mode)


def _holds(folder: Path, path: Path) -> bool:
    """Whether ``path`` is ``folder`` or lies below it, by whatever name."""
    place = path.resolve()
    return any(_same(folder, step) for step in (place, *place.parents))


def _same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other
