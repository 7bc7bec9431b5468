"""What data/portal.yml names must exist."""

from collections.abc import Iterator

from site_builder.check.references import unknown_territory
from site_builder.check.sight import Sight
from site_builder.language.locales import UnknownLanguageError, locale_of
from site_builder.problems import Problem
from site_builder.validate.records import closest

SETTINGS = "data/portal.yml"


def root_territory(sight: Sight) -> Iterator[Problem]:
    """The portal's own territory: without it nothing can be planned."""
    code = sight.portal.settings.territory
    if code not in sight.portal.territories:
        yield unknown_territory(sight, code, sight.data_place(SETTINGS, "territory"), "territory")


def reference_language(sight: Sight) -> Iterator[Problem]:
    """Dates and numbers of a language that CLDR does not know are written as in the reference language."""
    code = sight.portal.reference_lang
    try:
        locale_of(code)
    except UnknownLanguageError:
        yield Problem("unknown-locale", sight.data_place(SETTINGS, "languages", 0, "code"), {"lang": code})


def directory_role(sight: Sight) -> Iterator[Problem]:
    """The role shown first on every guide is one of data/guide.yml's."""
    role = sight.portal.settings.directory_role
    roles = [known.id for known in sight.portal.frame.roles]
    if role is not None and role not in roles and sight.portal.records.data.guide is not None:
        suggestion = closest(role, roles) or "…"
        values = {"written": role, "known": ", ".join(roles) or "—", "fixed": f"directory_role: {suggestion}"}
        yield Problem("unknown-role", sight.data_place(SETTINGS, "directory_role"), values)
