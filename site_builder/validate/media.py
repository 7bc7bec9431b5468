"""Images and their sidecars."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.load.nodes import Node
from site_builder.load.sources import Sources
from site_builder.model.image import Image
from site_builder.problems import Place, Problem
from site_builder.validate.records import validate_node


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """An image of media/ with what its sidecar says."""

    path: str
    file: Path
    sidecar: Image


def read_media(sources: Sources) -> tuple[Mapping[str, MediaFile], list[Problem]]:
    """Images by path (``media/dune.jpg``); an image without a valid sidecar is a problem and is left out."""
    media: dict[str, MediaFile] = {}
    problems: list[Problem] = []
    for path, file in sources.images.items():
        sidecar_path = f"{path.rpartition('.')[0]}.yml"
        node: Node | None = sources.sidecars.get(sidecar_path)
        if node is None:
            if sidecar_path not in sources.all_paths:
                problems.append(Problem("image-sidecar", Place(path), {"sidecar": sidecar_path}))
            continue
        sidecar, sidecar_problems = validate_node(Image, node)
        problems.extend(_named(sidecar_problems))
        if sidecar is not None:
            media[path] = MediaFile(path=path, file=file, sidecar=sidecar)
    return media, problems


_IMAGE_FIELDS = {"alt": "image-alt", "credit": "image-credit", "licence": "image-licence"}


def _named(problems: list[Problem]) -> Iterator[Problem]:
    """A missing alternative text, credit or licence has its own message."""
    for problem in problems:
        field = str(problem.values.get("field", ""))
        if problem.code == "missing-field" and field in _IMAGE_FIELDS:
            yield Problem(_IMAGE_FIELDS[field], problem.place)
        else:
            yield problem
