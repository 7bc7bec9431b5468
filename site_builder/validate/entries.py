"""Content files to entries: pairs of language versions, each a complete typed record."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from site_builder.load.front_matter import Document
from site_builder.load.nodes import MapNode, Plain, plain
from site_builder.model.entry import TRANSLATION_ONLY, Content, Entry
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.model.slugs import slugify
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem
from site_builder.validate.closest import closest
from site_builder.validate.records import validate_node

C = TypeVar("C", bound=Content)

OF_NAMES = frozenset({"language-suffix", "translation-name"})
"""Problems of a file whose name is ``fixed`` by another."""
_LANGUAGE_SUFFIX = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


@dataclass(frozen=True, slots=True)
class _FileName:
    """``content/assets/dune.en.md``: the type's folder, the stem that pairs languages, the language."""

    stem: str
    lang: Lang


def validate_entries(
    documents: Mapping[str, Document], languages: Sequence[Lang], all_paths: Collection[str]
) -> tuple[tuple[Entry[Content], ...], list[Problem]]:
    """Every entry of content/, with its language versions; ``languages`` begins with the reference one.

    ``all_paths`` also holds the files that could not be read, and whose problems have been told.
    """
    problems: list[Problem] = list(_unknown_folders(documents))
    entries: list[Entry[Content]] = []
    for content_type in CONTENT_TYPES:
        groups: dict[str, dict[Lang, Document]] = defaultdict(dict)
        prefix = f"content/{content_type.folder}/"
        for path, document in documents.items():
            if path.startswith(prefix):
                problems.extend(_grouped(groups, path, document, languages, all_paths))
        for stem, versions in groups.items():
            if languages[0] not in versions:
                problems.extend(_reference_missing(stem, versions, all_paths))
                continue
            entry, entry_problems = _entry(content_type, stem, versions, languages[0])
            problems.extend(entry_problems)
            if entry is not None:
                entries.append(entry)
    return tuple(entries), problems


def _grouped(
    groups: dict[str, dict[Lang, Document]],
    path: str,
    document: Document,
    languages: Sequence[Lang],
    all_paths: Collection[str],
) -> Iterator[Problem]:
    """Put a document beside its other languages; a language that cannot be is a problem."""
    name = _file_name(path, languages)
    meant = _translation_meant(path, document, languages, all_paths)
    if meant:
        yield meant
        return
    versions = groups[name.stem]
    if name.lang not in languages:
        yield _unknown_language(path, name, languages)
    elif name.lang in versions:
        yield Problem("duplicate-file", Place(path), {"other": versions[name.lang].path, "lang": name.lang})
    else:
        versions[name.lang] = document


def _unknown_folders(documents: Mapping[str, Document]) -> Iterator[Problem]:
    folders = {content_type.folder for content_type in CONTENT_TYPES}
    for path in documents:
        parts = PurePosixPath(path).parts
        if len(parts) == 2:
            yield Problem("no-folder", Place(path), {"known": ", ".join(sorted(folders))})
            continue
        folder = parts[1]
        if folder not in folders:
            suggestion = closest(folder, folders) or "pages"
            values = {"folder": folder, "known": ", ".join(sorted(folders)), "suggestion": suggestion}
            yield Problem("unknown-folder", Place(path), values)


def _file_name(path: str, languages: Sequence[Lang]) -> _FileName:
    stem, _, suffix = path.removesuffix(".md").rpartition(".")
    if stem and _LANGUAGE_SUFFIX.match(suffix):
        return _FileName(stem, suffix)
    return _FileName(path.removesuffix(".md"), languages[0])


def _translation_meant(
    path: str, document: Document, languages: Sequence[Lang], all_paths: Collection[str]
) -> Problem | None:
    """``dune-en.md`` beside ``dune.md``, without an id of its own: a hyphen for a full stop."""
    stem, mark, lang = re.fullmatch(r"(.*?)(?:([-_ ])([A-Za-z]{2,3}))?\.md", path).groups()  # type: ignore[union-attr]
    reference = f"{stem}.md"
    if not mark or lang.lower() not in languages[1:] or reference not in all_paths or "id" in document.front.values:
        return None
    fixed = f"{stem}.{lang.lower()}.md"
    return Problem("translation-name", Place(path), {"reference": reference, "lang": lang.lower(), "fixed": fixed})


