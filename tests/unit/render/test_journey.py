"""The steps of an arrival as values: when, whom to see, what says more, and where a guide sends its reader."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.stage import Press
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.welcome.journey import JourneyView, StepView, when
from tests.conftest import PortalFolder

Presses = Callable[[str], Press]


def view(press: Press, code: str, lang: str) -> JourneyView:
    page = press.scene.site.get(f"journey:{code}", lang)
    assert page is not None
    found = press.view(page)
    assert isinstance(found, JourneyView)
    return found


def steps(press: Press, code: str, lang: str) -> dict[str, StepView]:
    return {step.id: step for stage in view(press, code, lang).stages for step in stage.steps}


@pytest.mark.parametrize(
    ("name", "code", "stages"),
    [
        ("districts", "VD", {"first-week": ["step-keys", "step-waste"]}),
        ("districts", "A1", {"first-week": ["step-keys", "step-waste"]}),
        ("districts", "AB", {"before": ["step-snow"], "first-week": ["step-keys", "step-waste"]}),
        (
            "districts",
            "202",
            {
                "before": ["step-snow"],
                "first-week": ["step-keys", "step-waste"],
                "first-three-months": ["step-ardent"],
            },
        ),
        (
            "minimal",
            "port-calme",
            {"before": ["step-boxes"], "first-week": ["step-town-hall"], "first-month": ["step-market"]},
        ),
        ("starter", "petit-pays", {"first-week": ["step-town-hall"]}),
    ],
)
def test_the_steps_of_a_territory(name: str, code: str, stages: dict[str, list[str]], presses: Presses) -> None:
    found = view(presses(name), code, "fr")
    assert {stage.id: [step.id for step in stage.steps] for stage in found.stages} == stages
    assert [*stages] == [stage.id for stage in found.stages]


@pytest.mark.parametrize(
    ("name", "code", "step", "lang", "expected"),
    [
        ("districts", "AB", "step-snow", "fr", "Conseillé 30 jours avant votre arrivée."),
        ("districts", "AB", "step-snow", "en", "Best done 30 days before you arrive."),
        ("minimal", "port-calme", "step-boxes", "fr", "Conseillé la veille de votre arrivée."),
        ("minimal", "port-calme", "step-boxes", "en", "Best done the day before you arrive."),
        ("districts", "VD", "step-keys", "fr", "Le jour de votre arrivée."),
        ("districts", "VD", "step-keys", "en", "On the day you arrive."),
        ("districts", "VD", "step-waste", "fr", "Conseillé le lendemain de votre arrivée."),
        ("districts", "VD", "step-waste", "en", "Best done the day after you arrive."),
        ("minimal", "port-calme", "step-market", "fr", "Conseillé dans les 10 jours après votre arrivée."),
        ("minimal", "port-calme", "step-market", "en", "Best done within 10 days of your arrival."),
        (
            "minimal",
            "port-calme",
            "step-market",
            "ar",
            "Conseillé dans les 10 jours après votre arrivée.",
        ),  # borrowed words
    ],
)
def test_when(name: str, code: str, step: str, lang: str, expected: str, presses: Presses) -> None:
    assert steps(presses(name), code, lang)[step].when == expected


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (-120, "Conseillé 4 mois avant votre arrivée.", "Best done 4 months before you arrive."),
        (-90, "Conseillé 3 mois avant votre arrivée.", "Best done 3 months before you arrive."),
        (-75, "Conseillé 75 jours avant votre arrivée.", "Best done 75 days before you arrive."),
        (-60, "Conseillé 2 mois avant votre arrivée.", "Best done 2 months before you arrive."),
        (-40, "Conseillé 40 jours avant votre arrivée.", "Best done 40 days before you arrive."),
        (60, "Conseillé dans les 60 jours après votre arrivée.", "Best done within 60 days of your arrival."),
    ],
)
def test_months_before_the_arrival(day: int, french: str, english: str, presses: Presses) -> None:
    """Two whole months or more: whoever moves in four months counts no days."""
    scene = presses("districts").scene
    said = tuple(when(scene, day, lang).replace("\N{NO-BREAK SPACE}", " ") for lang in ("fr", "en"))
    assert said == (french, english)


FR, EN = "/portail/bienvenue/", "/portail/en/welcome/"
HALL, NURSERY = "#role-town-hall", "#role-childcare"


@pytest.mark.parametrize(
    ("code", "lang", "step", "links"),
    [
        # whom to see, then the block; both in the territory's own guide
        (
            "VD",
            "fr",
            "step-keys",
            [("À qui s’adresser : Mairie", f"{FR}valdaine/{HALL}"), ("Lire la fiche « S’inscrire »", "#register")],
        ),
        (
            "VD",
            "en",
            "step-keys",
            [("Where to ask: Town hall", f"{EN}valdaine/{HALL}"), ("Read ‘Register’ in the guide", "#register")],
        ),
        (
            "AB",
            "fr",
            "step-snow",
            [("À qui s’adresser : Garde d’enfants", f"{FR}district-district-des-cols/{NURSERY}")],
        ),
        ("202", "fr", "step-snow", [("À qui s’adresser : Garde d’enfants", f"{FR}ardent/{NURSERY}")]),
        ("202", "fr", "step-ardent", []),
        # the block that stands there for the one that the step names
        ("VD", "fr", "step-waste", [("Lire la fiche « Trier »", f"{FR}valdaine/#waste")]),
        ("A", "fr", "step-waste", [("Lire la fiche « Trier en Amont »", f"{FR}canton-canton-d-amont/#waste-a")]),
        (
            "B1",
            "fr",
            "step-waste",
            [("Lire la fiche « Trier en Aval »", f"{FR}district-district-de-la-plaine/#waste-b")],
        ),
        ("AB", "fr", "step-waste", [("Lire la fiche « Trier en Amont »", f"{FR}district-district-des-cols/#waste-a")]),
        ("A", "en", "step-waste", [("Read ‘Trier en Amont’ in the guide", f"{EN}canton-canton-d-amont/#waste-a")]),
    ],
)
def test_whom_to_see_and_what_says_more(
    code: str, lang: str, step: str, links: list[tuple[str, str]], presses: Presses
) -> None:
    press = presses("districts")
    guide = view(press, code, lang).guide.url
    found = [
        (str(link.title).replace("\u00a0", " "), f"{guide}#{link.anchor}")
        for link in steps(press, code, lang)[step].here
    ]
    assert found == [(title, url if url.startswith("/") else f"{guide}{url}") for title, url in links]


def test_a_block_that_a_territory_hides_is_not_linked(portal: Callable[..., PortalFolder]) -> None:
    folder = portal("""
