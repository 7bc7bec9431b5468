"""Images and their sidecars."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from warnings import catch_warnings

from PIL.ExifTags import GPS, IFD, Base
from PIL.Image import DecompressionBombWarning
from PIL.Image import open as open_image

from site_builder.load.sources import YAML_SUFFIXES, Sources
from site_builder.model.image import Image
from site_builder.problems import Place, Problem
from site_builder.validate.records import validate_node

ON_ITS_SIDE = range(5, 9)
"""The orientations that swap width and height."""
MOST_BYTES = 500_000
MOST_PIXELS = 2_500
"""Of an image that is no burden on a telephone; the longer side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """An image of media/ with what its sidecar says."""

    path: str
    file: Path
    sidecar: Image
    sidecar_path: str
    size: tuple[int, int] | None
    """Width and height as browsers show it; None when the file is no image that can be read."""

    @property
    def stem(self) -> str:
        """What it has in common with the other files that share its sidecar: the same picture in another format."""
        return stem_of(self.path)


def stem_of(path: str) -> str:
    """``media/dune.jpg`` → ``media/dune``."""
    return path.rpartition(".")[0]


def read_media(sources: Sources) -> tuple[Mapping[str, MediaFile], list[Problem]]:
    """Images by path (``media/dune.jpg``); an image without a valid sidecar is a problem and is left out."""
    media: dict[str, MediaFile] = {}
    problems: list[Problem] = []
    for path, file in sources.images.items():
        if is_located(file):
            problems.append(Problem("image-location", Place(path)))
        sidecar_paths = [f"{stem_of(path)}{suffix}" for suffix in YAML_SUFFIXES]
        written = [p for p in sidecar_paths if p in sources.sidecars]
        problems.extend(Problem("file-twins", Place(other), {"other": written[0]}) for other in written[1:])
        sidecar_path = next(iter(written), None)
        if sidecar_path is None:
            if not any(p in sources.all_paths for p in sidecar_paths):
                problems.append(Problem("image-sidecar", Place(path), {"sidecar": sidecar_paths[0]}))
            continue
        sidecar, sidecar_problems = validate_node(Image, sources.sidecars[sidecar_path])
        problems.extend(_named(sidecar_problems))
        if sidecar is not None:
            size = shown_size(file)
            problems.extend(_burdens(path, file, size))
            media[path] = MediaFile(path=path, file=file, sidecar=sidecar, sidecar_path=sidecar_path, size=size)
    return media, problems


def _burdens(path: str, file: Path, size: tuple[int, int] | None) -> Iterator[Problem]:
    """An image that no reader will see, or that many will wait for; what the disk refuses is told elsewhere."""
    try:
        weight = file.stat().st_size
    except OSError:
        return
    if size is None:
        yield Problem("image-unreadable", Place(path))
    elif weight > MOST_BYTES or max(size) > MOST_PIXELS:
        values = {"kilobytes": -(-weight // 1000), "width": size[0], "height": size[1]}
        limits = {"most_pixels": MOST_PIXELS, "most_kilobytes": MOST_BYTES // 1000}
        yield Problem("image-heavy", Place(path), {**values, **limits})


def shown_size(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels, turned as the camera says (EXIF 2.3 §4.6.4, Orientation)."""
    try:
        # Pillow warns of what it would cost to decode a very large image: nothing is decoded here.
        with catch_warnings(action="ignore", category=DecompressionBombWarning), open_image(file) as image:
            width, height = image.size
            # Only when it is there already: Pillow would decode a whole PNG to look for it.
            orientation = image.getexif().get(Base.Orientation, 1) if "exif" in image.info else 1
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        return None
    return (height, width) if orientation in ON_ITS_SIDE else (width, height)


def is_located(file: Path) -> bool:
    """Whether the file says where the picture was taken: its sources are public, whatever the site shows of it."""
    try:
        with catch_warnings(action="ignore", category=DecompressionBombWarning), open_image(file) as image:
            xmp = image.info.get("xmp") or b""
            return b"GPSLatitude" in xmp or (
                "exif" in image.info and GPS.GPSLatitude in image.getexif().get_ifd(IFD.GPSInfo)
            )
    except Exception:  # noqa: BLE001 - of a damaged file Pillow raises anything
        return False


_IMAGE_FIELDS = {"alt": "image-alt", "credit": "image-credit", "licence": "image-licence"}


def _named(problems: list[Problem]) -> Iterator[Problem]:
    """A missing alternative text, credit or licence has its own message."""
    for problem in problems:
        field = str(problem.values.get("field", ""))
        if problem.code in {"missing-field", "empty-field"} and field in _IMAGE_FIELDS:
            yield Problem(_IMAGE_FIELDS[field], problem.place)
        else:
            yield problem
