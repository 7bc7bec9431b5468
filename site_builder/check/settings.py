"""What data/portal.yml names must exist."""

import re
from collections.abc import Iterator

from site_builder.check.references import unknown_territory, unknown_word
from site_builder.check.sight import Sight
from site_builder.language.locales import UnknownLanguageError, locale_of
from site_builder.model.settings import OpenDataContacts
from site_builder.model.territory import PlaceForms
from site_builder.model.values import pick
from site_builder.problems import Place, Problem
from site_builder.validate.closest import closest

SETTINGS = "data/portal.yml"
FORMS = tuple(f"{{{form}}}" for form in PlaceForms.model_fields)
"""What the words for a contact of the open data may ask for: ``{of}``."""


def root_territory(sight: Sight) -> Iterator[Problem]:
    """The portal's own territory: without it nothing can be planned."""
    code = sight.portal.settings.territory
    yield from unknown_territory(sight, code, sight.data_place(SETTINGS, "territory"), "territory")


def reference_language(sight: Sight) -> Iterator[Problem]:
    """Dates and numbers of a language that CLDR does not know are written as in the reference language."""
    code = sight.portal.reference_lang
    try:
        locale_of(code)
    except UnknownLanguageError:
        yield Problem("unknown-locale", sight.data_place(SETTINGS, "languages", 0, "code"), {"lang": code})


def first_contacts(sight: Sight) -> Iterator[Problem]:
    """The roles shown first on every guide are among data/guide.yml's."""
    if sight.records.data.guide is None:  # its own problems are told
        return
    reference = sight.portal.reference_lang
    roles = {role.id: pick(role.title, reference, reference).text for role in sight.portal.frame.roles}
    for index, role in enumerate(sight.portal.settings.first_contacts):
        if role not in roles:
            yield unknown_word("unknown-role", role, roles, sight.data_place(SETTINGS, "first_contacts", index))


def open_data_contacts(sight: Sight) -> Iterator[Problem]:
    """One open data set gives the contacts of the tables: for a known role, named with forms of a place's name."""
    first: Place | None = None
    for index, source in enumerate(sight.portal.settings.open_data):
        if source.contacts is None:
            continue
        steps = ("open_data", index, "contacts")
        place = sight.data_place(SETTINGS, *steps)
        if first:
            yield Problem("duplicate-record", place, {"id": "contacts", "other": first})
        first = first or place
        yield from _unknown_role(sight, source.contacts.role, "role", sight.data_place(SETTINGS, *steps, "role"))
        for lang, written in _unfilled(source.contacts):
            path = (*steps, "name", lang) if lang else (*steps, "name")  # a plain text names no language
            values = {"written": written, "known": ", ".join(FORMS)}
            yield Problem("string-placeholder", sight.data_place(SETTINGS, *path), values)


def _unfilled(contacts: OpenDataContacts) -> Iterator[tuple[str, str]]:
    for lang, words in contacts.name.root.items():
        yield from ((lang, written) for written in re.findall(r"{[^{}]*}", words) if written not in FORMS)


def _unknown_role(sight: Sight, role: str, field: str, place: Place) -> Iterator[Problem]:
    roles = [known.id for known in sight.portal.frame.roles]
    if role not in roles and sight.records.data.guide is not None:
        suggestion = closest(role, roles) or "…"
        values = {"written": role, "known": ", ".join(roles) or "—", "fixed": f"{field}: {suggestion}"}
        yield Problem("unknown-role", place, values)
