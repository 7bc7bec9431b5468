import pytest

from site_builder.load.yaml_mistakes import as_value, quoted
from site_builder.load.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "fixed"),
    [
        ("a: b : c", "yaml-colon", 1, 4, 'a: "b : c"'),
        ("a: b: c", "yaml-colon", 1, 4, 'a: "b: c"'),
        ("a: b:", "yaml-colon", 1, 4, 'a: "b:"'),
        ("x: 1\n  - a: b: c", "yaml-colon", 2, 8, '  - a: "b: c"'),
        ("a: [b\n\n", "yaml-bracket", 1, 4, "a: [b]"),
        ("l:\n  - a: b: c", "yaml-colon", 2, 8, '  - a: "b: c"'),
        ('a: «b: "c"»', "yaml-colon", 1, 4, "a: '«b: \"c\"»'"),
        ("a: l'été: c\"", "yaml-colon", 1, 4, 'a: "l\'été: c\\""'),
        ("title:Dax\nid: x", "yaml-space", 1, 7, "title: Dax"),
        ("id: x\ntitle:Dax", "yaml-space", 2, 7, "title: Dax"),
        ("id: x\nl:\n  - a: 1\n    title:Dax", "yaml-space", 4, 11, "    title: Dax"),
        ("title Dax\nid: x", "yaml-no-colon", 1, 1, "title: Dax"),
        ("id: x\nLa dune du Pilat", "yaml-no-colon", 2, 1, "title: …"),
        ("id: x\nhttps://x.fr", "yaml-no-colon", 2, 1, "title: …"),
        ('a: "b\nc: d', "yaml-quote-open", 1, 4, 'a: "b"'),
        ("a: 'b\nc: d", "yaml-quote-open", 1, 4, 'a: "b"'),
        ("a: 'l'été'", "yaml-quote", 1, 4, 'a: "l\'été"'),
        ('a: "b" c', "yaml-quote", 1, 4, "a: '\"b\" c'"),
        ('a: "b" l\'c', "yaml-quote", 1, 4, 'a: "\\"b\\" l\'c"'),
        ('a: "C:\\dax"', "yaml-backslash", 1, 4, "a: 'C:\\dax'"),
        ("a: [b](c)", "yaml-special", 1, 4, 'a: "[b](c)"'),
        ("a: [b](c) d\ne: f", "yaml-special", 1, 4, 'a: "[b](c) d"'),
        ("a: **b**", "yaml-special", 1, 4, 'a: "**b**"'),
        ("a: * b", "yaml-special", 1, 4, 'a: "* b"'),
        ("a: & b", "yaml-special", 1, 4, 'a: "& b"'),
        ("a: @b", "yaml-special", 1, 4, 'a: "@b"'),
        ("a: `b`", "yaml-special", 1, 4, 'a: "`b`"'),
        ("a: %b", "yaml-special", 1, 4, 'a: "%b"'),
        ("a: > b", "yaml-special", 1, 4, 'a: "> b"'),
        ("a: | b", "yaml-special", 1, 4, 'a: "| b"'),
        ("a: , b", "yaml-special", 1, 4, 'a: ", b"'),
        ("a: ]", "yaml-special", 1, 4, 'a: "]"'),
        ("a: ? b", "yaml-special", 1, 4, 'a: "? b"'),
        ("a: [b, c\nd: e", "yaml-bracket", 1, 4, "a: [b, c]"),
        ("a: [b, c,\nd: e", "yaml-bracket", 1, 4, "a: [b, c]"),
        ("a: {b: c\nd: e", "yaml-bracket", 1, 4, "a: {b: c}"),
        ('a: {b: #123, c: "#456"}', "yaml-hash", 1, 8, 'a: {b: "#123", c: "#456"}'),
        ("a: {b: c : d, e: f}", "yaml-colon", 1, 8, 'a: {b: "c : d", e: f}'),
        ("a: {b: c, d : e: f, g: h: i}", "yaml-colon", 1, 8, 'a: {b: "c, d : e: f", g: "h: i"}'),
        ('a: {b: "c : d", e: f: g}\n\n', "yaml-colon", 1, 20, 'a: {b: "c : d", e: "f: g"}'),
        ("l:\n  - {a: x, n: {b: c : d, e: f}}", "yaml-colon", 2, 19, '  - {a: x, n: {b: "c : d", e: f}}'),
        ("a: - b", "yaml-alignment", 1, 1, ""),
        ("a: b\n  c: d", "yaml-alignment", 2, 3, ""),
        ("  a: b\nc: d", "yaml-alignment", 2, 1, ""),
        ("a:\n  - b: c\n  d: e", "yaml-alignment", 3, 3, ""),
        ("a:\n  - b: c\n d: e", "yaml-alignment", 3, 2, ""),
        ("- a\nb: c", "yaml-alignment", 2, 1, ""),
        ('x: 1\n  a: "b"', "yaml-alignment", 2, 3, ""),
        ("a: {b: #123}\n\n", "yaml-hash", 1, 8, 'a: {b: "#123"}'),
        ("%NO", "yaml-syntax", 1, 1, ""),
        ('a: "b" : c', "yaml-quote", 1, 4, "a: '\"b\" : c'"),
        ("a: {b: c} d", "yaml-alignment", 1, 1, ""),
        ("a: " + "b" * 500 + ": c", "yaml-no-colon", 1, 1, "title: …"),
    ],
)
def test_diagnosis(text: str, code: str, line: int, column: int, fixed: str) -> None:
    node, problems = read_yaml(text, "a.yml", first_line=11)
    assert node is None
    assert [(p.code, p.place.line - 10, p.place.column, p.values["fixed"]) for p in problems] == [
        (code, line, column, fixed)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: b : c",
        "a: 'l'été'",
        'a: "b" c',
        'a: "b" l\'c',
        'a: "C:\\dax"',
        "a: [b](c) d",
        "a: **b**",
        "a: [b, c",
        'a: {b: #123, c: "#456"}',
        "title:Dax",
        "id: x\ntitle:Dax",
        'a: «b: "c"»',
        "a: l'été: c\"",
    ],
)
def test_what_is_proposed_can_be_read(text: str) -> None:
    _, problems = read_yaml(f"x: y\n{text}", "a.yml")
    fixed = str(problems[0].values["fixed"])
    lines = f"x: y\n{text}".split("\n")
    lines[problems[0].place.line - 1] = fixed
    assert read_yaml("\n".join(lines), "a.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dax", "Dax"),
        ("La dune du Pilat", "La dune du Pilat"),
        ("l’été", "l’été"),
        ("10:30", "10:30"),
        ("https://x.fr/", "https://x.fr/"),
        ("44.5", "44.5"),
        ("-1.2", "-1.2"),
        ("a#b", "a#b"),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("#a", '"#a"'),
        ("[a](b)", '"[a](b)"'),
        ("- a", '"- a"'),
        ("*a", '"*a"'),
        ("null", '"null"'),
        ("~", '"~"'),
        (' a"b ', "'a\"b'"),
    ],
)
def test_as_value(text: str, expected: str) -> None:
    assert as_value(text) == expected
    node, problems = read_yaml(f"k: {expected}", "a.yml")
    assert node is not None
    assert problems == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a", '"a"'),
        ('"a', '"a"'),
        ("'a'", '"a"'),
        ("“a”", '"a"'),
        ("“a” b", '"“a” b"'),
        ('"', "'\"'"),
        ("l'a", '"l\'a"'),
        ('l\'a "b"', '"l\'a \\"b\\""'),
        ("a\\b", "'a\\b'"),
    ],
)
def test_quoted(written: str, expected: str) -> None:
    assert quoted(written) == expected
