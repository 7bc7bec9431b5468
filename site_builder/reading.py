"""A portal read, planned and checked: all that a build and a check have in common."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from site_builder.check.sight import Sight
from site_builder.check.starter import left_examples
from site_builder.clock import today_in
from site_builder.engine import engine_folder
from site_builder.incremental.inputs import TODAY
from site_builder.incremental.parts import Former
from site_builder.incremental.recollection import Recollection
from site_builder.incremental.watched import settled
from site_builder.load.instead import AS_WRITTEN, Instead
from site_builder.load.sources import Sources, load
from site_builder.plan.addresses import old_addresses, shared_pages
from site_builder.plan.stage import Planned, plan
from site_builder.problems import Problem
from site_builder.problems.report import sorted_problems
from site_builder.processes import Awaited
from site_builder.progress import Progress
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


def read_portal(
    root: Path, today: date | None, progress: Progress, past: Recollection, instead: Instead = AS_WRITTEN
) -> PortalRead:
    """Everything up to the plan but the checks. What is read ``instead`` of files is known to no input of ``past``."""
    progress.begin("reading")
    sources, problems = load(root, past.memory, instead)
    return read_sources(sources, problems, today, past)


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
    """The checks of what was read."""
    if read.sight is None:
        return Told()
    # All checks: they are loaded where they run, beside the scene that is set.
    from site_builder.check.stage import check  # noqa: PLC0415

    site = read.planned.site if read.planned else None
    planned = (*shared_pages(read.sight, site), *old_addresses(read.sight, site)) if site else ()
    problems = (*check(read.sight), *left_examples(read.sight, engine_folder("starter")), *planned)
    return Told(problems=problems, parts=read.past.memory.kept("check", "sight"))


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
