"""Two trees change places by rename; what was live is kept, to be reused next time."""

import shutil
from pathlib import Path

from site_builder.output import STAGING
from site_builder.publish.at_once import exchange_at_once
from site_builder.publish.ownership import refuse_foreign


def staging_folder(destination: Path) -> Path:
    """Where the next tree is made: beside the live one, on the same disk, so that a rename suffices."""
    return destination.parent / STAGING / destination.name


def previous_folder(staged: Path) -> Path:
    """Where the live tree stands while two trees change places in two steps; an interruption leaves it there."""
    return staged.with_name(f"{staged.name}.previous")


def recover(staged: Path, live: Path) -> None:
    """Mend an exchange that was interrupted: the former site is where readers look, or the new one, and nothing else.

    Raises PublishingRefused, and touches nothing, where what stands in its place is not ours.
    """
    aside = previous_folder(staged)
    for folder in (live, staged, aside):
        refuse_foreign(folder)
    if not aside.exists():
        return
    if not live.exists():  # between its two steps: nobody has seen the new site
        aside.rename(live)
    elif not staged.exists():  # after them
        aside.rename(staged)
    else:
        shutil.rmtree(aside)


def exchange(staged: Path, live: Path) -> None:
    """``staged`` becomes ``live``; what was live becomes ``staged``. A failed step is undone before it is raised.

    In one step where the system has it: readers find the old site or the new one at any moment, whatever stops. Else in
    two, with a moment between them: an interruption (Ctrl+C) is undone as a failure is; what a machine that stops
    leaves is for `recover`.
    """
    refuse_foreign(live)
    live.parent.mkdir(parents=True, exist_ok=True)
    if not live.exists():
        staged.rename(live)
    elif not exchange_at_once(staged, live):
        _exchange_in_steps(staged, live)


def _exchange_in_steps(staged: Path, live: Path) -> None:
    aside = previous_folder(staged)
    try:
        live.rename(aside)
        staged.rename(live)
    except BaseException:
        if not live.exists():
            aside.rename(live)
        raise
    aside.rename(staged)
