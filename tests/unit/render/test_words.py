"""How one language of a portal says its values, and what it borrows."""

from collections.abc import Mapping
from datetime import date

import pytest
from markupsafe import escape

from site_builder.interface import Interface
from site_builder.model.values import Localized, Text
from site_builder.render.words import Words

TEXTS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "n.one": "{n} lieu",
        "n.other": "{n} lieux",
        "nth.one": "{n}re",
        "nth.other": "{n}e",
        "at": "Bienvenue {at}",
        "language.lsf": "langue des signes",
        "theme.sea": "la mer",
        "theme.ville": "la ville",
    },
    "en": {
        "n.one": "{n} place",
        "n.other": "{n} places",
        "nth.one": "{n}st",
        "nth.two": "{n}nd",
        "nth.few": "{n}rd",
        "nth.other": "{n}th",
        "language.de": "German (Germany)",
        "theme.sea": "the sea",
    },
    "ar": {},
}
WORDS = {lang: Words(lang, "fr", Interface(TEXTS, "fr")) for lang in TEXTS}


@pytest.mark.parametrize(
    ("lang", "count", "text"),
    [
        ("fr", 1, "1 lieu"),
        ("fr", 12345, "12\u202f345 lieux"),
        ("en", 1, "1 place"),
        ("en", 12345, "12,345 places"),
        ("ar", 3, None),  # borrowed, with a number as Arabic writes it
    ],
)
def test_counts(lang: str, count: int, text: str | None) -> None:
    said = WORDS[lang].t("n", n=count).replace("\u00a0", "\u202f")
    assert said == text if text else said.endswith(" lieux")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", ["1re", "2e", "3e", "4e", "11e", "21e"]),
        ("en", ["1st", "2nd", "3rd", "4th", "11th", "21st"]),
        ("eu", ["1re", "2e", "3e", "4e", "11e", "21e"]),  # borrowed, with the categories of the language that lends it
    ],
)
def test_places_in_an_order(lang: str, said: list[str]) -> None:
    words = Words(lang, "fr", Interface(TEXTS, "fr"))
    assert [words.nth("nth", n) for n in (1, 2, 3, 4, 11, 21)] == said


def test_texts_are_borrowed_and_filled() -> None:
    assert WORDS["en"].t("at", at="à Dax") == "Bienvenue à Dax"


@pytest.mark.parametrize(
    ("lang", "value", "text", "said_in"),
    [
        ("fr", "sea", "la mer", "fr"),
        ("en", "sea", "the sea", "en"),
        ("ar", "sea", "la mer", "fr"),
        ("en", "ville", "la ville", "fr"),
        ("en", "montagne {n}", "montagne {n}", "fr"),
    ],
)
def test_an_editor_s_own_words(lang: str, value: str, text: str, said_in: str) -> None:
    assert WORDS[lang].keyword("theme", value) == Text(text=text, lang=said_in)


@pytest.mark.parametrize(
    ("lang", "code", "name"),
    [
        ("fr", "lsf", "langue des signes"),
        ("fr", "pt", "portugais"),
        ("en", "pt", "Portuguese"),
        ("en", "de", "German (Germany)"),  # the interface's own word comes first
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("ar", "lsf", "langue des signes"),
        ("fr", "x-unknown", "x-unknown"),
    ],
)
def test_names_of_languages(lang: str, code: str, name: str) -> None:
    assert WORDS[lang].language(code) == name


@pytest.mark.parametrize(
    ("lang", "day", "hours", "listed"),
    [
        ("fr", "1er juin 2026", True, "A, B et C"),
        ("en", "1 June 2026", True, "A, B and C"),
    ],
)
def test_dates_hours_and_lists(lang: str, day: str, hours: bool, listed: str) -> None:
    words = WORDS[lang]
    assert words.date(date(2026, 6, 1)) == day
    assert (words.hours("Mo-Fr 09:00-12:00")[0] != ()) is hours
    assert words.hours("on request") == ((), lang)
    assert words.list(["A", "B", "C"]) == listed


ODD_WEEKS = "week 1-53/2 Mo 09:00-12:00"


@pytest.mark.parametrize(
    ("lang", "written", "really"),
    [
        ("fr", ODD_WEEKS, "fr"),
        ("en", ODD_WEEKS, "en"),
        ("ar", ODD_WEEKS, "fr"),  # "odd weeks" is not among CLDR's words
        ("ar", "Mo-Fr 09:00-12:00", "ar"),
        ("x-unknown", "Mo-Fr 09:00-12:00", "fr"),
    ],
)
def test_hours_say_which_language_they_are_in(lang: str, written: str, really: str) -> None:
    lines, said_in = Words(lang, "fr", Interface(TEXTS, "fr")).hours(written)
    assert said_in == really
    assert lines == WORDS[really].hours(written)[0] != ()


@pytest.mark.parametrize(
    ("lang", "degrees", "text"),
    [
        ("fr", -1.25, "\u22121,25"),
        ("en", -1.25, "\u22121.25"),
        ("fr", 44.123456, "44,123"),
        ("en", 44.1235, "44.123"),
        ("fr", 46.0, "46"),
        ("fr", -0.0003, "0"),
    ],
)
def test_degrees(lang: str, degrees: float, text: str) -> None:
    assert WORDS[lang].degrees(degrees) == text


@pytest.mark.parametrize(("lang", "text", "really"), [("en", "Town hall", "en"), ("ar", "Mairie", "fr")])
def test_labels(lang: str, text: str, really: str) -> None:
    assert WORDS[lang].label(Localized({"fr": "Mairie", "en": "Town hall"})) == Text(text=text, lang=really)


@pytest.mark.parametrize(("page", "text", "attribute"), [("fr", "fr", None), ("fr", "en", "en"), ("ar", "fr", "fr")])
def test_what_is_in_another_language_is_marked(page: str, text: str, attribute: str | None) -> None:
    assert WORDS[page].foreign(text) == attribute


@pytest.mark.parametrize(("lang", "text"), [("fr", "Où\u00a0?"), ("en", "Où ?"), ("ar", "Où ?")])
def test_french_spaces_are_french(lang: str, text: str) -> None:
    assert WORDS[lang].polish("Où ?") == text


@pytest.mark.parametrize(
    ("lang", "html"), [("fr", "1<sup>re</sup> &amp; 2<sup>e</sup>"), ("en", "1re &amp; 2e"), ("ar", "1re &amp; 2e")]
)
def test_french_letters_are_raised(lang: str, html: str) -> None:
    said = WORDS[lang].raised("1re & 2e")
    assert (escape(said), str(said)) == (html, "1re & 2e")


def test_a_line_with_nothing_to_raise_is_plain_text() -> None:
    assert WORDS["fr"].raised("Dax & Pau") == "Dax & Pau"
