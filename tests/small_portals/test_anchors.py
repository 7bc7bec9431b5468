"""To which parts of a page others may link: the ledger holds those of content, a list here those of templates."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser

from site_builder.model.ledger import anchors_of_part
from site_builder.plan.pages import UNINDEXED
from site_builder.plan.published import published
from tests.conftest import PortalFolder

LABELS = re.compile("main|.*-hint|.*-h|h-.*")
"""What names or explains something else on the page."""
FIELDS = frozenset({"input", "select", "textarea"})
NUMBERED = re.compile("^(in|km|stop|c|t)-.+")
"""By the code of a territory, a distance, a place in an order, a criterion."""
PROMISED = {
    "audience": "contents emergency others",
    "criteria": "c-* t-*",
    "directory": "in-* others subscribe",
    "guide": "ahead contact contents emergency filter welcome who",
    "heading": "entries others",
    "home": "by-place",
    "journey": "before contact filter first-month first-three-months first-week",
    "link-to-us": "steps territories",
    "list": "historical-heritage learning natural-heritage professional-life trail values",
    "news": "change follow news",
    "open-data": "examples files left-out licence promise",
    "partner-work": "advice contact helpers neighbours",
    "places": "coming welcomed",
    "portrait": "living offer",
    "proofs": "in-*",
    "trail": "stop-* stops",
    "workplace": "km-*",
    "workplaces": "around km-* towns",
}
"""What templates call their parts, by kind of page: the same in each portal and language, so that no ledger holds them.

Links lead there that nobody here has written: add to a line, take nothing out of one.
"""


def test_every_part_is_written_down_or_promised(small_site: Callable[[str], PortalFolder]) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for name in ("minimal", "districts"):
        for kind, anchor in not_written_down(small_site(name)):
            found[kind].add(NUMBERED.sub(r"\1-*", anchor))
    assert {kind: " ".join(sorted(anchors)) for kind, anchors in sorted(found.items())} == PROMISED


def not_written_down(portal: PortalFolder) -> Iterator[tuple[str, str]]:
    """Parts that the ledger of a portal does not hold, with the kinds of their pages."""
    checked = portal.check()
    assert checked.sight
    assert checked.planned
    ledger = published(checked.sight, checked.planned.site)
    shared = {anchor for (_, _, part), headings in ledger.parts.items() for anchor in anchors_of_part(part, headings)}
    of_page = {address: anchors for (address, _), anchors in ledger.pages.items()}
    for page in checked.planned.site:
        if page.kind not in UNINDEXED:
            known = shared | of_page.get(page.path, frozenset())
            yield from ((page.kind, anchor) for anchor in parts(portal.html(page.path)) if anchor not in known)


def parts(html: str) -> list[str]:
    found = [node for node in LexborHTMLParser(html).css("main [id]") if node.tag not in FIELDS]
    anchors = [node.attributes["id"] or "" for node in found]
    return [anchor for anchor in anchors if not LABELS.fullmatch(anchor)]
