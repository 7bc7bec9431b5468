"""The steps of a build between the plan and the tree, as the order asks for them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_builder.incremental.inputs import fingerprint, inputs_of, order_fingerprint
from site_builder.incremental.recollection import Recollection
from site_builder.load.git import last_changes
from site_builder.order import BuildOrder
from site_builder.output import SITE_MARK, Made, Make, Output
from site_builder.outputs.cards.stage import make_cards
from site_builder.outputs.embeds import embed_loader
from site_builder.outputs.kits.stage import make_kits
from site_builder.outputs.packs import pack_sources
from site_builder.outputs.search.stage import Searchable, searchable
from site_builder.outputs.service_worker import worker
from site_builder.paper.printed import NOTHING_PRINTED, Printed
from site_builder.paths import refuse_same_path
from site_builder.pictures.stage import Pictures, make_pictures
from site_builder.plan.stage import Planned
from site_builder.problems import Problem, has_errors
from site_builder.processes import Awaited, Counts, beside, make_all
from site_builder.publish.known import KnownTree
from site_builder.publish.pieces import Pieces
from site_builder.publish.refused import PublishingStopped
from site_builder.publish.shards import ShardRecord, of_paths, recorded
from site_builder.publish.tree import TreeWriter, WrittenFiles
from site_builder.reading import Checking, read_portal, run_checks, work_out
from site_builder.render.compiled import compiled_templates
from site_builder.render.embeds import embed_plans
from site_builder.render.environment import COMPILED
from site_builder.render.last_days import dated_files
from site_builder.render.scene import Scene
from site_builder.render.stage import Press
from site_builder.render.views.guide.packs import PackFile, pack_of
from site_builder.render.vignettes import vignettes
from site_builder.resolve.adaptations import adapted_blocks, files_of
from site_builder.setting import Setting
from site_builder.shard import Shard
from site_builder.site_contents import SEARCH, PlannedFile, SiteContents, files_of_output
from site_builder.standing import NOTHING_STANDS, Standing, standing
from site_builder.tally import PAGES

Sources = Sequence[tuple[str, Path]]
"""Files kept in caches, by their paths in the site."""
CARDS_EACH = 20
"""Cards, or kits, for which another process is worth its start."""


@contextmanager
def read_and_checked(order: BuildOrder, past: Recollection) -> Iterator[Checking]:
    """The portal, read, while its templates are compiled; it is checked beside what is done in the block."""
    order.progress.rest()
    compiling = partial(compiled_templates, order.root, order.inputs, order.theme.template_dirs)
    with beside(compiling, order.processes) as templates:
        read = read_portal(order.root, order.today, order.progress, past, order.instead)
        work_out(read)
        if templates.elsewhere:
            COMPILED.take(templates.result())
    order.progress.rest()
    with beside(partial(run_checks, read), order.processes) as checks:
        order.progress.begin("checking")
        yield Checking(read=read, told=checks)


def setting_of(past: Recollection, planned: Planned, pictures: Pictures, order: BuildOrder) -> Setting:
    """All that rendering reads, and the files that pages name after their contents.

    Git is asked of adaptations, and of events, whose calendars say when they changed.
    """
    events = (path for entry in planned.portal.entries.get("event", ()) for path in entry.paths.values())
    asked = {*files_of(adapted_blocks(planned.portal)), *events}
    changes = last_changes(order.root, asked, dated=dated_files(planned.portal, order.theme.site_url))
    return Setting(past, planned, order.theme, pictures, changes)


def whole_site_files(setting: Setting, stands: Standing, order: BuildOrder) -> dict[str, tuple[Made, ...]]:
    """Small files that belong to no page, by the names of their outputs; the first shard makes them."""
    if not order.part.is_first:
        return {}
    makers = whole_site_makers(setting, order).items()
    return {name: stands.output(name, setting.scene.asking, make) for name, make in makers}


def whole_site_makers(setting: Setting, order: BuildOrder) -> dict[str, Callable[[], Iterable[Output]]]:
    """How each output of small files is made, by its name."""
    # Calendars and all that they are made with: loaded beside, while the press is set.
    from site_builder.outputs.stage import OUTPUTS  # noqa: PLC0415

    scene, dirs = setting.scene, order.theme.static_dirs
    makers: dict[str, Callable[[], Iterable[Output]]] = {name: partial(make, scene) for name, make in OUTPUTS.items()}
    makers["embed_loader"] = lambda: (embed_loader(dirs),)
    makers["worker"] = lambda: (worker(scene, dirs, running=setting.keeps_pages),)
    return makers


def search_files(scene: Scene, stands: Standing, order: BuildOrder) -> Searchable:
    """The index of the search: Pagefind makes it as a whole, for the first shard."""
    if not order.part.is_first:
        return Searchable()
    problems: list[Problem] = []

    def make() -> tuple[Output, ...]:
        files, found = searchable(scene, order.root)
        problems.extend(found)
        return files

    return Searchable(files=stands.output(SEARCH, scene.asking, make), problems=tuple(problems))


def searching(stands: Standing, order: BuildOrder) -> int:
    """How many processes there may be for the search: what stands needs none of its own."""
    return 1 if stands.stands(SEARCH) else order.processes


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The index of the search as it was written, and what kept it from being made."""

    files: tuple[PlannedFile, ...]
    written: WrittenFiles
    problems: tuple[Problem, ...]


def write_index(search: Awaited[Searchable], others: Sequence[PlannedFile], writer: TreeWriter) -> Index:
    """Wait for the search, and write its files while pages are made. Raises OutputsCollide before it writes one."""
    found = search.result()
    files = tuple(files_of_output(found.files, SEARCH))
    refuse_same_path((file.path, file.of) for file in (*others, *files))
    return Index(files=files, written=writer.write_all(found.files), problems=found.problems)


