"""The first steps of a leaflet: it is handed to whoever comes in, so only what everyone has to do."""

from collections.abc import Callable

from tests.conftest import PortalFolder
from tests.unit.paper.printing import printer_of

STEP = """
content/steps/{id}.md
    ---
    id: {id}
    title: {id}
    stage: {stage}
    day: {day}
    {more}
    ---
    Texte.
"""
STEPS = (
    ("lease", "before", -2, "status: published"),
    ("job", "first-week", 1, "audiences: [job-seeker]"),
    ("hall", "first-week", 2, "status: published"),
    ("school", "first-week", 3, "audiences: [family, job-seeker]"),
    ("doctor", "first-month", 9, "status: published"),
)
FRAME = """
data/guide.yml
    sections: [{id: first-steps, title: {fr: Premiers pas, en: First steps}}]
    audiences: [{id: job-seeker, title: {fr: Un emploi, en: A job}}, {id: family, title: {fr: En famille, en: Family}}]
    roles: [{id: town-hall, title: {fr: Mairie, en: Town hall}}]
"""


def test_steps_for_some_audiences_are_left_to_the_guide(portal: Callable[..., PortalFolder]) -> None:
    steps = "".join(STEP.format(id=id_, stage=stage, day=day, more=more) for id_, stage, day, more in STEPS)
    edition = printer_of(portal(FRAME + steps).root, "https://pays.example/").editions.edition("pays", "fr")
    assert [step.id for step in edition.first_steps] == ["hall", "doctor"]