content/welcome/waste.md
    ---
    id: waste
    title: Trier
    section: housing
    see: Allez voir.
    ---
    Triez.
content/welcome/none.md
    ---
    id: none
    title: Rien à trier
    territory: bourg
    overrides: waste
    mode: hide
    ---
content/steps/a.md
    ---
    id: step-a
    title: A
    stage: first-week
    day: 1
    block: waste
    ---
    Un.
content/steps/b.md
    ---
    id: step-b
    title: B
    stage: first-week
    day: 2
    territory: bourg
    ---
    Deux.
""")
    assert not folder.build().failed
    shown = {}
    for slug in ("petit-pays", "le-bourg"):
        page = LexborHTMLParser(folder.html(f"bienvenue/{slug}/pas-a-pas/"))
        shown[slug] = [link.attributes["href"] for link in page.css("#step-a a.here")]
    assert shown == {"petit-pays": ["/bienvenue/petit-pays/#waste"], "le-bourg": []}


def test_a_role_that_has_no_name_in_the_page_s_language_says_which_it_is_in(presses: Presses) -> None:
    press = presses("minimal")
    page = press.scene.site.get("journey:port-calme", "ar")
    assert page is not None
    dom = LexborHTMLParser(press.page(page).data.decode())
    said = {
        step: [(node.attributes["lang"], node.text()) for node in dom.css(f"#step-{step} a.here span")]
        for step in ("market", "town-hall")
    }
    who = ("fr", "À qui s’adresser\N{NO-BREAK SPACE}: ")  # the portal has no Arabic word for it
    more, end = ("fr", "Lire la fiche «\N{NO-BREAK SPACE}"), ("fr", "\N{NO-BREAK SPACE}»")
    assert said == {
        "market": [who, ("fr", "Garde d’enfants"), more, ("fr", "Le marché du samedi"), end],
        "town-hall": [who, more, end],
    }


def test_the_official_site_is_called_by_its_name(presses: Presses) -> None:
    found = [step.website for step in steps(presses("minimal"), "port-calme", "fr").values() if step.website]
    assert [(link.title, link.url) for link in found] == [
        ("Site officiel\N{NO-BREAK SPACE}: marche.example", "https://www.marche.example/samedi")
    ]


@pytest.mark.parametrize(
    ("name", "code", "lang", "step", "said"),
    [
        (
            "minimal",
            "port-calme",
            "fr",
            "step-town-hall",
            (None, "Passer à la mairie", "Une pièce d’identité", "Le bail"),
        ),
        (
            "minimal",
            "port-calme",
            "en",
            "step-town-hall",
            (None, "Call at the town hall", "An identity document", "The lease"),
        ),
        ("districts", "AB", "fr", "step-snow", (None, "Monter les pneus neige", "La carte grise")),
        ("districts", "AB", "en", "step-snow", ("fr", "Monter les pneus neige", "La carte grise")),  # not translated
    ],
)
def test_steps_in_their_languages(
    name: str, code: str, lang: str, step: str, said: tuple[str | None, ...], presses: Presses
) -> None:
    found = steps(presses(name), code, lang)[step]
    assert (found.lang, found.title, *found.documents) == said


@pytest.mark.parametrize(
    ("name", "code", "lang", "url"),
    [
        ("districts", "VD", "fr", f"{FR}valdaine/pas-a-pas/"),
        ("districts", "A1", "en", f"{EN}district-district-du-lac/step-by-step/"),
        # a place of the nearest level: its parent's page, which is told where the reader comes from
        ("districts", "101", "fr", f"{FR}district-district-du-lac/pas-a-pas/?lieu=saint-jean-a1"),
        ("districts", "102", "en", f"{EN}district-district-du-lac/step-by-step/?lieu=l-aubepine"),
        ("districts", "201", "fr", f"{FR}district-district-des-cols/pas-a-pas/?lieu=le-col"),
        ("districts", "202", "fr", f"{FR}ardent/pas-a-pas/"),  # it writes steps of its own
        ("minimal", "port-calme", "ar", "/ar/bienvenue/port-calme/pas-a-pas/"),
        ("starter", "rives", "fr", "/bienvenue/cc-du-petit-pays/pas-a-pas/?lieu=les-rives"),
    ],
)
def test_where_a_guide_sends_to_its_steps(name: str, code: str, lang: str, url: str, presses: Presses) -> None:
    press = presses(name)
    page = press.scene.site.get(f"guide:{code}", lang)
    assert page is not None
    guide = press.view(page)
    assert isinstance(guide, GuideView)
    assert [way.url for way in guide.ways if way.main] == [url]


def test_a_portal_without_steps_sends_nowhere(portal: Callable[..., PortalFolder]) -> None:
    folder = portal()
    assert not folder.build().failed
    assert "pas-a-pas" not in folder.html("bienvenue/le-bourg/")


@pytest.mark.parametrize(
    ("name", "code", "lang", "locale", "summary"),
    [
        ("districts", "VD", "fr", "fr", "2 étapes, de la recherche du logement"),
        ("districts", "202", "en", "en-GB", "4 steps, from finding a home"),
        ("starter", "petit-pays", "fr", "fr", "1 étape : quoi faire, quand,"),
        ("starter", "petit-pays", "en", "en-GB", "1 step: what to do, when,"),
    ],
)
def test_the_page_as_a_whole(name: str, code: str, lang: str, locale: str, summary: str, presses: Presses) -> None:
    press = presses(name)
    found = view(press, code, lang)
    assert found.summary.replace("\u00a0", " ").startswith(summary)
    assert (found.arrival.locale, found.guide.url) == (locale, press.scene.url(f"guide:{code}", lang))
    assert (found.script, found.arrival.base) == (press.scene.links.file("assets/j.js"), press.scene.links.base_path)


PAPERS = """
content/steps/bank.md
    ---
    id: bank
    title: La banque
    stage: first-week
    day: 3
    documents: [Un passeport]
    ---
    Ouvrez un compte.
