"""What the corpus of mistakes does not show: limits, days, and what is deliberately not reported."""

from collections.abc import Callable
from datetime import date

import pytest

from site_builder.check import (
    acronyms,
    addresses,
    alerts,
    anchors,
    arrivals,
    blocks,
    colours,
    consent,
    contacts,
    coverage,
    duplicates,
    ending,
    freshness,
    interface_words,
    labels,
    languages,
    links,
    news,
    partner_work,
    pictures,
    proofs,
    reached,
    references,
    rgaa,
    settings,
    slips,
    sourcing,
    superlatives,
    telephones,
    trails,
    wording,
)
from site_builder.check import (
    tree as territory_tree,
)
from site_builder.check.stage import CHECKS
from tests.conftest import GUIDE_YML, PORTAL_YML, PORTALS, PortalFolder

Make = Callable[..., PortalFolder]
FRENCH = PORTAL_YML.replace("  - {code: en, name: English}\n", "")


def tree(path: str, text: str) -> str:
    return f"{path}\n" + "".join(f"    {line}\n" for line in text.splitlines())


def french(*files: tuple[str, str]) -> str:
    return "".join(tree(path, text) for path, text in (("data/portal.yml", FRENCH), *files))


def found(folder: PortalFolder, today: date = date(2026, 11, 21)) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.code) for problem in folder.check(today).problems]


def test_every_check_is_in_the_registry() -> None:
    modules = (
        *(addresses, arrivals, blocks, colours, consent, contacts, coverage, duplicates, freshness, interface_words),
        *(ending, labels, languages, links, reached, references, settings, sourcing, telephones, territory_tree),
        *(acronyms, alerts, anchors, news, partner_work, pictures, proofs, rgaa, slips, superlatives, trails, wording),
    )
    public = {
        value
        for module in modules
        for name, value in vars(module).items()
        if callable(value)
        and getattr(value, "__module__", "") == module.__name__
        and not name.startswith("_")
        and getattr(value, "__annotations__", {}).keys() == {"sight", "return"}
    }
    assert public == set(CHECKS)
    assert len(CHECKS) == len(set(CHECKS))


@pytest.mark.parametrize(("words", "expected"), [(120, []), (121, [("content/welcome/b.md:7:1", "block-long")])])
def test_the_length_of_a_block(words: int, expected: list[tuple[str, str]], portal: Make) -> None:
    text = "---\nid: b\ntitle: B\nsection: housing\nsee: Là\n---\n" + "mot " * words
    assert found(portal(french(("content/welcome/b.md", text)))) == expected


def test_a_hidden_block_needs_nothing_to_see(portal: Make) -> None:
    core = "---\nid: b\ntitle: B\nsection: housing\nsee: Là\n---\nTexte."
    hides = "---\nid: c\ntitle: C\noverrides: b\nmode: hide\nterritory: bourg\n---\n"
    assert found(portal(french(("content/welcome/b.md", core), ("content/welcome/c.md", hides)))) == []


PERSON = """\
---
id: p-0a1b2c3d
title: Jeanne
theme: sport
consent: {{scope: [site], granted_on: 2026-03-01, expires_on: 2026-06-01, reference: dossier{more}}}
---
Texte.
"""


@pytest.mark.parametrize(
    ("today", "more", "expected"),
    [
        (date(2026, 2, 28), ", minor: false", ["consent-future"]),
        (date(2026, 3, 1), ", minor: false", []),
        (date(2026, 5, 1), ", minor: false", []),
        (date(2026, 5, 2), ", minor: false", ["consent-ends-soon"]),
        (date(2026, 6, 1), ", minor: false", ["consent-ends-soon"]),
        (date(2026, 6, 2), ", minor: false", ["consent-expired"]),
        (date(2026, 4, 1), "", ["consent-age-unsaid"]),
        (date(2026, 4, 1), ", minor: true", ["consent-minor"]),
        (date(2026, 4, 1), ", minor: true, guardian_reference: dossier 2", []),
        (date(2026, 4, 1), ", minor: false", []),
        (date(2026, 4, 1), ", withdrawn_on: 2026-05-01", ["consent-withdrawn"]),
        (date(2026, 9, 1), ", withdrawn_on: 2026-05-01", ["consent-withdrawn"]),
    ],
)
def test_consent_is_in_force_from_its_first_day_to_its_last(
    today: date, more: str, expected: list[str], portal: Make
) -> None:
    folder = portal(french(("content/ambassadors/p.md", PERSON.format(more=more))))
    assert [code for _, code in found(folder, today)] == expected


def test_a_draft_needs_no_translation(portal: Make) -> None:
    assert found(portal(tree("content/pages/a.md", "---\nid: about\ntitle: A\nstatus: draft\n---\nTexte."))) == []


def test_a_translation_with_mistakes_exists(portal: Make) -> None:
    files = tree("content/pages/a.md", "---\nid: about\ntitle: A\n---\nTexte.")
    files += tree("content/pages/a.en.md", "---\ntitel: A\n---\nText.")
    assert [code for _, code in found(portal(files))] == ["unknown-field"]


