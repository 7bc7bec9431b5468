"""Pictures made while tests run: the repository holds no photograph."""

import random
import struct
from io import BytesIO
from zlib import compress, crc32

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

SECRETS = (b"SERIAL-1234", b"GPSLatitude", b"Prenom Nom", b"<x:xmpmeta", b"Exif\x00\x00", b"eXIf", b"EXIF", b"XMP ")
XMP = b"<x:xmpmeta>SERIAL-1234 exif:GPSLatitude=43</x:xmpmeta>"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 160, 30), (30, 30, 200), (120, 120, 120)
CORNERS = (RED, GREEN, BLUE, GREY)
"""Top left, top right, bottom left, bottom right."""


def quarters(size: tuple[int, int] = (48, 32)) -> Image.Image:
    """Four flat colours, by which one sees how a picture is turned."""
    width, height = size
    image = Image.new("RGB", size)
    for at, colour in enumerate(CORNERS):
        image.paste(colour, (at % 2 * width // 2, at // 2 * height // 2, width, height))
    return image


def corners_of(image: Image.Image) -> tuple[tuple[int, ...], ...]:
    """The colours in the middle of the four quarters."""
    across, down = (image.width // 4, image.width * 3 // 4), (image.height // 4, image.height * 3 // 4)
    colours = (image.convert("RGB").getpixel((x, y)) for y in down for x in across)
    return tuple(colour for colour in colours if isinstance(colour, tuple))


def landscape(size: tuple[int, int]) -> Image.Image:
    """A gradient with noise: as many colours as a photograph, the same each time."""
    grain = random.Random(7).randbytes(256 * 256)  # noqa: S311 - it has to be the same each time
    noise = Image.frombytes("L", (256, 256), grain).resize(size, Image.Resampling.BILINEAR)
    sky = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (sky, Image.blend(sky, noise, 0.3), noise))


def exif_of(orientation: int | None = None, *, located: bool = True) -> Image.Exif:
    """What a camera writes about itself, its owner and the place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Prenom Nom"
    exif[ExifTags.Base.CameraOwnerName] = "SERIAL-1234"
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
    if located:
        exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (43.0, 42.0, 0.0)
    return exif


def file_of(image: Image.Image, form: str, **options: object) -> bytes:
    """The image as a file of that format."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def photograph(
    form: str, orientation: int | None = None, *, image: Image.Image | None = None, **options: object
) -> bytes:
    """A picture with everything that a camera and a program may write into it."""
    known: dict[str, object] = {"exif": exif_of(orientation), "icc_profile": SRGB, "xmp": XMP}
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "Prenom Nom", zip=False)
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        known = {"exif": exif_of(orientation), "icc_profile": SRGB, "pnginfo": info}
    elif form == "JPEG":
        known.update(comment="Prenom Nom", quality=95)
    return file_of(image or quarters(), form, **{**known, **options})


def png_of(size: tuple[int, int], data: bytes = b"") -> bytes:
    """A PNG that says it is that large, whatever its ``data`` hold."""
    head = b"IHDR" + struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(chunk, (head, b"IDAT" + data, b"IEND")))


def chunk(named: bytes) -> bytes:
    """A part of a PNG: four letters, and what it holds."""
    return struct.pack(">I", len(named) - 4) + named + struct.pack(">I", crc32(named))


def late(image: Image.Image, named: bytes) -> bytes:
    """A PNG with a chunk after its pixels."""
    end = chunk(b"IEND")
    return file_of(image, "PNG").removesuffix(end) + chunk(named) + end


def raw_profile(kind: str, data: bytes) -> bytes:
    """How ImageMagick puts ``data`` into a chunk ``zTXt``."""
    return f"Raw profile type {kind}".encode() + b"\0\0" + compress(f"\n{kind}\n{len(data):8}\n{data.hex()}\n".encode())