content/steps/bank.en.md
    ---
    title: The bank
    ---
    Open an account.
content/houses/maison.md
    ---
    id: maison
    title: La maison
    territory: bourg
    offers: [Un café]
    elsewhere: [{what: Le bail, who: La mairie}, {what: La crèche, who: childcare}]
    ---
    Entrez.
content/houses/maison.en.md
    ---
    title: The house
    ---
    Come in.
"""


def test_a_list_that_a_translation_leaves_out_is_the_reference_file_s_and_says_so(
    portal: Callable[..., PortalFolder],
) -> None:
    folder = portal(PAPERS)
    assert not folder.build().failed
    step = LexborHTMLParser(folder.html("en/welcome/petit-pays/step-by-step")).css_first("#bank ul")
    assert step is not None
    assert (step.attributes["lang"], step.text(strip=True)) == ("fr", "Un passeport")
    house = LexborHTMLParser(folder.html("en/welcome-houses/maison"))
    said = [(node.attributes["lang"], node.text()) for node in house.css(".body span")]
    assert said == [("fr", "Un café"), ("fr", "Le bail"), ("fr", "La mairie"), ("fr", "La crèche")]
    french = LexborHTMLParser(folder.html("bienvenue/petit-pays/pas-a-pas")).css_first("#bank ul")
    assert french is not None
    assert "lang" not in french.attributes
