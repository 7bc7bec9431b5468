"""Other words for those of a record: whole words, in the singular and the plural, whatever their accents."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from site_builder.model.page import Door
from site_builder.model.search import SearchLanguage, SearchWords
from site_builder.outputs.search.record import Record
from site_builder.outputs.search.synonyms import Synonyms

WORDS = SearchWords(
    languages=(
        SearchLanguage(
            code="fr",
            same=(
                ("médecin", "docteur", "GP"),
                ("carte grise", "immatriculation"),
                ("école", "school"),
                ("seul",),
            ),
        ),
    )
)


def record(title: str, text: str = "") -> Record:
    return Record(url="/a/", lang="fr", kind="block", title=title, text=Markup(text), door=Door.WELCOME)  # noqa: S704


@pytest.mark.parametrize(
    ("title", "text", "near", "far"),
    [
        ("Choisir un médecin", "", ("docteur", "GP"), ()),
        ("Les MEDECINS d’ici", "", ("docteur", "GP"), ()),
        ("Se soigner", "<p>Un <em>docteur</em> vous suit.</p>", (), ("médecin", "GP")),
        ("Un docteur", "<p>Le médecin, ou GP</p>", ("médecin", "GP"), ("docteur",)),
        ("Mettre à jour la carte grise", "", ("immatriculation",), ()),
        ("Des cartes grises", "", ("immatriculation",), ()),
        ("Une carte de visite grise", "", (), ()),
        ("Les écoliers", "", (), ()),
        ("L’école", "<p>Une école</p>", ("school",), ()),
        ("Docteur ou médecin, GP", "", (), ()),
        ("Tout seul", "", (), ()),
        ("Un lien", '<a href="/medecin/">ici</a>', (), ()),
    ],
)
def test_what_a_record_is_also_found_by(title: str, text: str, near: tuple[str, ...], far: tuple[str, ...]) -> None:
    found = Synonyms(WORDS, "fr").added_to(record(title, text))
    assert (found.near, found.far) == (near, far)


def test_a_language_without_words_adds_none() -> None:
    assert Synonyms(WORDS, "en").added_to(record("Un médecin")) == record("Un médecin")


@pytest.mark.parametrize(
    ("kind", "far"), [("block", 2), ("step", 2), ("easy", 2), ("word", 2), ("asset", 0), ("person", 0), ("part", 0)]
)
def test_only_what_explains_is_found_by_other_words_for_its_text(kind: str, far: int) -> None:
    """A place to see whose text says “hospital” is no answer to “emergency”."""
    told = replace(record("École", "<p>Un médecin</p>"), kind=kind)
    found = Synonyms(WORDS, "fr").added_to(told)
    assert (found.near, len(found.far)) == (("school",), far)


def test_a_record_keeps_its_own_words() -> None:
    told = replace(record("École"), near=("classe", "school"))
    assert Synonyms(WORDS, "fr").added_to(told).near == ("classe", "school")
