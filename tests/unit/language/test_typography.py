import pytest

from site_builder.language.typography import french_spaces, typographic_apostrophes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Horaires : le matin ; ouvert ?", "Horaires\u00a0: le matin\u00a0; ouvert\u00a0?"),
        ("Vraiment ?!", "Vraiment\u00a0?!"),
        ("« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("« Ça va ? »", "«\u00a0Ça va\u00a0?\u00a0»"),
        ("deux  espaces  :", "deux  espaces\u00a0:"),
        ("de 08:30 à 12:00", "de 08:30 à 12:00"),
        ("https://exemple.fr/?a=1;b=2#c!", "https://exemple.fr/?a=1;b=2#c!"),
        ("voir : https://exemple.fr/?q=a !", "voir\u00a0: https://exemple.fr/?q=a\u00a0!"),
        ("a :b", "a :b"),
        ("English: no space; none.", "English: no space; none."),
        ("Déjà\u00a0: fait", "Déjà\u00a0: fait"),
        ("Fin :", "Fin\u00a0:"),
        ("ligne :\nsuite", "ligne\u00a0:\nsuite"),
        ("", ""),
    ],
)
def test_french_spaces(text: str, expected: str) -> None:
    assert french_spaces(text) == expected
    assert french_spaces(expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Isle-d'Espagnac", "L’Isle-d’Espagnac"),
        ("Val'Dordogne", "Val’Dordogne"),
        ("rue 'du' Port", "rue 'du' Port"),
        ("45' 30", "45' 30"),
        ("l'École", "l’École"),
        ("Rock 'n' roll", "Rock 'n' roll"),
    ],
)
def test_typographic_apostrophes(text: str, expected: str) -> None:
    assert typographic_apostrophes(text) == expected
