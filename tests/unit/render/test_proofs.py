"""What readers see of proofs: behind a claim, beside an entry, in a guide, and on the page of all of them."""

from collections.abc import Callable
from datetime import date

import pytest

from site_builder.plan.pages import GUIDE, HOME, PROOFS
from site_builder.reading import check_portal
from site_builder.render.stage import Press
from site_builder.render.views.entries.entry import EntryView
from site_builder.render.views.entries.proofs import ProofsView, ProofView
from site_builder.render.views.frame import site_view
from site_builder.render.views.guide.page import GuideView
from tests.conftest import PortalFolder
from tests.unit.render.conftest import press_of

Make = Callable[..., PortalFolder]
TREE = """
content/proofs/forest.md
    ---
    id: forest
    title: La forêt est la plus grande.
    territory: bourg
    sources:
      - {name: Inventaire, url: "https://forest.example/", year: 2021}
      - {name: Atlas}
    dated: 2021-03
    valid_until: 2027-12-31
    themes: [nature]
    figures: [{value: 1200.5, label: {fr: hectares, en: hectares}}]
    ---
    Mesuré sur la carte.
content/proofs/forest.en.md
    ---
    title: The forest is the largest.
    ---
    Measured on the map.
content/proofs/school.md
    ---
    id: school
    title: L’école a cent élèves.
    sources: [{name: Rectorat}]
    dated: 2019-09-02
    valid_until: 2020-12-31
    verified_on: 2019-10-01
    ---
content/assets/wood.md
    ---
    id: wood
    title: Le bois
    summary: Le plus grand bois.
    angle: economy
    proofs: [school, forest]
    ---
    C’est [**la plus grande** forêt](../proofs/forest.md), dit-on, et [l’école](../proofs/school.md).
content/assets/wood.en.md
    ---
    title: The wood
    summary: The largest wood.
    ---
    It is [the largest forest](../proofs/forest.md), and [the school](../proofs/school.md).
content/welcome/school.md
    ---
    id: enrol
    title: L’école
    section: housing
    territory: pays
    proofs: [school]
    see: "[L’école](../proofs/school.md) et sa cour."
    ---
    Un texte.
"""
NOTE = '\N{NO-BREAK SPACE}<a aria-label="{name}" data-source="{source}" href="{url}" role="doc-noteref">{text}</a>'
OLD = '\N{NO-BREAK SPACE}<a class="outdated" data-source="{source}" href="{url}"{lang} role="doc-noteref">({text})</a>'


@pytest.fixture
def press(portal: Make) -> Press:
    return press_of(portal(TREE).root)


def test_a_claim_leads_to_its_proof_and_says_when_its_source_is_old(press: Press) -> None:
    html = press.scene.prose["asset", "wood", "fr"].body
    forest = NOTE.format(
        name="preuve : La forêt est la plus grande.",
        source="Inventaire · Atlas, mars 2021",
        url="/nos-preuves/#forest",
        text="preuve",
    ).replace("preuve :", "preuve\N{NO-BREAK SPACE}:")
    school = (
        "\N{NO-BREAK SPACE}"
        '<a aria-label="source parue le 2 septembre 2019, à vérifier\N{NO-BREAK SPACE}: L’école a cent élèves."'
        ' class="outdated" data-source="Rectorat, 2 septembre 2019 (à vérifier)"'
        ' href="/nos-preuves/#school" role="doc-noteref">'
        "(source parue le 2 septembre 2019, à vérifier)</a>"
    )
    assert html == f"<p>C’est <strong>la plus grande</strong> forêt{forest}, dit-on, et l’école{school}.</p>"


def test_a_proof_that_is_not_translated_is_not_named_in_another_language(press: Press) -> None:
    html = press.scene.prose["asset", "wood", "en"].body
    assert html == (
        "<p>It is the largest forest"
        + NOTE.format(
            name="proof: The forest is the largest.",
            source="Inventaire · Atlas, March 2021",
            url="/en/our-proofs/#forest",
            text="proof",
        )
        + ", and the school"
        + OLD.format(
            source="Rectorat, 2 September 2019 (to be checked)",
            url="/en/our-proofs/#school",
            lang="",
            text="source from 2 September 2019, to be checked",
        )
        + ".</p>"
    )


