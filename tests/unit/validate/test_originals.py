"""Originals: what no picture can be made of is refused, before anything is decoded where that would cost."""

import tracemalloc
from collections.abc import Callable

import pytest
from PIL import ExifTags, Image

from site_builder.validate.originals import Seen, fault_of, look_at
from tests.conftest import PortalFolder
from tests.photographs import XMP, chunk, exif_of, file_of, landscape, late, photograph, png_of, quarters, raw_profile

FRAMES = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "red")]
UNREADABLE: tuple[str, dict[str, object]] = ("image-unreadable", {})
PIXELS = ("image-pixels", {"most": 50})
NARROW = ("image-narrow", {"most": 50})
EXIF = exif_of(6).tobytes()
BARE_EXIF = EXIF.removeprefix(b"Exif\0\0")


def moving(form: str) -> bytes:
    return file_of(FRAMES[0], form, save_all=True, append_images=FRAMES[1:])


def misnamed(form: str, fixed: str) -> tuple[str, dict[str, object]]:
    return "image-misnamed", {"form": form, "fixed": fixed}


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.jpg", file_of(quarters(), "JPEG"), None),
        ("a.JPEG", photograph("JPEG", 6), None),
        ("a.png", photograph("PNG", 6), None),
        ("a.webp", photograph("WEBP"), None),
        ("a.png", file_of(Image.new("I;16", (6, 4), 40_000), "PNG"), None),
        ("a.jpg", file_of(Image.new("CMYK", (6, 4)), "JPEG"), None),
        ("a.jpg", file_of(FRAMES[0], "MPO", save_all=True, append_images=FRAMES[1:]), None),
        ("a.jpg", file_of(quarters(), "JPEG") + b"a film", None),
        ("a.png", file_of(quarters(), "JPEG"), misnamed("JPEG", "media/a.jpg")),
        ("a.jpeg", file_of(quarters(), "WEBP"), misnamed("WEBP", "media/a.webp")),
        ("a.webp", file_of(quarters(), "PNG"), misnamed("PNG", "media/a.png")),
        ("a.jpg", file_of(quarters(), "GIF"), UNREADABLE),
        ("a.png", file_of(quarters(), "TIFF"), UNREADABLE),
        ("a.jpg", b"", UNREADABLE),
        ("a.png", b"<!doctype html><p>", UNREADABLE),
        ("a.jpg", file_of(landscape((200, 100)), "JPEG")[:-200], UNREADABLE),
        ("a.png", file_of(landscape((200, 100)), "PNG")[:-200], UNREADABLE),
        ("a.webp", file_of(landscape((200, 100)), "WEBP")[:-200], UNREADABLE),
        ("a.png", png_of((6, 4)), UNREADABLE),
        ("a.png", png_of((10_000, 5_001)), PIXELS),
        ("a.png", png_of((60_000, 60_000)), PIXELS),
        ("a.png", moving("PNG"), ("image-animated", {})),
        ("a.webp", moving("WEBP"), ("image-animated", {})),
        ("a.png", file_of(Image.new("L", (2, 100)), "PNG"), None),
        ("a.png", file_of(Image.new("L", (2, 101)), "PNG"), NARROW),
        ("a.jpg", file_of(Image.new("L", (50_000, 1)), "JPEG"), NARROW),
        ("a.jpg", file_of(Image.new("L", (1, 1)), "JPEG"), None),
        ("a.png", late(quarters(), b"eXIfno Exif"), None),
        ("a.png", late(quarters(), b"zTXt" + raw_profile("exif", b"no Exif")), None),
    ],
)
def test_what_is_wrong_with_an_original(name: str, data: bytes, fault: tuple[str, dict[str, object]] | None) -> None:
    assert fault_of(f"media/{name}", look_at(data)) == fault


def test_of_a_file_that_the_disk_does_not_open_nothing_is_said() -> None:
    assert fault_of("media/a.jpg", Seen()) is None


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    data = png_of((8_000, 8_000))  # 192 MB of pixels
    tracemalloc.start()
    try:
        assert fault_of("media/a.png", look_at(data)) == PIXELS
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_an_image_says_where_it_was_taken(form: str) -> None:
    assert look_at(photograph(form)).located
    assert not look_at(file_of(quarters(), form)).located


