"""The words that a pack explains at its end: those of its own texts, each once, in the order of a dictionary."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.model.terms import Term
from site_builder.paper.edition import PaperTerm
from site_builder.paper.glossary import vocabulary
from tests.conftest import PortalFolder
from tests.unit.paper.conftest import run_printing
from tests.unit.paper.printing import printer_of
from tests.unit.paper.reading import sheet

TERMS = (
    Term.model_validate({"id": "caf", "acronym": "Caf", "forms": ["CAF"], "term": "caisse", "meaning": "Aide."}),
    Term.model_validate(
        {"id": "visa", "forms": {"fr": ["visa long"], "en": ["long visa"]}, "term": "visa", "meaning": "Un titre."}
    ),
    Term.model_validate({"id": "mairie", "term": "mairie", "meaning": "Le bureau."}),
)


@pytest.mark.parametrize(
    ("lang", "text", "used"),
    [
        ("fr", "La Caf (caisse d’allocations) ou la CAF.", {"caf"}),
        ("fr", "Un visa\nlong, à la mairie.", {"visa"}),
        ("fr", "A long visa, caf.fr, Caf-là.", set()),
        ("en", "A long\u00a0visa from the Caf.", {"caf", "visa"}),
        ("fr", "", set()),
    ],
)
def test_words_of_a_text(lang: str, text: str, used: set[str]) -> None:
    assert vocabulary(TERMS, lang).used_in((text,)) == used


def test_a_glossary_without_forms_finds_nothing() -> None:
    assert vocabulary(TERMS[2:], "fr").used_in(("La mairie.",)) == frozenset()


TREE = """
data/glossary.yml
    terms:
      - id: visa
        forms: {fr: [visa long], en: [long visa]}
        term: {fr: visa long, en: long visa}
        meaning: {fr: "Un titre.", en: "A permit."}
      - {id: rib, acronym: RIB, term: {fr: relevé, en: bank details}, meaning: {fr: "Un numéro.", en: "A number."}}
      - {id: etat, forms: {fr: [état des lieux]}, term: état des lieux, meaning: "Un constat."}
      - {id: absent, acronym: ABS, term: absent, meaning: "Rien."}
content/welcome/flat.md
    ---
    id: flat
    title: Louer
    section: first-steps
    ---
    Un RIB (relevé), puis l’état des lieux et encore le RIB. Un visa long.
"""


def test_a_pack_explains_what_it_says(portal: Callable[..., PortalFolder]) -> None:
    """The block has no English: there it is searched for as French, and explained in English as far as that goes."""
    editions = printer_of(portal(TREE).root, "").editions
    french, english = (editions.edition("pays", lang).terms for lang in ("fr", "en"))
    assert french == (
        PaperTerm(word="état des lieux", spelt="", meaning="Un constat."),
        PaperTerm(word="RIB", spelt="relevé", meaning="Un numéro."),
        PaperTerm(word="visa long", spelt="", meaning="Un titre."),
    )
    assert [str(term.word) for term in english] == ["état des lieux", "long visa", "RIB"]
    assert english[2] == PaperTerm(word="RIB", spelt="bank details", meaning="A number.")


def test_they_stand_at_its_end(portal: Callable[..., PortalFolder], tmp_path: Path) -> None:
    """In the contents, under a heading of their own, before what the paper says of itself."""
    run_printing(portal(TREE).root, "", tmp_path / "out", "pays", formats="pack")
    french, english = (sheet(tmp_path / f"out/pays-{lang}-pack.pdf") for lang in ("fr", "en"))
    contents, _, end = french.rpartition("Les mots de ce guide")
    assert "Les mots de ce guide" in contents
    assert "état des lieux Un constat. RIB · relevé Un numéro. visa long Un titre. " in end
    assert "À propos de ce guide" in end
    assert "long visa A permit. RIB · bank details A number. " in english.rpartition("Words used in this guide")[2]
