"""What a dictionary said of each word, kept for the next time: most words of a portal stay as they were."""

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from site_builder import __version__
from site_builder.kept import KeptFiles, name_of
from site_builder.language.spelling import Dictionary, DictionaryFiles, find_dictionary, meant
from site_builder.model.values import Lang

FOLDER = "spelling"


class Spelt:
    """One dictionary. It is read when a word is asked for that nobody has asked for before."""

    def __init__(self, files: DictionaryFiles, kept: KeptFiles | None) -> None:
        self._files = files
        self._kept = kept
        self._name = name_of(files.affixes.read_bytes(), files.words.read_bytes(), __version__)
        self._words: dict[str, bool] = {}
        self._meant: dict[str, list[str]] = {}
        if kept and kept.size(self._name) is not None:
            with suppress(OSError, ValueError, KeyError, TypeError):
                read = json.loads(kept.path(self._name).read_bytes())
                self._words, self._meant = dict(read["words"]), dict(read["meant"])

    def knows(self, word: str) -> bool:
        """Whether the dictionary has it."""
        if word not in self._words:
            self._words[word] = bool(self._dictionary.lookup(word))
        return self._words[word]

    def meant(self, word: str) -> tuple[str, ...]:
        """A few words that it has and that are close."""
        if word not in self._meant:
            self._meant[word] = [*meant(word, self._dictionary.lookup)]
        return tuple(self._meant[word])

    def keep(self) -> None:
        """For the next time; where the disk refuses, that takes as long as this one."""
        said = {"words": self._words, "meant": self._meant}
        if self._kept:
            with suppress(OSError):
                self._kept.put(self._name, json.dumps(said, ensure_ascii=False).encode())
                self._kept.prune()

    @cached_property
    def _dictionary(self) -> Dictionary:
        return self._files.read()


def dictionaries(root: Path, languages: tuple[Lang, ...], environ: Mapping[str, str]) -> dict[Lang, Spelt]:
    """Those of the portal's languages that this computer has."""
    found = {lang: find_dictionary(lang, environ) for lang in languages}
    kept = None
    with suppress(OSError):
        kept = KeptFiles(root, FOLDER)
    return {lang: Spelt(files, kept) for lang, files in found.items() if files}
