"""The addresses of a picture's files, as pages list them for browsers to choose from."""

from dataclasses import dataclass

from site_builder.pictures.picture import WEBP, Picture
from site_builder.render.links import Links


@dataclass(frozen=True, slots=True)
class SourceSets:
    """Values of ``srcset``: the same widths in WebP and in the format for browsers that do not know it."""

    webp: str
    fallback: str


def source_sets(picture: Picture, path: str, links: Links) -> SourceSets:
    """Those of the picture of ``path``."""

    def listed(form: str) -> str:
        files = ((links.file(picture.address(path, width, form)), width) for width, _ in picture.sizes)
        return ", ".join(f"{address} {width}w" for address, width in files)

    return SourceSets(webp=listed(WEBP), fallback=listed(picture.fallback))


def fallback_address(picture: Picture, path: str, links: Links) -> str:
    """The largest picture, for browsers that choose none of a set."""
    return links.file(picture.address(path, picture.size[0], picture.fallback))
