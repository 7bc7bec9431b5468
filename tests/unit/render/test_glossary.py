"""data/glossary.yml as pages: their addresses, their order, the languages of their words, and who leads to them."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]
TERMS = """
data/glossary.yml
    terms:
      - {id: mairie, term: {fr: mairie, en: town hall}, meaning: {fr: Votre <b>commune</b>., en: Your commune.}}
      - id: epci
        acronym: EPCI
        term: {fr: établissement public, en: public body}
        meaning: {fr: Des communes., en: Communes.}
      - {id: etat, term: État, meaning: Le pays.}
"""
WORDING = """
data/glossary.yml
    wording:
      - say: {fr: hospitalité, en: hospitality}
        avoid: {fr: attractivité, en: draw}
        why: {fr: On reçoit., en: We host.}
      - {say: habitants, avoid: administrés, why: On habite.}
"""


def built(folder: PortalFolder) -> PortalFolder:
    assert not folder.build().failed
    return folder


def rows(html: str) -> list[str]:
    return re.findall(r"<div><dt id=.*?</dd></div>", html, re.DOTALL)


def test_the_words_stand_in_the_order_of_a_dictionary(portal: Make) -> None:
    folder = built(portal(TERMS))
    assert rows(folder.html("lexique")) == [
        '<div><dt id="t-epci">EPCI <span>établissement public</span></dt><dd>Des communes.</dd></div>',
        '<div><dt id="t-etat">État</dt><dd>Le pays.</dd></div>',
        '<div><dt id="t-mairie">mairie</dt><dd>Votre &lt;b&gt;commune&lt;/b&gt;.</dd></div>',
    ]
    assert rows(folder.html("en/glossary")) == [
        '<div><dt id="t-epci">EPCI <span>public body</span></dt><dd>Communes.</dd></div>',
        '<div><dt id="t-etat"><span lang=fr>État</span></dt><dd><span lang=fr>Le pays.</span></dd></div>',
        '<div><dt id="t-mairie">town hall</dt><dd>Your commune.</dd></div>',
    ]


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("bienvenue/le-bourg", "<a href=/lexique/>Lexique</a>"),
        ("en/welcome/le-bourg", "<a href=/en/glossary/>Words you will meet</a>"),
    ],
)
def test_every_page_leads_to_the_words(page: str, link: str, portal: Make) -> None:
    assert link in built(portal(TERMS)).html(page)


def test_how_the_portal_speaks(portal: Make) -> None:
    folder = built(portal(WORDING))
    said = re.findall(r"<li><p class=\"say\"><b>\w+</b> (.+?)</p>", folder.html("en/inspiration-notebook/words"))
    assert said == ["hospitality", "<span lang=fr>habitants</span>"]
    assert '<b>Évitez</b> attractivité</p><p class="why"><b>Pourquoi</b> On reçoit.</p>' in folder.html("carnet/mots")
    assert 'href="/carnet/mots/"' in folder.html("carnet")


def test_without_words_there_is_no_page(portal: Make) -> None:
    folder = built(portal())
    assert not (folder.site / "lexique").exists()
    assert not (folder.site / "carnet" / "mots").exists()
    assert "/mots/" not in folder.html("carnet")
    assert "/lexique/" not in folder.html("bienvenue/le-bourg")


def test_a_word_explained_twice_and_an_address_taken(portal: Make) -> None:
    twice = TERMS.replace("id: etat", "id: mairie")
    page = "content/pages/lexique.md\n    ---\n    id: lexique\n    title: Mon lexique\n    ---\n    Des mots.\n"
    found = {(problem.code, str(problem.place)) for problem in portal(twice + page).check().problems}
    assert ("duplicate-record", "data/glossary.yml:7:10") in found
    assert ("address-of-the-portal", "content/pages/lexique.md:2:5") in found
