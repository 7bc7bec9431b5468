"""Patterns that cannot find anything in a text are not tried: what Python-Markdown makes of it stays the same."""

import pytest

from site_builder.prose.markdown_text import MarkdownReader

KNOWN = (
    "backtick escape reference link image_link image_reference short_reference short_image_ref autolink automail "
    "linebreak html entity em_strong"
)
"""The patterns of which `markdown_text` knows the signs: one more would be tried on every text, or need a sign."""

PLAIN = "Une phrase sans rien, 24 heures : l’été (2026) ! ~~Non~~ + oui = non | {a} $5 #mot ^ % @ “…” 'x' \"y\"\nsuite."
MARKED = {
    "code": "un `mot` et ``deux ` mots``",
    "escape": r"pas d’\*emphase\* ni de \[lien\]",
    "link": "[un *lien*](https://exemple.fr/a_b 'titre') et [autre][ref] ou [ref]\n\n[ref]: https://exemple.fr",
    "image": "![photo](photo.jpg) et ![autre][ref]\n\n[ref]: https://exemple.fr/a.jpg",
    "address": "<https://exemple.fr> et <moi@exemple.fr>",
    "break": "une ligne  \nune autre",
    "HTML": "du <b>gras</b> <!-- rien --> et <br>",
    "entity": "&eacute; &#233; &#xE9; a & b",
    "emphasis": "*a* **b** ***c*** _d_ __e__ snake_case_name *f **g** h*",
    "list": "- un *mot*\n- sans\n    - [dessous](x.md)\n\n1. `un`\n2. deux",
    "table": "| a | *b* |\n|---|---|\n| c | `d` |\n| e | f |",
}


def names_of(reader: MarkdownReader, text: str) -> list[str]:
    every = reader._markdown.inlinePatterns
    return [name for name in KNOWN.split() if every[name] in reader._patterns_of(text)]


def test_the_patterns_are_those_whose_signs_are_known() -> None:
    patterns = MarkdownReader()._markdown.inlinePatterns
    assert [item.name for item in patterns._priority] == KNOWN.split()  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [PLAIN, *MARKED.values()], ids=["plain", *MARKED])
def test_what_is_made_of_a_text_is_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = MarkdownReader().html(text)
    monkeypatch.setattr(MarkdownReader, "_patterns_of", lambda reader, _: reader._markdown.inlinePatterns)
    assert made == MarkdownReader().html(text)


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        (PLAIN, "linebreak em_strong"),
        (MARKED["code"], "backtick linebreak em_strong"),
        (MARKED["entity"], "linebreak entity em_strong"),
        (MARKED["address"], "autolink automail linebreak html em_strong"),
    ],
)
def test_only_what_may_find_something_is_tried(text: str, tried: str) -> None:
    assert names_of(MarkdownReader(), text) == tried.split()
