"""The whole flow on one screen.

load → validate → resolve → check → plan → pictures → render → paper → outputs → publish

The style sheet, scripts and icon (`outputs/assets.py`) are made before render: pages name them after their contents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from site_builder.check.sight import Sight
from site_builder.check.stage import check
from site_builder.check.starter import left_examples
from site_builder.clock import today_in
from site_builder.collector import collector_paused
from site_builder.engine import engine_folder
from site_builder.host import HostTheme
from site_builder.interface import interface_of, texts_for_level
from site_builder.load.git import last_changes
from site_builder.load.sources import load
from site_builder.load.words import engine_texts, texts_by_language
from site_builder.output import Make, Output
from site_builder.outputs.assets import assets
from site_builder.outputs.kept import kept_outputs
from site_builder.outputs.maps import map_paths, territory_maps
from site_builder.outputs.packs import pack_sources
from site_builder.outputs.printed_words import printed_words
from site_builder.outputs.script_words import script_words
from site_builder.outputs.search.stage import searchable
from site_builder.outputs.stage import outputs
from site_builder.outputs.vignettes import vignette_files
from site_builder.outputs.worker import keeps_pages, worker
from site_builder.paper.stage import Printed, make_packs, printer, wanted_packs
from site_builder.pictures.stage import Pictures, make_pictures
from site_builder.plan.addresses import shared_pages
from site_builder.plan.pages import SitePlan
from site_builder.plan.stage import Planned, plan
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.progress import UNWATCHED, Progress
from site_builder.publish.lock import sole_builder
from site_builder.publish.ownership import claim, open_staging, refuse_foreign, refuse_sources
from site_builder.publish.swap import exchange, previous_folder, staging_folder
from site_builder.publish.tree import TreeWriter, missing, prune
from site_builder.render.geography import geography
from site_builder.render.map_plans import MapPlan
from site_builder.render.stage import Press, press_of
from site_builder.render.views.guide.packs import PackFile
from site_builder.render.vignettes import vignettes
from site_builder.resolve.adaptations import adapted_blocks, files_of
from site_builder.resolve.portal import resolve
from site_builder.validate.stage import validate
from site_builder.workers import Counts, available_cores, make_all

_NAMED = 5
"""Files that a message lists."""


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
    engine = texts_for_level(engine_texts(engine_folder("theme")), portal.territories.nearest_level)
    interface = interface_of(texts_by_language(sources.strings), engine, portal.languages, portal.reference_lang)
    sight = Sight(portal, records, day, interface)
    problems += check(sight)
    problems += left_examples(sight, engine_folder("starter"))
    if portal.settings.territory not in portal.territories:  # told by `check`; nothing can be planned without it
        return Checked(planned=None, problems=tuple(sorted_problems(problems)))
    planned = plan(portal, interface, day)
    problems += shared_pages(sight, planned.site)
    return Checked(planned=planned, problems=tuple(sorted_problems(problems)))


@collector_paused()
def build_site(order: BuildOrder) -> Built:
    """Build the portal into the order's destination, in place. Errors: nothing is written.

    Whoever calls it keeps other builds away: `publish_site`, or the host's hook (`sole_builder_in_place`).
    """
    checked = check_portal(order.root, today=order.today, progress=order.progress)
    if has_errors(checked.problems):
        return Built(problems=checked.problems)
    assert checked.planned is not None  # only errors leave it out
    return _make(checked.planned, checked.problems, order)


def publish_site(order: BuildOrder) -> Built:
    """Build into a staged tree, verify it, then exchange it with the destination: readers never see half a site.

    Raises PublishingRefused before anything is read when a folder in the way is not ours, or another build runs.
    """
    staged = staging_folder(order.destination)
    refuse_sources(order.root, order.destination)
    refuse_foreign(order.destination)
    open_staging(staged)
    with sole_builder(staged):
        refuse_foreign(staged)
        refuse_foreign(previous_folder(staged))
        built = build_site(replace(order, destination=staged))
        if not built.failed:
            exchange(staged, order.destination)
            prune(staged, built.paths)  # who has left the site leaves the old tree as well
    return built


def _make(planned: Planned, problems: tuple[Problem, ...], order: BuildOrder) -> Built:
    site, destination = planned.site, order.destination
    pictures = _pictures(planned, order)
    if has_errors(pictures.problems):  # paper takes a minute
        return Built(problems=tuple(sorted_problems([*problems, *pictures.problems])))
    places = geography(planned.portal)
    offline = keeps_pages(planned.portal.settings, order.theme.site_url) and not order.theme.served
    style = assets(
        order.theme.static_dirs,
        planned.portal.settings,
        places.ornament,
        offline=offline,
        words=script_words(planned),
        sheets=printed_words(planned.portal),
    )
    changes = last_changes(order.root, files_of(adapted_blocks(planned.portal)))
    press = press_of(planned, places, order.theme, style.parts, pictures.by_path, changes)
    scene = press.scene
    printed = _printed(press, order)
    search = searchable(scene, order.root)
    problems = tuple(sorted_problems([*problems, *pictures.problems, *printed.problems, *search.problems]))
    if has_errors(problems):
        return Built(problems=problems)
    press = press.with_packs({which: PackFile(pack.size, pack.pages) for which, pack in printed.packs.items()})
    order.progress.begin("pages", len(site))
    maps = [plan for _, plan in sorted(places.map_plans.items())]
    prints = tuple(vignettes(planned.portal, places))
    small = [*style.outputs, *outputs(scene), *search.files, worker(scene, order.theme.static_dirs, running=offline)]
    kept = (*pack_sources(printed.packs, site), *pictures.sources)

    def make(share: int, shares: int) -> Iterator[Output]:
        own = press.pages(site.share(share, shares))
        drawn = chain(territory_maps(scene, maps[share::shares]), vignette_files(scene, prints[share::shares]))
        return chain(own, drawn, kept_outputs(kept[share::shares]))

    paths = tuple(_taken(site, maps, (vignette.path for vignette in prints), (path for path, _ in kept), small))
    refuse_same_path(paths)
    claim(destination)
    written = make_all(make, destination, order.jobs or available_cores(), order.progress.advance)
    written += TreeWriter(destination).write_all(small)
    expected = frozenset(path for path, _ in paths)
    _settle(destination, expected, written.files)
    return Built(problems=problems, pages=len(site), files=written.files, bytes=written.bytes, paths=expected)


def _taken(
    site: SitePlan, maps: Iterable[MapPlan], vignettes: Iterable[str], kept: Iterable[str], small: Iterable[Output]
) -> Iterator[tuple[str, str]]:
    """Every path of the site, and what it is of."""
    yield from ((page.file, f"{page.key} ({page.lang})") for page in site)
    yield from map_paths(maps)
    yield from ((path, "a vignette") for path in vignettes)
    yield from ((path, "a printed file or a picture") for path in kept)
    yield from ((output.path, "a file of the whole site") for output in small)


def _pictures(planned: Planned, order: BuildOrder) -> Pictures:
    """The pictures of the portal's images."""
    jobs = order.jobs or available_cores()

    def make_each(make: Make, folder: Path, count: int) -> None:
        order.progress.begin("pictures", count)
        counts = Counts(every=1, all_outputs=True)
        make_all(make, folder, min(jobs, count), order.progress.advance, counts)

    return make_pictures(planned.portal, order.root, make_each)


def _printed(press: Press, order: BuildOrder) -> Printed:
    """The printed guides, where they are asked for, and where the site has an address that a QR code can hold."""
    if not order.paper or not press.scene.links.is_public:
        return Printed(packs={}, problems=())
    order.progress.begin("paper", len(wanted_packs(press.scene.portal, press.scene.site)))

    def make_each(make: Make, folder: Path, jobs: int) -> None:
        make_all(make, folder, jobs, order.progress.advance, Counts(every=1, all_outputs=True))

    return make_packs(printer(press, order.root), make_each, order.jobs or available_cores())


def _settle(destination: Path, expected: frozenset[str], written: int) -> None:
    """Take out what is no longer part of the site. Raises IncompleteTree where something of it is not there."""
    prune(destination, expected)
    lost = missing(destination, expected)
    if lost or written != len(expected):
        raise IncompleteTree(_difference(lost, written, len(expected)))


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
