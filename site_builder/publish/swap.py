"""Publishing: the staged tree takes the live one's place by rename; the old one is kept, to be reused next time."""

import shutil
from pathlib import Path

STAGING = ".portail"
MARK = ".nojekyll"
"""Every site of ours holds this file: a folder without it is somebody's, and is not replaced."""


def staging_folder(destination: Path) -> Path:
    """Where the next tree is made: beside the live one, on the same disk, so that a rename suffices."""
    return destination.parent / STAGING / destination.name


def refuse_foreign(destination: Path) -> None:
    """Raises FileExistsError when something that is not a site of ours stands at ``destination``.

    Anything but a folder is somebody's too: renaming would take a file's place, a link's, even a device's.
    """
    if destination.is_symlink() or (destination.exists() and not destination.is_dir()):
        raise FileExistsError(f"{destination}: not a folder; nothing was changed")
    if destination.is_dir() and any(destination.iterdir()) and not (destination / MARK).is_file():
        raise FileExistsError(f"{destination}: not a published site (no {MARK} in it); nothing was changed")


def exchange(staged: Path, live: Path) -> None:
    """``staged`` becomes ``live``; what was live becomes ``staged``. A failed step is undone before it is raised."""
    aside = staged.with_name(f"{staged.name}.previous")
    if aside.exists():
        shutil.rmtree(aside)
    live.parent.mkdir(parents=True, exist_ok=True)
    if not live.exists():
        staged.rename(live)
        return
    live.rename(aside)
    try:
        staged.rename(live)
    except OSError:
        aside.rename(live)
        raise
    aside.rename(staged)
