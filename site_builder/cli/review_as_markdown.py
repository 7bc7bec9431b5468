"""What a proposal changes, as GitHub shows it below the run of its workflow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from site_builder.cli.verifications_as_markdown import SAID
from site_builder.cli.words import counted, say
from site_builder.language.dates import format_date
from site_builder.language.locales import locale_of
from site_builder.plan.stage import Planned
from site_builder.problems.markdown import code, plain
from site_builder.reading import Checked
from site_builder.resolve.expiring import SOON, expiring
from site_builder.resolve.translations import State, Translation, to_do
from site_builder.resolve.translations import translations as all_translations
from site_builder.reviewing.changes import ChangedPage, How
from site_builder.reviewing.lost_addresses import LostAddresses
from site_builder.reviewing.preview import name_of, shown
from site_builder.reviewing.stage import Review

MOST_ROWS = 100
"""Of a table: GitHub refuses a summary of more than a megabyte, and nobody reads one of a thousand lines."""
MOST_GUIDES = 5


def as_markdown(found: Review, checked: Checked, lang: str, *, previewed: bool) -> str:
    """All of it. ``previewed``: whether there is a copy of the pages to look at."""
    parts = [_pages(found, lang, previewed=previewed)]
    if found.lost:
        parts.append(_lost(found.lost, lang))
    if checked.planned:
        parts.append(_translations(to_do(all_translations(checked.planned.portal)), lang))
        parts.append(_ending(checked.planned, lang))
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _pages(found: Review, lang: str, *, previewed: bool) -> list[str]:
    guides = [page for page in found.pages if page.is_guide]
    others = [page for page in found.pages if not page.is_guide]
    lines = [f"## {say(lang, 'review-pages')}", ""]
    if not found.is_compared:
        lines += [say(lang, "review-not-compared"), ""]
    if not found.pages:
        return [*lines, say(lang, "review-no-pages")]
    counts = (counted(lang, f"pages-{how.value}", n) for how in How if (n := _number(found.pages, how)))
    lines += [f"{', '.join(counts)}.", ""]
    if others or len(guides) <= MOST_GUIDES:
        rows = [*others[:MOST_ROWS], *(guides if len(guides) <= MOST_GUIDES else ())]
        lines += _table(rows, {*shown(found.pages)} if previewed else set(), lang)
    if len(others) > MOST_ROWS:
        lines += ["", say(lang, "review-more", count=len(others) - MOST_ROWS)]
    if len(guides) > MOST_GUIDES:
        named = ", ".join(plain(page.title) for page in guides[:MOST_GUIDES])
        lines += ["", say(lang, "review-guides", count=len(guides), named=named)]
    return lines


def _table(pages: Sequence[ChangedPage], copied: set[ChangedPage], lang: str) -> Iterator[str]:
    heads = ("review-page", "review-language", "review-change", *(("review-copy",) if copied else ()))
    yield from _rows([say(lang, head) for head in heads], (_cells(page, copied, lang) for page in pages))


def _cells(page: ChangedPage, copied: set[ChangedPage], lang: str) -> list[str]:
    named = locale_of(lang).languages.get(page.lang, page.lang)
    cells = [plain(page.title), named, say(lang, f"page-{page.how.value}")]
    if copied:
        cells.append(_code(name_of(page)) if page in copied else "")
    return cells


def _lost(found: Sequence[LostAddresses], lang: str) -> list[str]:
    heads = [say(lang, head) for head in ("review-address", "review-entry", "review-to-write")]
    rows = (
        [", ".join(_code(f"/{address}") for address in each.addresses), _code(str(each.place)), _code(each.fixed)]
        for each in found[:MOST_ROWS]
    )
    lines = [f"## {say(lang, 'review-lost')}", "", say(lang, "review-lost-about"), "", *_rows(heads, rows)]
    if len(found) > MOST_ROWS:
        lines += ["", say(lang, "review-more-entries", count=len(found) - MOST_ROWS)]
    return lines


def _translations(found: Sequence[Translation], lang: str) -> list[str]:
    lines = [f"## {say(lang, 'review-translations')}", ""]
    if not found:
        return [*lines, say(lang, "translations-none").strip()]
    by_owner = defaultdict[tuple[str, str], list[Translation]](list)
    for each in found:
        by_owner[each.lang, each.owner or say(lang, "translations-nobody")].append(each)
    states = [state for state in State if any(each.state is state for each in found)]
    heads = [say(lang, "review-language"), say(lang, "review-owner")]
    heads += [say(lang, f"translations-{state.value}") for state in states] + [say(lang, "review-words")]
    rows = (
        [
            locale_of(lang).languages.get(target, target),
            plain(owner),
            *(str(sum(each.state is state for each in theirs) or "") for state in states),
            str(sum(each.words for each in theirs)),
        ]
        for (target, owner), theirs in sorted(by_owner.items())
    )
    return [*lines, *_rows(heads, rows)]


def _ending(planned: Planned, lang: str) -> list[str]:
    found = [each for each in expiring(planned.portal.published, planned.today, SOON) if each.why in SAID]
    lines = [f"## {say(lang, 'review-ending')}", ""]
    if not found:
        return [*lines, say(lang, "review-nothing-ends", days=SOON)]
    heads = [say(lang, head) for head in ("review-entry", "review-what", "review-owner")]
    rows = (
        [
            _code(each.entry.path),
            say(lang, SAID[each.why], day=format_date(each.day, lang)),
            plain(each.entry.reference.owner or ""),
        ]
        for each in found[:MOST_ROWS]
    )
    return [*lines, *_rows(heads, rows)]


def _rows(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for cells in (heads, ["---"] * len(heads), *rows):
        yield f"| {' | '.join(cells)} |"


def _number(pages: Sequence[ChangedPage], how: How) -> int:
    return sum(page.how is how for page in pages)


def _code(text: str) -> str:
    """Code in a cell, where a bar ends the cell even so."""
    return code(text).replace("|", r"\|")
