"""Free pages that no reader finds: nothing leads to them."""

from collections.abc import Iterator
from posixpath import relpath

from site_builder.check.sight import Sight
from site_builder.model.entry import Content, Entry
from site_builder.model.page import DOOR_PAGE, FOOTER_PAGES, Page
from site_builder.model.paths import linked_path, written
from site_builder.problems import Problem

_A_FOLDER = "content/assets"
"""Where most links are written: links are relative to the file that they are in."""


def unreached_pages(sight: Sight) -> Iterator[Problem]:
    """A free page is in no list: the foot of every page leads to it, a door, or a link of another text."""
    linked = _linked(sight)
    for entry in sight.entries:
        if not isinstance(entry.reference, Page) or not entry.published or entry.id in {*FOOTER_PAGES, DOOR_PAGE}:
            continue
        if not linked.intersection(entry.paths.values()):
            address = written(relpath(entry.paths[entry.reference_lang], _A_FOLDER))
            link = f"[{entry.reference.title}]({address})"
            values = {"link": link, "known": ", ".join(FOOTER_PAGES)}
            yield Problem("page-unreached", sight.place(entry, "id"), values)


def _linked(sight: Sight) -> set[str]:
    """The files that a text of another published entry links to."""
    found: set[str] = set()
    for entry, lang, text in sight.texts:
        if entry.published:
            own = entry.paths[lang]
            paths = (linked_path(own, link.target.partition("#")[0]) for link in text.links if ":" not in link.target)
            found.update(path for path in paths if not _is_own(entry, path))
    return found


def _is_own(entry: Entry[Content], path: str) -> bool:
    return path in entry.paths.values()
