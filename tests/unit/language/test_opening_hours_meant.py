"""Hours in words, read as a notation that a page can put into any language."""

import pytest

from site_builder.language.opening_hours_meant import hours_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lu-Ve 09:00-12:00", "Mo-Fr 09:00-12:00"),
        ("lundi-vendredi 9h-12h", "Mo-Fr 09:00-12:00"),
        ("Du lundi au vendredi de 9h à 12h30 et de 14h à 17h", "Mo-Fr 09:00-12:30,14:00-17:00"),
        ("Lundi, mardi et jeudi : 8h30 – 12h", "Mo,Tu,Th 08:30-12:00"),
        ("lun-ven 9h-12h, sam 10h-12h", "Mo-Fr 09:00-12:00; Sa 10:00-12:00"),
        ("Lu-Ve 9h-12h ; samedi fermé", "Mo-Fr 09:00-12:00; Sa off"),
        ("Monday to Friday 9:00 to 17:30", "Mo-Fr 09:00-17:30"),
        ("Mon-Fri 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("lundi 9h", None),
        ("Mo-Fr 9:00-25:00", None),
        ("Monday 9:00 am to 5:00 pm", None),
        ("sur rendez-vous", None),
        ("mar 9h-12h", None),
        ("", None),
    ],
)
def test_hours_meant(written: str, meant: str | None) -> None:
    assert hours_meant(written) == meant
