import pytest

from site_builder.load.text import decode

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
        (b"\xe9\x00", "é ", [("not-utf8", 1, 1), ("null-byte", 1, 2)]),
    ],
)
def test_decode(data: bytes, text: str, expected: Found) -> None:
    found, problems = decode(data, "a.md")
    assert found == text
    assert [(p.code, p.place.line, p.place.column) for p in problems] == expected
