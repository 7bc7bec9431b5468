"""Published images: the same pixels, the same way up, in the same colours, and nothing else that the camera wrote."""

import struct
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from PIL import ExifTags, Image, ImageCms, ImageOps, PngImagePlugin

from site_builder.outputs.pictures import bare
from site_builder.validate.media import is_located

SECRETS = (b"SERIAL-1234", b"GPSLatitude", b"Prenom Nom", b"<x:xmpmeta")
XMP = b"<x:xmpmeta>SERIAL-1234 exif:GPSLatitude=43</x:xmpmeta>"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMATS = ("JPEG", "PNG", "WEBP")


def exif_of(orientation: int | None) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Prenom Nom"
    exif[ExifTags.Base.CameraOwnerName] = "SERIAL-1234"
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (43.0, 42.0, 0.0)
    return exif


def photograph(form: str, orientation: int | None = None, **options: object) -> bytes:
    """A picture with everything that a camera and a program may write into it."""
    image = Image.linear_gradient("L").resize((24, 16)).convert("RGB")
    image.putpixel((0, 0), (250, 10, 10))
    known: dict[str, object] = {"exif": exif_of(orientation), "icc_profile": PROFILE, "xmp": XMP}
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "Prenom Nom", zip=False)
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        known = {"exif": exif_of(orientation), "icc_profile": PROFILE, "pnginfo": info}
    elif form == "JPEG":
        known["comment"] = "Prenom Nom"
    file = BytesIO()
    image.save(file, form, **{**known, **options})
    return file.getvalue()


def shown(data: bytes) -> tuple[tuple[int, int], bytes, bytes | None]:
    """What a browser shows: the picture the right way up, and its colours."""
    with Image.open(BytesIO(data)) as image:
        profile = image.info.get("icc_profile")
        turned = ImageOps.exif_transpose(image).convert("RGB")
        return turned.size, turned.tobytes(), profile


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("orientation", [None, *range(1, 9)])
def test_the_picture_stays_and_the_secrets_go(form: str, orientation: int | None) -> None:
    data = photograph(form, orientation)
    assert any(secret in data for secret in SECRETS)
    published = bare(data)
    assert not any(secret in published for secret in SECRETS)
    assert shown(published) == shown(data)
    assert shown(published)[2] == PROFILE
    with Image.open(BytesIO(published)) as image:
        tags = dict(image.getexif())
    assert tags == ({} if orientation in {None, 1} else {ExifTags.Base.Orientation: orientation})
    assert bare(published) == published


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("JPEG", {"progressive": True, "quality": 95}),
        ("JPEG", {"restart_marker_blocks": 1}),
        ("PNG", {"optimize": True}),
        ("WEBP", {"lossless": True}),
    ],
)
def test_other_ways_to_write_a_picture(form: str, options: dict[str, object]) -> None:
    data = photograph(form, 6, **options)
    assert shown(bare(data)) == shown(data)


def test_transparency_and_movement_stay() -> None:
    frames = [Image.new("RGBA", (8, 8), (200, 0, 0, alpha)) for alpha in (40, 90, 40)]
    for form in ("PNG", "WEBP"):
        file = BytesIO()
        frames[0].save(file, form, save_all=True, append_images=frames[1:], exif=exif_of(3), lossless=True)
        published = bare(file.getvalue())
        assert SECRETS[0] not in published
        with Image.open(BytesIO(file.getvalue())) as before, Image.open(BytesIO(published)) as after:
            assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1) == 3
            for frame in range(3):
                before.seek(frame)
                after.seek(frame)
                assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_what_comes_after_the_picture_goes() -> None:
    """Telephones put a film there, or another picture with Exif of its own."""
    for form in ("JPEG", "PNG", "WEBP"):
        data = photograph(form)
        assert bare(data + photograph("JPEG")) == bare(data)


def test_segments_of_other_programs_go() -> None:
    data = photograph("JPEG")
    for marker, content in (
        (0xED, b"Photoshop 3.0\0Prenom Nom"),
        (0xE2, b"MPF\0Prenom Nom"),
        (0xE0, b"JFXX\0Prenom Nom"),
    ):
        segment = struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
        assert bare(data[:2] + segment + data[2:]) == bare(data)
    assert bare(data[:2] + b"\xff\xff" + data[3:]) == bare(data)  # fill bytes before a marker (ITU-T T.81 B.1.1.2)
    adobe = struct.pack(">BBH", 0xFF, 0xEE, 14) + b"Adobe" + bytes(7)
    assert adobe in bare(data[:2] + adobe + data[2:])


def test_exif_after_the_picture_of_a_png_goes() -> None:
    data, chunk = photograph("PNG"), b"eXIf" + exif_of(None).tobytes()[6:]
    at = data.index(b"IEND") - 4
    late = data[:at] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", crc32(chunk)) + data[at:]
    assert bare(late) == bare(data)


@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_image_is_cut_and_nothing_raised(form: str) -> None:
    data = photograph(form, 6)
    for end in range(0, len(data), 13):
        assert not any(secret in bare(data[:end]) for secret in SECRETS)
    for at in range(0, len(data), 31):
        bare(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])


@pytest.mark.parametrize("data", [b"", b"x", b"GIF89a...", b"RIFF\x00\x00\x00\x00WAVE"])
def test_another_file_is_published_as_it_is(data: bytes) -> None:
    assert bare(data) == data


@pytest.mark.parametrize("form", FORMATS)
def test_an_image_says_where_it_was_taken(form: str, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(photograph(form))
    assert is_located(file)
    file.write_bytes(bare(photograph(form)))
    assert not is_located(file)


def test_where_it_was_taken_in_xmp_alone_or_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    for form in ("JPEG", "WEBP"):
        file.write_bytes(photograph(form, exif=Image.Exif()))
        assert is_located(file)
        file.write_bytes(photograph(form, exif=Image.Exif(), xmp=b"<x:xmpmeta/>"))
        assert not is_located(file)
    empty = Image.Exif()  # some cameras write the version of their GPS and no position
    empty.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSVersionID] = b"\x02\x03\x00\x00"
    file.write_bytes(photograph("JPEG", exif=empty, xmp=b""))
    assert not is_located(file)
    file.write_bytes(b"\xff\xd8\xff")
    assert not is_located(file)
    assert not is_located(tmp_path / "gone.jpg")


@pytest.mark.parametrize("marker", [0xE1, 0xE5, 0xEF])
def test_a_segment_that_begins_as_a_png_is_no_exception(marker: int) -> None:
    data, content = photograph("JPEG"), b"\x89PNG\r\n\x1a\nSERIAL-1234"
    segment = struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
    assert bare(data[:2] + segment + data[2:]) == bare(data)
