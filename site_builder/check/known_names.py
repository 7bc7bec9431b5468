"""The names that a portal's files say, and its own words: what no dictionary has to know."""

import re
from collections.abc import Iterable, Iterator

from site_builder.check.sight import Sight
from site_builder.check.written_labels import labels_of
from site_builder.model.ambassador import Ambassador
from site_builder.model.terms import Glossary
from site_builder.model.values import Lang, Localized

_PART = re.compile(r"[^\W\d_]+")


def known_names(sight: Sight) -> frozenset[str]:
    """Every part of the names of territories, organisations and people, and of the names that the portal lists."""
    names = (*_of_places(sight), *_of_people(sight), *_of_labels(sight), *sight.records.data.spelling.names)
    return frozenset(part for name in names for part in _PART.findall(name))


def known_words(sight: Sight, lang: Lang) -> frozenset[str]:
    """The words that the portal lists and those of its glossary, in small letters."""
    words = (*sight.records.data.spelling.words_in(lang), *_of_glossary(sight.portal.glossary, lang))
    return frozenset(part.lower() for word in words for part in (word, *_PART.findall(word)))


def _of_places(sight: Sight) -> Iterator[str]:
    for territory in sight.portal.territories:
        yield territory.name


def _of_people(sight: Sight) -> Iterator[str]:
    for _, _, version in sight.versions():
        if isinstance(version, Ambassador):
            yield version.title


def _of_labels(sight: Sight) -> Iterator[str]:
    for label in labels_of(sight):
        if label.is_name:
            yield from label.value.root.values()


def _of_glossary(glossary: Glossary, lang: Lang) -> Iterable[str]:
    labels: list[Localized] = [term.term for term in glossary.terms]
    labels += [rule.avoid for rule in glossary.wording]
    forms = [form for term in glossary.terms for form in term.forms_in(lang)]
    forms += [form for rule in glossary.wording for form in rule.forms_in(lang)]
    return (*glossary.common, *forms, *(text for label in labels if (text := label.get(lang))))
