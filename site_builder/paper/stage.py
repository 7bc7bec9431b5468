"""The paper stage: a guide as PDF, one at a time for whoever asks, or all that a portal prints for its site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.engine import engine_folder
from site_builder.host import OWN_THEME
from site_builder.model.values import Lang
from site_builder.output import MakeAll, Output
from site_builder.paper.cache import PaperCache
from site_builder.paper.compile import CannotSet, Workshop, press_mark, workshop
from site_builder.paper.dense import page_count
from site_builder.paper.edition import Edition
from site_builder.paper.faults import at_fault, pages_problem, unprintable
from site_builder.paper.fonts import Fonts, fonts_in
from site_builder.paper.formats import CHILDREN, LEAFLET, PACK, Format
from site_builder.paper.notes import Note, as_text, read
from site_builder.paper.printed import Pack, Printed
from site_builder.paper.values import Editions
from site_builder.plan import pages
from site_builder.plan.pages import SitePlan, guide_key, kit_key
from site_builder.problems import Problem
from site_builder.render.stage import Press
from site_builder.resolve.portal import Portal

PRINT, FONTS = "print", "fonts"
THREADS = Path("/proc/self/task")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build prints beside a page: a format of one territory, in the page's language."""

    page: str
    lang: Lang
    code: str
    form: Format

    @property
    def note(self) -> str:
        """The file in which one process tells the others of it."""
        return f"{self.form.id}.{self.code}.{self.lang}.json"


@dataclass(frozen=True, kw_only=True)
class Printer:
    """All that printing needs beside the press: templates, fonts, the editions' maker, files made before."""

    root: Path
    portal: Portal
    site: SitePlan
    templates: Path
    fonts: Fonts
    editions: Editions
    cache: PaperCache

    def pdf(self, edition: Edition, form: Format, shop: Workshop) -> tuple[bytes | None, list[Problem]]:
        """The file of an edition, and what is wrong with it; None where it cannot be made."""
        problems = unprintable(self.portal, edition, self.fonts, self.root)
        if problems:
            return None, problems
        try:
            made = shop.pdf(edition, form)
        except CannotSet as refusal:
            return None, at_fault(self.portal, edition, form, refusal, shop)
        return made, list(pages_problem(edition, form, page_count(made)))


def printer(press: Press, root: Path) -> Printer:
    """The printer of the portal in ``root``, whose own fonts (theme/print/fonts) stand behind the engine's."""
    templates = engine_folder(OWN_THEME) / PRINT
    own = root / OWN_THEME / PRINT / FONTS
    folders = dict.fromkeys(folder.resolve() for folder in (templates / FONTS, own) if folder.is_dir())
    fonts = fonts_in(folders)
    return Printer(
        root=root,
        portal=press.scene.portal,
        site=press.scene.site,
        templates=templates,
        fonts=fonts,
        editions=Editions(press, fonts.families),
        cache=PaperCache(root, press_mark(templates, fonts)),
    )


def print_one(with_printer: Printer, code: str, lang: Lang, form: Format) -> tuple[bytes | None, list[Problem]]:
    """One format of one territory in one language."""
    edition = with_printer.editions.edition(code, lang)
    key = with_printer.cache.key(edition, form)
    note = with_printer.cache.note(key)
    if note is not None:
        return with_printer.cache.path(key).read_bytes(), list(note.problems)
    with workshop(with_printer.templates, with_printer.fonts) as shop:
        return with_printer.pdf(edition, form, shop)


def packed(portal: Portal) -> tuple[str, ...]:
    """The territories that have a pack: all but those of the nearest level, whose guides print well from the browser.

    A portal of one level has them all.
    """
    return tuple(t.code for t in portal.territories if not portal.territories.is_inside(t))


def wanted_packs(portal: Portal, site: SitePlan) -> tuple[Wanted, ...]:
    """Every pack of the portal, the leaflet beside each kit, and the booklet beside each page for children."""
    codes = packed(portal)
    packs = (Wanted(guide_key(code), lang, code, PACK) for lang in portal.languages for code in codes)
    kits = ((page, code) for code in codes for page in site.versions(kit_key(guide_key(code))))
    leaflets = (Wanted(page.key, page.lang, code, LEAFLET) for page, code in kits)
    root = portal.settings.territory
    booklets = (Wanted(page.key, page.lang, root, CHILDREN) for page in site.versions(pages.CHILDREN))
    return tuple(sorted((*packs, *booklets, *leaflets), key=lambda each: portal.languages.index(each.lang)))


def make_packs(with_printer: Printer, make_all: MakeAll, jobs: int) -> Printed:
    """All that a build prints, from the cache where nothing has changed. What cannot be made keeps nothing else back.

    Files of the cache that no build has asked for for some days are removed.
    """
    wanted = wanted_packs(with_printer.portal, with_printer.site)

    def make(share: int, shares: int) -> Iterator[Output]:
        own = _part(wanted, share, min(jobs, shares))
        if own:
            with workshop(with_printer.templates, with_printer.fonts) as shop:
                for each in own:
                    yield _slip(with_printer, each, shop)

    with TemporaryDirectory(prefix="portail-notes-") as folder:
        # Two at least: a process that has called Typst itself could no longer start others (`_threads_run`).
        make_all(make, Path(folder), 1 if _threads_run() else max(2, jobs))
        notes = [read((Path(folder) / each.note).read_text(encoding="utf-8")) for each in wanted]
    made = [(each, note) for each, note in zip(wanted, notes, strict=True) if note.key]
    packs = {(each.page, each.lang): _pack(with_printer, note) for each, note in made}
    with_printer.cache.prune()
    said = (problem for note in notes for problem in note.problems)
    unique = {repr(each): each for each in said}
    return Printed(packs=packs, problems=tuple(unique.values()))


def _part(wanted: Sequence[Wanted], part: int, parts: int) -> Sequence[Wanted]:
    """One of ``parts``, of neighbours: they are of one language, and Typst's memory serves one language at a time."""
    length = -(-len(wanted) // parts)
    return wanted[part * length : (part + 1) * length]


def _slip(with_printer: Printer, wanted: Wanted, shop: Workshop) -> Output:
    """Makes a file, and tells of it to the process that asked: its key in the cache, or why there is none."""
    edition = with_printer.editions.edition(wanted.code, wanted.lang)
    key = with_printer.cache.key(edition, wanted.form)
    note = with_printer.cache.note(key)
    if note is None:
        made, problems = with_printer.pdf(edition, wanted.form, shop)
        told = tuple(problems)
        if made is None:
            note = Note(problems=told)
        else:
            note = Note(key=key, size=len(made), pages=page_count(made), problems=told)
            with_printer.cache.put(made, note)
    return Output(wanted.note, as_text(note).encode())


def _pack(with_printer: Printer, note: Note) -> Pack:
    return Pack(path=with_printer.cache.path(note.key), size=note.size, pages=note.pages)


def _threads_run() -> bool:
    """Whether this process has threads that Python does not know of, such as those that Typst starts and keeps.

    A child would wait for ever for their answers. Linux alone tells.
    """
    return THREADS.is_dir() and len(list(THREADS.iterdir())) > 1
