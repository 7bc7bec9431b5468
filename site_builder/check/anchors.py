"""What stands on a page beside others is linked to by its id, which no other part of that page may have: no heading."""

from collections.abc import Iterator, Mapping

from site_builder.check.sight import AUDIENCE_ANCHORS, GUIDE_ANCHORS, Sight
from site_builder.model.entry import Content, Entry
from site_builder.model.news import NewsKind
from site_builder.model.registry import BY_KIND
from site_builder.model.step import Stage
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem

EVERY_PAGE = frozenset({"main"})
JOURNEY_ANCHORS = frozenset({"arrival", "contact", "filter"})
DIRECTORY_ANCHORS = frozenset({"others"})


def reserved_ids(sight: Sight) -> Iterator[Problem]:
    """An id of an entry, or of a section of the guide, that is already an anchor of a page that shows it."""
    anchors = _anchors(sight)
    for entry in sight.entries:
        if not BY_KIND[entry.kind].paged and entry.id in EVERY_PAGE | anchors.get(entry.kind, frozenset()):
            yield Problem("reserved-id", sight.place(entry, "id"), {"id": entry.id})
    for index, section in enumerate(sight.portal.frame.sections):
        if section.id in GUIDE_ANCHORS | AUDIENCE_ANCHORS | sight.role_and_level_anchors:
            place = sight.data_place("data/guide.yml", "sections", index, "id")
            yield Problem("reserved-id", place, {"id": section.id})


def reserved_headings(sight: Sight) -> Iterator[Problem]:
    """A heading whose anchor, below the id of its entry where a page shows several, is another part of that page."""
    parts = _anchors(sight)
    ids = {(entry.kind, entry.id) for entry in sight.entries}
    first: dict[tuple[str, Lang, str], str] = {}
    told: set[Place] = set()
    for entry, lang, heading in _headings(sight):
        if BY_KIND[entry.kind].paged:
            anchor, is_taken = heading, heading in EVERY_PAGE
        else:
            anchor = f"{entry.id}-{heading}"
            beside = first.setdefault((entry.kind, lang, anchor), entry.id) != entry.id
            is_taken = beside or (entry.kind, anchor) in ids or anchor in EVERY_PAGE | parts[entry.kind]
        place = _place(sight, entry, lang, heading)
        if is_taken and place not in told:
            told.add(place)
            yield Problem("reserved-heading", place, {"id": anchor})


def _headings(sight: Sight) -> Iterator[tuple[Entry[Content], Lang, str]]:
    """The anchors of the headings that readers of each language get: where a text is not translated, its own."""
    for entry in sight.entries:
        for lang in sight.portal.languages:
            for heading in sorted(sight.bodies[entry.paths[entry.pick(lang)[1]]].anchors):
                yield entry, lang, heading


def _place(sight: Sight, entry: Entry[Content], lang: Lang, anchor: str) -> Place:
    path = entry.paths[entry.pick(lang)[1]]
    written = (heading.place for heading in sight.prose[path].headings if heading.anchor == anchor)
    return next(written, Place(path, sight.records.sources.documents[path].body_line))


def _anchors(sight: Sight) -> Mapping[str, frozenset[str]]:
    """By kind, what the pages that show several of its entries call their own parts: a test renders and compares."""
    journey = JOURNEY_ANCHORS.union(
        Stage,
        sight.role_anchors,
        (f"{entry.id}-done" for entry in sight.entries if entry.kind == "step"),  # its box to tick
    )
    groups = frozenset(f"in-{territory.code.lower()}" for territory in sight.portal.territories)
    return {
        "block": sight.guide_anchors | AUDIENCE_ANCHORS,
        "step": journey,
        "easy": frozenset(),
        "child": frozenset(),
        "testimonial": sight.guide_anchors | DIRECTORY_ANCHORS | groups,
        "news": frozenset({*NewsKind, "follow"}),
        "proof": groups,
    }
