"""When what a page says was last changed, as far as anybody knows, for readers that come back only then (sitemaps.org).

Never the day of the build, which changes nothing. A text was changed on the day that Git knows, or read again on the
day that its editors wrote (``verified_on``), whichever is the later. A page of several texts changes with the last of
them; guides and portraits also with the open data. Of the directory's contacts nobody knows when one changed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.plan.pages import CHILDREN, DIRECTORY, EASY, GUIDE, HEADING, JOURNEY, LIST, PORTRAIT, PROOFS, PagePlan
from site_builder.render.described.lists import entries_listed
from site_builder.render.scene import Scene
from site_builder.resolve.inheritance import GuideKey
from site_builder.resolve.portal import Portal

DAYS = "days"
"""What is asked for by name by who looks at the days on which files changed."""
OPEN_DATA = ("data/reference", "data/territories")


def dated_files(portal: Portal, site_url: str) -> tuple[str, ...]:
    """The files and folders whose last day is looked for; none where nobody is told."""
    if not site_url:
        return ()
    return (*OPEN_DATA, *(path for entry in portal.published for path in entry.paths.values()))


def last_day(scene: Scene, page: PagePlan) -> date | None:
    """When what a page says was last changed; None where nobody knows."""
    scene.asking.ask((DAYS,))
    if page.kind == GUIDE:
        return scene.once(_of_guide, scene.portal.guides.key(page.subject), page.lang)
    if page.kind == PORTRAIT:
        return scene.once(_of_open_data)
    return _of_entries(scene, _texts(scene, page), page.lang)


def last_moment(scene: Scene, entry: Entry[Content]) -> datetime | None:
    """When one of its files last changed; None where the history does not say so of all of them."""
    known = [scene.changes.of_file.get(path) for path in entry.paths.values()]
    moments = [change.moment for change in known if change and change.moment]
    return max(moments) if len(moments) == len(known) else None


def _texts(scene: Scene, page: PagePlan) -> Iterable[Entry[Content]]:
    """The texts that a page consists of."""
    if page.kind == JOURNEY:
        return scene.portal.journeys.steps(page.subject)
    if page.kind in {LIST, HEADING, DIRECTORY}:
        return entries_listed(scene, page)
    if page.kind in SHOWN_WHOLE:
        return scene.portal.entries.get(SHOWN_WHOLE[page.kind], ())
    entry = scene.portal.by_key.get(page.key)
    return (entry,) if entry else ()


SHOWN_WHOLE = {EASY: "easy", CHILDREN: "child", PROOFS: "proof"}
"""Pages that show all entries of a kind."""


def _of_guide(scene: Scene, key: GuideKey, lang: Lang) -> date | None:
    """Of the guides that consist of the same blocks."""
    texts = (piece.entry for section in scene.portal.guides.of_key(key) for piece in section.pieces)
    return _latest((_of_entries(scene, texts, lang), scene.once(_of_open_data)))


def _of_open_data(scene: Scene) -> date | None:
    return _latest(day for path, day in scene.changes.days.items() if path.startswith(OPEN_DATA))


def _of_entries(scene: Scene, entries: Iterable[Entry[Content]], lang: Lang) -> date | None:
    return _latest(day for entry in entries for day in _of_entry(scene, entry, lang))


def _of_entry(scene: Scene, entry: Entry[Content], lang: Lang) -> Iterator[date | None]:
    """The fields that languages share are the reference file's."""
    version, written = entry.pick(lang)
    yield from (scene.changes.days.get(path) for path in {entry.path, entry.paths[written]})
    if version.verified_on and version.verified_on <= scene.today:
        yield version.verified_on


def _latest(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)
