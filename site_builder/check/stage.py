"""The check stage: every check, in the order in which their problems matter."""

from collections.abc import Callable, Iterator

from site_builder.check import (
    addresses,
    arrivals,
    blocks,
    colours,
    consent,
    contacts,
    coverage,
    duplicates,
    freshness,
    interface_words,
    labels,
    languages,
    links,
    reached,
    references,
    settings,
    sourcing,
    telephones,
    tree,
)
from site_builder.check.sight import Sight
from site_builder.problems import Problem

Check = Callable[[Sight], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    settings.root_territory,
    settings.reference_language,
    settings.directory_role,
    settings.open_data_contacts,
    duplicates.duplicate_ids,
    duplicates.duplicate_records,
    duplicates.duplicate_terms,
    addresses.shared_addresses,
    contacts.recorded_twice,
    contacts.known_and_absent,
    coverage.covering_nobody,
    references.unknown_territories,
    references.unknown_levels,
    references.unknown_table_levels,
    references.territory_cycles,
    tree.territories_apart,
    tree.unknown_seats,
    references.unknown_sections,
    references.unknown_audiences,
    references.unknown_contact_roles,
    references.unknown_contact_languages,
    references.unknown_sectors,
    references.overrides,
    arrivals.unknown_blocks,
    arrivals.unknown_step_roles,
    references.overrides_without_effect,
    blocks.reserved_ids,
    links.broken_links,
    links.lost_html,
    links.front_matter_images,
    links.odd_links,
    links.heading_levels,
    links.bare_urls,
    consent.living_people,
    consent.refused_profiles,
    consent.unknown_people,
    contacts.unread_hours,
    telephones.odd_lengths,
    sourcing.unsourced_contacts,
    sourcing.empty_entries,
    reached.unreached_pages,
    languages.missing_translations,
    labels.incomplete_labels,
    labels.curly_quotes,
    languages.unread_place_names,
    interface_words.unread_words,
    interface_words.words_that_are_no_text,
    interface_words.route_words,
    interface_words.wrong_placeholders,
    interface_words.unknown_words,
    interface_words.missing_interface_words,
    blocks.long_blocks,
    blocks.blocks_without_outing,
    freshness.reviews_due,
    freshness.stale_overrides,
    colours.low_contrast,
)


def check(sight: Sight) -> list[Problem]:
    """All problems of a portal that could be resolved."""
    return [problem for check_one in CHECKS for problem in check_one(sight)]
