"""Internal links, anchors, images and headings: checked where they are written, with line and column."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from posixpath import dirname, relpath
from typing import Any

from site_builder.check.pictures import says_nothing
from site_builder.check.references import territories_meant, told_territory
from site_builder.check.sight import Sight
from site_builder.model.block import Block
from site_builder.model.entry import Content, Entry, Status
from site_builder.model.paths import linked_path, written
from site_builder.model.slugs import slugify
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem
from site_builder.prose.markdown_text import URL_SCHEMES
from site_builder.prose.prose_scan import FoundLink
from site_builder.validate.closest import closest
from site_builder.validate.days import in_words

_EMAIL = re.compile(r"[^@/\s]+@[^@/\s]+\.[a-z]+")
COMPLETE = {
    "http": (re.compile(r"//[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?"), "https://…"),
    "https": (re.compile(r"//[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?"), "https://…"),
    "mailto": (re.compile(r"[^@/\s?]+@[^@/\s?]+\.[a-zA-Z]+(?:\?\S*)?"), "mailto:…@…"),
    "tel": (re.compile(r"\+?[0-9][0-9 .()\u00a0-]+"), "tel:+33…"),
}
"""What follows each scheme of ``URL_SCHEMES``, and an example of it."""
_AN_ADDRESS = re.compile(r"[./:@]")
_A_SLIP = 0.8
"""How alike two names of files are (difflib) for one to be meant by the other: ``dunes`` and ``dune``."""


def broken_links(sight: Sight) -> Iterator[Problem]:
    """Links to files, territories and anchors that do not exist, in bodies and in "to see" lines."""
    for entry, lang, text in sight.texts:
        odd = {link.target for link in text.prose.odd_links}
        for link in text.links:
            if link.image:
                yield from _image(sight, entry.paths[lang], link)
            elif f"[{link.label}]({'-'.join(link.target.split())})" not in odd:  # told by `odd_links`
                yield from _link(sight, entry, lang, link)


def lost_html(sight: Sight) -> Iterator[Problem]:
    """Tags that readers will not get, and texts that the parser does not take as they are."""
    for _, _, text in sight.texts:
        if text.too_deep:
            yield Problem("too-deep", text.too_deep)
        if text.swallowing:
            yield Problem("html-open", text.swallowing.place, {"tag": text.swallowing.name})
        for tag in text.lost:
            if tag == text.swallowing:
                continue
            if _AN_ADDRESS.search(tag.name):
                yield Problem("link-form", tag.place, {"written": f"<{tag.name}>", "fixed": f"[…]({tag.name})"})
            else:
                yield Problem("html-removed", tag.place, {"tag": tag.name})


def bare_urls(sight: Sight) -> Iterator[Problem]:
    """An address written as plain text is not a link, and says nothing to a reader who listens."""
    for _, _, text in sight.texts:
        for url in text.prose.bare_urls:
            yield Problem("bare-url", url.place, {"url": url.target})


def odd_links(sight: Sight) -> Iterator[Problem]:
    """What was meant as a link but is shown to readers as brackets."""
    for _, _, text in sight.texts:
        for link in text.prose.odd_links:
            yield Problem("link-form", link.place, {"written": link.label, "fixed": link.target})


def heading_levels(sight: Sight) -> Iterator[Problem]:
    """Headings begin at ``##``, do not skip a level (RGAA 9.1), and each has its own anchor."""
    for prose in sight.prose.values():
        above = 1
        anchors: set[str] = set()
        for heading in prose.headings:
            if heading.level == 1 or heading.level > above + 1:
                fixed = f"{'#' * min(above + 1, 4)} {heading.text}"
                yield Problem("heading-level", heading.place, {"level": heading.level, "fixed": fixed})
            if heading.anchor and heading.anchor in anchors:  # some scripts give none
                yield Problem("heading-twice", heading.place, {"text": heading.text})
            anchors.add(heading.anchor)
            above = max(heading.level, 2)


def front_matter_images(sight: Sight) -> Iterator[Problem]:
    """``image:`` names a file of media/ that has its sidecar."""
    for entry in sight.entries:
        image = entry.reference.image
        if image and image not in sight.records.sources.images:
            yield _image_missing(sight, image, sight.place(entry, "image"), "image: {}", "")


