"""Small values that pages show: telephone links, initials, years."""

import pytest

from site_builder.model.ambassador import Ambassador
from site_builder.model.entry import Content
from site_builder.model.page import Page
from site_builder.render.views.common import initials, years
from site_builder.render.views.contact import telephone_href


@pytest.mark.parametrize(
    ("telephone", "href"),
    [
        ("05 58 56 80 00", "tel:+33558568000"),
        ("+33 5 58 56 80 00", "tel:+33558568000"),
        ("+41 21 000 00 01", "tel:+41210000001"),
        ("15", "tel:15"),
        ("3949", "tel:3949"),
        ("0 800 11 22", "tel:08001122"),
    ],
)
def test_telephone_links(telephone: str, href: str) -> None:
    assert telephone_href(telephone) == href


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Michel de Montaigne", "MM"),
        ("Aliénor d’Aquitaine", "AA"),
        ("Colette", "C"),
        ("Jean-Paul Sartre", "JS"),
        ("Nora Ann Lindqvist", "NL"),
        ("les frères", ""),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def person(**values: object) -> Ambassador:
    return Ambassador.model_validate({"id": "p", "title": "P", "theme": "sport", **values})


@pytest.mark.parametrize(
    ("version", "text"),
    [
        (person(born={"year": 1533}, died={"year": 1592}), "1533 – 1592"),
        (person(born={"year": 1533}), ""),
        (person(died={"year": 1592}), ""),
        (Page(id="p", title="P"), ""),
    ],
)
def test_years(version: Content, text: str) -> None:
    assert years(version) == text