def shard_record(
    order: BuildOrder, planned: Planned, contents: SiteContents, index: Index, written: WrittenFiles
) -> tuple[Output, ...]:
    """What a shard says of itself; nothing where the whole site is made.

    Raises PublishingStopped where what it is made from has changed meanwhile.
    """
    if order.shard is None:
        return ()
    if order.inputs is None or inputs_of(order.root) != order.inputs:
        raise PublishingStopped("sources-changed", order.root)
    whole = order_fingerprint(order.inputs, paper=order.paper, served=order.theme.served)
    small = (output.path for files in contents.small.values() for output in files)
    alone = {*small, *(file.path for file in index.files)}
    record = ShardRecord(
        part=order.shard,
        order=fingerprint(f"{whole} {planned.today.isoformat()} {order.instead.fingerprint}".encode()),
        shared=of_paths(file.path for file in contents.shared_files()),
        alone=tuple(sorted(alone - {SITE_MARK.path})),
        pages=len(contents.pages),
        files=recorded(written.manifest),
    )
    return (record.as_output(),)


def standing_of(setting: Setting, order: BuildOrder, former: KnownTree | None) -> Standing:
    """What stands of the ``former`` tree: nothing where nobody looked what it was made from, or made it in parts."""
    if order.remembered is None or order.shard or former is None:
        return NOTHING_STANDS
    return standing(setting.ground, setting.known, former)


def pages_standing(stands: Standing, press: Press) -> Standing:
    """What stands of the pages, which share what the ``press`` holds, and of maps."""
    return stands.knowing({pack_of(which): str(pack) for which, pack in press.shared.packs.items()}).under(press.asked)


def pieces(stands: Standing, files: Iterable[PlannedFile], written: WrittenFiles) -> Pieces:
    """What is noted of the files of a site: what each was made from, and those that are made together."""
    outputs: dict[str, list[str]] = defaultdict(list)
    for file in files:
        if not file.output.startswith(PAGES):
            outputs[file.output].append(file.path)
    return Pieces(ground=stands.ground, known=stands.known, asked=written.asked, outputs=dict(outputs))


def printed_in(press: Press, printed: Printed) -> Press:
    """The press whose guides link to what was printed."""
    return press.with_packs({which: PackFile(pack.size, pack.pages) for which, pack in printed.packs.items()})


def contents_of(
    press: Press,
    kept: Mapping[str, Sources],
    small: Mapping[str, Sequence[Made]],
    shard: Shard,
    stands: Standing = NOTHING_STANDS,
) -> SiteContents:
    """What the site consists of; the search is added when it is made. ``stands``: what it has already."""
    scene = press.scene
    return SiteContents(
        press=press,
        maps=[plan for _, plan in sorted(scene.geography.map_plans.items())],
        vignettes=tuple(vignettes(scene.portal, scene.geography)),
        territories=tuple(scene.portal.territories) if scene.portal.settings.licence else (),
        embeds=tuple(embed_plans(scene)),
        kept=kept,
        small=small if shard.is_first else {"marks": (SITE_MARK,)},
        shard=shard,
        standing=stands.files,
    )


def kept_files(scene: Scene, printed: Printed, pictures: Pictures, order: BuildOrder) -> dict[str, Sources]:
    """What the site has from caches, by the names of the outputs: all of it is there when this returns."""
    return {
        "packs": pack_sources(printed.packs, scene.site, scene.portal.former_codes),
        "pictures": pictures.sources,
        "cards": make_cards(scene, order.root, dict(pictures.sources), partial(_make_each, order)),
        "kits": make_kits(scene, order.root, partial(_make_each, order), printed.packs),
    }


def _make_each(order: BuildOrder, make: Make, folder: Path, count: int) -> None:
    """Make what goes with addresses, for every shard: each publishes its part."""
    processes = min(order.processes, 1 + count // CARDS_EACH)
    make_all(make, TreeWriter(folder), processes, lambda _: None, Counts(every=1, all_outputs=True))


def make_pictures_of(planned: Planned, checked: Callable[[], tuple[Problem, ...]], order: BuildOrder) -> Pictures:
    """The pictures of the portal's images. Raises _Mistaken rather than make any of a portal with errors."""

    def make_each(make: Make, folder: Path, count: int) -> None:
        if has_errors(checked()):
            raise _Mistaken
        order.progress.begin("pictures", count)
        counts = Counts(every=1, all_outputs=True)
        make_all(make, TreeWriter(folder), min(order.processes, count), order.progress.advance, counts)

    return make_pictures(planned.portal, order.root, make_each)


def print_guides(press: Press, order: BuildOrder) -> Printed:
    """The printed guides, where they are asked for, and where the site has an address that a QR code can hold."""
    if not order.paper or not press.scene.links.is_public:
        return NOTHING_PRINTED
    # Typst, QR codes and all that a book is made of: nothing of it is loaded by a build that prints none.
    from site_builder.paper.stage import make_packs, printer, wanted_packs  # noqa: PLC0415

    order.progress.begin("paper", len(wanted_packs(press.scene.portal, press.scene.site)))

    def make_each(make: Make, folder: Path, jobs: int) -> None:
        make_all(make, TreeWriter(folder), jobs, order.progress.advance, Counts(every=1, all_outputs=True))

    return make_packs(printer(press, order.root), make_each, order.processes)


class _Mistaken(Exception):
    """A portal has errors, which are told instead."""
