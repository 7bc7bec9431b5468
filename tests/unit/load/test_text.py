import pytest

from site_builder.load.text import MOST_IN_A_LINE, MOST_SIGNS, crowded_paragraphs, decode, long_lines
from site_builder.problems import Place, Problem

Found = list[tuple[str, int, int]]


@pytest.mark.parametrize(
    ("data", "text", "expected"),
    [
        (b"", "", []),
        (b"a\nb", "a\nb", []),
        (b"a\r\nb\rc\n", "a\nb\nc\n", []),
        (b"\xef\xbb\xbfa", "a", []),
        ("é\u00a0œ\U0001f600".encode(), "é\u00a0œ\U0001f600", []),
        ("a\u2028b\u2029c\u0085d".encode(), "a b c d", []),
        (b"a\n\xe9t\xe9", "a\nété", [("not-utf8", 2, 1)]),
        ("é".encode() + b" \xe9", "Ã© é", [("not-utf8", 1, 3)]),
        (b"\x93a\x94 \x81", "“a” \ufffd", [("not-utf8", 1, 1)]),
        ("é\n".encode("utf-16"), "é\n", [("not-utf8", 1, 1)]),
        (b"\xfe\xff\x00a", "a", [("not-utf8", 1, 1)]),
        (b"\xff\xfea", "\ufffd", [("not-utf8", 1, 1)]),
        (b"a\nb\x00c\x00", "a\nb c ", [("null-byte", 2, 2)]),
        (b"a\x0bb", "a b", [("control-character", 1, 2)]),
        (b"\x1b[0m", " [0m", [("control-character", 1, 1)]),
        ("a\ufeffb".encode(), "a b", [("control-character", 1, 2)]),
        *[
            (f"a{character}b".encode("utf-8", "surrogatepass"), "a b", [("control-character", 1, 2)])
            for character in "\u202a\u202e\u2066\u2069\ue000\ue001\uf8ff\x80\x9f"
        ],
        ("a\u200e\u200f\u2065\u206a\uf900".encode(), "a\u200e\u200f\u2065\u206a\uf900", []),
        (b"\xe9\x00", "é ", [("not-utf8", 1, 1), ("null-byte", 1, 2)]),
    ],
)
def test_decode(data: bytes, text: str, expected: Found) -> None:
    found, problems = decode(data, "a.md")
    assert found == text
    assert [(p.code, p.place.line, p.place.column) for p in problems] == expected


@pytest.mark.parametrize(
    ("lengths", "place"),
    [([MOST_IN_A_LINE, MOST_IN_A_LINE], None), ([3, MOST_IN_A_LINE + 1, MOST_IN_A_LINE + 2], (8, MOST_IN_A_LINE + 1))],
)
def test_the_longest_line(lengths: list[int], place: tuple[int, int] | None) -> None:
    found = [*long_lines("\n".join("é" * length for length in lengths), Place("a.md", 7))]
    assert found == (
        [Problem("line-long", Place("a.md", *place), {"length": place[1], "most": MOST_IN_A_LINE})] if place else []
    )


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("", None),
        ("\\" * MOST_SIGNS, None),
        ("\\" * (MOST_SIGNS + 1), 7),
        ("*a*\n" * (MOST_SIGNS // 2) + "b\n" + "`", 7 + MOST_SIGNS // 2 + 1),
        ("a\n\n" + "_[]<&\n" * (MOST_SIGNS // 5) + " \t\n" + "`" * MOST_SIGNS, None),
        ("ab(c)!.-#>é" * MOST_SIGNS, None),
    ],
)
def test_the_most_signs_of_a_paragraph(body: str, line: int | None) -> None:
    found = [*crowded_paragraphs(body, Place("a.md", 7))]
    assert found == ([Problem("too-many-signs", Place("a.md", line), {"most": MOST_SIGNS})] if line else [])
