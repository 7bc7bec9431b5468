"""Words that no dictionary has: an optional check, which takes a library and dictionaries that a build never needs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.check.known_names import known_names, known_words
from site_builder.check.lines import prose_alone, published_lines, within
from site_builder.check.sight import Sight
from site_builder.check.spelt import Spelt
from site_builder.check.written_labels import labels_of
from site_builder.language.spelling import words_of
from site_builder.load.nodes import MapNode
from site_builder.load.yaml_mistakes import as_value
from site_builder.model.values import Lang, LocalizedSlug
from site_builder.problems import Place, Problem, Worded

_OPENING = re.compile(r"(?:[\s*_«“‘\"'(\[—–|]|[-+>#]|\d+[.)])*")
"""What may stand before the first word of a sentence."""
_ENDING = re.compile(r"[.!?…:][)»”’\"*_\]\s]*$")
_ITEM = re.compile(r"\s*(?:[-*+>#|:]|\d+[.)])")
_SHORT = 2
"""Letters of what is no word to look for: an initial, a unit."""
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|re|ᵉ|st|nd|rd|th)?s?")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text; ``begins``: whether it is the first of a sentence, which has a capital anyway."""

    text: str
    place: Place
    begins: bool


def misspelt_words(sight: Sight, dictionaries: Mapping[Lang, Spelt]) -> Iterator[Problem]:
    """Words of published texts and of labels that neither the dictionary nor the portal knows, each once a file.

    A translation may use words of the language that it was translated from: a newcomer has to hear them.
    """
    words = {lang: tuple(_words_in(sight, lang)) for lang in dictionaries}
    capitals = {word.text for found in words.values() for word in found if word.text[0].isupper() and not word.begins}
    names = known_names(sight) | _parts(capitals)
    judges = {lang: _Judge(lang, spelt, known_words(sight, lang), names) for lang, spelt in dictionaries.items()}
    theirs = [judge for judge in (judges.get(sight.portal.reference_lang),) if judge]
    for lang, found in words.items():
        told: set[tuple[str, str]] = set()
        for word in found:
            heard = (word.place.path, word.text)
            if heard not in told and not any(judge.is_right(word) for judge in (judges[lang], *theirs)):
                told.add(heard)
                yield Problem("spelling", word.place, _values(word.text, lang, dictionaries[lang].meant(word.text)))


def _values(word: str, lang: Lang, meant: tuple[str, ...]) -> dict[str, object]:
    bare = as_value(bare_word(word, lang))
    known = f"names: [{bare}]" if word[0].isupper() else f"words: {{{lang}: [{bare}]}}"
    several = ", ".join(meant)
    french, english = (f"Peut-être : {several}\n", f"Perhaps: {several}\n") if meant else ("", "")
    return {"word": word, "known": known, "meant": Worded(fr=french, en=english)}


class _Judge:
    """What is right in one language."""

    def __init__(self, lang: Lang, dictionary: Spelt, words: frozenset[str], names: frozenset[str]) -> None:
        self._dictionary = dictionary
        self._words = words
        self._names = names
        self._lang = lang

    def is_right(self, word: _Word) -> bool:
        """Whether it is known; a capital inside a sentence is a name's, which nobody has to know."""
        text = word.text
        return self._is_known(text, begins=word.begins) or (
            "-" in text and all(self._is_known(part, begins=word.begins) for part in text.split("-"))
        )

    def _is_known(self, text: str, *, begins: bool) -> bool:
        bare = bare_word(text, self._lang)
        if len(bare) <= _SHORT or (bare[0].isupper() and not begins) or bare.isupper() or _ROMAN.fullmatch(bare):
            return True
        if bare in self._names or self._has(bare):
            return True
        return self._dictionary.knows(text) or self._dictionary.knows(bare)

    def _has(self, word: str) -> bool:
        lower = word.lower()
        return lower in self._words or lower.removesuffix("s") in self._words


def bare_word(text: str, lang: Lang) -> str:
    """Without what stands before or behind an apostrophe: « l’Adour », “Dax’s”."""
    return _ELISION.sub("", text, count=1) if lang == "fr" else _POSSESSIVE.sub("", text)


def _words_in(sight: Sight, lang: Lang) -> Iterator[_Word]:
    for lines in _texts(sight, lang):
        goes_on = False
        for place, line in lines:
            goes_on = goes_on and not _ITEM.match(line)
            opening = _OPENING.match(line)
            first = opening.end() if opening else 0
            for start, text in words_of(line):
                begins = (start <= first and not goes_on) or bool(_ENDING.search(line[:start]))
                yield _Word(text, within(place, start), begins)
            goes_on = bool(line.strip()) and not _ENDING.search(line) and place.column == 1


def _texts(sight: Sight, lang: Lang) -> Iterator[Iterable[tuple[Place, str]]]:
    for entry, of, version in sight.versions():
        if entry.published and of == lang:
            yield published_lines(sight, entry, lang, version)
    for label in labels_of(sight):
        text = label.value.get(lang)
        if text and not label.is_name and not isinstance(label.value, LocalizedSlug):
            node = label.node.values.get(lang, label.node) if isinstance(label.node, MapNode) else label.node
            yield [(node.place, prose_alone(text))]


def _parts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in re.findall(r"[^\W\d_]+", word))
