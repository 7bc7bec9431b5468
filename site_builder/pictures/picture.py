"""A picture as pages show it: the same view in several widths and two formats."""

from collections.abc import Iterator, Mapping

from site_builder.model.values import Frozen

WEBP, JPEG, PNG = "webp", "jpg", "png"
"""Formats, by the ending of their files."""
OWN_FORMATS = {".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".webp": WEBP}
_IN_ADDRESSES = 8
"""Of the key: an address changes when its picture does. Only the original's, where the largest stands, does not."""

Size = tuple[int, int]
"""Width and height in pixels."""


class Picture(Frozen):
    """What was made of an original. Sizes go from the smallest to the largest, which no original is smaller than."""

    key: str
    own: str
    """The original's format, in which the largest picture stands at the original's address."""
    fallback: str
    """For browsers that do not know WebP."""
    sizes: tuple[Size, ...]
    placeholder: str
    """A few blurred pixels as a ``data:`` address; empty where one would shine through the picture."""
    weights: Mapping[str, int]
    """Bytes of each file, by its name in the cache."""

    @property
    def size(self) -> Size:
        """Of the largest."""
        return self.sizes[-1]

    def name(self, width: int, form: str) -> str:
        """The file in the cache."""
        return f"{self.key}-{width}.{form}"

    def address(self, path: str, width: int, form: str) -> str:
        """Below the site's root, for the picture of ``path`` (``media/dune.jpg``)."""
        if form == self.own and width == self.size[0]:
            return path
        return f"{path.rpartition('.')[0]}.{self.key[:_IN_ADDRESSES]}-{width}.{form}"

    def published(self, path: str) -> Iterator[tuple[str, str]]:
        """Each file of the picture of ``path``: its address, and its name in the cache."""
        largest, forms = self.size[0], {WEBP, self.fallback}
        ladder = {(width, form) for width, _ in self.sizes for form in forms}
        for width, form in sorted(ladder | {(largest, self.own)}):
            yield self.address(path, width, form), self.name(width, form)
