import pytest

from site_builder.language.dates import format_date
from site_builder.language.place_names import place_name
from site_builder.language.tags import is_french
from site_builder.language.typography import spaced
from site_builder.model.territory import PlaceForms
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("lang", "french"),
    [
        ("fr", True),
        ("fr-CA", True),
        ("FR-ca", True),
        ("fr_FR.UTF-8", True),
        ("fr@euro", True),
        ("frp", False),
        ("fro", False),
        ("fy", False),
        ("en-FR", False),
        ("C.UTF-8", False),
        ("", False),
    ],
)
def test_what_is_french(lang: str, french: bool) -> None:
    assert is_french(lang) is french
    assert spaced("Où ?", lang) == ("Où\u00a0?" if french else "Où ?")


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("fr", ("Le Mas", "au Mas", "du Mas")),
        ("fr-CA", ("Le Mas", "au Mas", "du Mas")),
        ("frp", ("Le Mas", "Le Mas", "Le Mas")),
    ],
)
def test_every_french_has_the_articles_of_french(lang: str, forms: tuple[str, str, str]) -> None:
    name = place_name(level="commune", name="Le Mas", kind=None, lang=lang)
    assert (name.name, name.at, name.of) == forms


@pytest.mark.parametrize(
    ("lang", "at"), [("fr", "dans les Landes"), ("fr-CA", "ès Landes"), ("fr-BE", "dans les Landes")]
)
def test_a_french_of_its_own_has_exceptions_of_its_own(lang: str, at: str) -> None:
    exceptions = {"fr": PlaceForms(at="dans les Landes"), "fr-CA": PlaceForms(at="ès Landes")}
    name = place_name(level="departement", name="Landes", kind=None, lang=lang, exceptions=exceptions)
    assert name.at == at


@pytest.mark.parametrize(("lang", "date"), [("fr-CA", "novembre 2026"), ("fr", "novembre 2026")])
def test_months_of_every_french(lang: str, date: str) -> None:
    assert format_date(TODAY, lang, "month") == date
