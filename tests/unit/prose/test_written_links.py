"""What the Markdown parser understands of a text, and where it stands."""

import pytest

from site_builder.problems import Place
from site_builder.prose.markdown_text import MOST_DEPTH, MarkdownReader, comments_out
from site_builder.prose.written_links import MOST_OPEN, LostTag, Written, all_at, read_written

BEGIN = Place("a.md", 7)


def read(text: str) -> Written:
    return read_written(MarkdownReader(), text, BEGIN)


def place_of(tag: LostTag) -> tuple[str, int, int]:
    return tag.name, tag.place.line, tag.place.column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [("a", "b.md", False, 7, 1)]),
        ("[a](b.md) [c](b.md)", [("a", "b.md", False, 7, 1), ("c", "b.md", False, 7, 11)]),
        ("x\n\n[a][r]\n\n[r]: b.md", [("a", "b.md", False, 11, 6)]),
        ("[a][]\n\n[a]: b.md", [("a", "b.md", False, 9, 6)]),
        ("[a]\n\n[a]: b.md", [("a", "b.md", False, 9, 6)]),
        ("[a](<b c.md>)", [("a", "b c.md", False, 7, 6)]),
        ('[a](b.md "c \\"d\\"")', [("a", "b.md", False, 7, 5)]),
        ("[a\nc](b.md)", [("a c", "b.md", False, 8, 4)]),
        ("[a](b\n.md)", [("a", "b .md", False, 7, 2)]),
        ("[a [b [c] d] e](f.md)", [("a [b [c] d] e", "f.md", False, 7, 17)]),
        ("[a \\] b](c.md)", [("a ] b", "c.md", False, 7, 10)]),
        ('<a href="b.md">a <b>c</b></a>', [("a c", "b.md", False, 7, 1)]),
        ("a b <a title='c > d' href=b>b</a>", [("b", "b", False, 7, 5)]),
        ("x\n\n<a\nhref='b'>c</a> <A HREF=b>d</A>", [("c", "b", False, 9, 1), ("d", "b", False, 10, 16)]),
        ('<!-- <a href="b"> --> <a href="b">c</a>', [("c", "b", False, 7, 23)]),
        ('<img src="b.png" alt="é">', [("é", "b.png", True, 7, 1)]),
        ('deux vieux\n\n<img alt="un beau chat" src="x">', [("un beau chat", "x", True, 9, 1)]),
        ("deux vieux [a][r]\n\n[r]: x", [("a", "x", False, 9, 6)]),
        ("bande [e](&#106;avascript:a) [e](b)", [("e", "javascript:a", False, 7, 7), ("e", "b", False, 7, 30)]),
        ("[![a](b.png)](c.md)", [("a", "b.png", True, 7, 2), ("![a](b.png)", "c.md", False, 7, 1)]),
        ('<a href="java&#9;script:a">é</a>', [("é", "", False, 7, 1)]),
        ("[a](javascript:b)", [("a", "javascript:b", False, 7, 1)]),
        ("<a@b.fr>", [("a@b.fr", "mailto:a@b.fr", False, 7, 2)]),
        ("[&amp;](&lt;)", [("&amp;", "<", False, 7, 1)]),
        ('c <a href="&#98;"></a>', [("", "b", False, 7, 3)]),
        ("c\n\n[\\*\\*][r]\n\n[r]: <\\*>", [("**", "\\*", False, 11, 7)]),
        ("`[a](b.md)`", []),
        ("    [a](b.md)", []),
        ("```\n[a](b.md)\n\n# c\n```", []),
        ("<!-- [a](b.md) -->", []),
    ],
)
def test_links(text: str, expected: list[tuple[str, str, bool, int, int]]) -> None:
    found = [(link.label, link.target, link.image, link.place.line, link.place.column) for link in read(text).links]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "lost", "swallowing"),
    [
        ("a **b** <br> <h2>c</h2>", [], None),
        ("# a", [], None),
        ("`<div>`", [], None),
        ("<!-- <div> -->", [], None),
        ("a\n\n<div>b</div>", [("div", 9, 1)], None),
        ("a <b.md> <c/d.md>", [("b.md", 7, 3), ("c/d.md", 7, 10)], None),
        ("<script>a</script>", [("script", 7, 1)], None),
        ("a <script>b\n\nc", [("script", 7, 3)], ("script", 7, 3)),
        ("<textarea>\n\na", [("textarea", 7, 1)], ("textarea", 7, 1)),
        ("<iframe>a", [("iframe", 7, 1)], ("iframe", 7, 1)),
        ("<svg>\n<style>a</style>\n<title>b", [("svg", 7, 1), ("style", 8, 1), ("title", 9, 1)], ("title", 9, 1)),
        ("<math><annotation-xml>a", [("math", 7, 1), ("annotation-xml", 7, 7)], None),
        (
            '<math><annotation-xml encoding="text/html"><p>a',
            [("math", 7, 1), ("annotation-xml", 7, 7)],
            ("math", 7, 1),
        ),
        ("<input/> <input>", [("input", 7, 1), ("input", 7, 10)], None),
    ],
)
def test_what_readers_would_not_get(
    text: str, lost: list[tuple[str, int, int]], swallowing: tuple[str, int, int] | None
) -> None:
    written = read(text)
    assert [place_of(tag) for tag in written.lost] == lost
    assert (place_of(written.swallowing) if written.swallowing else None) == swallowing


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("## Le lac\n\n### Le lac", {"le-lac"}),
        ("Le lac\n------\n\n##### Bas", {"le-lac", "bas"}),
        ('<h2 id="main">a</h2>', set()),
    ],
)
def test_anchors_are_those_of_the_page(text: str, anchors: set[str]) -> None:
    assert read(text).anchors == anchors


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\n".join("    " * depth + "- a" for depth in range(100)), (106, 1)),
        ("a\n" + "> " * MOST_DEPTH + "a", (8, 1)),
        ("> " * 2000 + "a", (7, 1)),
        ("a\n" + "[" * (MOST_OPEN + 1), (8, MOST_OPEN + 1)),
        ("<a \n\n" * (MOST_OPEN + 1), (7 + 2 * MOST_OPEN, 1)),
        ("[" * MOST_OPEN + "]" * MOST_OPEN, None),
        ("[" * MOST_OPEN + "\n\n" + "[" * MOST_OPEN, None),
        ("(a) " * 1000 + ") " * 1000, None),
        ("a\n" + "> " * 10 + "a", None),
    ],
    ids=range(9),
)
def test_too_deep(text: str, place: tuple[int, int] | None) -> None:
    found = read(text).too_deep
    assert ((found.line, found.column) if found else None) == place