def _link(sight: Sight, entry: Entry[Content], lang: Lang, link: FoundLink) -> Iterator[Problem]:
    address, _, anchor = link.target.partition("#")
    if not link.target:
        yield Problem("link-empty", link.place, {"label": link.label})
    elif not link.label.strip():
        yield Problem("link-text", link.place, {"target": link.target})
    elif address.startswith("territory:"):
        yield from _territory(sight, link, address.removeprefix("territory:"), anchor)
    elif ":" in address and address.partition(":")[0].lower() not in URL_SCHEMES:  # browsers read HTTPS: as https:
        yield Problem("link-scheme", link.place, {"target": link.target})
    elif ":" in address:
        yield from _elsewhere(link)
    else:
        yield from _internal(sight, entry, lang, link, address, anchor)


def _elsewhere(link: FoundLink) -> Iterator[Problem]:
    scheme, _, rest = link.target.partition(":")
    form, example = COMPLETE[scheme.lower()]
    if not form.fullmatch(rest):
        host = rest.strip("/")
        is_site = example == "https://…" and form.fullmatch(f"//{host}")
        meant = f"https://{host}" if is_site else example
        yield Problem("link-incomplete", link.place, {"target": link.target, "fixed": f"[{link.label}]({meant})"})


def _territory(sight: Sight, link: FoundLink, code: str, anchor: str) -> Iterator[Problem]:
    if code in sight.portal.territories:
        yield from _guide_anchor(sight, link, code, anchor)
    elif not sight.is_written("territories", code):
        places = sight.portal.territories
        meant = territories_meant(places, code) or territories_meant(places, link.label)
        yield told_territory(sight, "link-territory", code, meant, link.place, f"[{link.label}](territory:{{}})")


def _guide_anchor(sight: Sight, link: FoundLink, code: str, anchor: str) -> Iterator[Problem]:
    """An anchor of a guide: one of its parts, a block that this guide shows, or a heading of that block."""
    pieces = [piece for section in sight.portal.guides.guide(code) for piece in section.pieces]
    blocks = {piece.entry.id for piece in pieces} | sight.ids_with_mistakes
    if not anchor or anchor in blocks | sight.guide_anchors | _headings(sight, (piece.entry for piece in pieces)):
        return
    if _is_out_of_dates(sight, anchor):
        yield Problem("anchor-out-of-dates", link.place, {"anchor": anchor})
        return
    sections = {section.id for section in sight.portal.frame.sections}
    instead = next((piece.entry.id for piece in pieces if anchor in piece.stands_for), None)
    suggestion = instead or closest(anchor, sections | blocks)
    yield _dead_anchor(link, f"territory:{code}", f"territory:{code}", sections, suggestion)


def _headings(sight: Sight, entries: Iterable[Entry[Any]]) -> set[str]:
    """The anchors of the headings inside blocks, as a guide has them."""
    files = ((entry.id, path) for entry in entries for path in entry.paths.values())
    return {f"{block}-{anchor}" for block, path in files for anchor in sight.bodies[path].anchors}


def _is_out_of_dates(sight: Sight, anchor: str) -> bool:
    """Whether a guide has it on other days: a block, or a heading of one, that its own dates keep from readers."""
    absent = [e for e in sight.entries if isinstance(e.reference, Block) and not e.reference.shown(sight.today)]
    published = [entry for entry in absent if entry.published]
    return anchor in {entry.id for entry in published} | _headings(sight, published)


def _internal(
    sight: Sight, entry: Entry[Content], lang: Lang, link: FoundLink, address: str, anchor: str
) -> Iterator[Problem]:
    own = entry.paths[lang]
    path = linked_path(own, address) if address else own
    target = sight.portal.by_path.get(path) if address else entry
    if target is not None:
        yield from _anchor(sight, target, lang, link, address, anchor)
    elif path not in sight.records.sources.images:
        yield from _broken(sight, own, link, path)


def _anchor(
    sight: Sight, target: Entry[Content], lang: Lang, link: FoundLink, address: str, anchor: str
) -> Iterator[Problem]:
    path = target.paths.get(lang, target.paths[target.reference_lang])
    anchors = sight.bodies[path].anchors
    to_a_block = bool(address) and isinstance(target.reference, Block)  # leads to the block, whatever its anchor
    if anchor and anchor not in anchors and not to_a_block:
        yield _dead_anchor(link, path, address, anchors)


