"""Images and their sidecars."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.load.nodes import Node
from site_builder.load.sources import YAML_SUFFIXES, Sources
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
        stem = path.rpartition(".")[0]
        sidecar_paths = [f"{stem}{suffix}" for suffix in YAML_SUFFIXES]
        node: Node | None = next((sources.sidecars[p] for p in sidecar_paths if p in sources.sidecars), None)
        if node is None:
            if not any(p in sources.all_paths for p in sidecar_paths):
                problems.append(Problem("image-sidecar", Place(path), {"sidecar": sidecar_paths[0]}))
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
        if problem.code in {"missing-field", "empty-field"} and field in _IMAGE_FIELDS:
            yield Problem(_IMAGE_FIELDS[field], problem.place)
        else:
            yield problem
