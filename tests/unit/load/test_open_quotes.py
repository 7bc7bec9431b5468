"""Quotes that are not closed are told where they were opened, wherever YAML noticed."""

import pytest

from site_builder.load.nodes import MapNode, Scalar
from site_builder.load.yaml_reader import read_yaml

OPEN = "yaml-quote-open"


def told(written: str) -> list[tuple[str, int, int, str]]:
    node, problems = read_yaml(written, "a.yml")
    assert (node is None) == bool(problems)
    return [(each.code, each.place.line, each.place.column, each.fix("en")) for each in problems]


@pytest.mark.parametrize(
    ("written", "line", "column", "fixed"),
    [
        ('a: "b\nc: "d"\ne: f', 1, 4, 'a: "b"'),
        ('a: b\nc: "d\ne: f\ng: "h"', 2, 4, 'c: "d"'),
        ("a: 'b\nc: aujourd'hui", 1, 4, 'a: "b"'),
        ('a: "b\nc: il dit "oui" et part', 1, 4, 'a: "b"'),
        ('a: "b\nc: ""', 1, 4, 'a: "b"'),
        ('a: "b\n\n# a note\nc: "d"', 1, 4, 'a: "b"'),
        ('a: "b\n"c": d', 1, 4, 'a: "b"'),
        ('a: "b\nc: C:\\dossier', 1, 4, 'a: "b"'),
        ('a:\n  - "b\n  - "c"', 2, 5, '  - "b"'),
        ('a:\n  - b: "c\n    d: 1\n  - b: "e"', 2, 8, '  - b: "c"'),
        ('a: |\n  b: "c\n  d: \'e\nf: "g\nh: "i"', 4, 4, 'f: "g"'),
        ('a: "b\n  c"\nd: "e\nf: "g"', 3, 4, 'd: "e"'),
    ],
)
def test_a_quote_that_the_next_one_ends(written: str, line: int, column: int, fixed: str) -> None:
    assert told(written) == [(OPEN, line, column, fixed)]


@pytest.mark.parametrize(
    ("written", "column", "fixed"),
    [
        ('a: ["b, "c"]', 5, 'a: ["b", "c"]'),
        ('a: ["b", "c, d]', 10, 'a: ["b", "c", d]'),
        ('a: ["b", "c]', 10, 'a: ["b", "c"]'),
        ('a: {fr: "b, et c, en: "d"}', 9, 'a: {fr: "b, et c", en: "d"}'),
        ('a: {fr: "b, en: d}', 9, 'a: {fr: "b", en: d}'),
        ("a: {fr: b, en: 'd}", 16, "a: {fr: b, en: 'd'}"),
    ],
)
def test_a_quote_between_brackets(written: str, column: int, fixed: str) -> None:
    assert told(written) == [(OPEN, 1, column, fixed)]


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ('a: "b\nc: d"\ne: f', 'a: "b"'),
        ('a: "b\nc: "\nd: e', 'a: "b"'),
        ("a:\n  - 'b\n  - c'\n", '  - "b"'),
    ],
)
def test_fields_that_a_quote_would_swallow_without_a_word(written: str, fixed: str) -> None:
    ((code, _, _, line),) = told(written)
    assert (code, line) == (OPEN, fixed)


def test_sentences_may_go_on_below() -> None:
    node, problems = read_yaml("a: \"one\n  two: three\n\n  four\"\nb: ['five\n  six']\n", "a.yml")
    assert problems == []
    assert isinstance(node, MapNode)
    first = node.values["a"]
    assert isinstance(first, Scalar)
    assert first.text == "one two: three\nfour"


@pytest.mark.parametrize(
    ("written", "code", "line"),
    [
        ('a: "b\n  c"\nd: e: f', "yaml-colon", 3),
        ('a: "b "c" d', "yaml-quote", 1),
        ('a: {fr: "b" c", en: d}', "yaml-bracket", 1),
        ('a: "b\n  c" d\n', "yaml-alignment", 2),
    ],
)
def test_other_mistakes_stay_what_they_are(written: str, code: str, line: int) -> None:
    assert [each[:2] for each in told(written)] == [(code, line)]


def test_of_a_long_line_the_end_is_written() -> None:
    sentence = f"{'Une phrase. ' * 40}La fin de la dernière phrase du résumé."
    ((code, line, column, fixed),) = told(f'summary: "{sentence}\nowner: "d"')
    assert (code, line, column) == (OPEN, 1, 10)
    assert fixed == '… La fin de la dernière phrase du résumé."'
    assert told(f'a: {{fr: "{sentence}, en: "d"}}')[0][:2] == ("yaml-syntax", 1)
