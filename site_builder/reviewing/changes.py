"""Which pages differ between two sites made from one portal: before a proposal, and with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from pathlib import Path

from site_builder.model.registry import PEOPLE
from site_builder.publish.manifest import Manifest

GUIDES = frozenset({"guide", "portrait", "journey"})
"""The kinds that every territory has: a text of the region changes thousands of them."""
OF_EDITORS = frozenset({"translations", "overrides", "kit"})
"""Pages that list what editors have to do, which every change alters; kits, which repeat their pages."""
_HEAD = 20_000
_LANG = re.compile(r"<html\b[^>]*\blang=\"?([\w-]+)")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_KIND = re.compile(r"<body\b[^>]*\bclass=\"?(?:[\w-]+ )*?kind-([\w-]+)")


class How(StrEnum):
    """What became of a page."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPage:
    """A page that readers see otherwise. ``path``: its file below the site's root."""

    path: str
    how: How
    title: str
    lang: str
    kind: str

    @property
    def is_guide(self) -> bool:
        """Whether there is one for every territory."""
        return self.kind in GUIDES


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site on disk, and what it holds."""

    folder: Path
    manifest: Manifest


def changed_pages(before: Site, after: Site) -> tuple[ChangedPage, ...]:
    """The pages that one of the sites lacks, or that are not the same byte for byte: guides last, else by address.

    Former addresses, which are files without a text of their own, are no pages; nor are lists of what is to be done.
    """
    found = (_page(before if how is How.REMOVED else after, path, how) for path, how in _differing(before, after))
    return tuple(sorted(filter(None, found), key=lambda page: (page.is_guide, page.path)))


def _differing(before: Site, after: Site) -> Iterator[tuple[str, How]]:
    for path in before.manifest.keys() | after.manifest.keys():
        if path.endswith(".html"):
            old, new = _fingerprint(before.manifest, path), _fingerprint(after.manifest, path)
            if old != new:
                yield path, How.CHANGED if old and new else How.ADDED if new else How.REMOVED


def _fingerprint(manifest: Manifest, path: str) -> str:
    record = manifest.get(path)
    return record.fingerprint if record else ""


def _page(site: Site, path: str, how: How) -> ChangedPage | None:
    with (site.folder / path).open(encoding="utf-8") as file:
        head = file.read(_HEAD)
    lang, title, kind = (pattern.search(head) for pattern in (_LANG, _TITLE, _KIND))
    if not (lang and title and kind) or kind[1] in OF_EDITORS:
        return None
    named = unescape(title[1]).strip()
    own = named.rpartition(" – ")[0] or named  # without the name of the portal
    has_left = how is How.REMOVED and kind[1] in PEOPLE  # the name of whoever has left goes nowhere
    return ChangedPage(path=path, how=how, title=path if has_left else own, lang=lang[1], kind=kind[1])
