import pytest

from site_builder.language.typography import french_raised, french_spaces, typographic_apostrophes


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
        ("le 24 mai 2019", "le 24\u00a0mai 2019"),
        ("le 1er juin", "le 1er\u00a0juin"),
        ("24 maisons", "24 maisons"),
        ("au XVIIIe siècle", "au XVIIIe\u00a0siècle"),
        ("à la fin du Ier siècle", "à la fin du Ier\u00a0siècle"),
        ("Loi n° 2004-575", "Loi n°\u00a02004-575"),
        ("le n° de la rue", "le n° de la rue"),
        ("", ""),
    ],
)
def test_french_spaces(text: str, expected: str) -> None:
    assert french_spaces(text) == expected
    assert french_spaces(expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1re commune sur 20", ["1", "re", " commune sur 20"]),
        ("1\u202f234e commune", ["1\u202f234", "e", " commune"]),
        ("le 1er mai, les 1ers jours", ["le 1", "er", " mai, les 1", "ers", " jours"]),
        ("du Ier au XVIIIe siècle", ["du I", "er", " au XVIII", "e", " siècle"]),
        ("XVe-XVIe", ["XV", "e", "-XVI", "e", ""]),
        ("Loi n°\u00a05", ["Loi n", "o", "\u00a05"]),
        ("N° 5", ["N", "o", " 5"]),
        ("le n° de la rue", ["le n° de la rue"]),
        ("Ce Le Vie XIXème 8en 0x1e b2e", ["Ce Le Vie XIXème 8en 0x1e b2e"]),
        ("https://gazettes.example/18e", ["https://gazettes.example/18e"]),
        ("", [""]),
    ],
)
def test_letters_that_french_raises(text: str, expected: list[str]) -> None:
    assert french_raised(text) == expected


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
