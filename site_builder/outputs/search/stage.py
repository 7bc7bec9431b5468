"""The index as files of the site; where it cannot be made, the site is published without, and its editor is told."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.host import HOST_FILE
from site_builder.output import Made, Output
from site_builder.outputs.search.index import SearchUnavailable, search_index
from site_builder.outputs.search.records import records
from site_builder.problems import Place, Problem
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """The files of the index, and what kept it from being made."""

    files: tuple[Made, ...] = ()
    problems: tuple[Problem, ...] = ()


def searchable(scene: Scene, root: Path) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """All languages in one index: Pagefind keeps them apart. It is kept below ``root`` from one build to the next."""
    found = [record for lang in scene.portal.languages for record in records(scene, lang)]
    try:
        return search_index(found, root), ()
    except SearchUnavailable as unavailable:
        return (), (Problem("search-unavailable", Place(HOST_FILE), {"error": str(unavailable)}),)