def _unknown_language(path: str, name: _FileName, languages: Sequence[Lang]) -> Problem:
    suggestion = closest(name.lang[:2], languages)
    values = {"lang": name.lang, "known": ", ".join(languages)}
    if suggestion is None:
        return Problem("unknown-language", Place(path), values)
    ending = ".md" if suggestion == languages[0] else f".{suggestion}.md"
    return Problem("language-suffix", Place(path), {**values, "fixed": f"{name.stem}{ending}"})


def _entry(
    content_type: ContentType, stem: str, documents: Mapping[Lang, Document], reference_lang: Lang
) -> tuple[Entry[Content] | None, list[Problem]]:
    model = content_type.model
    reference, problems = _reference(model, documents[reference_lang], stem)
    versions: dict[Lang, Content] = {reference_lang: reference} if reference else {}
    shared = _shared_values(model, documents[reference_lang].front)
    for lang, document in documents.items():
        if lang != reference_lang:
            version, version_problems = _translation(model, document, shared, reference)
            problems.extend(version_problems)
            if version is not None:
                versions[lang] = version
    if reference is None:
        return None, problems
    return (
        Entry(
            kind=content_type.kind,
            reference_lang=reference_lang,
            versions=versions,
            paths={lang: documents[lang].path for lang in versions},
        ),
        problems,
    )


def _reference_missing(stem: str, versions: Mapping[Lang, Document], all_paths: Collection[str]) -> Iterator[Problem]:
    reference = f"{stem}.md"
    if reference not in all_paths:
        for document in versions.values():
            yield Problem("reference-missing", Place(document.path), {"reference": reference})


def _reference(model: type[C], document: Document, stem: str) -> tuple[C | None, list[Problem]]:
    fields = frozenset(model.model_fields) - {"body"} - TRANSLATION_ONLY
    record, problems = validate_node(model, document.front, {"body": document.body.strip("\n")}, fields)
    return record, [
        *_body_field(document),
        *_only_of_translations(document),
        *(_with_own_id(problem, stem) for problem in problems),
    ]


def _only_of_translations(document: Document) -> Iterator[Problem]:
    for field in sorted(TRANSLATION_ONLY & document.front.keys.keys()):
        yield Problem("translation-only-field", document.front.keys[field], {"field": field})


def _with_own_id(problem: Problem, stem: str) -> Problem:
    """The id that a file without one may take: its own name."""
    if problem.code == "missing-field" and problem.values["field"] == "id":
        own = slugify(PurePosixPath(stem).name)
        return Problem(problem.code, problem.place, {**problem.values, "fixed": f"id: {own or 'nom'}"})
    return problem


def _body_field(document: Document) -> Iterator[Problem]:
    if "body" in document.front.keys:
        yield Problem("body-field", document.front.keys["body"])


def _shared_values(model: type[Content], front: MapNode) -> dict[str, Any]:
    """What a translation inherits: every value of the reference file that is not translated."""
    translated = model.translated_fields()
    values: Plain = plain(front)
    assert isinstance(values, dict)
    return {key: value for key, value in values.items() if key not in translated and key in model.model_fields}


def _translation(
    model: type[Content], document: Document, shared: Mapping[str, Any], reference: Content | None
) -> tuple[Content | None, list[Problem]]:
    translated = model.translated_fields() - {"body"}
    problems: list[Problem] = list(_body_field(document))
    for key, place in document.front.keys.items():
        if key in model.model_fields and key not in translated and key != "body":
            values = {"field": key, "allowed": ", ".join(sorted(translated - TRANSLATION_ONLY))}
            problems.append(Problem("translation-field", place, values))
    if reference is not None and reference.body and not document.body.strip():
        problems.append(Problem("translation-empty", Place(document.path, document.body_line)))
    extra = {**shared, "body": document.body.strip("\n")}
    version, found = validate_node(model, document.front, extra, translated)
    problems.extend(found)
    return (None if problems or reference is None else version), problems
