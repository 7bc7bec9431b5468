"""From an original to the pixels that every browser shows: upright, in sRGB, in widths that screens need."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from site_builder.pictures.developing import developed, in_srgb
from site_builder.pictures.picture import Size
from site_builder.pictures.sizes import ladder
from site_builder.validate.originals import orientation_of
from tests.photographs import (
    BLUE,
    CORNERS,
    GREEN,
    GREY,
    RED,
    SRGB,
    corners_of,
    exif_of,
    file_of,
    landscape,
    late,
    photograph,
    quarters,
)

UPRIGHT = {
    None: CORNERS,
    1: CORNERS,
    2: (GREEN, RED, GREY, BLUE),
    3: (GREY, BLUE, GREEN, RED),
    4: (BLUE, GREY, RED, GREEN),
    5: (RED, BLUE, GREEN, GREY),
    6: (BLUE, RED, GREY, GREEN),
    7: (GREY, GREEN, BLUE, RED),
    8: (GREEN, GREY, RED, BLUE),
    9: CORNERS,
}
"""What the four quarters become by orientation (Exif 2.3 §4.6.4)."""


def reopened(image: Image.Image, form: str, **options: object) -> Image.Image:
    return Image.open(BytesIO(file_of(image, form, **options)))


@pytest.mark.parametrize(
    ("original", "sizes"),
    [
        ((4000, 3000), ((360, 270), (720, 540), (1080, 810), (1600, 1200))),
        ((1600, 900), ((360, 202), (720, 405), (1080, 608), (1600, 900))),
        ((1000, 500), ((360, 180), (720, 360), (1000, 500))),
        ((800, 800), ((360, 360), (800, 800))),
        ((432, 100), ((360, 83), (432, 100))),
        ((431, 100), ((431, 100),)),
        ((1, 1), ((1, 1),)),
        ((20_000, 10), ((360, 1), (720, 1), (1080, 1), (1600, 1))),
        ((1000, 20_000), ((120, 2400),)),
        ((3000, 4000), ((360, 480), (720, 960), (1080, 1440), (1600, 2133))),
        ((3, 20_000), ((1, 2400),)),
        ((333, 16_000), ((50, 2400),)),
    ],
)
def test_sizes_of_a_picture(original: Size, sizes: tuple[Size, ...]) -> None:
    assert ladder(original) == sizes


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", UPRIGHT)
def test_the_pixels_are_turned(form: str, orientation: int | None) -> None:
    with Image.open(BytesIO(photograph(form, orientation, lossless=True))) as original:
        picture, sizes = developed(original)
    assert picture.mode == "RGB"
    assert picture.size == sizes[-1] == ((32, 48) if orientation in {5, 6, 7, 8} else (48, 32))
    for seen, meant in zip(corners_of(picture), UPRIGHT[orientation], strict=True):
        assert max(abs(a - b) for a, b in zip(seen, meant, strict=True)) <= 4


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_png_that_says_after_its_pixels_how_it_is_shown_is_turned_too(orientation: int | None) -> None:
    exif = exif_of(orientation).tobytes().removeprefix(b"Exif\0\0")
    with Image.open(BytesIO(late(quarters(), b"eXIf" + exif))) as original:
        picture, sizes = developed(original)
    assert picture.size == sizes[-1] == ((32, 48) if orientation in {5, 6, 7, 8} else (48, 32))
    assert corners_of(picture) == UPRIGHT[orientation]


def test_damaged_exif_turns_nothing() -> None:
    damaged = photograph("JPEG", 6).replace(b"MM\x00*", b"QQQQ").replace(b"II*\x00", b"QQQQ")
    with Image.open(BytesIO(damaged)) as original:
        assert orientation_of(original) == 1
        assert developed(original)[0].size == (48, 32)


def test_a_large_photograph_is_read_no_larger_than_it_is_shown() -> None:
    with reopened(landscape((4000, 3000)), "JPEG") as original:
        picture, sizes = developed(original)
    assert sizes[-1] == (1600, 1200)
    assert picture.size == (2000, 1500)


@pytest.mark.parametrize(
    ("original", "colour"),
    [
        (Image.new("L", (4, 4), 90), (90, 90, 90)),
        (Image.new("1", (4, 4), 1), (255, 255, 255)),
        (Image.new("I;16", (4, 4), 0x8080), (128, 128, 128)),
        (Image.new("I;16", (4, 4), 0xFFFF), (255, 255, 255)),
        (Image.new("P", (4, 4), 0), (0, 0, 0)),
        (Image.new("LA", (4, 4), (90, 255)), (90, 90, 90)),
        (Image.new("RGBA", (4, 4), (1, 2, 3, 255)), (1, 2, 3)),
        (Image.new("RGBA", (4, 4), (1, 2, 3, 254)), (1, 2, 3, 254)),
        (Image.new("LA", (4, 4), (90, 0)), (90, 90, 90, 0)),
    ],
)
def test_every_kind_of_png_becomes_eight_bits_of_three_colours(original: Image.Image, colour: tuple[int, ...]) -> None:
    with reopened(original, "PNG") as image:
        image.load()
        assert in_srgb(image).getpixel((1, 1)) == colour


def test_a_transparent_colour_of_a_palette_stays_transparent() -> None:
    original = quarters().quantize(4)
    at = original.getpixel((1, 1))
    with reopened(original, "PNG", transparency=at) as image:
        image.load()
        shown = in_srgb(image)
    assert shown.mode == "RGBA"
    assert shown.getchannel("A").getpixel((1, 1)) == 0
    assert shown.getchannel("A").getpixel((40, 1)) == 255


def test_cmyk_becomes_red_green_blue() -> None:
    with reopened(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG", quality=95) as image:
        picture, _ = developed(image)
    assert picture.mode == "RGB"
    red, green, blue = corners_of(picture)[0]
    assert (red > 230, green < 25, blue < 25) == (True, True, True)


def test_colours_are_those_of_the_profile() -> None:
    """A profile that calls blue what sRGB calls red; and three that say nothing of these colours."""
    swapped = SRGB.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile, colour in ((swapped, BLUE), (SRGB, RED), (lab, RED), (b"no profile", RED), (b"", RED)):
        for form in ("PNG", "JPEG"):
            with reopened(quarters((64, 64)), form, icc_profile=profile) as image:
                image.load()
                seen = corners_of(in_srgb(image))[0]
            assert max(abs(a - b) for a, b in zip(seen, colour, strict=True)) <= 4, profile[:20]
