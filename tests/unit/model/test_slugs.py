import pytest

from site_builder.model.slugs import fold, slugify


@pytest.mark.parametrize(
    ("text", "folded", "slug"),
    [
        ("Saint-Vincent-de-Tyrosse", "saint vincent de tyrosse", "saint-vincent-de-tyrosse"),
        ("L'Isle-d'Espagnac", "l isle d espagnac", "l-isle-d-espagnac"),
        ("L’Isle-d’Espagnac", "l isle d espagnac", "l-isle-d-espagnac"),
        ("Œuvre ÆGIR Straße", "oeuvre aegir strasse", "oeuvre-aegir-strasse"),
        ("  Éco–quartier  nº 2 ", "eco quartier no 2", "eco-quartier-no-2"),
        ("Angoumé", "angoume", "angoume"),
        ("Angoume\u0301", "angoume", "angoume"),  # the accent as a letter of its own
        ("A\u00a0B", "a b", "a-b"),
        ("北京", "北京", ""),
        ("الرَّباط (Rabat)", "الرباط rabat", "rabat"),
        ("Ελλάδα ٣٣_a", "ελλαδα ٣٣ a", "a"),
        ("दिल्ली", "दलल", ""),  # vowel signs are marks
        ("Sør", "sør", "s-r"),
        ("!?", "", ""),
        ("", "", ""),
        ("../../etc/passwd", "etc passwd", "etc-passwd"),
    ],
)
def test_text_to_key_and_address(text: str, folded: str, slug: str) -> None:
    assert (fold(text), slugify(text)) == (folded, slug)
