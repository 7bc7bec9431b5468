"""What was sealed is read as it was, or not at all."""

import pytest

from site_builder.incremental.sealed import sealed, unsealed

BODY = b"line\nother line"


@pytest.mark.parametrize("body", [BODY, b"", b"\n\n"])
def test_what_was_sealed_is_read(body: bytes) -> None:
    read = unsealed("kind", sealed("kind", body))
    assert read is not None
    assert bytes(read) == body


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"kind",
        b"kind\n",
        sealed("kind", BODY)[:-1],
        sealed("kind", BODY) + b"more",
        sealed("kin", BODY),
        sealed("kind\nof another machine", BODY),
        sealed("kind", BODY).replace(b"other", b"Other"),
    ],
)
def test_whatever_else_stands_there_is_nothing(written: bytes) -> None:
    assert unsealed("kind", written) is None
