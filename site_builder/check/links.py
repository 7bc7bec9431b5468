"""Internal links, anchors, images and headings: checked where they are written, with line and column."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath

from site_builder.check.sight import Sight
from site_builder.load.prose_scan import FoundLink, scan
from site_builder.model.block import Block
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem
from site_builder.validate.records import closest

SCHEMES = ("http:", "https:", "mailto:", "tel:")
GENERIC_ALTS = frozenset({"image", "photo", "picture", "img", "illustration", "logo"})


def broken_links(sight: Sight) -> Iterator[Problem]:
    """Links to files, territories and anchors that do not exist, in bodies and in "to see" lines."""
    for entry, lang, version in sight.versions():
        path = entry.paths[lang]
        for link in (*sight.prose[path].links, *_see_links(sight, entry, lang, version)):
            if link.image:
                yield from _image(sight, path, link)
            else:
                yield from _link(sight, entry, lang, link)


def bare_urls(sight: Sight) -> Iterator[Problem]:
    """An address written as plain text is not a link, and says nothing to a reader who listens."""
    for prose in sight.prose.values():
        for url in prose.bare_urls:
            yield Problem("bare-url", url.place, {"url": url.target})


def heading_levels(sight: Sight) -> Iterator[Problem]:
    """Headings begin at ``##`` and do not skip a level (RGAA 9.1)."""
    for prose in sight.prose.values():
        above = 1
        for heading in prose.headings:
            if heading.level == 1 or heading.level > above + 1:
                fixed = f"{'#' * (above + 1)} {heading.text}"
                yield Problem("heading-level", heading.place, {"level": heading.level, "fixed": fixed})
            above = max(heading.level, 2)


def front_matter_images(sight: Sight) -> Iterator[Problem]:
    """``image:`` names a file of media/ that has its sidecar."""
    for entry in sight.entries:
        image = entry.reference.image
        if image and image not in sight.portal.records.sources.images:
            yield _image_missing(sight, image, sight.place(entry, "image"))


def _see_links(sight: Sight, entry: Entry[Content], lang: Lang, version: Content) -> Iterator[FoundLink]:
    see = getattr(version, "see", None)
    if not see:
        return
    document = sight.document(entry, lang)
    node = document.front.values.get("see")
    place = node.place if node else document.place
    for link in scan(see, place.path, place.line).links:
        yield FoundLink(link.label, link.target, link.image, place)


def _link(sight: Sight, entry: Entry[Content], lang: Lang, link: FoundLink) -> Iterator[Problem]:
    address, _, anchor = link.target.partition("#")
    if not link.target:
        yield Problem("link-empty", link.place, {"label": link.label})
    elif address.startswith("territory:"):
        code = address.removeprefix("territory:")
        if code not in sight.portal.territories:
            found = sight.portal.territories.search(code, limit=1)
            suggestion = f"territory:{found[0].code}" if found else "territory:40088"
            yield Problem("link-territory", link.place, {"code": code, "suggestion": suggestion})
    elif ":" in address and not address.startswith(SCHEMES):
        yield Problem("link-scheme", link.place, {"target": link.target})
    elif ":" not in address:
        yield from _internal(sight, entry, lang, link, address, anchor)


def _internal(
    sight: Sight, entry: Entry[Content], lang: Lang, link: FoundLink, address: str, anchor: str
) -> Iterator[Problem]:
    own = entry.paths[lang]
    path = normpath(join(dirname(own), address)) if address else own
    target = sight.portal.by_path.get(path) if address else entry
    if target is None:
        yield _broken(sight, own, link, path)
        return
    target_path = target.paths.get(lang, target.paths[target.reference_lang])
    anchors = {heading.anchor for heading in sight.prose[target_path].headings}
    if anchor and anchor not in anchors and not isinstance(target.reference, Block):
        suggestion = closest(anchor, anchors)
        shown = f"#{suggestion}" if suggestion else ", ".join(f"#{a}" for a in sorted(anchors)) or "—"
        yield Problem("dead-anchor", link.place, {"anchor": anchor, "file": target_path, "suggestion": shown})


def _broken(sight: Sight, own: str, link: FoundLink, path: str) -> Problem:
    published = sight.portal.by_path
    if any(path in entry.paths.values() for entry in sight.entries):
        return Problem("link-unpublished", link.place, {"target": link.target})
    name = path.rpartition("/")[2]
    moved = next((known for known in published if known.rpartition("/")[2] == name), None)
    suggestion = moved or closest(path, published)
    if suggestion:
        return Problem("broken-link", link.place, {"target": link.target, "suggestion": _relative(own, suggestion)})
    return Problem("broken-link-unknown", link.place, {"target": link.target})


def _relative(own: str, target: str) -> str:
    return relpath(target, dirname(own))


def _image(sight: Sight, path: str, link: FoundLink) -> Iterator[Problem]:
    if not link.label.strip() or link.label.strip().lower() in GENERIC_ALTS:
        yield Problem("image-alt-text", link.place, {"target": link.target})
    if link.target.startswith(("http:", "https:")):
        yield Problem("image-elsewhere", link.place, {"target": link.target})
        return
    image = normpath(join(dirname(path), link.target))
    if image not in sight.portal.records.sources.images:
        yield _image_missing(sight, image, link.place)


def _image_missing(sight: Sight, image: str, place: Place) -> Problem:
    suggestion = closest(image, sight.portal.records.sources.images)
    if suggestion:
        return Problem("image-missing", place, {"image": image, "suggestion": suggestion})
    return Problem("image-missing-unknown", place, {"image": image})
