"""What an original of media/ really is: looked at before it is decoded, then decoded once to see that it can be."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import PurePosixPath
from warnings import catch_warnings

from PIL.ExifTags import GPS, IFD, Base
from PIL.Image import DecompressionBombError, Exif
from PIL.Image import Image as Opened
from PIL.Image import open as open_image

from site_builder.model.values import Frozen

FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
"""The formats that are read, and the endings of their files. No other decoder of Pillow's ever runs."""
_OF_SEVERAL = "MPO"
"""A JPEG after which a telephone puts others (depth, the other eye): the first one is the picture."""
ON_ITS_SIDE = range(5, 9)
"""The orientations that swap width and height."""
MOST_MILLIONS = 50
"""Of pixels: four bytes each while the picture is made. A file of a few kilobytes can say that it has more."""
MOST_TO_ONE = 50
"""The longer side against the shorter: beyond, nothing would be left of a picture in the widths of screens."""
_AN_EIGHTH = 8
"""A JPEG is read whole but made at an eighth of its size, to see that it is not damaged."""
_POSITION = "GPSLatitude"
_PROFILE = "Raw profile type "
"""Before the name of a text of a PNG: there ImageMagick puts Exif or XMP, as hexadecimal digits after three lines."""

UNREADABLE, PIXELS, ANIMATED, NARROW = "image-unreadable", "image-pixels", "image-animated", "image-narrow"
_VALUES = {PIXELS: {"most": MOST_MILLIONS}, NARROW: {"most": MOST_TO_ONE}}


class Seen(Frozen):
    """What a file was seen to be; as it stands here, one that the disk does not open."""

    weight: int = 0
    """Bytes."""
    form: str = ""
    """``JPEG``, ``PNG`` or ``WEBP``; empty for what is no image."""
    size: tuple[int, int] | None = None
    """Width and height in pixels, turned as the camera says; None for what is no image."""
    located: bool = False
    """Whether it says where it was taken: the sources of a portal are public, whatever the site shows of them."""
    fault: str = ""
    """Why no picture can be made of it: the code of a problem."""


@contextmanager
def opened(data: bytes) -> Iterator[Opened]:
    """The image, of which nothing is decoded yet. Raises whatever Pillow does of a file that is damaged or no image.

    Pillow warns of what decoding would cost and of damaged Exif: we look for ourselves.
    """
    with catch_warnings(action="ignore"), open_image(BytesIO(data), formats=(*FORMATS, _OF_SEVERAL)) as image:
        yield image


def load_late_exif(image: Opened) -> None:
    """Decode a PNG, whose Exif may follow its pixels (PNG 3 §11.3.4.4); of other formats it is known already."""
    if image.format == "PNG":
        image.load()


def orientation_of(image: Opened) -> int:
    """How the camera was held (Exif 2.3 §4.6.4, Orientation): 1 where nothing, or nothing possible, is said."""
    if "exif" not in image.info:  # Pillow would decode a PNG to look for it, and believe what browsers do not
        return 1
    with suppress(Exception):  # of damaged Exif Pillow raises anything
        said = image.getexif().get(Base.Orientation, 1)
        return int(said) if said in range(1, 9) else 1
    return 1


def look_at(data: bytes) -> Seen:
    """What a file of these bytes is."""
    try:
        with opened(data) as image:
            return _looked_at(image).model_copy(update={"weight": len(data)})
    except DecompressionBombError:
        fault = PIXELS
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        fault = UNREADABLE
    return Seen(weight=len(data), fault=fault)


def fault_of(path: str, seen: Seen) -> tuple[str, Mapping[str, object]] | None:
    """Why no picture can be made of the file ``path``: the code of the problem and its values; None where one can."""
    named = PurePosixPath(path)
    if seen.form and named.suffix.lower() not in FORMATS[seen.form]:
        return "image-misnamed", {"form": seen.form, "fixed": str(named.with_suffix(FORMATS[seen.form][0]))}
    return (seen.fault, _VALUES.get(seen.fault, {})) if seen.fault else None


def _looked_at(image: Opened) -> Seen:
    (width, height), fault = image.size, _refused(image)
    if not fault:
        image.draft(image.mode, (max(1, width // _AN_EIGHTH), max(1, height // _AN_EIGHTH)))
        try:
            image.load()
        except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
            fault = UNREADABLE
    size = (height, width) if orientation_of(image) in ON_ITS_SIDE else (width, height)
    form = "JPEG" if image.format == _OF_SEVERAL else str(image.format)
    return Seen(form=form, size=size, located=any(map(_says_where, _written(image))), fault=fault)


def _refused(image: Opened) -> str:
    """What is wrong with an image of which only the beginning was read."""
    if image.width * image.height > MOST_MILLIONS * 1_000_000:
        return PIXELS
    if image.format != _OF_SEVERAL and getattr(image, "is_animated", False):
        return ANIMATED
    return NARROW if max(image.size) > MOST_TO_ONE * min(image.size) else ""


def _written(image: Opened) -> Iterator[bytes]:
    """What a camera or a program has written into an image: Exif, XMP, texts of a PNG."""
    for name, value in image.info.items():
        if name in {"exif", "xmp"} and isinstance(value, bytes):
            yield value
        elif isinstance(value, str):
            yield f"{name}={value}".encode()
            if str(name).startswith(_PROFILE):
                with suppress(ValueError):
                    yield bytes.fromhex("".join(value.split("\n")[3:]))


def _says_where(written: bytes) -> bool:
    if _POSITION.encode() in written:
        return True
    exif = Exif()
    try:
        exif.load(written)
        return GPS.GPSLatitude in exif.get_ifd(IFD.GPSInfo)
    except Exception:  # noqa: BLE001 - of what is no Exif Pillow raises anything
        return False
