"""Publishing: the staged tree takes the live one's place by rename; the old one is kept, to be reused next time."""

import shutil
from pathlib import Path

from site_builder.output import STAGING
from site_builder.publish.ownership import refuse_foreign


def staging_folder(destination: Path) -> Path:
    """Where the next tree is made: beside the live one, on the same disk, so that a rename suffices."""
    return destination.parent / STAGING / destination.name


def previous_folder(staged: Path) -> Path:
    """Where the live tree stands while two trees change places; an interrupted exchange leaves it there."""
    return staged.with_name(f"{staged.name}.previous")


def exchange(staged: Path, live: Path) -> None:
    """``staged`` becomes ``live``; what was live becomes ``staged``. A failed step is undone before it is raised.

    An interruption (Ctrl+C) is a failed step like another: readers find the old site or the new one.
    """
    aside = previous_folder(staged)
    refuse_foreign(live)
    refuse_foreign(aside)
    if aside.exists():
        shutil.rmtree(aside)
    live.parent.mkdir(parents=True, exist_ok=True)
    if not live.exists():
        staged.rename(live)
        return
    live.rename(aside)
    try:
        staged.rename(live)
    except BaseException:
        if not live.exists():
            aside.rename(live)
        raise
    aside.rename(staged)
