from pathlib import Path

import pytest
import yaml

from site_builder.load.nodes import ListNode, MapNode, Node, Plain, Scalar, key_place, node_at, place_of, plain
from site_builder.load.yaml_reader import MOST_LEVELS, read_yaml
from site_builder.problems import Place

FILE = """\
# comment
name: {fr: Été, en: Summer}
levels:
  - id: pays
    name: Pays
  -
    id: "0325"
empty:
text: |
  one
  two
"""


def read(text: str, first_line: int = 1) -> Node:
    node, problems = read_yaml(text, "a.yml", first_line)
    assert problems == []
    assert node is not None
    return node


def codes(text: str) -> list[tuple[str, int, int]]:
    _, problems = read_yaml(text, "a.yml")
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 2, 1),
        (("name",), 2, 7),
        (("name", "fr"), 2, 12),
        (("name", "en"), 2, 21),
        (("levels",), 4, 3),
        (("levels", 0), 4, 5),
        (("levels", 0, "name"), 5, 11),
        (("levels", 1), 7, 5),
        (("levels", 1, "id"), 7, 9),
        (("empty",), 8, 7),
        (("text",), 9, 7),
        (("levels", 2, "id"), 4, 3),
        (("levels", 0, "missing"), 4, 5),
        (("missing", "deeper"), 2, 1),
    ],
)
def test_places_of_values(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert place_of(read(FILE), path) == Place("a.yml", line, column)
    assert place_of(read(FILE, first_line=10), path) == Place("a.yml", line + 9, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("name",), 2, 1),
        (("name", "en"), 2, 17),
        (("levels", 1, "id"), 7, 5),
        (("empty",), 8, 1),
        (("levels", 0), 4, 5),
        (("missing",), 2, 1),
        ((), 2, 1),
    ],
)
def test_places_of_keys(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert key_place(read(FILE), path) == Place("a.yml", line, column)


def test_columns_count_characters() -> None:
    assert place_of(read("« é »: {œ: x}"), ("« é »", "œ")) == Place("a.yml", 1, 12)


@pytest.mark.parametrize(
    ("written", "text", "quoted"),
    [
        ("no", "no", False),
        ("0325", "0325", False),
        ("01000", "01000", False),
        ("10:30:00", "10:30:00", False),
        ("2024-13-01", "2024-13-01", False),
        ("1_000", "1_000", False),
        ("0x10", "0x10", False),
        (".nan", ".nan", False),
        ("true", "true", False),
        ("", None, False),
        ("~", None, False),
        ("null", None, False),
        ("NULL", None, False),
        ('""', "", True),
        ("'null'", "null", True),
        ('"a\\nb"', "a\nb", True),
        ("'l''été'", "l'été", True),
        ("a # comment", "a", False),
        ("a#b", "a#b", False),
        ("=", "=", False),
        ("<<", "<<", False),
    ],
)
def test_a_scalar_is_what_it_looks_like(written: str, text: str | None, quoted: bool) -> None:
    assert node_at(read(f"key: {written}"), ("key",)) == Scalar(Place("a.yml", 1, 6 if written else 5), text, quoted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb:\nc: [x, ~, {d: }]", {"a": "1", "c": ["x", None, {}]}),
        ("- a\n- [b]", ["a", ["b"]]),
        ("a", "a"),
        ("a: >\n  one\n  two\n", {"a": "one two\n"}),
        ("1: a\n2024-01-01: b\ntrue: c\n<<: d", {"1": "a", "2024-01-01": "b", "true": "c", "<<": "d"}),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_plain_values(text: str, expected: Plain) -> None:
    assert plain(read(text)) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n", "---\n", "~", "---\n...\n"])
def test_nothing_written(text: str) -> None:
    assert read_yaml(text, "a.yml") == (None, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
        ("a: *nothing", [("yaml-alias", 1, 4)]),
        ("a: &x [*x]", [("yaml-alias", 1, 4), ("yaml-alias", 1, 8)]),
        ("*x : 1", [("yaml-alias", 1, 1), ("yaml-key", 1, 1)]),
        ("<<: *x", [("yaml-alias", 1, 5)]),
        ("a: !x 1", [("yaml-tag", 1, 4)]),
        ("a: !!int 1", [("yaml-tag", 1, 4)]),
        ("a: ! 1", []),
        ("!!map {a: 1}", [("yaml-tag", 1, 1)]),
        ("a: 1\nb: 2\na: 3\na: 4", [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]),
        ("[a]: 1", [("yaml-key", 1, 1)]),
        ("{a: 1}: 1\nb: 2", [("yaml-key", 1, 1)]),
        ("~: 1", [("yaml-key", 1, 1)]),
        ("a: 1\n---\nb: 2\n---\nc: 3", [("yaml-documents", 2, 1)]),
        ("a:\n\tb: 1", [("yaml-tab", 2, 1)]),
        ("a:\n  \tb: 1\n\t\n", [("yaml-tab", 2, 3)]),
        ("a:\n \u00a0b: 1", [("yaml-indent-space", 2, 2)]),
        ("a:\n\tb: 1\n\tb: 2", [("yaml-tab", 2, 1), ("yaml-tab", 3, 1), ("duplicate-key", 3, 3)]),
        ("a: [\n\tb", [("yaml-tab", 2, 1)]),
        ("a:\tb", []),
    ],
)
def test_surprises_are_refused(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


def test_the_first_of_a_duplicate_is_kept_and_named() -> None:
    node, problems = read_yaml("a: 1\nb: 2\na: 3", "a.yml")
    assert node is not None
    assert plain(node) == {"a": "1", "b": "2"}
    assert dict(problems[0].values) == {"key": "a", "first": 1}


def test_only_the_first_document_is_read() -> None:
    node, _ = read_yaml("a: 1\n---\nb: 2", "a.yml")
    assert node is not None
    assert plain(node) == {"a": "1"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
@pytest.mark.parametrize(
    ("levels", "expected"), [(MOST_LEVELS, None), (MOST_LEVELS + 1, "yaml-depth"), (5000, "yaml-depth")]
)
def test_nesting_is_bounded(opening: str, levels: int, expected: str | None) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    node, problems = read_yaml(opening * levels + "x" + closing * levels, "a.yml")
    assert [problem.code for problem in problems] == ([expected] if expected else [])
    assert (node is None) is (expected is not None)


def test_a_bomb_is_not_expanded() -> None:
    lines = ["a0: &a0 x"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 20)]
    node, problems = read_yaml("\n".join(lines), "a.yml")
    assert isinstance(node, MapNode)
    assert {problem.code for problem in problems} == {"yaml-alias"}
    last = node.values["a19"]
    assert isinstance(last, ListNode)
    assert [item.text for item in last.items if isinstance(item, Scalar)] == [None] * 9


def test_the_parser_in_python_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was installed without libyaml."""
    texts = [FILE, "a: &x 1\nb: *x", "a: !!int 1", "a: 1\n---\nb: 2", "[a]: 1", "a: {fr: b , c , en: d, e}"]
    in_c = [read_yaml(text, "a.yml") for text in texts]
    monkeypatch.setattr("site_builder.load.yaml_reader._Loader", yaml.SafeLoader)
    assert [read_yaml(text, "a.yml") for text in texts] == in_c


def test_the_starter_of_a_portal_reads(tmp_path: Path) -> None:
    for file in (Path(__file__).parents[3] / "starter" / "data").rglob("*.yml"):
        assert read_yaml(file.read_text(encoding="utf-8"), file.name)[1] == []


def test_what_stands_before_an_empty_key_is_not_read_again_for_each() -> None:
    """4 MB before each of 50,000 empty keys: a copy for each would be 200 GB."""
    text = f"a: {'x' * 4_000_000}\n" + "".join(f"k{n}:\n" for n in range(50_000)) + "b: {c: d, e}\n"
    node, problems = read_yaml(text, "a.yml")
    assert isinstance(node, MapNode)
    assert len(node.values) == 50_002
    assert [problem.code for problem in problems] == ["yaml-comma"]
