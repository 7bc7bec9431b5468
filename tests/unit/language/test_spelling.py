"""Words of a line, dictionaries of a computer, and what may be meant by a slip."""

from pathlib import Path

import pytest

from site_builder.language.spelling import find_dictionary, meant, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’accueil, aujourd'hui : rendez-vous !", ["L’accueil", "aujourd'hui", "rendez-vous"]),
        ("le 1er, 12km, XIXe, km2 et 9 h 30", ["le", "XIXe", "et", "h"]),
        ("écrire à ana@ville.example ou sur www.ville.example/a &nbsp;", ["écrire", "à", "ou", "sur", "a"]),
        ("_un_ **deux** #trois @quatre", ["un", "deux"]),
        ("habitant·e·s", ["habitant", "e", "s"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word for _, word in words_of(text)] == words
    assert all(text[at:].startswith(word) for at, word in words_of(text))


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("fr", "fr"),
        ("fr_FR", "fr"),
        ("fr-classique", "fr"),
        ("en_GB", "en"),
        ("en_US", "en"),
        ("dictionary-fr/index", "fr"),
        ("dictionary-en-gb/index", "en"),
        ("dictionary-en/index", "en"),
    ],
)
def test_dictionaries_are_found_as_systems_and_packages_name_them(name: str, lang: str, tmp_path: Path) -> None:
    words = tmp_path / f"{name}.dic"
    words.parent.mkdir(exist_ok=True)
    words.touch()
    told = {"DICPATH": f"/nowhere:{tmp_path}"}
    alone = find_dictionary(lang, told)
    assert alone is None or tmp_path not in alone.words.parents  # the words without their affixes are of no use
    words.with_suffix(".aff").touch()
    found = find_dictionary(lang, told)
    assert found
    assert (found.words, found.affixes) == (words, words.with_suffix(".aff"))
    other = find_dictionary("eu", told)
    assert other is None or tmp_path not in other.words.parents


def test_the_countrys_own_dictionary_comes_first(tmp_path: Path) -> None:
    for name in ("en_AU", "en_GB", "en_US"):
        (tmp_path / f"{name}.dic").touch()
        (tmp_path / f"{name}.aff").touch()
    found = find_dictionary("en", {"DICPATH": str(tmp_path)})
    assert found
    assert found.words == tmp_path / "en_GB.dic"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("acceuil", ("accueil",)),
        ("adrese", ("adresse",)),
        ("ecole", ("école",)),
        ("mairrie", ("mairie",)),
        ("marie", ("mairie",)),
        ("matrie", ("mairie",)),
        ("aller-retour", ("aller retour",)),
        ("xyz", ()),
    ],
)
def test_what_may_be_meant(written: str, expected: tuple[str, ...]) -> None:
    known = {"accueil", "adresse", "école", "mairie", "aller retour"}
    assert meant(written, known.__contains__) == expected