def _dead_anchor(
    link: FoundLink, file: str, address: str, anchors: Collection[str], suggestion: str | None = None
) -> Problem:
    """``suggestion`` is the anchor that was meant, by default the one of ``anchors`` that is nearest."""
    anchor = link.target.partition("#")[2]
    suggestion = suggestion or closest(anchor, anchors)
    meant = f"{address}#{suggestion}" if suggestion else address
    known = ", ".join(f"#{known}" for known in sorted(anchors)) or "—"
    fixed = f"[{link.label}]({meant})" if meant else link.label
    values = {"anchor": anchor, "file": file, "known": known, "fixed": fixed, "led_to": Place(file)}
    return Problem("dead-anchor", link.place, values)


def _broken(sight: Sight, own: str, link: FoundLink, path: str) -> Iterator[Problem]:
    entry = next((entry for entry in sight.entries if path in entry.paths.values()), None)
    if entry is not None:
        first = entry.reference.publish_on
        led_to = sight.document(entry).place
        values = {"target": link.target, "date": in_words(first) if first else "", "led_to": led_to}
        yield Problem(_absence(entry, sight.today), link.place, values)
    elif path not in sight.told or not path.startswith("content/"):
        suggestion = _address_meant(sight, own, link.target, path)
        if suggestion:
            values = {"target": link.target, "fixed": f"[{link.label}]({suggestion})"}
            yield Problem("broken-link", link.place, values)
        else:
            yield Problem("broken-link-unknown", link.place, {"target": link.target})


def _absence(entry: Entry[Content], today: date) -> str:
    """The problem of a link to an entry that has no page today.

    What its dates or a consent keep from readers comes and goes by itself, and must not keep the rest of the portal,
    and so a person's page, as they are: that is no error. Neither is a person whom somebody has archived.
    """
    person = entry.reference
    if person.living and (person.status is Status.ARCHIVED or (entry.published and person.refusal(today))):
        return "link-withheld"
    if not entry.published:
        return "link-unpublished"
    return "link-over" if entry.reference.begun(today) else "link-not-yet"


def _address_meant(sight: Sight, own: str, target: str, path: str) -> str | None:
    """An e-mail address, a site without ``https://``, a file that has moved, a name written almost right."""
    if _EMAIL.fullmatch(target):
        return f"mailto:{target}"
    if target.startswith("www."):
        return f"https://{target}"
    published = {file: entry for file, entry in sight.portal.by_path.items() if own not in entry.paths.values()}
    found = _nearest_file(path, published)
    return _relative(own, published[found].paths[published[found].reference_lang]) if found else None


def _nearest_file(path: str, known: Iterable[str]) -> str | None:
    """A file of that name in another folder, else the one whose name is a slip of the pen away."""
    by_name: dict[str, str] = {}
    for each in known:
        by_name.setdefault(_stem(each), each)
    name = _stem(path)
    near = [name] if name in by_name else get_close_matches(slugify(name), by_name, n=1, cutoff=_A_SLIP)
    return by_name[near[0]] if near else None


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _relative(own: str, target: str) -> str:
    return written(relpath(target, dirname(own)))


def _image(sight: Sight, path: str, link: FoundLink) -> Iterator[Problem]:
    if says_nothing(link.label):
        yield Problem("image-alt-text", link.place, {"target": link.target})
    if ":" in link.target or link.target.startswith("//"):
        yield Problem("image-elsewhere", link.place, {"target": link.target})
        return
    image = linked_path(path, link.target)
    if image not in sight.records.sources.images:
        yield _image_missing(sight, image, link.place, f"![{link.label}]({{}})", path)


def _image_missing(sight: Sight, image: str, place: Place, form: str, own: str) -> Problem:
    """``form`` is what is written around the image's path, which is relative to ``own`` where that is given."""
    found = _nearest_file(image, sight.records.sources.images)
    if found:
        fixed = form.replace("{}", _relative(own, found) if own else found)
        return Problem("image-missing", place, {"image": image, "fixed": fixed})
    return Problem("image-missing-unknown", place, {"image": image})
