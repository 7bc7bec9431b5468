"""Publishing: the staged tree takes the live one's place by rename; the old one is kept, to be reused next time."""

import shutil
from pathlib import Path

STAGING = ".portail"


def staging_folder(root: Path) -> Path:
    """Where the next tree is made: beside the site, on the same disk, so that a rename suffices."""
    return root / STAGING / "next"


def exchange(staged: Path, live: Path) -> None:
    """``staged`` becomes ``live``; what was live becomes ``staged``. A failed step is undone before it is raised."""
    aside = staged.with_name("previous")
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
