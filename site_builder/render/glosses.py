"""Words of the glossary where texts use them: the first of each in a text is a link to its entry.

``role=doc-glossref`` (DPUB-ARIA 1.1) tells these links from all others: to screen readers, to the style sheet, to paper
and to the script that shows the explanation on the spot.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from markupsafe import Markup
from markupsafe import escape as as_html

from site_builder.model.terms import Term
from site_builder.model.values import Lang
from site_builder.plan.pages import GLOSSARY, SitePlan
from site_builder.prose.markdown_text import TAG
from site_builder.render.links import Links
from site_builder.render.said import Mixed, Said
from site_builder.resolve.portal import Portal

ROLE = "doc-glossref"
CLOSED = frozenset("a h1 h2 h3 h4 h5 h6 code pre abbr".split())
"""Inside these nothing is linked."""
INLINE = CLOSED - frozenset("h1 h2 h3 h4 h5 h6 pre".split()) | frozenset("em strong b i s sub sup span cite q".split())
"""Tags that do not part what stands before them from what follows."""
_BARE = re.compile(r"[\w/.:#?&;%~@+,*!$-]+")
"""What may stand in an attribute without quotes (HTML Standard §13.1.2.3), and more narrowly."""
_NOTHING = re.compile(r"(?!)")

Pair = tuple[Lang, Lang]
"""The language of a page, and that of a text on it."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """Explains the words of texts of one language to readers of one language. ``links``: opening tags by form."""

    pattern: re.Pattern[str]
    links: Mapping[str, str]

    def mark(self, *parts: Markup) -> tuple[Markup, ...]:
        """The parts of one text, clean HTML, of which each word is linked once.

        What is explained where it stands is not: a word alone in brackets, or followed by brackets.
        """
        met: set[str] = set()
        return tuple(Markup("".join(self._marked(str(part), met))) for part in parts)  # noqa: S704 - clean before

    def said(self, text: Said) -> Said:
        """A plain text of the page; one that is partly in another language stays as it is."""
        return text if isinstance(text, Mixed) else self.mark(as_html(text))[0]

    def _marked(self, html: str, met: set[str]) -> Iterator[str]:
        done = 0
        for start, end, link in self._found(html, met):
            yield from (html[done:start], link, html[start:end], "</a>")
            done = end
        yield html[done:]

    def _found(self, html: str, met: set[str]) -> Iterator[tuple[int, int, str]]:
        """Where in ``html`` a word begins and ends, and the tag that opens its link."""
        words = _Words.of(html)
        for match in self.pattern.finditer(words.text):
            place = words.linkable(match.start(), match.end())
            link = self.links[_one_line(match[0])]
            if link in met or place is None:
                continue
            met.add(link)
            if not _explained(words.text, match):
                yield (*place, link)


def glosses(portal: Portal, site: SitePlan, links: Links) -> Mapping[Pair, Gloss]:
    """A gloss for every language of a page and of a text."""
    pairs = ((page_lang, lang) for page_lang in portal.languages for lang in portal.languages)
    return {
        (page_lang, lang): gloss_of(portal.glossary.terms, lang, _glossary_url(site, links, page_lang))
        for page_lang, lang in pairs
    }


def _glossary_url(site: SitePlan, links: Links, lang: Lang) -> str:
    page = site.get(GLOSSARY, lang) or next(iter(site.versions(GLOSSARY)), None)
    return links.to(page) if page else ""


def gloss_of(terms: Iterable[Term], lang: Lang, url: str) -> Gloss:
    """Explains the words of texts of ``lang``; nothing without the ``url`` of the page that does."""
    links = {form: _opening(f"{url}#t-{term.id}") for term in terms for form in term.forms_in(lang)} if url else {}
    if not links:
        return Gloss(_NOTHING, {})
    escaped = {_one_line(escape(form, quote=False)): link for form, link in links.items()}
    return Gloss(pattern_of(escaped), escaped)


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds words as texts write them, on one line or two; there must be one at least."""
    longest_first = sorted(forms, key=len, reverse=True)
    words = "|".join(r"\s".join(map(re.escape, form.split())) for form in longest_first)
    # Neither a part of a longer word or compound, nor of an address ("CAF.fr").
    return re.compile(rf"(?<![\w@/.-])(?:{words})(?![\w@/]|[.-]\w)")


def _opening(url: str) -> str:
    address = escape(url)
    quote = "" if _BARE.fullmatch(address) else '"'
    return f"<a role={ROLE} href={quote}{address}{quote}>"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _explained(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    return (before.endswith("(") and after.startswith(")")) or after.lstrip(" \u00a0").startswith("(")


@dataclass(frozen=True, slots=True)
class _Words:
    """The text of HTML without its tags. ``runs``: beginning and end in the text, beginning in the HTML, linkable."""

    text: str
    runs: tuple[tuple[int, int, int, bool], ...]

    @classmethod
    def of(cls, html: str) -> "_Words":
        text, runs, end, closed = "", [], 0, 0
        for tag in (*TAG.finditer(html), None):
            run = html[end : tag.start() if tag else len(html)]
            runs.append((len(text), len(text) + len(run), end, not closed))
            text += run
            if tag:
                end = tag.end()
                closed += (-1 if tag["close"] else 1) if tag["name"] in CLOSED else 0
                text += "" if tag["name"] in INLINE else "\n"
        return cls(text, tuple(runs))

    def linkable(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the HTML a part of the text stands; None where it cannot be linked."""
        for first, last, at, linkable in self.runs:
            if first <= start and end <= last:
                return (at + start - first, at + end - first) if linkable else None
        return None
