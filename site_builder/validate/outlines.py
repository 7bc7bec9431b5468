"""GeoJSON files to outlines."""

from collections.abc import Mapping

from site_builder.geo.outlines import NotDegreesError, Outline, OutlineError, read_outlines
from site_builder.problems import Place, Problem


def validate_outlines(files: Mapping[str, bytes]) -> tuple[Mapping[str, Outline], list[Problem]]:
    """Outlines by code, of all files; a file that cannot be read is a problem and gives none."""
    outlines: dict[str, Outline] = {}
    problems: list[Problem] = []
    for path, geojson in files.items():
        try:
            outlines.update(read_outlines(geojson))
        except OutlineError as error:
            code = "outlines-degrees" if isinstance(error, NotDegreesError) else "bad-outlines"
            problems.append(Problem(code, Place(path), {"detail": error}))
    return outlines, problems
