"""What the HTML of a page has to be: landmarks, headings, names, tables, and nothing that plays, moves or opens."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = "h1, h2, h3, h4, h5, h6"
EMOTICON = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff]|[:;]-[)(DP]")
LANDMARKS = {"banner": "body > header", "main": "main", "contentinfo": "body > footer"}
FIELDS = "input:not([type=hidden]):not([type=submit]), select, textarea"
ABSENT = {
    "frames": "frame, frameset, iframe",
    "media": "audio, video, object, embed, applet, canvas, track",
    "image maps": "map, area, input[type=image]",
    "what moves by itself": "marquee, blink, animate, animateTransform, animateMotion, set",
    "presentation in HTML": "center, font, basefont, big, strike, tt, [align], [bgcolor], [border]",
    "tables of a fixed width": "table[width], td[width], th[width]",
    "style and script inside": "style, [style], script:not([src]):not([type='application/ld+json'])",
    "new windows": "[target]",
    "pages that leave by themselves": "meta[http-equiv=refresh]",
    "keys of their own": "[accesskey]",
    "an order of their own": "[tabindex]:not([tabindex='0']):not([tabindex='-1'])",
    "forms that send": "form[method=post], input[type=password], input[type=file]",
    "fields in groups": "fieldset, [role=group]:has(input), [role=radiogroup], input[type=radio]",
    "tables of several levels": "th[colspan], th[rowspan], td[colspan], td[rowspan], [headers]",
    "another direction of reading": "[dir]:not([dir=ltr]), bdo",
    "tables for layout": "table[role=presentation], table[role=none], table:not(:has(th))",
    "handlers inside": "[onclick], [onload], [onchange], [onsubmit], [onfocus], [onblur], [onkeydown], [onmouseover]",
}


def faults(page: LexborHTMLParser) -> Iterator[str]:
    """What is wrong with a page, in words."""
    yield from _absent(page)
    yield from _landmarks(page)
    yield from _headings([int((node.tag or "h0")[1]) for node in page.css(HEADINGS)])
    yield from _images(page)
    yield from _tables(page)
    yield from _names(page)
    yield from _language(page)


def _absent(page: LexborHTMLParser) -> Iterator[str]:
    body = page.body
    yield from (f"an emoticon: {found}" for found in EMOTICON.findall(body.text() if body else ""))
    for what, selector in ABSENT.items():
        for node in page.css(selector):
            yield f"{what}: {_opening(node)}"


def _landmarks(page: LexborHTMLParser) -> Iterator[str]:
    for role, selector in LANDMARKS.items():
        if len(page.css(selector)) != 1:
            yield f"{role}: {len(page.css(selector))} of them"
    for selector in ("nav", "[role=search], search"):
        names = Counter(_name(page, node) for node in page.css(selector))
        yield from (f"{selector} called {name!r}: {times} of them" for name, times in names.items() if times > 1)
        if "" in names and (selector == "nav" or len(names) > 1):
            yield f"{selector} without a name"
    skip = page.css("body a")[0]
    if skip.attributes.get("href") != "#main" or not page.css("#main"):
        yield f"the first link does not skip to the content: {_opening(skip)}"


def _headings(levels: Sequence[int]) -> Iterator[str]:
    if levels.count(1) != 1:
        yield f"h1: {levels.count(1)} of them"
    for above, level in zip((0, *levels), levels, strict=False):
        if level > above + 1:
            yield f"h{level} after h{above}"


def _images(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("img"):
        if "alt" not in node.attributes:
            yield f"no alt: {_opening(node)}"
        if not (node.attributes.get("width") and node.attributes.get("height")):
            yield f"no size: {_opening(node)}"
    for node in page.css("svg"):
        if node.attributes.get("aria-hidden") != "true" and not _is_named_drawing(page, node):
            yield f"a drawing that is neither hidden nor named: {_opening(node)}"


def _is_named_drawing(page: LexborHTMLParser, node: LexborNode) -> bool:
    """An image with a name, or a drawing whose links and shapes have theirs."""
    return bool(_name(page, node)) or bool(node.css("a[aria-label], [role=img][aria-label], text"))


def _tables(page: LexborHTMLParser) -> Iterator[str]:
    for table in page.css("table"):
        if not _name(page, table) and not table.css("caption"):
            yield f"a table without a name: {_opening(table)}"
        for cell in table.css("th:not([scope])"):
            yield f"a heading of a table that is of nothing: {_opening(cell)}"


def _names(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("a[href], button, summary"):
        if not _name(page, node) and not node.text(strip=True) and not node.css("img[alt]:not([alt=''])"):
            yield f"no words: {_opening(node)}"
    for node in page.css(FIELDS):
        identifier = node.attributes.get("id") or ""
        if not (_name(page, node) or page.css(f"label[for='{identifier}']")):
            yield f"a field without a label: {_opening(node)}"


def _language(page: LexborHTMLParser) -> Iterator[str]:
    if page.css("html")[0].attributes.get("dir") not in {"ltr", "rtl"}:
        yield "no direction of reading"
    for node in page.css("html, [lang], [hreflang]"):
        for attribute in ("lang", "hreflang"):
            code = node.attributes.get(attribute, "fr")
            if not code or (len(code.partition("-")[0]) not in {2, 3} and code != "x-default"):
                yield f"{attribute}: {_opening(node)}"


def _name(page: LexborHTMLParser, node: LexborNode) -> str:
    """What the attributes of ``node`` call it."""
    by = (node.attributes.get("aria-labelledby") or "").split()
    said = " ".join(found.text(strip=True) for id_ in by for found in page.css(f"[id='{id_}']"))
    return said or (node.attributes.get("aria-label") or "").strip()


def _opening(node: LexborNode) -> str:
    return (node.html or "")[:120]
