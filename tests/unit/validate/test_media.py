"""The size of an image as browsers show it: what keeps its place on a page before it comes."""

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from site_builder.validate.originals import look_at
from tests.photographs import exif_of, late, png_of, quarters


def picture(name: str, orientation: int | None = None) -> bytes:
    exif, file = Image.Exif(), BytesIO()
    if orientation is not None:
        exif[ExifTags.Base.Orientation] = orientation
    file.name = name
    Image.new("RGB", (6, 4)).save(file, exif=exif)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.webp"])
@pytest.mark.parametrize(
    ("orientation", "size"),
    [
        (None, (6, 4)),
        (1, (6, 4)),
        (2, (6, 4)),
        (3, (6, 4)),
        (4, (6, 4)),
        *((n, (4, 6)) for n in (5, 6, 7, 8)),
        (9, (6, 4)),
    ],
)
def test_an_image_on_its_side_is_as_wide_as_it_is_shown(
    name: str, orientation: int | None, size: tuple[int, int]
) -> None:
    assert look_at(picture(name, orientation)).size == size


@pytest.mark.parametrize(("orientation", "size"), [(None, (48, 32)), (3, (48, 32)), (6, (32, 48))])
def test_a_png_may_say_after_its_pixels_how_it_is_shown(orientation: int | None, size: tuple[int, int]) -> None:
    exif = exif_of(orientation, located=False).tobytes().removeprefix(b"Exif\0\0")
    assert look_at(late(quarters(), b"eXIf" + exif)).size == size


@pytest.mark.parametrize("data", [b"", b"x", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP"])
def test_what_is_no_image_has_no_size(data: bytes) -> None:
    assert look_at(data).size is None


def test_damaged_exif_hides_nothing_else() -> None:
    damaged = picture("a.jpg", 6).replace(b"MM\x00*", b"QQQQ").replace(b"II*\x00", b"QQQQ")
    assert look_at(damaged).size == (6, 4)


def test_a_very_large_image_is_measured_and_not_decoded(recwarn: pytest.WarningsRecorder) -> None:
    data = png_of((10_000, 11_000))  # without pixels: there is nothing to decode
    assert look_at(data).size == (10_000, 11_000)
    assert not recwarn.list
