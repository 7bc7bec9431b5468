"""Telephone numbers that lack a digit: they become a button to call, and nobody answers."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.language.telephones import expected_forms
from site_builder.problems import Problem


def odd_lengths(sight: Sight) -> Iterator[Problem]:
    """Numbers that nobody can dial. Those of the open data are not for an editor to mend."""
    country_code = sight.portal.settings.telephone_country_code or ""
    for written, place in sight.written_to_reach("telephone"):
        forms = expected_forms(written, country_code)
        if forms:
            yield Problem("telephone-length", place, {"written": written, "forms": forms})