def test_a_reader_goes_on_after_a_text_that_is_too_deep() -> None:
    reader = MarkdownReader()
    assert read_written(reader, "> " * 2000 + "a", BEGIN).too_deep == BEGIN
    assert [link.target for link in read_written(reader, "[a](b)", BEGIN).links] == ["b"]
    assert reader.html("a *b*") == "<p>a <em>b</em></p>"


def test_a_value_of_a_header_has_one_place() -> None:
    place = Place("a.md", 3, 6)
    written = all_at(place, read("a\n\n[b](c) <div> https://d.fr [e] (f.md)"))
    assert [link.place for link in written.links] == [place]
    assert [tag.place for tag in written.lost] == [place]
    assert [url.place for url in written.prose.bare_urls] == [place]
    assert [link.place for link in written.prose.odd_links] == [place]
    assert written.too_deep is None
    assert all_at(place, read("[" * 100)).too_deep == place
    assert all_at(place, read("<script>a")).swallowing == LostTag("script", place)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c", "a  c"),
        ("<!-- b\n\n-->c<!---->d", "cd"),
        ("<!--> a --> b", " b"),
        ("a <!-- b", "a <!-- b"),
        ("<!-- a --> b <!-- c", " b <!-- c"),
        ("--> <!-- a", "--> <!-- a"),
        ("<!-- >" * 400_000, "<!-- >" * 400_000),
    ],
    ids=["one", "lines", "short", "open", "open-after", "closed-first", "many"],
)
def test_comments_are_taken_out(text: str, left: str) -> None:
    assert comments_out(text) == left
