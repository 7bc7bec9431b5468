"""What pages are about, for readers of data: what needs no built site to be seen."""

import json
import re
from collections.abc import Callable

import pytest

from site_builder.model.asset import Angle, Asset
from site_builder.model.values import Position
from site_builder.render.structured_data import json_ld
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

PAGE = """
content/pages/help.md
    ---
    id: help
    title: Questions
    slug: questions
    ---
%s
"""
ANSWERED = """\
    Avant de venir.

    ## Où aller ?

    À la **mairie**.

    ## Quand ?

    Le matin.

    Ou l’après-midi.
"""
BESIDE = """\
    ## Où aller ?

    À la mairie.

    ## Le reste

    Le matin.
"""
UNANSWERED = """\
    ## Où aller ?

    À la mairie.

    ## Quand ?
"""


@pytest.mark.parametrize(
    ("body", "kind", "asked"),
    [
        (ANSWERED, "FAQPage", {"Où aller\u00a0?": "À la mairie.", "Quand\u00a0?": "Le matin. Ou l’après-midi."}),
        (BESIDE, "WebPage", {}),
        (UNANSWERED, "WebPage", {}),
        ("    ## Où aller ?\n\n    À la mairie.", "WebPage", {}),
    ],
)
def test_a_page_of_questions_and_answers(
    body: str, kind: str, asked: dict[str, str], portal: Callable[..., PortalFolder]
) -> None:
    scene = press_of(portal(PAGE % body).root).scene
    page = scene.site.get("page:help", "fr")
    assert page
    found = json.loads(re.sub(r"</?script[^>]*>", "", json_ld(scene, page)))["@graph"][0]
    questions = found.get("mainEntity", [])
    assert found["@type"] == kind
    assert {each["name"]: each["acceptedAnswer"]["text"] for each in questions} == asked


AT = {"@type": "GeoCoordinates", "latitude": 45.0, "longitude": -1.23457}


@pytest.mark.parametrize(
    ("kind", "said", "term"),
    [
        ("Museum", {"geo": AT}, "containedInPlace"),
        ("Organization", {"location": {"@type": "Place", "geo": AT}}, "location"),
        ("Festival", {"location": {"@type": "Place", "geo": AT}}, "location"),
        ("MusicEvent", {"location": {"@type": "Place", "geo": AT}}, "location"),
    ],
)
def test_only_places_have_a_position_of_their_own(kind: str, said: dict[str, object], term: str) -> None:
    at = Position(latitude=45, longitude=-1.234567)
    asset = Asset(id="a", title="A", angle=Angle.ECONOMY, kind=kind, position=at)
    assert asset.schema_org() == {"@type": kind, **said}
    assert asset.territory_term == term
