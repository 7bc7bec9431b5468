"""Telephone numbers that nobody should call: some lack a digit, and some are a person's own."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.language.telephones import expected_forms, mobile_number
from site_builder.load.front_matter import Document
from site_builder.load.nodes import scalars
from site_builder.model.entry import Status
from site_builder.model.welcoming import Welcoming
from site_builder.problems import Place, Problem


def odd_lengths(sight: Sight) -> Iterator[Problem]:
    """Numbers that nobody can dial. Those of the open data are not for an editor to mend."""
    country_code = sight.portal.settings.telephone_country_code or ""
    for written, place in sight.written_to_reach("telephone"):
        forms = expected_forms(written, country_code)
        if forms:
            yield Problem("telephone-length", place, {"written": written, "forms": forms})


def mobile_numbers(sight: Sight) -> Iterator[Problem]:
    """A mobile telephone in the page of a house or a relay: who answers it is a person, and has agreed to nothing."""
    settings = sight.portal.settings
    mobile = mobile_number(settings.mobile_prefixes, settings.telephone_country_code or "")
    for entry in sight.entries if mobile else ():
        if not isinstance(entry.reference, Welcoming) or entry.reference.status is Status.ARCHIVED:
            continue
        for lang in entry.versions:
            for text, place in _lines(sight.document(entry, lang)):
                if mobile and mobile.search(text):
                    yield Problem("mobile-number", place)


def _lines(document: Document) -> Iterator[tuple[str, Place]]:
    for node in scalars(document.front):
        yield node.text or "", node.place
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        yield line, Place(document.path, number)
