"""``portail check --spelling``: which dictionaries there are, and what they do not have."""

import sys
from collections.abc import Mapping
from pathlib import Path

from site_builder.check.sight import Sight
from site_builder.check.spelling import misspelt_words
from site_builder.check.spelt import dictionaries
from site_builder.cli.commands import to_install
from site_builder.cli.words import say
from site_builder.language.spelling import LIBRARY, library_is_there
from site_builder.problems import Problem


def spelling(root: Path, sight: Sight, environ: Mapping[str, str], lang: str) -> list[Problem]:
    """The words that no dictionary has. What is not there to look with is said, and does not fail."""
    if not library_is_there():
        sys.stderr.write(say(lang, "spelling-library", install=to_install(LIBRARY)))
        return []
    languages = sight.portal.languages
    found = dictionaries(root, languages, environ)
    missing = [code for code in languages if code not in found]
    if missing:
        sys.stderr.write(say(lang, "spelling-dictionaries", missing=", ".join(missing)))
    problems = [*misspelt_words(sight, found)]
    for dictionary in found.values():
        dictionary.keep()
    return problems
