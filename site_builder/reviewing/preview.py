"""Changed pages in a folder of their own, to be opened from the disk of somebody who has no server."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath
from posixpath import relpath
from urllib.parse import unquote, urlsplit

from site_builder.reviewing.changes import ChangedPage, How, Site
from site_builder.reviewing.rewriting import rewritten

MOST_PAGES = 200
"""A text of the region changes thousands of guides: those after the first ones are named, not copied."""
INDEX = "index.html"
_MARK = '<meta name="generator" content="portail review">'
"""What tells a preview from a folder of somebody else."""
_IN_CSS = re.compile(r"url\(([^)\"':]+)\)")
_STYLE = "margin:0;padding:.75rem 1rem;background:#7B2740;color:#fff;font:1rem/1.4 sans-serif"

_INDEX_STYLE = "body{font:1.125rem/1.6 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewWords:
    """What the preview says of itself, in the language of those who decide."""

    lang: str
    title: str
    notice: str
    how: dict[How, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Pages of a site, as files that lead to each other; their other links lead to the published site."""

    site: Site
    site_url: str
    folder: Path
    pages: tuple[ChangedPage, ...]

    def write(self, words: PreviewWords) -> None:
        """Make the folder: the pages, what they are drawn with, and a list of them to begin with."""
        self.folder.mkdir(parents=True, exist_ok=True)
        names, needed = {page.path: name_of(page) for page in self.pages}, set[str]()
        for page in self.pages:
            text = (self.site.folder / page.path).read_text(encoding="utf-8")
            target = self.folder / names[page.path]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self._page(names[page.path], text, words, names, needed), encoding="utf-8")
        for path in sorted(needed):
            self._copy(path)
        (self.folder / INDEX).write_text("".join(self._index(words)), encoding="utf-8")

    def _page(self, name: str, text: str, words: PreviewWords, names: Mapping[str, str], needed: set[str]) -> str:
        own = PurePosixPath(name).parent

        def address(written: str) -> str:
            path = self._path(written)
            if path is None:
                return written
            fragment = f"#{urlsplit(written).fragment}" if "#" in written else ""
            if path in names:
                return relpath(names[path], own) + fragment
            if path in self.site.manifest and not path.endswith(".html"):
                needed.add(path)
                return relpath(f"site/{path}", own)
            return f"{self.site_url}{written.removeprefix(self._base)}" if self.site_url else "#"

        return rewritten(text, address, f'<p style="{_STYLE}">{escape(words.notice)}</p>')

    @property
    def _base(self) -> str:
        path = urlsplit(self.site_url).path
        return path if path.endswith("/") else f"{path}/"

    def _path(self, written: str) -> str | None:
        """The file of the site that an address leads to; None where it leads elsewhere, or within its page."""
        parts = urlsplit(written)
        if parts.scheme or parts.netloc or not parts.path.startswith(self._base):
            return None
        path = unquote(parts.path.removeprefix(self._base))
        return f"{path}index.html" if not path or path.endswith("/") else path

    def _copy(self, path: str) -> None:
        source, target = self.site.folder / path, self.folder / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        if path.endswith(".css"):
            for found in _IN_CSS.finditer(source.read_text(encoding="utf-8")):
                beside = (PurePosixPath(path).parent / found[1]).as_posix()
                if beside in self.site.manifest:
                    self._copy(beside)

    def _index(self, words: PreviewWords) -> Iterator[str]:
        yield f'<!doctype html><html lang="{escape(words.lang)}"><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
        yield _MARK
        yield f"<title>{escape(words.title)}</title>"
        yield f"<style>{_INDEX_STYLE}</style>"
        yield f"<h1>{escape(words.title)}</h1><ul>"
        for page in self.pages:
            yield (
                f'<li><a href="{escape(name_of(page))}" lang="{escape(page.lang)}">{escape(page.title)}</a>'
                f" ({escape(page.lang)}, {escape(words.how[page.how])})"
            )
        yield "</ul></html>\n"


def has_room(folder: Path) -> bool:
    """Whether a preview may be written there: nothing is in it, or a preview made before."""
    if not folder.is_dir():
        return not os.path.lexists(folder)
    index = folder / INDEX
    return not any(folder.iterdir()) or (
        index.is_file() and _MARK in index.read_text(encoding="utf-8", errors="replace")
    )


def shown(pages: Iterable[ChangedPage]) -> tuple[ChangedPage, ...]:
    """Those of which there is a copy: the first ones that still are pages."""
    return tuple(page for page in pages if page.how is not How.REMOVED)[:MOST_PAGES]


def name_of(page: ChangedPage) -> str:
    """Where a page stands in the preview: ``la-dune.html``."""
    stem = page.path.removesuffix(".html").removesuffix("index").rstrip("/") or page.lang
    return f"pages/{stem}.html"
