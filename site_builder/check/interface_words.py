"""The portal's own words of the interface: what none of its pages would show, and what they lack."""

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from site_builder.check.sight import Sight
from site_builder.interface import ENGINE_LANGUAGE, is_usable, known_names, plural_like, unfilled
from site_builder.load.nodes import Node, Scalar, key_place
from site_builder.load.words import STRINGS, Word, language_of, words_of
from site_builder.load.yaml_mistakes import as_value
from site_builder.model.slugs import fold, slugify
from site_builder.problems import Place, Problem
from site_builder.validate.closest import closest

OPEN = frozenset({"language", "theme", "use"})
"""Families to which a portal adds words of its own: names of languages, keywords of entries."""
_ALIKE = 0.75
"""How alike a family must be to one of the engine's to be a slip: a portal's own templates may have families too."""


def unread_words(sight: Sight) -> Iterator[Problem]:
    """A file of words in a language that the portal does not have, or in one that another file has already."""
    languages = sight.portal.languages
    first: dict[str, str] = {}
    for path in sorted(sight.records.sources.strings, key=lambda path: not path.endswith(".yml")):
        lang = language_of(path)
        if lang not in _languages(sight):
            meant = closest(PurePosixPath(path).stem, languages) or sight.portal.reference_lang
            values = {"known": ", ".join(languages), "fixed": f"{STRINGS}/{meant}.yml"}
            yield Problem("strings-language", Place(path), values)
        elif first.setdefault(lang, path) != path:
            yield Problem("file-twins", Place(path), {"other": first[lang]})


def words_that_are_no_text(sight: Sight) -> Iterator[Problem]:
    """A key with nothing after it, or with a list: the engine's own text stays in its place."""
    for node in _files(sight):
        for word in words_of(node):
            if not word.path:
                yield Problem("not-a-mapping", node.place, {"fixed": "home:\n  title: …"})
                continue
            written = word.node.text if isinstance(word.node, Scalar) else None
            if not (written or "").strip():
                field = word.path[-1].rpartition(".")[2]
                code = "empty-field" if isinstance(word.node, Scalar) else "not-a-text"
                yield Problem(code, word.node.place, {"field": field, "fixed": f"{field}: …"})


def route_words(sight: Sight) -> Iterator[Problem]:
    """The portal's own words for its addresses: one that no address can hold leaves the engine's in its place."""
    for word, written in _texts(sight):
        if not is_usable(word.key, written):
            field = word.key.rpartition(".")[2]
            values = {"field": field, "written": written, "fixed": f"{field}: {slugify(written) or '…'}"}
            yield Problem("bad-id", word.node.place, values)


def wrong_placeholders(sight: Sight) -> Iterator[Problem]:
    """A text of the portal that asks for what the engine does not give there: the engine's own stays in its place."""
    names = sight.interface.names
    for word, text in _texts(sight):
        written = unfilled(names, word.key, text)
        if written:
            values = {"written": written, "known": ", ".join(known_names(names, word.key)) or "—"}
            yield Problem("string-placeholder", word.node.place, values)


def unknown_words(sight: Sight) -> Iterator[Problem]:
    """A text whose key no page of the engine asks for; once for all that stands under a misspelt key."""
    keys = sight.interface.keys
    for node in _files(sight):
        told: set[str] = set()
        for word in words_of(node):
            known = not word.path or word.key.partition(".")[0] in OPEN or plural_like(word.key, keys)
            slip = None if known else _slip(keys, word.key)
            if slip and slip.key not in told:
                told.add(slip.key)
                yield slip.problem(node, word)


def missing_interface_words(sight: Sight) -> Iterator[Problem]:
    """A language of the portal that lacks words of the interface: its pages borrow the reference language's."""
    for lang in sight.portal.languages:
        lacking = sight.interface.lacking(lang)
        if lacking:
            values = {"lang": lang, "count": len(lacking), "first": ", ".join(lacking[:3])}
            yield Problem("interface-words", Place(f"{STRINGS}/{lang}.yml"), values)


def _languages(sight: Sight) -> tuple[str, ...]:
    """The languages whose words are read."""
    return (*sight.portal.languages, ENGINE_LANGUAGE)


def _files(sight: Sight) -> Iterator[Node]:
    """The files of words that are read."""
    for path, node in sight.records.sources.strings.items():
        if language_of(path) in _languages(sight):
            yield node


def _texts(sight: Sight) -> Iterator[tuple[Word, str]]:
    """The words that are texts."""
    for node in _files(sight):
        for word in words_of(node):
            if word.path and isinstance(word.node, Scalar) and word.node.text:
                yield word, word.node.text


def _under(keys: frozenset[str], above: str) -> frozenset[str]:
    """What the engine has right under a key; its families under the empty one."""
    return _tree(keys).get(above, frozenset())


@lru_cache(maxsize=2)
def _tree(keys: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """What the engine has right under each of its keys and families."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        steps = key.split(".")
        for depth, step in enumerate(steps):
            found[".".join(steps[:depth])].add(step)
    return {above: frozenset(steps) for above, steps in found.items()}


def _family_meant(written: str, families: frozenset[str]) -> str | None:
    by_fold = {fold(family): family for family in sorted(families)}
    found = difflib.get_close_matches(fold(written), by_fold, n=1, cutoff=_ALIKE)
    return by_fold[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class _Slip:
    """Where a dotted key leaves the engine's: the part of it up to there, what is known there, what may be meant."""

    key: str
    known: frozenset[str]
    meant: str | None

    def problem(self, node: Node, word: Word) -> Problem:
        depth = self.key.count(".") + 1
        values = {"key": self.key, "suggestion": self.meant, "known": ", ".join(sorted(self.known)) or "—"}
        whole = self.key == word.key and isinstance(word.node, Scalar) and word.node.text
        fixed = f"{self.meant}: {as_value(whole)}" if whole else f"{self.meant}:"
        code = "string-unknown" if self.meant else "string-unexpected"
        return Problem(code, _place(node, word, depth), {**values, "fixed": fixed})


def _slip(keys: frozenset[str], key: str) -> _Slip | None:
    """None for a family that may be the portal's own."""
    steps = key.split(".")
    depth = next((n for n in range(1, len(steps)) if not _under(keys, ".".join(steps[:n]))), len(steps))
    here, written = ".".join(steps[:depth]), steps[depth - 1]
    known = _under(keys, ".".join(steps[: depth - 1]))
    if written in known:  # a text where the engine has several under that name, or the reverse
        inside = frozenset(f"{here}.{each}" for each in _under(keys, here))
        return _Slip(key, inside or frozenset({here}), None)
    meant = _family_meant(written, known) if depth == 1 else closest(written, known)
    return _Slip(here, known, meant) if meant or depth > 1 else None


def _place(node: Node, word: Word, depth: int) -> Place:
    """The place of the key that holds the step ``depth`` of the dotted key; steps written as one share a place."""
    steps = 0
    for index, written in enumerate(word.path, start=1):
        steps += written.count(".") + 1
        if steps >= depth:
            return key_place(node, word.path[:index])
    return node.place
