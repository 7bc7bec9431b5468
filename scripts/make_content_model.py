"""Makes docs/content-model.md and docs/modele-de-contenu.md from the models and site_builder/model/content-model.yml.

The models say which fields there are, their types and which are required or translated; the YAML file says in each
language of the documentation what they are called and mean. Values that are headings of a list page are called as on
that page (theme/strings/). With ``--check`` nothing is written: exit code 1 when a page differs.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic.fields import FieldInfo

from site_builder.engine import engine_folder
from site_builder.model.alert import Alert
from site_builder.model.contact import Absence, Contact
from site_builder.model.entry import Content, Translated
from site_builder.model.guide import GuideFrame
from site_builder.model.image import Image
from site_builder.model.palette import Colour
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.rgaa import Rgaa
from site_builder.model.search import SearchWords
from site_builder.model.settings import PortalSettings
from site_builder.model.spelling import Spelling
from site_builder.model.terms import Forms, Glossary
from site_builder.model.territory import Organisation, Sector, Territory
from site_builder.model.values import Code, Email, Flag, Frozen, Localized, LocalizedSlug, Slug, Telephone, WebAddress
from site_builder.model.when import When

LABELS = Path("site_builder/model/content-model.yml")
FILES: tuple[tuple[str, type[Frozen]], ...] = (
    ("data/portal.yml", PortalSettings),
    ("data/guide.yml", GuideFrame),
    ("data/glossary.yml", Glossary),
    ("data/search.yml", SearchWords),
    ("data/spelling.yml", Spelling),
    ("data/rgaa.yml", Rgaa),
    ("media/*.yml", Image),
)
LISTS: tuple[tuple[str, type[Frozen]], ...] = (
    ("territories", Territory),
    ("organisations", Organisation),
    ("sectors", Sector),
    ("contacts", Contact),
    ("absences", Absence),
    ("alerts", Alert),
)
TOPS: tuple[type[Frozen], ...] = (
    Content,
    *(content_type.model for content_type in CONTENT_TYPES),
    *(model for _, model in (*FILES, *LISTS)),
)
NAMED_TYPES: tuple[tuple[Any, str], ...] = (
    (Slug, "slug"),
    (Code, "code"),
    (Colour, "colour"),
    (WebAddress, "web_address"),
    (Telephone, "telephone"),
    (Email, "email"),
    (Flag, "flag"),
    (LocalizedSlug, "slugs"),
    (Localized, "label"),
    (Forms, "forms"),
    (date, "date"),
    (When, "when"),
    (int, "number"),
    (float, "decimal"),
    (str, "text"),
)
"""Types of ours before those they are made of; the first that equals decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What types, records and the values of closed lists are called, in one language.

    ``records`` by the name of the model, ``choices`` by that of the list, then by value.
    """

    types: Mapping[str, str]
    records: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What site_builder/model/content-model.yml says, in one language."""

    document: Mapping[str, Any]
    words: Words
    models: Mapping[str, Any]
    lang: str

    def about(self, model: type[Frozen]) -> str:
        return str(self.models[model.__name__]["about"][self.lang])

    def meaning(self, model: type[Frozen], field: str) -> str:
        """The meaning of a field, written at the model that declares it."""
        owner = next(base for base in model.__mro__ if field in base.__annotations__)
        return str(self.models[owner.__name__]["fields"][field][self.lang])


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both pages, or compare them with what is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when a page is out of date")
    parser.add_argument("--root", type=Path, default=Path(), help="the repository (default: here)")
    options = parser.parse_args(arguments)
    stale = [path for path, text in pages(options.root).items() if not _is(options.root / path, text)]
    for path in stale:
        if not options.check:
            (options.root / path).write_text(pages(options.root)[path], encoding="utf-8")
        print(f"{path}: {'out of date, run scripts/make_content_model.py' if options.check else 'written'}")
    return 1 if stale and options.check else 0


def pages(root: Path) -> dict[str, str]:
    """Path and text of the page in each language of site_builder/model/content-model.yml."""
    return {labels.document["file"]: page(labels) for labels in all_labels(root)}


def all_labels(root: Path) -> Iterator[Labels]:
    """What site_builder/model/content-model.yml says, in each of its languages."""
    written = yaml.safe_load((root / LABELS).read_text(encoding="utf-8"))
    for lang, document in written["documents"].items():
        yield Labels(document=document, words=words_in(lang, written), models=written["models"], lang=lang)


def words_in(lang: str, written: Mapping[str, Any]) -> Words:
    """The words of one language, from site_builder/model/content-model.yml and from the headings of list pages."""
    headings = yaml.safe_load((engine_folder("theme") / "strings" / f"{lang}.yml").read_text(encoding="utf-8"))["group"]
    choices = {
        name: {value: texts[lang] for value, texts in values.items()} for name, values in written["choices"].items()
    }
    listed = {type(c.groups[0]).__name__: headings[c.kind] for c in CONTENT_TYPES if c.groups}
    return Words(
        types={name: texts[lang] for name, texts in written["types"].items()},
        records={name: texts[lang] for name, texts in written["names"].items()},
        choices=choices | listed,
    )


def documented() -> tuple[type[Frozen], ...]:
    """Every model of the page: content types, data files, lists, then what they hold, in the order of first use."""
    return tuple(dict.fromkeys((*TOPS, *nested(TOPS))))


