"""Content files to entries: pairs of language versions, each a complete typed record."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from site_builder.load.front_matter import Document
from site_builder.load.nodes import MapNode, Plain, plain
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem
from site_builder.validate.records import closest, validate_node

_LANGUAGE_SUFFIX = re.compile(r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")


@dataclass(frozen=True, slots=True)
class _FileName:
    """``content/assets/dune.en.md``: the type's folder, the stem that pairs languages, the language."""

    stem: str
    lang: Lang


def validate_entries(
    documents: Mapping[str, Document], languages: Sequence[Lang]
) -> tuple[tuple[Entry[Content], ...], list[Problem]]:
    """Every entry of content/, with its language versions; ``languages`` begins with the reference one."""
    problems: list[Problem] = list(_unknown_folders(documents))
    entries: list[Entry[Content]] = []
    for content_type in CONTENT_TYPES:
        groups: dict[str, dict[Lang, Document]] = defaultdict(dict)
        prefix = f"content/{content_type.folder}/"
        for path, document in documents.items():
            if path.startswith(prefix):
                name = _file_name(path, languages)
                if name.lang not in languages:
                    known = ", ".join(languages)
                    problems.append(Problem("unknown-language", Place(path), {"lang": name.lang, "known": known}))
                    continue
                groups[name.stem][name.lang] = document
        for stem, versions in groups.items():
            entry, entry_problems = _entry(content_type, stem, versions, languages[0])
            problems.extend(entry_problems)
            if entry is not None:
                entries.append(entry)
    return tuple(entries), problems


def _unknown_folders(documents: Mapping[str, Document]) -> Iterator[Problem]:
    folders = {content_type.folder for content_type in CONTENT_TYPES}
    for path in documents:
        parts = PurePosixPath(path).parts
        folder = parts[1] if len(parts) > 2 else ""
        if folder not in folders:
            suggestion = closest(folder, folders) or "pages"
            values = {"folder": folder, "known": ", ".join(sorted(folders)), "suggestion": suggestion}
            yield Problem("unknown-folder", Place(path), values)


def _file_name(path: str, languages: Sequence[Lang]) -> _FileName:
    stem, _, suffix = path.removesuffix(".md").rpartition(".")
    if stem and (suffix in languages or _LANGUAGE_SUFFIX.match(suffix)):
        return _FileName(stem, suffix)
    return _FileName(path.removesuffix(".md"), languages[0])


def _entry(
    content_type: ContentType, stem: str, documents: Mapping[Lang, Document], reference_lang: Lang
) -> tuple[Entry[Content] | None, list[Problem]]:
    reference_document = documents.get(reference_lang)
    if reference_document is None:
        missing = f"{stem}.md"
        return None, [
            Problem("reference-missing", Place(document.path), {"reference": missing})
            for document in documents.values()
        ]
    model = content_type.model
    fields = set(model.model_fields) - {"body"}
    body = {"body": reference_document.body.strip("\n")}
    reference, problems = validate_node(model, reference_document.front, body, fields)
    problems = [*_body_field(reference_document), *problems]
    versions: dict[Lang, Content] = {reference_lang: reference} if reference else {}
    shared = _shared_values(model, reference_document.front)
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
            problems.append(
                Problem("translation-field", place, {"field": key, "allowed": ", ".join(sorted(translated))})
            )
    if reference is not None and reference.body and not document.body.strip():
        problems.append(Problem("translation-empty", Place(document.path, document.body_line)))
    if problems or reference is None:
        return None, problems
    extra = {**shared, "body": document.body.strip("\n")}
    return validate_node(model, document.front, extra, translated)
