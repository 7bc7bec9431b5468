"""A developed picture as files: two formats in each size, and a placeholder."""

from base64 import b64encode
from io import BytesIO

from PIL import __version__, features
from PIL.Image import Image

from site_builder.pictures.developing import resized
from site_builder.pictures.picture import JPEG, PNG, WEBP, Picture, Size

_COLOURS_OF_A_DRAWING = 4096
"""Plans, logos and diagrams have fewer; they are kept to the pixel, and PNG serves them better than JPEG."""
_SETTINGS: dict[str, dict[str, object]] = {
    JPEG: {"format": "JPEG", "quality": 78, "progressive": True, "optimize": True, "subsampling": "4:2:0"},
    PNG: {"format": "PNG", "optimize": True},
    WEBP: {"format": "WEBP", "quality": 75, "method": 4},
}
_TO_THE_PIXEL = {"format": "WEBP", "lossless": True, "quality": 60, "method": 4}
_PLACEHOLDER = 16
"""Pixels of its longer side."""
_BLURRED = {"format": "WEBP", "quality": 20, "method": 6}
_LIBRARIES = ("webp", "libjpeg_turbo", "jpg", "zlib", "littlecms2")

MARK = "\n".join(
    (
        repr((_SETTINGS, _TO_THE_PIXEL, _BLURRED, _COLOURS_OF_A_DRAWING, _PLACEHOLDER)),
        __version__,
        *(str(features.version(library)) for library in _LIBRARIES),
    )
)
"""What files depend on beside the original and the sizes: other settings or other libraries make them anew."""


def printed(key: str, own: str, picture: Image, sizes: tuple[Size, ...]) -> tuple[Picture, dict[str, bytes]]:
    """The picture of an original of format ``own``, and its files by their names in the cache."""
    drawing = own != JPEG and picture.getcolors(_COLOURS_OF_A_DRAWING) is not None
    fallback = PNG if drawing or picture.mode == "RGBA" else JPEG
    settings = {**_SETTINGS, WEBP: _TO_THE_PIXEL if drawing else _SETTINGS[WEBP]}
    made = Picture(key=key, own=own, fallback=fallback, sizes=sizes, placeholder=_placeholder(picture), weights={})
    files: dict[str, bytes] = {}
    for size in sizes:
        shown = resized(picture, size)
        forms = {WEBP, fallback, own} if size == sizes[-1] else {WEBP, fallback}
        files.update({made.name(size[0], form): _file(shown, settings[form]) for form in forms})
    return made.model_copy(update={"weights": {name: len(data) for name, data in files.items()}}), files


def _placeholder(picture: Image) -> str:
    if picture.mode == "RGBA":
        return ""
    tiny = picture.copy()
    tiny.thumbnail((_PLACEHOLDER, _PLACEHOLDER))
    return f"data:image/webp;base64,{b64encode(_file(tiny, _BLURRED)).decode()}"


def _file(picture: Image, settings: dict[str, object]) -> bytes:
    """Nothing but the pixels: Pillow would write down what it knows of the original."""
    file = BytesIO()
    bare = picture.copy()
    bare.info = {}
    bare.save(file, **settings)  # type: ignore[arg-type]
    return file.getvalue()
