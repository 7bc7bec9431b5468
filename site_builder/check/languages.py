"""What is missing in a language is said to the editor, as it is to the reader."""

from collections.abc import Iterator, Sequence

from site_builder.check.sight import Sight
from site_builder.load.nodes import MapNode, key_place, node_at, place_of
from site_builder.model.block import Block, Mode
from site_builder.model.translation import ASKED, SourcePart, mark_of
from site_builder.problems import Problem, Worded
from site_builder.problems.catalogue import part_name
from site_builder.validate.closest import closest
from site_builder.validate.data_files import PLACE_NAMES
from site_builder.validate.days import in_words

NEVER_LACKING = frozenset({"title", "body", "slug"})
"""Without the first two there is no translation; without the last, the address has the entry's id."""


def missing_translations(sight: Sight) -> Iterator[Problem]:
    """A published entry without a version in one of the portal's languages; what only hides has nothing to say.

    One that is there, under a name or in a form that keeps it from being read, is told as that.
    """
    there = sight.told | sight.records.meant_paths
    for entry in sight.entries:
        hides = isinstance(entry.reference, Block) and entry.reference.mode is Mode.HIDE
        if entry.published and not hides:
            for lang in sight.portal.languages:
                stem = entry.paths[entry.reference_lang].removesuffix(".md").removesuffix(f".{entry.reference_lang}")
                fixed = f"{stem}.{lang}.md"
                if lang not in entry.versions and fixed not in there:
                    yield Problem("translation-missing", sight.document(entry).place, {"lang": lang, "fixed": fixed})


def untranslated_fields(sight: Sight) -> Iterator[Problem]:
    """A translation without a field that each language writes for itself, and that the reference file has."""
    for entry, lang, version in sight.versions():
        document = sight.document(entry, lang)
        for name in sorted(version.translated_fields() - NEVER_LACKING) if lang != entry.reference_lang else ():
            written = getattr(entry.reference, name)
            if written and name not in document.front.values:
                fixed = f"{name}: […]" if isinstance(written, tuple) else f"{name}: …"
                values = {"field": name, "fixed": fixed, "original": place_of(sight.document(entry).front, (name,))}
                yield Problem("field-untranslated", document.place, values)


def older_translations(sight: Sight) -> Iterator[Problem]:
    """A translation that was read beside another original than today's, or that asks what to write."""
    for entry, lang, version in sight.versions():
        if lang == entry.reference_lang or version.translated_from is None:
            continue
        place = place_of(sight.document(entry, lang).front, ("translated_from",))
        asked, older = version.translated_from == ASKED, entry.older_parts(lang)
        if not asked and not older:
            continue
        fixed = {"fixed": f"translated_from: {mark_of(entry.reference.source_parts, sight.today)}"}
        if asked:
            yield Problem("translation-new", place, fixed)
        elif mark := entry.mark(lang):
            values = {"day": in_words(mark.day), "parts": _named(older), "original": sight.document(entry).place}
            yield Problem("translation-older", place, {**fixed, **values})


def _named(parts: Sequence[SourcePart]) -> Worded:
    """``titre, « Les tarifs »``: fields by their names, sections by their headings."""
    names = {lang: ", ".join(part_name(part.name, part.section, lang) for part in parts) for lang in ("fr", "en")}
    return Worded(**names)


def unread_search_words(sight: Sight) -> Iterator[Problem]:
    """Words of the search in a language that the portal does not have."""
    languages = sight.portal.languages
    for i, words in enumerate(sight.portal.search.languages):
        if words.code not in languages:
            fixed = f"code: {closest(words.code, languages) or sight.portal.reference_lang}"
            values = {"lang": words.code, "known": ", ".join(languages), "fixed": fixed}
            yield Problem("search-words-language", sight.data_place("data/search.yml", "languages", i, "code"), values)


def unread_place_names(sight: Sight) -> Iterator[Problem]:
    """Forms of a territory's name in a language that the portal does not have."""
    languages = sight.portal.languages
    files = sight.records.sources.data
    forms = [(p.node, ("names",)) for p in sight.records.data.territories if p.record.names]
    table = files.get(PLACE_NAMES)
    forms += [(table, (code,)) for code in table.values] if isinstance(table, MapNode) else []
    for node, path in forms:
        named = node_at(node, path)
        for lang in named.values if isinstance(named, MapNode) else ():
            if lang not in languages:
                fixed = f"{closest(lang, languages) or sight.portal.reference_lang}:"
                values = {"lang": lang, "known": ", ".join(languages), "fixed": fixed}
                yield Problem("names-language", key_place(node, (*path, lang)), values)
