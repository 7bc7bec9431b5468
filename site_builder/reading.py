"""A portal read, planned and checked: all that a build and a check have in common."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from site_builder.check.sight import Sight
from site_builder.check.starter import left_examples
from site_builder.clock import today_in
from site_builder.collector import collector_paused
from site_builder.engine import engine_folder
from site_builder.incremental.former import Former
from site_builder.incremental.inputs import TODAY, Inputs
from site_builder.incremental.recollection import Recollection
from site_builder.incremental.watched import settled
from site_builder.load.instead import AS_WRITTEN, Instead
from site_builder.load.sources import Sources, load
from site_builder.plan.addresses import old_addresses, shared_pages
from site_builder.plan.lasting import lost_addresses
from site_builder.plan.stage import Planned, plan
from site_builder.problems import Problem
from site_builder.problems.report import sorted_problems
from site_builder.processes import Awaited
from site_builder.progress import UNWATCHED, Progress
from site_builder.resolve.portal import resolve
from site_builder.resolve.wording import Wording
from site_builder.validate.stage import validate


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalRead:
    """A portal before it is checked. ``sight`` is None without its settings, ``planned`` without its own territory."""

    past: Recollection
    sight: Sight | None
    planned: Planned | None
    problems: tuple[Problem, ...]
    forgives: bool = False
    """Whether addresses may have been lost."""


def read_portal(
    root: Path, today: date | None, progress: Progress, past: Recollection, instead: Instead = AS_WRITTEN
) -> PortalRead:
    """Everything up to the plan but the checks. What is read ``instead`` of files is known to no input of ``past``."""
    progress.begin("reading")
    sources, problems = load(root, past.memory, instead)
    return replace(read_sources(sources, problems, today, past), forgives=instead.forgives)


def read_sources(sources: Sources, problems: Sequence[Problem], today: date | None, past: Recollection) -> PortalRead:
    """The same, of files that were read; ``problems``: what is wrong with these."""
    memory = past.memory
    records, found = validate(sources, memory)
    problems = [*problems, *found]
    if records is None:
        return PortalRead(past=past, sight=None, planned=None, problems=tuple(problems))
    day = today or today_in(records.settings.time_zone)
    memory.announce(TODAY, day.isoformat())
    portal = resolve(records, day, memory)
    wording = Wording(memory, sources, portal, engine_folder("theme"))
    is_there = portal.settings.territory in portal.territories  # else told by `check`; nothing can be planned
    return PortalRead(
        past=past,
        sight=Sight(portal, records, day, wording),
        planned=plan(portal, wording, day) if is_there else None,
        problems=tuple(problems),
    )


def work_out(read: PortalRead) -> None:
    """What checks and pages both ask for, before two processes would each work it out.

    What cannot be worked out of a portal with errors is met again by whoever asks for it.
    """
    with suppress(Exception):
        if read.planned:
            replace(read.planned, portal=settled(read.planned.portal))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the checks say, and what they worked out."""

    problems: tuple[Problem, ...] = ()
    parts: Mapping[str, Former] = field(default_factory=dict)


def run_checks(read: PortalRead) -> Told:
    """The checks of what was read, and what they leave for the process that waits for them."""
    problems = found_by_checks(read)
    return Told(problems=problems, parts=read.past.memory.kept("check", "sight") if read.sight else {})


def found_by_checks(read: PortalRead) -> tuple[Problem, ...]:
    """What the checks say of what was read."""
    if read.sight is None:
        return ()
    # All checks: they are loaded where they run, beside the scene that is set.
    from site_builder.check.stage import check  # noqa: PLC0415

    site = read.planned.site if read.planned else None
    checks = (shared_pages, old_addresses, *(() if read.forgives else (lost_addresses,)))
    planned = chain.from_iterable(each(read.sight, site) for each in checks) if site else ()
    return (*check(read.sight), *left_examples(read.sight, engine_folder("starter")), *planned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """A portal that has been read, while it is checked."""

    read: PortalRead
    told: Awaited[Told]

    @property
    def known(self) -> tuple[Problem, ...]:
        """Those that nobody has to wait for."""
        return self.read.problems if self.told.elsewhere else self.problems()

    def problems(self) -> tuple[Problem, ...]:
        """All there are. Waits for the checks."""
        return tuple(sorted_problems([*self.read.problems, *self.told.result().problems]))

    def keep(self) -> None:
        """Leave for the next build what was worked out of the portal."""
        self.adopt()
        self.read.past.keep()

    def adopt(self) -> None:
        """Have at hand what the checks worked out, wherever they did."""
        self.read.past.memory.adopt(self.told.result().parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A portal that was checked. ``planned`` is None when its settings or its own territory are missing."""

    planned: Planned | None
    problems: tuple[Problem, ...]
    sight: Sight | None = None
    """What checks look at, for whoever looks further; None without the portal's settings."""


@collector_paused()
def check_portal(
    root: Path,
    *,
    today: date | None = None,
    progress: Progress = UNWATCHED,
    inputs: Inputs | None = None,
    in_passing: bool = False,
) -> Checked:
    """Everything up to the plan: nothing is rendered, no host is needed.

    With ``inputs``, those of now, what former checks and builds worked out serves again. ``in_passing``: for somebody
    who waits for one answer; what they left is good enough for the next, and nothing is written where there is any.
    """
    read = read_portal(root, today, progress, Recollection(root, inputs))
    progress.begin("checking")
    found = found_by_checks(read)
    if read.past.is_empty or not in_passing:
        read.past.keep()
    problems = tuple(sorted_problems([*read.problems, *found]))
    return Checked(planned=read.planned, problems=problems, sight=read.sight)
