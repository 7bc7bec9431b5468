"""Small values that pages show: telephone links, initials, years."""

import pytest

from site_builder.model.ambassador import Ambassador
from site_builder.model.entry import Content
from site_builder.model.page import Page
from site_builder.model.values import Source
from site_builder.render.views.common import initials, source_view, years
from site_builder.render.views.guide.contact import telephone_href


@pytest.mark.parametrize(
    ("telephone", "country_code", "href"),
    [
        ("05 58 56 80 00", "+33", "tel:+33558568000"),
        ("+33 5 58 56 80 00", "+33", "tel:+33558568000"),
        ("+41 21 000 00 01", "+33", "tel:+41210000001"),
        ("00 41 21 000 00 01", "+33", "tel:0041210000001"),
        ("15", "+33", "tel:15"),
        ("3949", "+33", "tel:3949"),
        ("0 800 11 22", "+33", "tel:08001122"),
        ("0123 45678", "+49", "tel:+4912345678"),
        ("021 000 00 01", "+41", "tel:+41210000001"),
        ("05 58 56 80 00", None, "tel:0558568000"),
        ("+33 5 58 56 80 00", None, "tel:+33558568000"),
    ],
)
def test_telephone_links(telephone: str, country_code: str | None, href: str) -> None:
    assert telephone_href(telephone, country_code) == href


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


@pytest.mark.parametrize(
    ("source", "year"),
    [
        ({"name": "Workshop record, 16 March 2021", "year": 2021}, None),
        ({"name": "Workshop record", "year": 2021, "detail": "session of 16 March 2021"}, None),
        ({"name": "Workshop record of 2020", "year": 2021}, 2021),
        ({"name": "Workshop record"}, None),
    ],
)
def test_the_year_of_a_source_is_said_once(source: dict[str, object], year: int | None) -> None:
    assert source_view(Source.model_validate(source), "").year == year


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
