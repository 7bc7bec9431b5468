"""The words that templates print: the interface's, by the short names that theme/print/ gives them."""

from collections.abc import Mapping
from datetime import date

from site_builder.language.dates import format_date
from site_builder.language.french import of_word
from site_builder.language.tags import is_french
from site_builder.model.settings import PortalSettings
from site_builder.paper.manuscript import Manuscript
from site_builder.render.views.guide.contact import is_of_a_town
from site_builder.render.words import Words

OF_PAGES: Mapping[str, str] = {
    "contents": "guide.contents",
    "contact": "guide.contact",
    "hours": "contact.hours",
    "hours_unknown": "contact.hours_unknown",
    "address": "contact.address",
    "telephone_unknown": "contact.telephone_unknown",
    "emergency": "emergency.title",
    "answers": "guide.answers",
}
"""Words that pages say as well."""
OF_PAPER = (
    "qr_alt map_alt documents who handed_by contact_why contact_own contact_unknown journey journey_why to_see "
    "contacts_most directory unrecorded unrecorded_why welcome_why terms notes online section_online about first_steps "
    "leaflet_online scan reasons flyer_lead flyer_online poster_lead poster_scan child_name child_home child_school "
    "child_phone child_mine child_see child_draw child_write child_words child_words_why child_word child_meaning "
    "child_ticks child_ticks_why child_emergency child_emergency_why"
).split()
"""Words of paper alone; marks in braces (``{address}``) are filled by the templates."""


def paper_words(copy: Manuscript) -> dict[str, str]:
    """Every word that a template asks for. That a town hall answers for one town alone is said where it is so."""
    words = copy.words
    of_pages = {name: words.t(key) for name, key in OF_PAGES.items()}
    of_paper = {key: words.t(f"paper.words.{key}") for key in OF_PAPER}
    said = {**of_pages, **of_paper, "facts": words.t("guide.facts", name=copy.guide.place.short)}
    return said if is_of_a_town(copy.scene, copy.code) else {**said, "contact_why": ""}


def edition_of(words: Words, today: date) -> str:
    """``Édition de novembre 2026``: the month, so that what is printed stays the same while nothing else changes."""
    month = format_date(today, words.lang, "month", reference=words.reference)
    return words.t("paper.edition", name=month, of=of_word(month) if is_french(words.lang) else month)


def credit_lines(words: Words, settings: PortalSettings) -> tuple[str, ...]:
    """Whose data and whose letters these are."""
    sources = [f"{words.label(source.name).text} ({source.licence})" for source in settings.open_data]
    data = (words.t("paper.data", sources=" · ".join(sources)),) if sources else ()
    return (*data, words.t("paper.typeface"))


def legal_lines(words: Words, settings: PortalSettings) -> tuple[str, str]:
    """What this paper is not: whole, and in one line."""
    if settings.demonstration:
        return words.t("paper.legal_demonstration"), words.t("paper.legal_short_demonstration")
    return words.t("paper.legal"), words.t("paper.legal_short")
