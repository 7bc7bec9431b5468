import pytest

from site_builder.problems import Place
from site_builder.prose.prose_scan import FoundHeading, FoundLink, scan


def at(line: int, column: int) -> Place:
    return Place("a.md", line, column)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](b.md)", [("a", "b.md", False, 1)]),
        ("A [a b](../c/d.md#e), [f](https://g/).", [("a b", "../c/d.md#e", False, 3), ("f", "https://g/", False, 23)]),
        ("![a](b.jpg)", [("a", "b.jpg", True, 1)]),
        ("[![a](b.jpg)](c.md)", [("![a](b.jpg)", "c.md", False, 1), ("a", "b.jpg", True, 2)]),
        ("[a [b] c](d)", [("a [b] c", "d", False, 1)]),
        ('[a](b "title")', [("a", "b", False, 1)]),
        ("[a](b(c)d)", [("a", "b(c)d", False, 1)]),
        ("[a]()", [("a", "", False, 1)]),
        ("[](b)", [("", "b", False, 1)]),
        ("`[a](b)` [c](d)", [("c", "d", False, 10)]),
        ("[a] (b)", []),
        ("[a](b c)", []),
        ("[a][b]", []),
        ("é [a](b)", [("a", "b", False, 3)]),
    ],
)  # fmt: skip
def test_links(body: str, expected: list[tuple[str, str, bool, int]]) -> None:
    found = scan(body, "a.md", 7).links
    assert found == tuple(FoundLink(label, target, image, at(7, column)) for label, target, image, column in expected)


def test_lines_are_counted_and_fences_passed_over() -> None:
    body = "[a](b)\n```md\n[c](d)\n## e\n~~~\nhttps://x.fr\n```\n\n## f\n~~~\n[g](h)\n"
    prose = scan(body, "a.md", 10)
    assert prose.links == (FoundLink("a", "b", False, at(10, 1)),)
    assert prose.headings == (FoundHeading(2, "f", "f", at(18, 1)),)
    assert prose.bare_urls == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# A", (1, "A", "a")),
        ("## L’été à Dax", (2, "L’été à Dax", "l-ete-a-dax")),
        ("### A ###", (3, "A", "a")),
        ("##A", (2, "A", "a")),
        ("## C#", (2, "C", "c")),
        ("###### A", (6, "A", "a")),
        ("####### A", None),
        ("##", None),
        (" ## A", None),
        ("A # B", None),
        ("## A" + " " * 50, (2, "A", "a")),
    ],
)
def test_headings(line: str, expected: tuple[int, str, str] | None) -> None:
    found = scan(line, "a.md", 3).headings
    assert found == ((FoundHeading(*expected, at(3, 1)),) if expected else ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("See https://x.fr/ now", [("https://x.fr/", 5)]),
        ("https://x.fr http://y.fr", [("https://x.fr", 1), ("http://y.fr", 14)]),
        ("<https://x.fr>", []),
        ("[https://x.fr](https://x.fr)", []),
        ("[x](https://x.fr)", []),
        ("`https://x.fr`", []),
        ('"https://x.fr"', []),
    ],
)
def test_bare_addresses(line: str, expected: list[tuple[str, int]]) -> None:
    found = scan(line, "a.md", 2).bare_urls
    assert found == tuple(FoundLink("", url, False, at(2, column)) for url, column in expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[a] (b.md)", [("[a] (b.md)", "[a](b.md)")]),
        ("[a]  (https://x.fr)", [("[a]  (https://x.fr)", "[a](https://x.fr)")]),
        ("(a)[b.md]", [("(a)[b.md]", "[a](b.md)")]),
        ("(a)[../b/c.md#d]", [("(a)[../b/c.md#d]", "[a](../b/c.md#d)")]),
        ("[a](b c.md)", [("[a](b c.md)", "[a](b-c.md)")]),
        ("[a]( b.md )", [("[a]( b.md )", "[a](b.md)")]),
        ('[a](b.md "title")', []),
        ("[a] (to see)", []),
        ("(a)[b]", []),
        ("(a) [b](c.md)", []),
    ],
)
def test_what_was_meant_as_a_link(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.label, link.target) for link in scan(line, "a.md", 1).odd_links] == expected


def test_an_address_of_spaces_that_never_ends_is_read_once() -> None:
    line = "[a](" + " " * 60_000 + "b"
    assert scan(line, "a.md", 1).odd_links == ()
    assert [link.target for link in scan(f"{line})", "a.md", 1).odd_links] == ["[a](b)"]
