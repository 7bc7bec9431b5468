"""data/rgaa.yml: complete, honest, and a page beside the accessibility statement."""

from collections.abc import Callable
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.rgaa import CriterionState, Rgaa
from tests.conftest import REPOSITORY, PortalFolder

OFFICIAL = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""How many criteria each subject of the RGAA 4.1.2 has: 106 in all."""

SMALL = """
data/rgaa.yml
    version: "4.1.2"
    reasons:
      - {id: read, text: {fr: Un test le lit., en: A test reads it.}}
      - {id: person, text: {fr: Une personne doit lire., en: A person has to read.}}
    topics:
      - title: {fr: Liens, en: Links}
        criteria:
          - number: "6.1"
            title: {fr: Chaque lien est-il explicite ?, en: Is every link explicit?}
            state: to-audit
            reason: person
          - number: "6.2"
            title: {fr: Chaque lien a-t-il un intitulé ?, en: Does every link have a name?}
            state: conform
            reason: read
            proofs: [tests/links.py, tests/names.py]
content/pages/accessibility.md
    ---
    id: accessibility
    title: Accessibilité
    slug: accessibilite
    door: both
    ---
    Non conforme.
"""


def rgaa() -> Rgaa:
    return Rgaa.model_validate(yaml.safe_load((REPOSITORY / "data/rgaa.yml").read_text(encoding="utf-8")))


def test_all_criteria_are_there_in_their_order() -> None:
    assert sum(OFFICIAL) == 106
    expected = [[f"{topic}.{n}" for n in range(1, count + 1)] for topic, count in enumerate(OFFICIAL, start=1)]
    assert [[criterion.number for criterion in topic.criteria] for topic in rgaa().topics] == expected


def test_what_conforms_has_a_proof_and_every_proof_is_there() -> None:
    criteria = [criterion for topic in rgaa().topics for criterion in topic.criteria]
    unproved = [it.number for it in criteria if it.state is CriterionState.CONFORM and not it.proofs]
    assert unproved == []
    proofs = {Path(proof) for criterion in criteria for proof in criterion.proofs}
    assert {proof for proof in proofs if not (REPOSITORY / proof).is_file()} == set()
    assert {proof.name[:5] for proof in proofs} == {"test_"}


def test_the_page_stands_beside_the_statement(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(SMALL)
    assert not folder.build().failed
    statement = LexborHTMLParser(folder.html("accessibilite"))
    link = statement.css_first("main a[href*=criteres]")
    assert link is not None
    assert (link.attributes["href"], link.text()) == ("/accessibilite/criteres/", "Les 2 critères, un par un")
    page = LexborHTMLParser(folder.html("accessibilite/criteres"))
    assert [row.text(separator=" ", strip=True).replace("\u00a0", " ") for row in page.css("tbody tr")] == [
        "6.1 Chaque lien est-il explicite ? À auditer par une personne Une personne doit lire.",
        "6.2 Chaque lien a-t-il un intitulé ? Conforme Un test le lit. Tests : tests/links.py , tests/names.py",
    ]
    counted = page.css_first(".page-head b")
    assert counted is not None
    assert counted.text().replace("\u00a0", " ") == "Conforme : 1 · Non applicable : 0 · À auditer par une personne : 1"
    english = LexborHTMLParser(folder.html("en/accessibility/criteria"))
    assert [row.text(separator=" ", strip=True) for row in english.css("tbody th")] == [
        "6.1 Is every link explicit?",
        "6.2 Does every link have a name?",
    ]
    heading = english.css_first("h1")
    assert heading is not None
    assert heading.text() == "Accessibility: the 2 criteria"


def test_a_single_criterion_and_a_single_proof_are_one(portal: Callable[..., PortalFolder]) -> None:
    first = SMALL[SMALL.index('          - number: "6.1"') : SMALL.index('          - number: "6.2"')]
    folder = portal(SMALL.replace(first, "").replace(", tests/names.py", ""))
    assert not folder.build().failed
    page = LexborHTMLParser(folder.html("accessibilite/criteres"))
    assert [node.text(separator=" ", strip=True).replace("\u00a0", " ") for node in page.css("h1, tbody td + td")] == [
        "Accessibilité : 1 critère",
        "Un test le lit. Test : tests/links.py",
    ]
    link = LexborHTMLParser(folder.html("accessibilite")).css_first("main a[href*=criteres]")
    assert link is not None
    assert link.text() == "1 critère"


def test_without_a_statement_nothing_would_lead_to_the_page(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(SMALL[: SMALL.index("content/")])
    assert not folder.build().failed
    assert [*folder.site.rglob("criteres")] == []


def test_a_portal_that_says_nothing_has_no_such_page(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(SMALL[SMALL.index("content/") :])
    assert not folder.build().failed
    assert "criteres" not in folder.html("accessibilite")


def test_a_reason_that_is_not_there_is_a_problem(portal: Callable[..., PortalFolder]) -> None:
    lines = portal(SMALL.replace("reason: person", "reason: persn")).lines()
    told = (
        "data/rgaa.yml:11:17 [unknown-reason] The reason “persn” is not in the list “reasons” of this file. "
        "Reasons: person, read. → reason: person"
    )
    assert [line for line in lines if "unknown-reason" in line] == [told]
