"""Open data that is not there while what belongs with it is: nothing on a page would tell that a file was lost.

A portal may have few of these tables or none; what is asked here is whether those it has rest on one that is gone.
"""

from collections.abc import Iterator, Mapping

from site_builder.geo.outlines import Outline
from site_builder.load.sources import Sources
from site_builder.problems import Place, Problem
from site_builder.validate.addresses import FOLDER
from site_builder.validate.open_data import COMMUNES, DEPARTEMENTS, EPCI, NEIGHBOURS, TOWN_HALLS

REST_ON = (
    (COMMUNES, (EPCI,), "code"),
    (EPCI, (COMMUNES, DEPARTEMENTS), "epci"),
    (DEPARTEMENTS, (COMMUNES, EPCI), "departement"),
)
"""A table of territories, those that rest on it where they are all there, and in which column the first one does."""
OUTLINES = f"{FOLDER}/communes.geojson"
PLACE_NAMES = f"{FOLDER}/place_names.yml"
SIBLINGS = (TOWN_HALLS, NEIGHBOURS, PLACE_NAMES)


def missing_tables(sources: Sources) -> Iterator[Problem]:
    """Tables of territories without which hundreds of codes name nothing: nothing else can be said before."""
    for path, others, column in REST_ON:
        if path in sources.all_paths or not all(other in sources.tables for other in others):
            continue
        if any(row.get(column) for row in sources.tables[others[0]]):
            yield Problem("table-missing", Place(path), {"path": path, "others": ", ".join(others)})


def absent_tables(sources: Sources, outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    """What communes of a whole set of tables have no telephones, neighbours, maps or articles without."""
    communes = {row.get("code", "") for row in sources.tables.get(COMMUNES, ())}
    if not communes or not (EPCI in sources.tables or DEPARTEMENTS in sources.tables):
        return
    absent = [path for path in SIBLINGS if path not in sources.all_paths]
    if OUTLINES not in sources.all_paths and communes.isdisjoint(outlines):
        absent.append(OUTLINES)
    for path in absent:
        yield Problem("table-absent", Place(path), {"path": path})
