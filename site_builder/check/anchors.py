"""What stands on a page beside others is linked to by its id, which no other part of that page may have."""

from collections.abc import Iterator, Mapping

from site_builder.check.sight import AUDIENCE_ANCHORS, GUIDE_ANCHORS, Sight
from site_builder.model.registry import BY_KIND
from site_builder.model.step import Stage
from site_builder.problems import Problem

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


def _anchors(sight: Sight) -> Mapping[str, frozenset[str]]:
    """By kind, what the pages that show several of its entries call their own parts: a test renders and compares."""
    journey = JOURNEY_ANCHORS.union(
        Stage,
        sight.role_anchors,
        (f"{entry.id}-done" for entry in sight.entries if entry.kind == "step"),  # its box to tick
    )
    directory = DIRECTORY_ANCHORS.union(f"in-{slug}" for slug in sight.portal.slugs.values())
    return {
        "block": sight.guide_anchors | AUDIENCE_ANCHORS,
        "step": journey,
        "easy": frozenset(),
        "child": frozenset(),
        "testimonial": sight.guide_anchors | directory,
    }
