"""What is a superlative, in French and in English, and what only looks like one."""

from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder

FRENCH = {
    "la plus haute": "C’est la plus haute dune.",
    "LE PLUS GRAND": "LE PLUS GRAND port.",
    "des plus beaux": "Un des plus beaux villages.",
    "la moins polluée": "La ville la moins polluée.",
    "Le meilleur": "Le meilleur accueil.",
    "nos meilleures": "Voici nos meilleures tables.",
    "unique": "Un cadre unique.",
    "premier vignoble de France": "Le premier vignoble de France.",
    "deuxième parc forestier d’Europe": "Le deuxième parc forestier d’Europe.",
    "exceptionnelle": "Une douceur exceptionnelle.",
    "incontournable": "Une étape incontournable.",
    "leader": "Une entreprise leader.",
    "hors pair": "Un savoir-faire hors pair.",
    "numéro un": "Le numéro un du bois.",
}
ENGLISH = {
    "the most beautiful": "One of the most beautiful towns.",
    "The best": "The best welcome.",
    "largest": "Europe’s largest forest.",
    "unique": "A unique place.",
    "uniquely": "A uniquely warm welcome.",
    "the only vineyard in France": "It is the only vineyard in France.",
    "a leading resort": "Now a leading resort.",
    "must-see": "A must-see village.",
    "outstanding": "An outstanding view.",
    "world-class": "A world-class school.",
    "Europe’s first": "Europe’s first station.",
    "second to none": "A welcome second to none.",
}
NONE_FRENCH = (
    "Venez le plus tôt possible.",
    "Au plus tard le 3 mars.",
    "De plus en plus de familles.",
    "Le plus souvent en train.",
    "La plupart des familles.",
    "Le guichet unique, un numéro unique, le document unique.",
    "Uniquement le matin.",
    "La mairie la plus proche.",
    "Prenez le moins de bagages possible.",
    "Le plus grand nombre.",
    "Ce qui compte le plus, c’est le marché.",
    "Le plus de monde vient en août.",
    "Le premier mois, la première fois, votre première année en France.",
    "La Première Guerre mondiale.",
    "Fermeture exceptionnelle le 8 mai.",
    "Un service-unique-xyz.",
    "On la dit « la plus belle ».",
    "On la dit “unique”.",
    "`unique` est un mot.",
    "[Le site](https://unique.example/unique).",
    "<!-- la plus belle -->",
)
NONE_ENGLISH = (
    "At most ten.",
    "Most of the families.",
    "Make the most of it.",
    "The most recent count.",
    "The best time to come.",
    "The forest in the west, the nearest town hall.",
    "Your unique identifier.",
    "The first month in France.",
    "A path leading to the sea.",
    "Do your best.",
)


def told(folder: PortalFolder) -> list[tuple[int, str]]:
    """The line of each superlative that is reported, and what was written."""
    problems = [problem for problem in folder.check().problems if problem.code == "superlative"]
    return [(problem.place.line, str(problem.values["written"])) for problem in problems]


def page(lines: list[str], ending: str, head: str) -> str:
    body = "".join(f"    {line}\n\n" for line in lines)
    return f"content/pages/about{ending}.md\n    ---\n    {head}title: Ici\n    ---\n{body}"


@pytest.mark.parametrize(
    ("lines", "expected", "lang"),
    [
        (list(FRENCH.values()), list(FRENCH), "fr"),
        (list(ENGLISH.values()), list(ENGLISH), "en"),
        (list(NONE_FRENCH), [], "fr"),
        (list(NONE_ENGLISH), [], "en"),
    ],
    ids=["french", "english", "none in french", "none in english"],
)
def test_superlatives(lines: list[str], expected: list[str], lang: str, portal: Callable[..., PortalFolder]) -> None:
    french, english = (lines, ["Here."]) if lang == "fr" else (["Voici."], lines)
    folder = portal("\n" + page(french, "", "id: about\n    ") + page(english, ".en", ""))
    first = 5 if lang == "fr" else 4
    assert told(folder) == [(first + 2 * number, said) for number, said in enumerate(expected)]


PROOF = """
content/proofs/forest.md
    ---
    id: forest
    title: La forêt est la plus grande.
    sources: [{name: Inventaire}]
    dated: 2021
    valid_until: 2027-01-01
    ---
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[La plus grande](../proofs/forest.md), et la plus belle.", []),
        ("[La forêt](../proofs/forest.md)\n    est la plus belle.", []),
        ("[La forêt](../proofs/forest.md).\n\n    C’est la plus belle.", [(7, "la plus belle")]),
        ("- [La forêt](../proofs/forest.md)\n    - la plus belle", [(6, "la plus belle")]),
        ("1. la plus belle\n    2. [La forêt](../proofs/forest.md)", [(5, "la plus belle")]),
        ("| a |\n    |---|\n    | [La forêt](../proofs/forest.md) |\n    | unique |", [(8, "unique")]),
        ("## La plus belle\n\n    [La forêt](../proofs/forest.md)", [(5, "La plus belle")]),
        ("La plus belle, [dit-on](https://example.org/).", [(5, "La plus belle")]),
        ("La plus\n    belle.", [(5, "La plus belle")]),
    ],
)
def test_a_proof_counts_where_it_stands(
    body: str, expected: list[tuple[int, str]], portal: Callable[..., PortalFolder]
) -> None:
    tree = f"{PROOF}content/pages/about.md\n    ---\n    id: about\n    title: Ici\n    ---\n    {body}\n"
    assert told(portal(tree)) == expected


def test_a_portal_adds_its_own_words_and_spares_others(portal: Callable[..., PortalFolder]) -> None:
    words = """
data/glossary.yml
    superlatives:
      reported: {fr: ["(havre|coin) de …", de rêve (]}
      allowed: [incontournable, "la plus … des neiges"]
"""
    lines = ["Un coin de paradis.", "Incontournable.", "La plus belle des neiges.", "De rêve (", "La plus belle."]
    folder = portal(words + page(lines, "", "id: about\n    "))
    assert told(folder) == [(5, "coin de paradis"), (11, "De rêve ("), (13, "La plus belle")]


def test_texts_that_are_not_looked_at(portal: Callable[..., PortalFolder]) -> None:
    """A proof proves itself; drafts are not published; what residents say is theirs."""
    tree = f"""{PROOF}content/pages/draft.md
    ---
    id: draft
    title: La plus belle
    status: draft
    ---
    La plus belle.
content/testimonials/a.md
    ---
    id: p-0a1b2c3d
    title: La plus belle
    territory: bourg
    display_name: Ilse
    consent: {{scope: [site], granted_on: 2026-01-01, expires_on: 2028-01-01, reference: dossier 1, minor: false}}
    ---
    La plus belle vie.
"""
    problems = portal(tree).check().problems
    assert [problem for problem in problems if problem.code.startswith("superlative")] == []
