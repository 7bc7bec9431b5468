"""Words that neither the dictionary nor the portal knows. The dictionaries are small ones, of tests/dictionaries/."""

from collections.abc import Callable

import pytest

from site_builder.check.spelling import misspelt_words
from site_builder.check.spelt import dictionaries
from tests.conftest import REPOSITORY, PortalFolder

Make = Callable[..., PortalFolder]
DICTIONARIES = {"DICPATH": str(REPOSITORY / "tests" / "dictionaries")}
ENTRY = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: natural-heritage
    ---
"""


def told(folder: PortalFolder, lang: str = "fr") -> list[str]:
    """Every unknown word, its place and what is said below it."""
    sight = folder.check().sight
    assert sight
    found = dictionaries(folder.root, sight.portal.languages, DICTIONARIES)
    assert [*found] == ["fr", "en"]
    problems = [*misspelt_words(sight, found)]
    for each in found.values():
        each.keep()
    own = [problem for problem in problems if problem.place.path.startswith(("content/", "data/organisations"))]
    return [f"{p.place} {p.message(lang)} {p.fix(lang)}".replace("\u00a0", " ") for p in own]


def body(*lines: str) -> str:
    return ENTRY + "".join(f"    {line}\n" for line in lines)


def test_a_word_with_its_place_and_what_may_be_meant(portal: Make) -> None:
    folder = portal(body("La dune est grande.", "", "On peut monter vers la marie et l’acceuil."))
    (folder.root / ".portail").mkdir()
    assert told(folder) == [
        (
            "content/assets/dune.md:8:24 « marie » n’est pas dans le dictionnaire. "
            "Peut-être : mairie\nSi le mot est juste, ajoutez-le à data/spelling.yml :\nwords: {fr: [marie]}"
        ),
        (
            "content/assets/dune.md:8:33 « l’acceuil » n’est pas dans le dictionnaire. "
            "Peut-être : l’accueil\nSi le mot est juste, ajoutez-le à data/spelling.yml :\nwords: {fr: [acceuil]}"
        ),
    ]
    kept = "".join(file.read_text(encoding="utf-8") for file in (folder.root / ".portail/spelling").iterdir())
    assert '"marie": ["mairie"]' in kept
    assert len(told(folder)) == 2  # what was kept says the same


@pytest.mark.parametrize(
    "line",
    [
        "L’adresse, la dune : qu’on est.",
        "Vous appelez Jean-Kévin et l’Ourthe.",
        "Petits chantiers, grandes rues ; la mairie, « la rue », **la marche**, _le sable_.",
        "Le 3e chemin, 12 km, 9 h 30, XIXe, XVIII, la SNCF, a/b, kWh2.",
        'On peut `acceuil`, <span lang="eu">egun on</span>, [la rue](https://exemple.example/acceuil).',
        "On peut acceuil@exemple.example.",
        "<!-- acceuil --> La dune est https://exemple.example/acceuil et www.acceuil.example et #acceuil&nbsp;.",
        "La grande-rue est la petit-dune.",
        "Le Bourg est grande. Hameau : la rue.",
    ],
)
def test_what_is_right_or_no_word(line: str, portal: Make) -> None:
    assert told(portal(body(line))) == []


def test_code_and_drafts_are_not_read(portal: Make) -> None:
    draft = ENTRY.replace("dune", "brouillon").replace("title: La", "status: draft\n    title: La")
    assert told(portal(body("```", "acceuil", "```", "La dune est."))) == []
    assert told(portal(draft + "    Acceuil.\n")) == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Acceuil et dune."], ["Acceuil"]),  # a capital that begins a sentence
        (["La dune est. Acceuil et rue."], ["Acceuil"]),
        (["La dune et", "Acceuil est la rue."], []),  # a line that goes on: a name
        (["- Acceuil et rue."], ["Acceuil"]),
        (["La rue, la dune de", "Bidassoa. Bidassoa est la dune."], ["de"]),
    ],
)
def test_a_capital_is_a_names_but_where_a_sentence_begins(lines: list[str], words: list[str], portal: Make) -> None:
    found = [line.split("«\u00a0")[0].split("« ")[1].split(" »")[0] for line in told(portal(body(*lines)))]
    assert found == [word for word in words if len(word) > 2]


def test_what_the_portal_says_itself_is_known(portal: Make) -> None:
    known = """
data/spelling.yml
    words: {fr: [airial], en: [greenway]}
    names: [Adishatz]
data/glossary.yml
    terms:
      - {id: dept, term: {fr: quidam, en: quidam}, meaning: {fr: La rue., en: The sand.}, forms: {fr: [quidams]}}
"""
    english = """
content/assets/dune.en.md
    ---
    title: The dune
    ---
    Adishatz! Welcome to the dune’s sand and the *airials* of the rue.
"""
    text = body("Adishatz : les airials, une airial, le quidam et les quidams.")
    assert [line.split(":", 1)[0] for line in told(portal(text))] == ["content/assets/dune.md"] * 5
    assert told(portal(text + known + english)) == []


def test_a_translation_may_use_the_words_of_its_original_and_no_others(portal: Make) -> None:
    english = """
content/assets/dune.en.md
    ---
    title: The dune
    ---
    Climb to the *mairie*, and welcome the neigbour.
"""
    assert told(portal(body("La dune est.") + english), "en") == [
        (
            "content/assets/dune.en.md:4:40 “neigbour” is not in the dictionary. "
            "Perhaps: neighbour\nIf the word is right, add it to data/spelling.yml:\nwords: {en: [neigbour]}"
        )
    ]


def test_labels_of_data_are_read_and_names_are_not(portal: Make) -> None:
    data = """
data/organisations.yml
    organisations:
      - id: maison
        name: {fr: zubizarreta, en: House}
        kind: network
        covers: [pays]
        summary: {fr: La rue et la dunne zubizarreta., en: The sand.}
"""
    folder = portal(body("La dune est.") + data)
    assert [line.partition(" Peut")[0] for line in told(folder)] == [
        "data/organisations.yml:6:19 « dunne » n’est pas dans le dictionnaire."
    ]
