"""Acronyms of published texts that nobody explains."""

import re
from collections.abc import Iterator

from site_builder.check.lines import published_lines
from site_builder.check.sight import Sight
from site_builder.model.slugs import slugify
from site_builder.problems import Place, Problem

_ACRONYM = re.compile(r"(?<![\w@./#&-])[A-ZÀ-ÖØ-Þ]{3,}(?:-[A-ZÀ-ÖØ-Þ]+)*(?![\w@/]|[.-]\w)")
_NUMBER = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def unexplained_acronyms(sight: Sight) -> Iterator[Problem]:
    """Three capitals or more that the glossary neither explains nor lists as common; each once a file.

    Only where a portal has a glossary. A number in Roman numerals is none.
    """
    glossary = sight.portal.glossary
    if not glossary.terms:
        return
    common = {word for written in glossary.common for word in (written, written.upper())}
    for entry, lang, version in sight.versions():
        known = {form for term in glossary.terms for form in term.forms_in(lang)} | common
        found: dict[str, Place] = {}
        for place, text in published_lines(sight, entry, lang, version):
            for acronym in _ACRONYM.findall(text):
                found.setdefault(acronym, place)
        for acronym, place in found.items():
            if acronym not in known and not _NUMBER.fullmatch(acronym):
                yield Problem("acronym-unexplained", place, {"acronym": acronym, "id": slugify(acronym)})
