"""Telephone numbers that lack a digit: they become a button to call, and nobody answers."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.language.telephones import expected_forms
from site_builder.problems import Problem


def odd_lengths(sight: Sight) -> Iterator[Problem]:
    """Numbers of contacts that nobody can dial. Those of the open data are not for an editor to mend."""
    country_code = sight.portal.settings.telephone_country_code or ""
    for placed in sight.records.data.contacts:
        written = placed.record.telephone
        forms = expected_forms(written, country_code) if written else ""
        if forms:
            yield Problem("telephone-length", placed.place("telephone"), {"written": written, "forms": forms})
