"""What a build is asked for, and what it gives back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_builder.costs import Costs, costs, pages_of
from site_builder.host import HostTheme
from site_builder.incremental.inputs import Inputs
from site_builder.load.instead import AS_WRITTEN, Instead
from site_builder.problems import Problem, has_errors
from site_builder.processes import available_cores
from site_builder.progress import UNWATCHED, Progress
from site_builder.publish.pieces import Pieces
from site_builder.publish.tree import NOTHING, WrittenFiles
from site_builder.shard import WHOLE, Shard
from site_builder.site_contents import PlannedFile
from site_builder.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOrder:
    """What to build: the portal in ``root``, with the host's ``theme``, into ``destination``.

    ``jobs``: processes, as many as cores when None; ``paper``: also the printed guides, which take a minute the
    first time; ``today``: the day of the portal's own time zone when None.
    """

    root: Path
    theme: HostTheme
    destination: Path
    paper: bool = False
    jobs: int | None = None
    today: date | None = None
    progress: Progress = UNWATCHED
    inputs: Inputs | None = None
    """What the portal is made from, where somebody has looked: the next build of the same has nothing to do."""
    known: tuple[Problem, ...] = ()
    """Problems found before, told with the others."""
    shard: Shard | None = None
    """What is made of the site, to be merged with the other parts: it needs ``inputs``. The whole site when None."""
    instead: Instead = AS_WRITTEN
    """What is read in place of some files."""

    @property
    def part(self) -> Shard:
        """What is made of the site."""
        return self.shard or WHOLE

    @property
    def remembered(self) -> Inputs | None:
        """What former builds, and the next one, may know this one by: nothing where files are not read as they are."""
        return self.inputs if self.instead == AS_WRITTEN else None

    @property
    def processes(self) -> int:
        """How many are at work at once."""
        return self.jobs or available_cores()


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did. All but ``problems`` is zero or empty when errors kept it from being made.

    ``written``: every file of the site, and how it came to stand there.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    written: WrittenFiles = field(default=NOTHING, repr=False)
    day: date | None = None
    time_zone: str = ""
    tally: Tally = field(default_factory=Counter, repr=False)
    planned: Sequence[PlannedFile] = field(default=(), repr=False)
    pieces: Pieces | None = field(default=None, repr=False)
    """What each file was made from."""
    removed: int = 0
    """Files of the site before that this one does not have."""

    @property
    def made(self) -> int:
        """Pages that had to be made."""
        return pages_of(self.tally)

    @property
    def costs(self) -> Costs:
        """What it took, by output."""
        outputs = ((file.path, file.output) for file in self.planned)
        return costs(self.tally, self.written, outputs, self.removed)

    @property
    def files(self) -> int:
        return self.written.files

    @property
    def bytes(self) -> int:
        return self.written.bytes

    @property
    def failed(self) -> bool:
        """Whether there is no site: errors were found, or what it rests on was left out."""
        return has_errors(self.problems) or self.day is None
