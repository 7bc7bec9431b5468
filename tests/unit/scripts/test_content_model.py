"""The pages about the content model say what the models say, in each of their languages."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

import pytest
import yaml

from scripts.make_content_model import LABELS, TOPS, Words, documented, in_words, main, pages, words_in
from site_builder.model.entry import Title, Translated
from site_builder.model.values import Code, Day, Email, Flag, Frozen, Localized, Position, Slug, Telephone, WebAddress

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = yaml.safe_load((ROOT / LABELS).read_text(encoding="utf-8"))
LANGUAGES = ("en", "fr")
ENGLISH = Words(
    types={name: texts["en"] for name, texts in WRITTEN["types"].items()},
    records={"Position": "Place on the map"},
    choices={"Colour": {"red": "of fire", "blue": "of water"}},
)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize("path", ["docs/content-model.md", "docs/modele-de-contenu.md"])
def test_pages_are_up_to_date(path: str) -> None:
    """When this fails: ``.venv/bin/python -m scripts.make_content_model``."""
    assert (ROOT / path).read_text(encoding="utf-8") == pages(ROOT)[path]


def test_every_model_and_field_has_its_meaning_and_no_other() -> None:
    declaring = {base for model in documented() for base in model.__mro__ if issubclass(base, Frozen)} - {Frozen}
    known = {
        model.__name__: sorted(set(model.__annotations__) & set(model.model_fields) - {"body"}) for model in declaring
    }
    assert {name: sorted(labels["fields"]) for name, labels in WRITTEN["models"].items()} == known


def test_every_record_is_called_something_and_no_other() -> None:
    assert set(WRITTEN["names"]) == {model.__name__ for model in documented()} - {"Content"}
    assert [name for lang in LANGUAGES for name, count in _times(lang).items() if count > 1] == []


def _times(lang: str) -> Counter[str]:
    return Counter(texts[lang] for texts in WRITTEN["names"].values())


def test_every_value_of_a_closed_list_is_called_something_and_no_other() -> None:
    hints = [hint for model in documented() for hint in get_type_hints(model, include_extras=True).values()]
    lists = {found.__name__: {value.value for value in found} for hint in hints for found in closed_lists(hint)}
    for lang in LANGUAGES:
        assert {name: set(values) for name, values in words_in(lang, WRITTEN).choices.items()} == lists


def closed_lists(hint: Any) -> Iterator[type[StrEnum]]:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        yield hint
    for part in get_args(hint):
        yield from closed_lists(part)


def test_every_text_is_in_every_language() -> None:
    texts = [
        *((f"names.{name}", texts) for name, texts in WRITTEN["names"].items()),
        *(
            (f"choices.{name}.{value}", texts)
            for name, values in WRITTEN["choices"].items()
            for value, texts in values.items()
        ),
        *((f"types.{name}", texts) for name, texts in WRITTEN["types"].items()),
        *((f"{model}.about", labels["about"]) for model, labels in WRITTEN["models"].items()),
        *(
            (f"{model}.{field}", texts)
            for model, labels in WRITTEN["models"].items()
            for field, texts in labels["fields"].items()
        ),
    ]
    assert [where for where, found in texts if sorted(found) != sorted(LANGUAGES) or not all(found.values())] == []
    assert sorted(WRITTEN["documents"]["fr"]) == sorted(WRITTEN["documents"]["en"])


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (str, "text"),
        (Title, "text"),
        (int, "whole number"),
        (Annotated[float, "bounds"], "number"),
        (date, "date `2026-03-31`"),
        (Day | None, "date `2026-03-31`"),
        (Flag, "`true` or `false`"),
        (Annotated[Slug | None, Translated], "name in a-z, 0-9 and hyphens"),
        (Code, "code of a territory"),
        (WebAddress | None, "web address"),
        (Telephone, "telephone"),
        (Email, "e-mail"),
        (Localized | None, "label `{fr: …, en: …}`"),
        (Colour, "one of `red` (of fire), `blue` (of water)"),
        (Literal["ltr", "rtl"], "one of `ltr`, `rtl`"),
        (tuple[Code, ...], "list: code of a territory"),
        (dict[str, Position], "by text: [Place on the map](#position)"),
        (Position | None, "[Place on the map](#position)"),
    ],
)
def test_types_in_words(hint: Any, words: str) -> None:
    assert in_words(hint, ENGLISH) == words


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("docs/content-model.md", "| `id` | name in a-z, 0-9 and hyphens | yes | no | "),
        ("docs/content-model.md", "| `title` | text | yes | yes | "),
        ("docs/content-model.md", "| `order` | whole number | no; `100` | no | "),
        ("docs/content-model.md", "| `demonstration` | `true` or `false` | no; `false` | "),
        ("docs/modele-de-contenu.md", "| `sources` | liste\u00a0: [Source](#source) | non | non | "),
        (
            "docs/modele-de-contenu.md",
            "| `mode` | l’un de `replace` (le remplace), `append` (le suit), `prepend` (le précède), `hide`",
        ),
    ],
)
def test_rows(path: str, row: str) -> None:
    assert pages(ROOT)[path].count(f"\n{row}") >= 1


def test_links_lead_to_headings() -> None:
    for text in pages(ROOT).values():
        anchors = re.findall(r'^##+ <a id="([a-z]+)"></a>', text, re.MULTILINE)
        linked = {part.partition(")")[0] for part in text.split("](#")[1:]}
        assert linked - set(anchors) == set()
        assert len(anchors) == len(set(anchors)) == len(documented())
        assert len(linked) > len(documented()) - len(TOPS)


def test_command_writes_what_it_finds_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / LABELS).parent.mkdir(parents=True)
    shutil.copy(ROOT / LABELS, tmp_path / LABELS)
    shutil.copy(ROOT / "docs/content-model.md", tmp_path / "docs")
    root = ["--root", str(tmp_path)]
    assert main(["--check", *root]) == 1
    assert capsys.readouterr().out == ("docs/modele-de-contenu.md: out of date, run scripts/make_content_model.py\n")
    assert main(root) == 0
    assert capsys.readouterr().out == "docs/modele-de-contenu.md: written\n"
    assert main(["--check", *root]) == 0
    assert capsys.readouterr().out == ""
