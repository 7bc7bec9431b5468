"""What an original of media/ really is: looked at before it is decoded, then decoded once to see that it can be."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from warnings import catch_warnings

from PIL.ExifTags import GPS, IFD, Base
from PIL.Image import DecompressionBombError
from PIL.Image import Image as Opened
from PIL.Image import open as open_image

FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
"""The formats that are read, and the endings of their files. No other decoder of Pillow's ever runs."""
_OF_SEVERAL = "MPO"
"""A JPEG after which a telephone puts others (depth, the other eye): the first one is the picture."""
ON_ITS_SIDE = range(5, 9)
"""The orientations that swap width and height."""
MOST_MILLIONS = 50
"""Of pixels: four bytes each while the picture is made. A file of a few kilobytes can say that it has more."""
_AN_EIGHTH = 8
"""A JPEG is read whole but made at an eighth of its size, to see that it is not damaged."""


@contextmanager
def opened(file: Path) -> Iterator[Opened]:
    """The image, of which nothing is decoded yet. Raises whatever Pillow does of a file that is damaged or no image.

    Pillow warns of what decoding would cost and of damaged Exif: we look for ourselves.
    """
    with catch_warnings(action="ignore"), open_image(file, formats=(*FORMATS, _OF_SEVERAL)) as image:
        yield image


def format_of(image: Opened) -> str:
    """``JPEG``, ``PNG`` or ``WEBP``."""
    return "JPEG" if image.format == _OF_SEVERAL else str(image.format)


def orientation_of(image: Opened) -> int:
    """How the camera was held (Exif 2.3 §4.6.4, Orientation): 1 where nothing, or nothing possible, is said."""
    # Only when it is there already: Pillow would decode a whole PNG to look for it.
    said = image.getexif().get(Base.Orientation, 1) if "exif" in image.info else 1
    return int(said) if said in range(1, 9) else 1


def shown_size(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels, turned as the camera says; None for what is no image."""
    try:
        with opened(file) as image:
            width, height = image.size
            return (height, width) if orientation_of(image) in ON_ITS_SIDE else (width, height)
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        return None


def is_located(file: Path) -> bool:
    """Whether the file says where the picture was taken: its sources are public, whatever the site shows of it."""
    try:
        with opened(file) as image:
            xmp = image.info.get("xmp") or b""
            return b"GPSLatitude" in xmp or (
                "exif" in image.info and GPS.GPSLatitude in image.getexif().get_ifd(IFD.GPSInfo)
            )
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        return False


def fault_of(path: str, file: Path) -> tuple[str, Mapping[str, object]] | None:
    """Why no picture can be made of a file: the code of the problem and its values; None where one can."""
    try:
        with opened(file) as image:
            refused = _refused(path, image)
            if not refused:
                image.draft(image.mode, (max(1, image.width // _AN_EIGHTH), max(1, image.height // _AN_EIGHTH)))
                image.load()
            return refused
    except DecompressionBombError:
        return _too_many_pixels()
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        return "image-unreadable", {}


def _refused(path: str, image: Opened) -> tuple[str, Mapping[str, object]] | None:
    """What is wrong with an image of which only the beginning was read."""
    form = format_of(image)
    named = PurePosixPath(path)
    if named.suffix.lower() not in FORMATS[form]:
        return "image-misnamed", {"form": form, "fixed": str(named.with_suffix(FORMATS[form][0]))}
    if image.width * image.height > MOST_MILLIONS * 1_000_000:
        return _too_many_pixels()
    if image.format != _OF_SEVERAL and getattr(image, "is_animated", False):
        return "image-animated", {}
    return None


def _too_many_pixels() -> tuple[str, Mapping[str, object]]:
    return "image-pixels", {"most": MOST_MILLIONS}
