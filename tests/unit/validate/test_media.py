"""The size of an image as browsers show it: what keeps its place on a page before it comes."""

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from site_builder.validate.originals import shown_size
from tests.photographs import png_of


def picture(file: Path, orientation: int | None = None) -> Path:
    exif = Image.Exif()
    if orientation is not None:
        exif[ExifTags.Base.Orientation] = orientation
    Image.new("RGB", (6, 4)).save(file, exif=exif)
    return file


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
    name: str, orientation: int | None, size: tuple[int, int], tmp_path: Path
) -> None:
    assert shown_size(picture(tmp_path / name, orientation)) == size


@pytest.mark.parametrize("data", [b"", b"x", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP"])
def test_what_is_no_image_has_no_size(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(data)
    assert shown_size(file) is None


def test_damaged_exif_hides_nothing_else(tmp_path: Path) -> None:
    data = picture(tmp_path / "a.jpg", 6).read_bytes()
    (tmp_path / "b.jpg").write_bytes(data.replace(b"MM\x00*", b"QQQQ").replace(b"II*\x00", b"QQQQ"))
    assert shown_size(tmp_path / "b.jpg") == (6, 4)


def test_a_very_large_image_is_measured_and_not_decoded(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    (tmp_path / "a.png").write_bytes(png_of((10_000, 11_000)))  # without pixels: there is nothing to decode
    assert shown_size(tmp_path / "a.png") == (10_000, 11_000)
    assert not recwarn.list


def test_a_file_that_has_gone_has_no_size(tmp_path: Path) -> None:
    assert shown_size(tmp_path / "gone.jpg") is None