def page(labels: Labels) -> str:
    """The whole page, its last line ended."""
    return "\n\n".join((*_content(labels), *_data(labels), *_inside(labels))) + "\n"


def _content(labels: Labels) -> Iterator[str]:
    said = labels.document
    yield f"# {said['title']}"
    yield said["intro"]
    yield f'## <a id="content"></a>{said["content"]}'
    yield said["content_intro"]
    yield f"### {said['common']}"
    yield _table(labels, Content, [name for name in Content.model_fields if name != "body"])
    for content_type in CONTENT_TYPES:
        yield _heading(labels, content_type.model, content_type.kind)
        yield f"{said['folder']} `content/{content_type.folder}/`. {labels.about(content_type.model)}"
        own = [name for name, field in content_type.model.model_fields.items() if _is_own(name, field)]
        yield said["own"] if own else said["nothing_own"]
        if own:
            yield _table(labels, content_type.model, own)


def _is_own(name: str, field: FieldInfo) -> bool:
    """A field that not every content file has, or that only some must have."""
    common = Content.model_fields.get(name)
    return common is None or (field.is_required() and not common.is_required())


def _data(labels: Labels) -> Iterator[str]:
    yield f"## {labels.document['data']}"
    yield labels.document["data_intro"]
    for path, model in FILES:
        yield _heading(labels, model, path)
        yield from _record(labels, model)
    for key, model in LISTS:
        yield _heading(labels, model, key)
        yield f"{labels.document['list_in']} `{key}`. {labels.about(model)}"
        yield _table(labels, model, model.model_fields)


def _inside(labels: Labels) -> Iterator[str]:
    yield f"## {labels.document['nested']}"
    yield labels.document["nested_intro"]
    for model in documented():
        if model not in TOPS:
            yield _heading(labels, model)
            yield from _record(labels, model)


def _heading(labels: Labels, model: type[Frozen], written: str | None = None) -> str:
    """What a record is called, and how files write it; with the anchor that types link to."""
    name = labels.words.records[model.__name__]
    return f'### <a id="{model.__name__.lower()}"></a>{name}' + (f" (`{written}`)" if written else "")


def _record(labels: Labels, model: type[Frozen]) -> Iterator[str]:
    yield labels.about(model)
    yield _table(labels, model, model.model_fields)


def _table(labels: Labels, model: type[Frozen], names: Sequence[str] | Mapping[str, Any]) -> str:
    """Rows of fields; the column "translated" only where files of several languages exist."""
    hints = get_type_hints(model, include_extras=True)
    by_language = issubclass(model, Content)
    columns = [c for number, c in enumerate(labels.document["columns"]) if by_language or number != 3]
    rows = []
    for name in names:
        field = model.model_fields[name]
        cells = [f"`{name}`", in_words(field_type(hints[name]), labels.words), _required(field, labels)]
        if by_language:
            cells.append(labels.document["yes" if Translated in field.metadata else "no"])
        rows.append([*cells, labels.meaning(model, name)])
    head = f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|"
    return "\n".join((head, *(f"| {' | '.join(row)} |" for row in rows)))


def field_type(hint: Any) -> Any:
    """A field's type without the mark of what is translated, which tells who writes it."""
    if get_origin(hint) is not Annotated:
        return hint
    marks = [mark for mark in hint.__metadata__ if mark is not Translated]
    return Annotated[(hint.__origin__, *marks)] if marks else hint.__origin__


def _required(field: FieldInfo, labels: Labels) -> str:
    if field.is_required():
        return str(labels.document["yes"])
    if field.default in (None, (), "") or field.default_factory is not None:
        return str(labels.document["no"])
    value = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return str(labels.document["default"]).format(value=value)


def in_words(hint: Any, words: Words) -> str:
    """A field's type in words; other records are links to their own tables."""
    for known, name in NAMED_TYPES:
        if hint == known:
            return words.types[name]
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Annotated, Union, UnionType):  # the first part is the type; None may come before it
        return in_words(next(part for part in parts if part is not type(None)), words)
    if origin in (tuple, dict):
        *keys, item = (in_words(part, words) for part in parts if part is not ...)
        return words.types["mapping" if keys else "list"].format(key="".join(keys), item=item)
    if origin is Literal:
        return words.types["choice"].format(choices=", ".join(f"`{choice}`" for choice in parts))
    if issubclass(hint, StrEnum):
        called = words.choices[hint.__name__]
        return words.types["choice"].format(choices=", ".join(f"`{choice}` ({called[choice]})" for choice in hint))
    return f"[{words.records[hint.__name__]}](#{hint.__name__.lower()})"


def nested(models: Sequence[type[Frozen]]) -> Iterator[type[Frozen]]:
    """The records that the fields of ``models`` hold, and theirs."""
    for model in models:
        hints = get_type_hints(model, include_extras=True)
        held = [found for name in model.model_fields for found in _records(hints[name])]
        yield from held
        yield from nested(held)


def _records(hint: Any) -> Iterator[type[Frozen]]:
    if isinstance(hint, type) and issubclass(hint, Frozen):
        yield hint
    for part in get_args(hint):
        yield from _records(part)


def _is(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
