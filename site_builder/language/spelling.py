"""Words as they are written, and the Hunspell dictionaries that know how they are spelt.

Dictionaries are those of the computer, or of the folders that the variable ``DICPATH`` names, as for Hunspell itself.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

LIBRARY = "spylls"
SYSTEM_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
MOST_MEANT = 3
_COUNTRIES = {"en": "GB"}
"""Whose dictionary of a language comes first; by default that of the country called like it (fr_FR)."""
_NO_WORD = re.compile(r"\S+@\S+|&#?\w+;|\b[\w-]+(?:\.[\w-]+)+\b|[#@]\w+")
"""E-mail addresses, characters by their names, host and file names, keywords."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACCENTS = {"a": "àâä", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü", "c": "ç"}
_SAME_LETTER = {one: letter + several for letter, several in _ACCENTS.items() for one in letter + several}


class Dictionary(Protocol):
    """What knows the words of a language."""

    def lookup(self, word: str) -> bool:
        """Whether it has the word, in this or in a less capital form."""


@dataclass(frozen=True, slots=True)
class DictionaryFiles:
    """The two files of a Hunspell dictionary."""

    affixes: Path
    words: Path

    def read(self) -> Dictionary:
        """The dictionary, in about a second. Needs the library."""
        readers = import_module(f"{LIBRARY}.hunspell.readers")
        affixes, context = readers.read_aff(_Lines(self.affixes.read_bytes()))
        words = readers.read_dic(_Lines(self.words.read_bytes(), context.encoding), aff=affixes, context=context)
        read: Dictionary = import_module(f"{LIBRARY}.hunspell").Dictionary(affixes, words)
        return read


class _Lines:
    """A file as the library reads it, which itself would leave it open: lines that are not empty, with their numbers.

    The file says in its first lines how it is encoded; what is no letter there is kept as it is.
    """

    def __init__(self, data: bytes, encoding: str = "windows-1252") -> None:
        self._data = data
        self._read = 0
        self.reset_encoding(encoding)

    def reset_encoding(self, encoding: str) -> None:
        """Read on in another encoding."""
        self._lines = self._data.decode(encoding, "surrogateescape").removeprefix("\ufeff").split("\n")

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> tuple[int, str]:
        while self._read < len(self._lines):
            self._read += 1
            line = self._lines[self._read - 1].strip()
            if line:
                return self._read, line
        raise StopIteration


def library_is_there() -> bool:
    """Whether the optional library is installed."""
    return find_spec(LIBRARY) is not None


def find_dictionary(lang: str, environ: Mapping[str, str]) -> DictionaryFiles | None:
    """The dictionary of a language on this computer, as a system, LibreOffice or the packages of npm name its files."""
    told = environ.get("DICPATH", "").split(os.pathsep)
    for folder in map(Path, (*filter(None, told), *SYSTEM_FOLDERS)):
        for stem in _stems(folder, lang):
            files = DictionaryFiles(stem.with_name(f"{stem.name}.aff"), stem.with_name(f"{stem.name}.dic"))
            if files.affixes.is_file() and files.words.is_file():
                return files
    return None


def _stems(folder: Path, lang: str) -> Iterator[Path]:
    country = _COUNTRIES.get(lang, lang.upper())
    yield from (folder / lang, folder / f"{lang}_{country}", folder / f"{lang}-{country}")
    yield from (folder / f"dictionary-{lang}-{country.lower()}" / "index", folder / f"dictionary-{lang}" / "index")
    yield from (path.with_suffix("") for path in sorted(folder.glob(f"{lang}[_-]*.dic")))


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Each word of a line and where it stands; what has a figure in it (« 1er », « km2 ») is none."""
    plain = _NO_WORD.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(plain):
        around = plain[max(found.start() - 1, 0) : found.start()] + plain[found.end() : found.end() + 1]
        if not any(map(str.isdigit, around)):
            yield found.start(), found[0]


def meant(word: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    """What may have been meant: the likely slips first; others, which take a second, only where there is none."""
    for slips in (_likely_slips, _other_slips):
        found = [each for each in dict.fromkeys(slips(word)) if each != word and knows(each)]
        if found:
            return tuple(found[:MOST_MEANT])
    return ()


def _likely_slips(word: str) -> Iterator[str]:
    """Two letters exchanged, one too many, one that should be doubled, an accent."""
    for at in range(len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        if after:
            yield f"{before}{after[0]}{letter}{after[1:]}"
        yield from (f"{before}{other}{after}" for other in _SAME_LETTER.get(letter, ""))
        yield f"{before}{after}"
        yield f"{before}{letter}{letter}{after}"
        if letter in "’'-":
            yield f"{before} {after}"


def _other_slips(word: str) -> Iterator[str]:
    """Another letter in the place of one, one that is missing."""
    letters = "esaitnrulodcpmévqfbghjàxèêyzùâîôûçœkw"
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (f"{before}{letter}{after}" for letter in letters)
        yield from (f"{before}{letter}{after[1:]}" for letter in letters if after)
