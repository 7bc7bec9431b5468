"""The names of the languages that a contact speaks, for the readers of each language of the portal."""

import pytest

from site_builder.interface import Interface
from site_builder.render.words import Words

INTERFACE = Interface(
    {
        "fr": {"language.fr": "français", "language.lsf": "langue des signes française"},
        "en": {"language.fr": "French"},
        "ar": {},
    },
    "fr",
)


@pytest.mark.parametrize(
    ("lang", "code", "name"),
    [
        ("fr", "fr", "français"),
        ("en", "fr", "French"),
        ("fr", "br", "breton"),
        ("en", "br", "Breton"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("ar", "fr", "الفرنسية"),
        ("en", "lsf", "langue des signes française"),
        ("ar", "xx-yy", "xx-yy"),
    ],
)
def test_a_language_is_named_in_the_readers_language(lang: str, code: str, name: str) -> None:
    assert Words(lang, "fr", INTERFACE).language(code) == name
