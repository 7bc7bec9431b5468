"""The words of the interface are the text that is written, whatever YAML would make of it."""

from pathlib import Path

import pytest

from site_builder.load.sources import load
from site_builder.load.words import engine_texts, language_of, texts_by_language
from tests.conftest import write_files

WRITTEN = [
    ("a: [", {}),
    ("- a\n", {}),
    ("a\n", {}),
    ("", {}),
    ("a: b\n", {"a": "b"}),
    ("m: {home: no, asset: , guide: 010, x: 10:30:00}", {"m.home": "no", "m.guide": "010", "m.x": "10:30:00"}),
    ("when: 2024-13-01\n", {"when": "2024-13-01"}),
    ("a: &a {b: *a}\n", {}),
    ("a.b: {c: d}\n", {"a.b.c": "d"}),
    ("a: [b, c]\n", {}),
]


@pytest.mark.parametrize(("text", "texts"), WRITTEN)
def test_texts_as_they_are_written(text: str, texts: dict[str, str], tmp_path: Path) -> None:
    write_files(tmp_path, {"theme/strings/de.yml": text})
    assert engine_texts(tmp_path / "theme").get("de", {}) == texts
    assert texts_by_language(load(tmp_path)[0].strings).get("de", {}) == texts


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("theme/strings/fr.yml", "fr"),
        ("theme/strings/pt-BR.yaml", "pt-BR"),
        ("theme/strings/old/fr.yml", None),
        ("theme/fr.yml", None),
    ],
)
def test_the_language_of_a_file(path: str, lang: str | None) -> None:
    assert language_of(path) == lang
