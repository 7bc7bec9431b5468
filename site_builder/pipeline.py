"""The whole flow on one screen: load → validate → resolve → check → plan → render → outputs → publish."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from site_builder.check.sight import Sight
from site_builder.check.stage import check
from site_builder.clock import today_in
from site_builder.collector import collector_paused
from site_builder.engine import engine_folder
from site_builder.host import HostTheme
from site_builder.interface import interface_of, texts_for_level
from site_builder.load.sources import load
from site_builder.load.words import engine_texts, texts_by_language
from site_builder.output import Output
from site_builder.outputs.assets import assets
from site_builder.outputs.maps import territory_maps
from site_builder.outputs.stage import outputs
from site_builder.plan.addresses import shared_pages
from site_builder.plan.files import map_file
from site_builder.plan.stage import Planned, plan
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.progress import UNWATCHED, Progress
from site_builder.publish.lock import sole_builder
from site_builder.publish.ownership import claim, open_staging, refuse_foreign, refuse_sources
from site_builder.publish.swap import exchange, previous_folder, staging_folder
from site_builder.publish.tree import TreeWriter, missing, prune
from site_builder.render.geography import geography
from site_builder.render.stage import prepare, set_scene
from site_builder.resolve.portal import resolve
from site_builder.validate.stage import validate
from site_builder.workers import available_cores, make_all

_NAMED = 5
"""Files that a message lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A portal looked at. ``planned`` is None when its settings or its own territory are missing."""

    planned: Planned | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did. All but ``problems`` is zero or empty when errors kept it from being made."""

    problems: tuple[Problem, ...]
    pages: int = 0
    files: int = 0
    bytes: int = 0
    paths: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def failed(self) -> bool:
        return has_errors(self.problems)


@collector_paused()
def check_portal(root: Path, *, today: date | None = None, progress: Progress = UNWATCHED) -> Checked:
    """Everything up to the plan: nothing is rendered, no host is needed."""
    progress.begin("reading")
    sources, problems = load(root)
    records, found = validate(sources)
    problems += found
    if records is None:
        return Checked(planned=None, problems=tuple(sorted_problems(problems)))
    day = today or today_in(records.settings.time_zone)
    portal = resolve(records, day)
    progress.begin("checking")
    engine = texts_for_level(engine_texts(engine_folder("theme")), portal.territories.levels[-1])
    interface = interface_of(texts_by_language(sources.strings), engine, portal.languages, portal.reference_lang)
    sight = Sight(portal, records, day, interface)
    problems += check(sight)
    if portal.settings.territory not in portal.territories:  # told by `check`; nothing can be planned without it
        return Checked(planned=None, problems=tuple(sorted_problems(problems)))
    planned = plan(portal, interface, day)
    problems += shared_pages(sight, planned.site)
    return Checked(planned=planned, problems=tuple(sorted_problems(problems)))


@collector_paused()
def build_site(
    *,
    root: Path,
    theme: HostTheme,
    destination: Path,
    jobs: int | None = None,
    today: date | None = None,
    progress: Progress = UNWATCHED,
) -> Built:
    """Build the portal of ``root`` into ``destination``, in place. Errors: nothing is written.

    Whoever calls it keeps other builds away: `publish_site`, or the host's hook (`sole_builder_in_place`).
    """
    checked = check_portal(root, today=today, progress=progress)
    if has_errors(checked.problems):
        return Built(problems=checked.problems)
    assert checked.planned is not None  # only errors leave it out
    progress.begin("pages", len(checked.planned.site))
    return _make(checked.planned, checked.problems, theme, destination, jobs or available_cores(), progress)


def publish_site(
    *,
    root: Path,
    theme: HostTheme,
    destination: Path,
    jobs: int | None = None,
    today: date | None = None,
    progress: Progress = UNWATCHED,
) -> Built:
    """Build into a staged tree, verify it, then exchange it with ``destination``: readers never see half a site.

    Raises PublishingRefused before anything is read when a folder in the way is not ours, or another build runs.
    """
    staged = staging_folder(destination)
    refuse_sources(root, destination)
    refuse_foreign(destination)
    open_staging(staged)
    with sole_builder(staged):
        refuse_foreign(staged)
        refuse_foreign(previous_folder(staged))
        built = build_site(root=root, theme=theme, destination=staged, jobs=jobs, today=today, progress=progress)
        if not built.failed:
            exchange(staged, destination)
            prune(staged, built.paths)  # who has left the site leaves the old tree as well
    return built


def _make(
    planned: Planned,
    problems: tuple[Problem, ...],
    theme: HostTheme,
    destination: Path,
    jobs: int,
    progress: Progress,
) -> Built:
    site = planned.site
    places = geography(planned.portal)
    style = assets(theme.static_dirs, planned.portal.settings, places.ornament)
    scene = set_scene(planned, places, theme, style.parts)
    press = prepare(scene)
    maps = sorted(places.maps)
    small = [*style.outputs, *outputs(scene)]

    def make(share: int, shares: int) -> Iterator[Output]:
        return chain(press.pages(site.share(share, shares)), territory_maps(scene, maps[share::shares]))

    paths = [(page.file, f"{page.key} ({page.lang})") for page in site]
    paths += [(map_file(code), f"map of {code}") for code in maps]
    paths += [(output.path, "a file of the whole site") for output in small]
    refuse_same_path(paths)
    claim(destination)
    written = make_all(make, destination, jobs, progress.advance) + TreeWriter(destination).write_all(small)
    expected = frozenset(path for path, _ in paths)
    prune(destination, expected)
    lost = missing(destination, expected)
    if lost or written.files != len(expected):
        raise IncompleteTree(_difference(lost, written.files, len(expected)))
    return Built(problems=problems, pages=len(site), files=written.files, bytes=written.bytes, paths=expected)


def refuse_same_path(paths: Iterable[tuple[str, str]]) -> None:
    """Each ``(path, what it is of)`` has a file of its own, also on disks that do not tell ``A`` from ``a``.

    Raises OutputsCollide.
    """
    takers: dict[str, list[str]] = defaultdict(list)
    for path, of in paths:
        takers[path.casefold()].append(f"{path} from {of}")
    same = [" and ".join(each) for each in takers.values() if len(each) > 1]
    if same:
        raise OutputsCollide("two outputs have one path: " + "; ".join(same))


def _difference(lost: Sequence[str], written: int, planned: int) -> str:
    """How the tree on disk is not the one that was planned."""
    named = f"; not there: {', '.join(lost[:_NAMED])}" if lost else ""
    return f"{written} files were written of {planned} planned{named}"


class OutputsCollide(Exception):
    """Two outputs would be written to one file; the message says which. Nothing was written."""


class IncompleteTree(Exception):
    """The tree on disk is not the one that was planned; it is not published."""
