"""An original, as pixels that every browser shows alike: upright, in sRGB, eight bits a colour, nothing else."""

from io import BytesIO

from PIL.Image import Image, Resampling, Transpose, merge
from PIL.ImageCms import Intent, PyCMSError, createProfile, profileToProfile

from site_builder.pictures.picture import Size
from site_builder.pictures.sizes import ladder
from site_builder.validate.originals import ON_ITS_SIDE, load_late_exif, orientation_of

_TURNED = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What puts a picture upright, by its orientation (Exif 2.3 §4.6.4)."""
_DEEP = frozenset({"I;16", "I;16B", "I;16L", "I"})
"""Sixteen bits of grey."""
_OPAQUE = (255, 255)


def developed(image: Image) -> tuple[Image, tuple[Size, ...]]:
    """The picture in mode RGB, or RGBA where something shows through, and the sizes to make of it.

    Raises whatever Pillow does of a damaged file.
    """
    load_late_exif(image)
    orientation = orientation_of(image)
    on_its_side = orientation in ON_ITS_SIDE
    width, height = image.size
    sizes = ladder((height, width) if on_its_side else (width, height))
    largest = sizes[-1]
    image.draft(image.mode, largest[::-1] if on_its_side else largest)  # a JPEG is read no larger than it is shown
    image.load()
    turned = _TURNED.get(orientation)
    coloured = in_srgb(image)
    return (coloured if turned is None else coloured.transpose(turned)), sizes


def in_srgb(image: Image) -> Image:
    """The colours that its own profile means; without one they are sRGB already, or near enough (CMYK)."""
    profile = image.info.get("icc_profile")
    if image.mode in _DEEP:
        image = image.point(lambda value: value / 257).convert("L")
    transparency = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        transparency = image.getchannel("A")
        image = image.convert("RGB")
    elif image.mode not in {"RGB", "CMYK", "L"}:
        image = image.convert("RGB")
    coloured = _converted(image, profile) if profile else image.convert("RGB")
    if transparency is None or transparency.getextrema() == _OPAQUE:
        return coloured
    return merge("RGBA", (*coloured.split(), transparency))


def _converted(image: Image, profile: bytes) -> Image:
    try:
        made = profileToProfile(
            image, BytesIO(profile), createProfile("sRGB"), Intent.RELATIVE_COLORIMETRIC, outputMode="RGB"
        )
    except (PyCMSError, OSError, ValueError):  # a profile of other colours than the picture's, or no profile at all
        return image.convert("RGB")
    assert made is not None  # only a conversion in place gives none
    return made


def resized(picture: Image, size: Size) -> Image:
    """The picture in that size, transparent parts weighed as Pillow does."""
    return picture if picture.size == size else picture.resize(size, Resampling.LANCZOS)