def test_where_it_was_taken_in_xmp_alone_or_nowhere() -> None:
    for form in ("JPEG", "WEBP"):
        assert look_at(photograph(form, exif=Image.Exif())).located
        assert not look_at(photograph(form, exif=Image.Exif(), xmp=b"<x:xmpmeta/>")).located
    empty = Image.Exif()  # some cameras write the version of their GPS and no position
    empty.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSVersionID] = b"\x02\x03\x00\x00"
    assert not look_at(photograph("JPEG", exif=empty, xmp=b"")).located
    assert not look_at(b"\xff\xd8\xff").located


@pytest.mark.parametrize(
    ("written", "located"),
    [
        (b"eXIf" + BARE_EXIF, True),
        (b"iTXtXML:com.adobe.xmp\0\0\0\0\0" + XMP, True),
        (b"zTXt" + raw_profile("exif", EXIF), True),
        (b"zTXt" + raw_profile("APP1", EXIF), True),
        (b"zTXt" + raw_profile("xmp", XMP), True),
        (b"tEXtexif:GPSLatitude\x0043/1, 42/1, 0/1", True),
        (b"eXIf" + exif_of(6, located=False).tobytes().removeprefix(b"Exif\0\0"), False),
        (b"zTXt" + raw_profile("exif", exif_of(6, located=False).tobytes()), False),
        (b"zTXt" + raw_profile("iptc", b"GPS"), False),
    ],
)
def test_a_png_says_where_it_was_taken_before_or_after_its_pixels(written: bytes, located: bool) -> None:
    data = file_of(quarters(), "PNG")
    head = data.index(b"IDAT") - 4
    assert look_at(late(quarters(), written)).located == located
    assert look_at(data[:head] + chunk(written) + data[head:]).located == located


def test_what_a_damaged_image_says_before_its_pixels_is_heard() -> None:
    cut = photograph("PNG", image=landscape((200, 100)))[:-200]
    seen = look_at(cut)
    assert (seen.fault, seen.located, seen.size) == ("image-unreadable", True, (200, 100))


SIDECAR = "media/a.yml\n    alt: {fr: Dune, en: Dune}\n    credit: Jeanne\n    licence: CC0\n"
SHOWN = f"""{SIDECAR}content/pages/dune.md
    ---
    id: dune
    title: La dune
    image: media/a.png
    ---
    Une dune.
"""


@pytest.mark.parametrize(
    ("size", "weight", "codes"),
    [
        ((6_000, 200), 5_000_000, []),
        ((200, 6_000), 5_000_001, ["image-heavy"]),
        ((200, 6_001), 1_000, ["image-heavy"]),
        ((6_001, 200), 1_000, ["image-heavy"]),
        ((6_001, 2), 5_000_001, ["image-narrow"]),
        (None, 30_000_000, ["image-unreadable"]),
    ],
)
def test_what_is_a_burden_is_told(
    size: tuple[int, int] | None, weight: int, codes: list[str], portal: Callable[..., PortalFolder]
) -> None:
    data = file_of(Image.new("L", size), "PNG") if size else b"no picture"
    folder = portal(SIDECAR, binary={"media/a.png": data.ljust(weight, b"\0")})
    assert [problem.code for problem in folder.check().problems] == codes


@pytest.mark.parametrize(("width", "told"), [(480, False), (479, True)])
@pytest.mark.parametrize("shown", [True, False])
def test_what_is_too_small_for_the_top_of_a_page_is_told(
    width: int, told: bool, shown: bool, portal: Callable[..., PortalFolder]
) -> None:
    folder = portal(SHOWN if shown else SIDECAR, binary={"media/a.png": file_of(Image.new("L", (width, 600)), "PNG")})
    found = [p for p in folder.check().problems if p.code == "image-small"]
    assert [(str(p.place.path), dict(p.values)) for p in found] == (
        [("media/a.png", {"width": width, "least": 480})] if told and shown else []
    )
