"""The check stage: every check."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from site_builder.check import (
    acronyms,
    addresses,
    alerts,
    anchors,
    arrivals,
    blocks,
    colours,
    consent,
    contacts,
    coverage,
    duplicates,
    ending,
    freshness,
    interface_words,
    labels,
    languages,
    links,
    news,
    partner_work,
    pictures,
    proofs,
    reached,
    references,
    rgaa,
    settings,
    slips,
    sourcing,
    superlatives,
    telephones,
    trails,
    tree,
    wording,
)
from site_builder.check.sight import Sight
from site_builder.incremental.parts import Holder, part
from site_builder.problems import Problem

Check = Callable[[Sight], Iterator[Problem]]

OF_ONE_FIELD: tuple[Check, ...] = (
    duplicates.duplicate_ids,
    duplicates.ids_of_territories,
    references.unknown_territories,
    references.unknown_sections,
    references.unknown_audiences,
    references.unknown_sectors,
    references.overrides,
    arrivals.unknown_blocks,
    arrivals.unknown_step_roles,
    arrivals.easy_texts_of_one_block,
    trails.short_trails,
    trails.unknown_stops,
    anchors.reserved_ids,
    consent.refused_profiles,
    consent.telling_references,
    labels.curly_quotes,
    ending.ending_soon,
    ending.ended,
    ending.past_events,
    ending.skipped_hours,
)
"""What looks at one field of an entry: `portail new` asks them as soon as that is answered."""

CHECKS: tuple[Check, ...] = (
    *OF_ONE_FIELD,
    settings.root_territory,
    settings.reference_language,
    settings.first_contacts,
    settings.open_data_contacts,
    duplicates.duplicate_records,
    duplicates.duplicate_terms,
    duplicates.duplicate_audience_slugs,
    addresses.shared_addresses,
    contacts.recorded_twice,
    contacts.known_and_absent,
    coverage.covering_nobody,
    references.unknown_levels,
    references.unknown_table_levels,
    references.territory_cycles,
    tree.territories_apart,
    tree.unknown_seats,
    references.unknown_contact_roles,
    references.unknown_contact_languages,
    rgaa.unknown_reasons,
    arrivals.misspelt_roles,
    partner_work.unknown_partner_work,
    trails.unclear_stops,
    proofs.unknown_proofs,
    references.overrides_without_effect,
    arrivals.easy_texts_of_no_guide,
    anchors.reserved_headings,
    links.broken_links,
    links.lost_html,
    links.front_matter_images,
    pictures.small_pictures,
    pictures.empty_descriptions,
    links.odd_links,
    links.heading_levels,
    links.bare_urls,
    consent.living_people,
    consent.unknown_people,
    news.people_of_news,
    slips.checks_to_come,
    slips.swapped_positions,
    contacts.unread_hours,
    telephones.odd_lengths,
    telephones.mobile_numbers,
    sourcing.unsourced_contacts,
    sourcing.empty_entries,
    reached.unreached_pages,
    languages.missing_translations,
    languages.untranslated_fields,
    languages.older_translations,
    labels.incomplete_labels,
    languages.unread_place_names,
    languages.unread_search_words,
    interface_words.unread_words,
    interface_words.words_that_are_no_text,
    interface_words.route_words,
    interface_words.wrong_placeholders,
    interface_words.unknown_words,
    interface_words.missing_interface_words,
    blocks.long_blocks,
    blocks.blocks_without_outing,
    acronyms.unexplained_acronyms,
    wording.words_to_avoid,
    superlatives.unproved_superlatives,
    freshness.verifications_due,
    proofs.outdated_proofs,
    alerts.ending_alerts,
    freshness.stale_overrides,
    colours.low_contrast,
)


def check(sight: Sight, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """All problems of a portal that could be resolved, or those that some of the checks find."""
    checking = _Checking(sight)
    return [problem for each in checks for problem in getattr(checking, _name(each))]


def _name(check_one: Check) -> str:
    return f"{check_one.__module__.rpartition('.')[2]}_{check_one.__name__}"


def _looked(check_one: Check, checking: "_Looking") -> list[Problem]:
    return list(check_one(checking.sight))


class _Looking(Holder):
    """Each check is a part: what it finds stays true while all that it looked at does."""

    def __init__(self, sight: Sight) -> None:
        super().__init__(sight.memory, "check")
        self.sight = sight


_Checking = type("_Checking", (_Looking,), {_name(each): part(partial(_looked, each)) for each in CHECKS})
