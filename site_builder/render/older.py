"""A translation that is older than its original says so, where it is: below the headings of what has changed since."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from site_builder.model.entry import Content, Entry
from site_builder.render.words import Words

_HEADING = re.compile(r"<h(?P<level>[2-6])(?P<attributes>[^>]*)>.*?</h(?P=level)>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')

Address = Callable[[str], str]
"""Where the original stands, at the anchor that is given; empty where it has no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The HTML of an original's body, and where it is read."""

    html: Markup
    address: Address


def noted(body: Markup, entry: Entry[Content], words: Words, original: Original) -> Markup:
    """The body of a translation with what its readers should know: what is older than the original, who translated.

    A section of the original is the one of the same number, where both have as many; else one notice at the top tells
    of the whole.
    """
    version, lang = entry.pick(words.lang)
    older = entry.older_parts(lang)
    if not older and not version.machine_translated:
        return body
    notice = _Notices(entry, words, original)
    ours, theirs = list(_HEADING.finditer(body)), list(_HEADING.finditer(original.html))
    known = len(ours) if len(ours) == len(theirs) else 0
    sections = [part.section for part in older if part.section and part.section <= known]
    below = {ours[n - 1].end(): notice.of("older.part", _anchor(theirs[n - 1])) for n in sections}
    top = [notice.of("older.machine")] if version.machine_translated else []
    if len(sections) < len(older):
        top.append(notice.of("older.whole"))
    return Markup("").join((*top, _with(body, below)))


@dataclass(frozen=True, slots=True)
class _Notices:
    """The notices of one translation, each with a link to its original."""

    entry: Entry[Content]
    words: Words
    original: Original

    def of(self, key: str, anchor: str = "") -> Markup:
        words, lang = self.words, self.entry.reference_lang
        mark, address = self.entry.mark(words.lang), self.original.address(anchor)
        named = words.language(lang)
        said = words.t(key, language=named, day=words.date(mark.day) if mark else "")
        link = Markup(' <a href="{}" hreflang="{}">{}</a>').format(address, lang, words.t("older.read", language=named))
        return Markup('<p class="older">{}{}</p>').format(said, link if address else "")


def _with(body: Markup, below: Mapping[int, Markup]) -> Markup:
    """The body with a notice at each of these places, which are ends of headings."""
    ends = [0, *sorted(below), len(body)]
    return Markup("").join(body[start:end] + below.get(end, Markup("")) for start, end in pairwise(ends))


def _anchor(heading: re.Match[str]) -> str:
    found = _ID.search(heading["attributes"])
    return found[1] if found else ""