@pytest.mark.parametrize(
    "target",
    [
        *("b.md", "b.md#la", "#ici", "./b.md", "../pages/b.md", "../../media/plan.png"),
        *(
            "territory:bourg",
            "https://x.fr/a(b)",
            "HTTPS://x.fr/",
            "mailto:a@b.fr",
            "Mailto:a@b.fr",
            "tel:+33558000000",
        ),
    ],
)
def test_links_that_lead_somewhere(target: str, portal: Make) -> None:
    files = (
        ("content/pages/a.md", f"---\nid: about\ntitle: A\n---\n## Ici\n\n[x]({target})"),
        ("content/pages/b.md", "---\nid: legal\ntitle: B\n---\n## Là"),
        ("media/plan.yml", "alt: Plan\ncredit: Nous\nlicence: CC0"),
    )
    picture = (PORTALS / "districts/media/lake.png").read_bytes()
    assert found(portal(french(*files), binary={"media/plan.png": picture})) == []


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("[x](B.md)", "[x](b.md)"),
        ("[x](/pages/b.md)", "[x](b.md)"),
        ("[x](b.en.md)", "[x](b.md)"),
        ("[x](b.html)", "[x](b.md)"),
        ("[x](../pages/autre/b.md#la)", "[x](b.md)"),
        ("[x](territory:Bourg)", "[x](territory:bourg)"),
        ("[Le Bourg](territory:40088)", "[Le Bourg](territory:bourg)"),
    ],
)
def test_links_almost_right(written: str, fix: str, portal: Make) -> None:
    files = (
        ("content/pages/a.md", f"---\nid: about\ntitle: A\n---\n{written}"),
        ("content/pages/b.md", "---\nid: legal\ntitle: B\n---\n## Là"),
    )
    problems = portal(french(*files)).check().problems
    assert [(str(p.place), p.fix("fr")) for p in problems] == [("content/pages/a.md:5:1", fix)]


def test_links_of_a_translation_are_checked_in_it(portal: Make) -> None:
    files = tree("content/pages/a.md", "---\nid: about\ntitle: A\n---\n## Ici\n\n[x](a.md#ici)")
    files += tree("content/pages/a.en.md", "---\ntitle: A\n---\n## Here\n\n[x](a.md#ici) [y](a.md#here)")
    assert found(portal(files)) == [("content/pages/a.en.md:6:1", "dead-anchor")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A\n### B\n#### C\n## D\n### E", []),
        ("### A", [5]),
        ("# A\n## B", [5]),
        ("## A\n#### B\n##### C", [6]),
        ("## A\n### B\n## C\n#### D", [8]),
    ],
)
def test_levels_of_headings(body: str, expected: list[int], portal: Make) -> None:
    problems = portal(french(("content/pages/a.md", f"---\nid: about\ntitle: A\n---\n{body}"))).check().problems
    assert [(p.code, p.place.line) for p in problems] == [("heading-level", line) for line in expected]


def test_a_guide_with_mistakes_is_told_once(portal: Make) -> None:
    block = "---\nid: b\ntitle: B\nsection: housing\nneeds: [town-hall]\naudiences: [family]\nsee: Là\n---\nTexte."
    contact = "contacts: [{id: m, role: town-hall, covers: [bourg], name: M, verified_on: 2026-01-05}]"
    guide = GUIDE_YML.replace("id: first-steps", "id: First steps")
    files = (("data/guide.yml", guide), ("content/welcome/b.md", block), ("data/c.yml", contact))
    assert found(portal(french(*files))) == [("data/guide.yml:2:10", "bad-id")]


def test_a_portal_without_roles_names_none(portal: Make) -> None:
    guide = "sections: [{id: housing, title: Se loger}]"
    contact = "contacts: [{id: m, role: town-hall, covers: [bourg], name: M, verified_on: 2026-01-05}]"
    problems = portal(french(("data/guide.yml", guide), ("data/c.yml", contact))).check().problems
    assert [(str(p.place), p.message("en"), p.fix("en")) for p in problems] == [
        ("data/c.yml:1:26", "The role “town-hall” is not in data/guide.yml. Roles: —.", "role: …"),
        ("data/portal.yml:6:18", "The role “town-hall” is not in data/guide.yml. Roles: —.", "…"),
    ]


def test_nothing_can_be_planned_without_the_portal_s_own_territory(portal: Make) -> None:
    folder = portal(tree("data/portal.yml", PORTAL_YML.replace("territory: pays", 'territory: "00"')))
    checked = folder.check()
    assert checked.planned is None
    assert [(str(p.place), p.code) for p in checked.problems] == [("data/portal.yml:6:12", "unknown-territory-code")]
    assert folder.build().failed
    assert not folder.site.exists()


def test_a_reference_language_that_nobody_knows(portal: Make) -> None:
    folder = portal(french(("data/portal.yml", FRENCH.replace("code: fr", "code: xx"))))
    assert found(folder) == [
        ("data/portal.yml:4:12", "unknown-locale"),
        ("theme/strings/xx.yml:1:1", "interface-words"),
    ]


@pytest.mark.parametrize(("day", "codes"), [("2026-11-21", []), ("2026-11-22", []), ("2026-11-23", ["date-ahead"])])
def test_a_check_is_of_a_day_that_has_begun_somewhere(day: str, codes: list[str], portal: Make) -> None:
    text = f"---\nid: dune\ntitle: La dune\nangle: economy\nverified_on: {day}\n---\nDu sable.\n"
    assert [code for _, code in found(portal(french(("content/assets/dune.md", text))))] == codes
