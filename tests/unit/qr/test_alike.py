"""Codes worked out from each other are those that segno makes one by one, and others’ programs read them."""

from io import BytesIO

import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from site_builder.qr.alike import CodesAlike, Picture
from site_builder.qr.code import MASK, PASSED_ON, QUIET

BEFORE, AFTER = "https://portail.example/q/", "/"
CODES = CodesAlike(PASSED_ON)


def seen(picture: Picture) -> list[list[bool]]:
    """Which dots are dark."""
    image = Image.open(BytesIO(picture.png))
    assert image.mode == "1"
    assert image.size == (picture.side, picture.side)
    return [[image.getpixel((x, y)) == 0 for x in range(picture.side)] for y in range(picture.side)]


def expected(url: str) -> list[list[bool]]:
    code = segno.make(url.encode(), error="q", micro=False, boost_error=False, mask=MASK)
    white = [[False] * (len(code.matrix) + 2 * QUIET)] * QUIET
    margin = [False] * QUIET
    return [*white, *([*margin, *map(bool, row), *margin] for row in code.matrix), *white]


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789AB", min_size=1, max_size=12))
def test_a_code_is_what_it_would_be_alone(territory: str) -> None:
    url = f"{BEFORE}{territory}{AFTER}"
    assert seen(CODES.picture(url)) == expected(url)


def test_the_order_in_which_codes_are_asked_for_changes_nothing() -> None:
    urls = [f"{BEFORE}{territory}{AFTER}" for territory in ("40088", "2A004", "86194", "40088")]
    forwards, backwards = CodesAlike(PASSED_ON), CodesAlike(PASSED_ON)
    assert [forwards.picture(url) for url in urls] == [backwards.picture(url) for url in reversed(urls)][::-1]


def test_an_address_outside_of_ascii_has_its_code_too() -> None:
    url = "https://portail-de-l-île.example/q/17168/"
    assert seen(CODES.picture(url)) == expected(url)


def test_the_code_is_read() -> None:
    for territory in ("40088", "33063", "2B033"):
        url = f"{BEFORE}{territory}{AFTER}"
        image = Image.open(BytesIO(CODES.picture(url).png)).convert("L")
        (found,) = zxingcpp.read_barcodes(image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST))
        assert (found.text, found.format) == (url, zxingcpp.BarcodeFormat.QRCode)


def test_the_address_of_the_picture_holds_all_of_it() -> None:
    picture = CODES.picture(f"{BEFORE}40088{AFTER}")
    assert picture.data_url.startswith("data:image/png;base64,iVBORw0KGgo")
    assert (picture.side, len(picture.png), len(picture.data_url)) == (37, 290, 410)
