"""Acronyms of texts that the glossary does not know."""

from collections.abc import Callable

import pytest

from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]
GLOSSARY = """
data/glossary.yml
    terms:
      - {id: caf, acronym: Caf, term: {fr: c, en: c}, meaning: {fr: Une., en: One.}, forms: [CAF]}
      - {id: pdo, term: {fr: o, en: o}, meaning: {fr: Un., en: One.}, forms: {en: [PDO]}}
    common: [UNESCO]
"""
ENTRY = """
content/welcome/texte.md
    ---
    id: texte
    title: {title}
    section: housing
    territory: pays
    see: "{see}"
    ---
    {body}
content/welcome/texte.en.md
    ---
    title: Text
    see: "See."
    ---
    {english}
"""


def told(folder: PortalFolder) -> list[str]:
    return [line for line in folder.lines() if "acronym-unexplained" in line]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({"body": "La CAF, l’UNESCO, Louis XVIII, le CV, le n° 5, A4, B12."}, []),
        ({"body": "Voir https://a.example/XYZ et [ici](https://b.example/XYZ), `XYZ`, <b title='XYZ'>là</b>."}, []),
        ({"body": "Le XYZ, puis le XYZ."}, ["content/welcome/texte.md:8:1 XYZ"]),
        (
            {"body": "<!-- XYZ -->Rien.\n\n    L’ÉNA-X, le CROUS."},
            ["content/welcome/texte.md:10:1 ÉNA-X", "content/welcome/texte.md:10:1 CROUS"],
        ),
        (
            {"title": "Le XYZ", "see": "Le ABC."},
            ["content/welcome/texte.md:3:8 XYZ", "content/welcome/texte.md:6:6 ABC"],
        ),
        ({"body": "Un PDO."}, ["content/welcome/texte.md:8:1 PDO"]),
        ({"english": "A PDO."}, []),
    ],
)
def test_what_is_told(written: dict[str, str], found: list[str], portal: Make) -> None:
    texts = {"title": "Texte", "see": "Voir.", "body": "Un texte.", "english": "A text.", **written}
    lines = told(portal(GLOSSARY + ENTRY.format(**texts)))
    assert [f"{line.split(' ', 1)[0]} {line.split('“')[1].split('”')[0]}" for line in lines] == found


def test_how_it_is_told(portal: Make) -> None:
    (line,) = told(portal(GLOSSARY + ENTRY.format(title="T", see="V.", body="Le XYZ.", english="A.")))
    assert line == (
        "content/welcome/texte.md:8:1 [acronym-unexplained] Nobody explains “XYZ” to a newcomer: the glossary does not "
        "know it. → In data/glossary.yml, under terms:\n"
        "- {id: xyz, acronym: XYZ, term: {fr: …, en: …}, meaning: {fr: …, en: …}}\n"
        "or, if it is a name or a word that everyone knows, add it to the list “common”."
    )


def test_a_portal_without_a_glossary_is_left_alone(portal: Make) -> None:
    assert told(portal(ENTRY.format(title="T", see="V.", body="Le XYZ.", english="A."))) == []
