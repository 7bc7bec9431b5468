"""Values at the border: what is taken, what is refused, and which language a label really is in."""

import pickle
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from site_builder.model.values import (
    Email,
    Flag,
    Frozen,
    Localized,
    Position,
    Slug,
    Source,
    Telephone,
    Text,
    WebAddress,
    pick,
)

NAME = Localized({"fr": "Mairie", "en": "Town hall"})


class Labels(Frozen):
    """Records in a record, and a field that nobody wrote."""

    labels: tuple[Localized, ...]
    more: int | None = None


@pytest.mark.parametrize(
    ("label", "lang", "reference", "text", "really"),
    [
        (NAME, "en", "fr", "Town hall", "en"),
        (NAME, "ar", "fr", "Mairie", "fr"),
        (NAME, "ar", "de", "Town hall", "en"),  # neither: the first of what there is
        (Localized.model_validate("Mairie"), "en", "fr", "Mairie", "fr"),
        (Localized.model_validate("Rathaus"), "de", "de", "Rathaus", "de"),
        (Localized({"": "Plain", "en": "English"}), "en", "fr", "English", "en"),
    ],
)
def test_pick(label: Localized, lang: str, reference: str, text: str, really: str) -> None:
    picked = pick(label, lang, reference)
    assert picked == Text(text=text, lang=really)
    assert str(picked) == text


@pytest.mark.parametrize(("lang", "text"), [("fr", "Mairie"), ("ar", None)])
def test_the_text_of_exactly_one_language(lang: str, text: str | None) -> None:
    assert NAME.get(lang) == text


def test_labels_that_say_the_same_are_one() -> None:
    other = Localized({"en": "Town hall", "fr": "Mairie"})
    assert {NAME, other, Localized({"fr": "Mairie"})} == {NAME, Localized({"fr": "Mairie"})}


@pytest.mark.parametrize(
    ("kind", "value", "taken"),
    [
        (WebAddress, "https://dax.fr/", True),
        (WebAddress, "http://dax.fr", True),
        (WebAddress, "HTTPS://dax.fr/", True),
        (WebAddress, "https:/dax.fr/a/b", False),
        (WebAddress, "dax.fr", False),
        (WebAddress, "https://", False),
        (WebAddress, "https://dax .fr", False),
        (WebAddress, "javascript:alert(1)", False),
        (Telephone, "05 58 56 80 00", True),
        (Telephone, "+33 5 58 56 80 00", True),
        (Telephone, "15", True),
        (Telephone, "1", False),
        (Telephone, "poste 12", False),
        (Telephone, "1234567890123456", False),
        (Email, "mairie@dax.fr", True),
        (Email, "mairie at dax.fr", False),
        (Email, "@dax.fr", False),
        (Email, "mairie@dax", False),
        (Email, "mairie@dax@ville.fr", False),
        (Email, "ma irie@dax.fr", False),
        (Flag, "true", True),
        (Flag, "false", True),
        (Flag, True, True),
        (Flag, "oui", False),
        (Flag, "yes", False),
        (Slug, "grand-dax-2", True),
        (Slug, "Grand-Dax", False),
        (Slug, "-dax", False),
        (Slug, "été", False),
        (Slug, "a" * 81, False),
    ],
)
def test_what_is_taken(kind: Any, value: object, taken: bool) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    try:
        adapter.validate_python(value)
    except ValidationError:
        assert not taken
    else:
        assert taken


def test_a_scheme_in_capitals_is_the_scheme() -> None:
    assert TypeAdapter(WebAddress).validate_python("HTTPS://Dax.fr/Été") == "https://Dax.fr/Été"


@pytest.mark.parametrize(("written", "flag"), [("true", True), ("false", False), (False, False)])
def test_a_flag(written: object, flag: bool) -> None:
    assert TypeAdapter(Flag).validate_python(written) is flag


def test_the_point_of_a_position_has_its_longitude_first() -> None:
    assert Position(latitude=44.58, longitude=-1.2).point == (-1.2, 44.58)


@pytest.mark.parametrize(
    ("latitude", "longitude", "taken"),
    [("44.58", "-1.2", True), (-90, 180, True), (90.1, 0, False), (0, -180.5, False), ("nord", 0, False)],
)
def test_positions(latitude: object, longitude: object, taken: bool) -> None:
    try:
        Position.model_validate({"latitude": latitude, "longitude": longitude})
    except ValidationError:
        assert not taken
    else:
        assert taken


def test_a_record_that_comes_back_from_bytes_is_written_as_the_same_bytes() -> None:
    source = Source(name="INSEE", url="https://www.insee.fr")
    for record in (source, NAME, Labels(labels=(NAME,))):
        written = pickle.dumps(record)
        again = pickle.loads(written)  # noqa: S301 - our own
        assert (again, again.model_fields_set) == (record, record.model_fields_set)
        assert pickle.dumps(again) == written