def proofs_view(press: Press, lang: str) -> ProofsView:
    page = press.scene.site.get(PROOFS, lang)
    assert page
    view = press.view(page)
    assert isinstance(view, ProofsView)
    return view


def proof(press: Press, lang: str, name: str) -> ProofView:
    return next(each for group in proofs_view(press, lang).groups for each in group.proofs if each.id == name)


def test_the_page_of_all_proofs(press: Press) -> None:
    view = proofs_view(press, "en")
    assert (view.title, view.old) == ("Our proofs", "1 claim is to be checked: its source is old.")
    groups = [(group.id, group.title, group.url, [each.id for each in group.proofs]) for group in view.groups]
    assert groups == [
        ("in-pays", "Petit pays", "/en/welcome/petit-pays/", ["school"]),
        ("in-bourg", "Le Bourg", "/en/welcome/le-bourg/", ["forest"]),
    ]
    forest, school = proof(press, "en", "forest"), proof(press, "en", "school")
    assert (str(forest.claim), forest.lang, forest.body) == (
        "The forest is the largest.",
        None,
        "<p>Measured on the map.</p>",
    )
    assert (str(school.claim), school.lang, school.body) == ("L’école a cent élèves.", "fr", "")
    assert [str(figure) for figure in forest.figures] == ["1,200.5 hectares"]
    assert [(source.name, source.lang, source.year) for source in forest.sources] == [
        ("Inventaire", "fr", 2021),
        ("Atlas", "fr", None),
    ]
    assert (forest.dated, forest.valid_until, forest.outdated, forest.place) == (
        "March 2021",
        "31 December 2027",
        "",
        None,
    )
    assert (school.dated, school.valid_until) == ("2 September 2019", "31 December 2020")
    assert (school.outdated, school.checked) == (
        "source from 2 September 2019, to be checked",
        "Checked on 1 October 2019.",
    )
    assert [(str(page.title), page.url, page.lang) for page in forest.pages] == [("The wood", "/en/assets/wood/", None)]
    assert [(str(page.title), page.url) for page in school.pages] == [
        ("L’école", "/en/welcome/petit-pays/#enrol"),
        ("The wood", "/en/assets/wood/"),
    ]


def test_an_entry_shows_the_proofs_that_it_names(press: Press) -> None:
    page = press.scene.site.get("asset:wood", "en")
    assert page
    view = press.view(page)
    assert isinstance(view, EntryView)
    assert [(str(p.claim), p.url, str(p.source), p.outdated) for p in view.proofs] == [
        (
            "L’école a cent élèves.",
            "/en/our-proofs/#school",
            "Rectorat, 2 September 2019",
            "source from 2 September 2019, to be checked",
        ),
        ("The forest is the largest.", "/en/our-proofs/#forest", "Inventaire · Atlas, March 2021", ""),
    ]


def test_a_section_names_the_sources_of_the_proofs_of_its_texts(press: Press) -> None:
    page = press.scene.site.get(f"{GUIDE}:pays", "fr")
    assert page
    view = press.view(page)
    assert isinstance(view, GuideView)
    said = next(str(section.sources) for section in view.sections if section.id == "housing")
    assert said == (
        "Sources\N{NO-BREAK SPACE}: Rectorat. Texte pas encore vérifié. "
        "À lire avec prudence\N{NO-BREAK SPACE}: source parue le 2 septembre 2019, à vérifier."
    )


@pytest.mark.parametrize("tree", ["", TREE], ids=["none", "some"])
def test_the_foot_of_every_page_leads_there_once_there_is_a_proof(tree: str, portal: Make) -> None:
    scene = press_of(portal(tree).root).scene
    assert (scene.site.first(PROOFS) is not None) is bool(tree)
    for key in (HOME, "guideline-list"):
        page = scene.site.get(key, "fr")
        assert page
        assert ("/nos-preuves/" in [link.url for link in site_view(scene, page).footer_links]) is bool(tree)


def test_a_proof_is_old_the_day_after_and_not_before(portal: Make) -> None:
    folder = portal(TREE)
    for today, old in ((date(2020, 12, 31), set()), (date(2021, 1, 1), {"school"})):
        planned = check_portal(folder.root, today=today).planned
        assert planned
        assert planned.portal.outdated_proofs == old
