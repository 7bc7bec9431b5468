"""What is missing in a language is said to the editor, as it is to the reader."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.problems import Problem


def missing_translations(sight: Sight) -> Iterator[Problem]:
    """A published entry without a version in one of the portal's languages."""
    for entry in sight.entries:
        if entry.published:
            for lang in sight.portal.languages:
                path = entry.paths[entry.reference_lang]
                fixed = f"{path.removesuffix('.md')}.{lang}.md"
                if lang not in entry.versions and fixed not in sight.told:
                    yield Problem("translation-missing", sight.document(entry).place, {"lang": lang, "fixed": fixed})
