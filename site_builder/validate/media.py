"""Images and their sidecars."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.load.sources import YAML_SUFFIXES, Sources
from site_builder.model.image import Image
from site_builder.problems import Place, Problem
from site_builder.validate.looks import Looks
from site_builder.validate.numbers import in_words
from site_builder.validate.originals import Seen, fault_of
from site_builder.validate.records import validate_node

MOST_BYTES = 5_000_000
MOST_PIXELS = 6_000
"""Of an original that is no burden on a repository, which keeps it for ever; the longer side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """An image of media/ with what its sidecar says.

    ``file``: where it stands below the portal's root, as the disk writes it; nothing here knows where that root is, so
    that a portal may be moved with what builds have kept of it.
    """

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
    if not sources.images:
        return media, problems
    looks = Looks(sources.root)
    for path, file in sources.images.items():
        seen = looks.at(file)
        if seen.located:
            problems.append(Problem("image-location", Place(path)))
        sidecar_paths = [f"{stem_of(path)}{suffix}" for suffix in YAML_SUFFIXES]
        there = [p for p in sidecar_paths if p in sources.all_paths]
        written = [p for p in there if p in sources.sidecars]
        problems.extend(Problem("file-twins", Place(other), {"other": written[0]}) for other in written[1:])
        if not there:
            problems.append(Problem("image-sidecar", Place(path), {"sidecar": sidecar_paths[0]}))
        if not there or written != there:  # what cannot be read may name somebody
            continue
        sidecar_path = written[0]
        sidecar, sidecar_problems = validate_node(Image, sources.sidecars[sidecar_path])
        problems.extend(_named(sidecar_problems))
        if sidecar is not None:
            problems.extend(_faults(path, seen))
            below = file.relative_to(sources.root)
            media[path] = MediaFile(path=path, file=below, sidecar=sidecar, sidecar_path=sidecar_path, size=seen.size)
    looks.prune()
    return media, problems


def _faults(path: str, seen: Seen) -> Iterator[Problem]:
    """Why no picture can be made of it, or why it burdens its repository."""
    if fault := fault_of(path, seen):
        yield Problem(fault[0], Place(path), fault[1])
    elif seen.size and (seen.weight > MOST_BYTES or max(seen.size) > MOST_PIXELS):
        megabytes, (width, height) = -(-seen.weight // 1_000_000), seen.size
        values = {"megabytes": in_words(megabytes), "width": in_words(width), "height": in_words(height)}
        limits = {"most_pixels": in_words(MOST_PIXELS), "most_megabytes": MOST_BYTES // 1_000_000}
        yield Problem("image-heavy", Place(path), {**values, **limits})


_IMAGE_FIELDS = {"alt": "image-alt", "credit": "image-credit", "licence": "image-licence"}


def _named(problems: list[Problem]) -> Iterator[Problem]:
    """A missing alternative text, credit or licence has its own message."""
    for problem in problems:
        field = str(problem.values.get("field", ""))
        if problem.code in {"missing-field", "empty-field"} and field in _IMAGE_FIELDS:
            yield Problem(_IMAGE_FIELDS[field], problem.place)
        else:
            yield problem
