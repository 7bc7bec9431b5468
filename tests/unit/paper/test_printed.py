"""Real files of every format: pages, words, language, tags, fonts, bytes."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pdfua
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from site_builder.paper.dense import page_count
from tests.conftest import PortalFolder
from tests.unit.paper.conftest import Prints, run_printing

Printed = Callable[..., Prints]
PAGES = {"pack": 8, "leaflet": 2, "flyer": 1, "poster": 1, "children": 4}
MOST_BYTES = {"pack": 400_000, "leaflet": 60_000, "flyer": 60_000, "poster": 40_000, "children": 100_000}
EVERY = [(lang, form) for lang in ("fr", "en") for form in PAGES]
TITLES = {"fr": "Bienvenue en Amont", "en": "Welcome to Canton d’Amont"}
CHILDREN = {"fr": "J’arrive en Amont", "en": "I am new in Canton d’Amont"}


def read(prints: Printed, lang: str, form: str) -> PdfReader:
    return PdfReader(io.BytesIO(prints("districts", "A").pdf(f"A-{lang}-{form}")))


def words(reader: PdfReader) -> str:
    """The text on one line, spaces as they are but for the ends of lines."""
    return re.sub(r"[ \n]+", " ", "\n".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize(("lang", "form"), EVERY)
def test_pages_and_bytes(prints: Printed, lang: str, form: str) -> None:
    data = prints("districts", "A").pdf(f"A-{lang}-{form}")
    assert len(PdfReader(io.BytesIO(data)).pages) == page_count(data) == PAGES[form]
    assert len(data) < MOST_BYTES[form]


@pytest.mark.parametrize(("lang", "form"), EVERY)
def test_the_same_bytes_twice(prints: Printed, lang: str, form: str) -> None:
    made = prints("districts", "A")
    assert made.pdf(f"A-{lang}-{form}") == made.again(f"A-{lang}-{form}")


@pytest.mark.parametrize(("lang", "form"), EVERY)
def test_it_says_its_title_its_language_and_that_it_is_tagged(prints: Printed, lang: str, form: str) -> None:
    reader = read(prints, lang, form)
    root = cast("DictionaryObject", reader.trailer["/Root"])
    assert str(root["/Lang"]) == lang
    assert str(cast("DictionaryObject", root["/MarkInfo"])["/Marked"]) == "True"
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.author == "Valdaine"
    assert reader.metadata.title == (CHILDREN if form == "children" else TITLES)[lang]


@pytest.mark.parametrize(("lang", "form"), EVERY)
def test_a_checker_of_pdf_ua_finds_no_error(prints: Printed, lang: str, form: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a.pdf"
    file.write_bytes(prints("districts", "A").pdf(f"A-{lang}-{form}"))
    assert [(f.rule_id, f.message) for f in pdfua.validate(file).findings if f.severity.name == "ERROR"] == []


@pytest.mark.parametrize(("lang", "form"), EVERY)
def test_every_font_is_ours_and_embedded(prints: Printed, lang: str, form: str) -> None:
    reader = read(prints, lang, form)
    found = set()
    for page in reader.pages:
        for font in cast("DictionaryObject", page["/Resources"]).get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]
            found.add(str(descendant["/BaseFont"]).partition("+")[2])
    assert found
    assert found <= {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}


TELEPHONE = "+41 21 000 00 01"
OWN = {"fr": "Votre mairie s’occupe de votre commune", "en": "Your own town hall looks after your commune"}
"""A town's telephone is nobody else's: a sheet of a canton leads to the list of its communes."""
SAID = [
    ("fr", "pack", ["Bienvenue en Amont", TELEPHONE, "112 Toute urgence", "S’inscrire", "Où demander"]),
    ("en", "pack", ["Welcome to Canton d’Amont", TELEPHONE, "112 Any emergency", "Where to ask", "Nursery directory"]),
    ("fr", "leaflet", ["Bienvenue en Amont", OWN["fr"], "112 Toute urgence", "Prendre les clés"]),
    ("en", "leaflet", ["Welcome to Canton d’Amont", OWN["en"], "112 Any emergency", "Get the keys"]),
    ("fr", "flyer", ["Bienvenue en Amont", OWN["fr"], "Amont en bref", "Ce que dit le guide", "Remis par"]),
    ("en", "flyer", ["Welcome to Canton d’Amont", OWN["en"], "Amont at a glance", "Given to you by"]),
    ("fr", "poster", ["Bienvenue en Amont", "valdaine.example/portail/", "Édition de novembre 2026"]),
    ("en", "poster", ["Welcome to Canton d’Amont", "valdaine.example/portail/", "November 2026 edition"]),
    ("fr", "children", ["J’arrive en Amont", "Le lac des enfants", "112 Toute urgence", "Dessine ici"]),
    ("en", "children", ["I am new in Canton d’Amont", "The children’s lake", "112 Any emergency", "Draw here"]),
]


@pytest.mark.parametrize(("lang", "form", "expected"), SAID, ids=[f"{lang}-{form}" for lang, form, _ in SAID])
def test_what_it_says(prints: Printed, lang: str, form: str, expected: list[str]) -> None:
    text = words(read(prints, lang, form)).replace("\u00a0", " ")
    assert [part for part in expected if part not in text] == []


BOOKMARKS = {
    "fr": ["À qui parler d’abord", "En cas d’urgence", "Vos démarches, dans l’ordre", "Premiers pas", "Se loger"],
    "en": ["Who to talk to first", "In an emergency", "What to do, in order", "First steps", "Housing"],
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_bookmarks_of_a_pack_lead_to_its_parts(prints: Printed, lang: str) -> None:
    reader = read(prints, lang, "pack")
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles[2:7] == BOOKMARKS[lang]
    pages = [reader.get_destination_page_number(item) for item in reader.outline if not isinstance(item, list)]
    assert pages[2:7] == [2, 2, 3, 4, 4]


@pytest.mark.parametrize("form", list(PAGES))
def test_french_marks_stay_on_the_line_of_their_words(prints: Printed, form: str) -> None:
    text = words(read(prints, "fr", form))
    marks = re.findall(r"(.)[;:!?](?=\s)", text)
    assert set(marks) <= {"\u00a0", "\u202f"}
    assert marks or form == "poster"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_codes_lead_to_the_permanent_address_of_the_guide(prints: Printed, lang: str) -> None:
    """The code of each section is a link as well: its target is what is encoded."""
    found = {
        str(a.get_object()["/A"]["/URI"])
        for page in read(prints, lang, "pack").pages
        for a in page.get("/Annots", ())
        if "/A" in a.get_object()
    }
    guide = "https://valdaine.example/portail/q/A/"
    assert {guide, f"{guide}#first-steps", f"{guide}#housing"} <= found


LONG = "Saint-Étienne-de-Villeréal-sous-la-Bastide-de-Montauriol"
HALLS = f"""
data/territories/territories.yml
    territories:
      - {{code: pays, level: pays, name: Petit pays}}
      - {{code: bourg, level: commune, name: Le Bourg, parents: [pays]}}
      - {{code: long, level: commune, name: {LONG}, parents: [pays]}}
data/contacts/halls.yml
    contacts:
      - {{id: a, role: town-hall, covers: [bourg], name: {{fr: A, en: A}}, telephone: "05 58 00 00 01"}}
      - {{id: b, role: town-hall, covers: [long], name: {{fr: B, en: B}}, telephone: "05 58 00 00 02"}}
"""


def test_a_telephone_stands_on_the_first_line_of_the_longest_name(
    portal: Callable[..., PortalFolder], tmp_path: Path
) -> None:
    run_printing(portal(HALLS).root, "https://portail.example/", tmp_path / "out", "pays", formats="pack")
    heights: dict[str, list[float]] = {}

    def at(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        for part in ("00\u00a002", "Saint-Étienne-de-", "Montauriol"):
            if part in text:
                heights.setdefault(part, []).append(round(tm[5] * cm[3] + cm[5], 1))

    for page in PdfReader(io.BytesIO((tmp_path / "out" / "pays-fr-pack.pdf").read_bytes())).pages:
        page.extract_text(visitor_text=at)
    assert heights["00\u00a002"][-1] == heights["Saint-Étienne-de-"][-1]
    assert heights["Montauriol"][-1] != heights["Saint-Étienne-de-"][-1]


TABLE = """
content/welcome/bins.md
    ---
    id: bins
    title: Les bacs
    section: first-steps
    ---
    Sortez-les la veille.

    | Bac | Jour |
    |---|---|
    | Jaune | lundi |
    | Vert | jeudi |
content/steps/keys.md
    ---
    id: keys
    title: Les clés
    stage: before
    day: -2
    documents: ["Le bail"]
    ---
    Signez.
content/steps/keys.en.md
    ---
    title: The keys
    ---
    Sign.
"""


def tags(node: object, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tags of a structure tree in reading order, each with its language."""
    if isinstance(node, list):
        for each in node:
            tags(each.get_object(), found)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            found.append((str(node["/S"]), str(node.get("/Lang", ""))))
        if "/K" in node:
            tags(node["/K"].get_object(), found)
    return found


def test_tables_and_foreign_texts_are_tagged_as_what_they_are(
    portal: Callable[..., PortalFolder], tmp_path: Path
) -> None:
    run_printing(portal(TABLE).root, "https://portail.example/", tmp_path / "out", "pays", formats="pack")
    reader = PdfReader(io.BytesIO((tmp_path / "out" / "pays-en-pack.pdf").read_bytes()))
    found = tags(cast("DictionaryObject", reader.trailer["/Root"])["/StructTreeRoot"].get_object(), [])
    names = [name for name, _ in found]
    assert [names.count(name) for name in ("/Table", "/THead", "/TH", "/TD")] == [1, 1, 2, 4]
    assert "fr" in {lang for _, lang in found}
    text = words(reader)
    assert [part for part in ("Jaune lundi", "In French", "What to have ready – Le bail") if part not in text] == []


COLOPHON = {
    "fr": (
        "Édition de novembre 2026",
        "Portail de démonstration : textes non vérifiés par un service public.",
        [
            "Données ouvertes : Registre de Valdaine (CC BY 4.0).",
            "Caractère : Atkinson Hyperlegible Next",
            "Avant d’agir",
        ],
    ),
    "en": (
        "November 2026 edition",
        "Demonstration portal: texts not checked by a public service.",
        ["Open data: Valdaine register (CC BY 4.0).", "Typeface: Atkinson Hyperlegible Next", "Before you act"],
    ),
}


@pytest.mark.parametrize(("lang", "form"), [(lang, form) for lang, form in EVERY if form != "poster"])
def test_it_says_when_it_was_made_from_whose_data_and_what_it_is_not(prints: Printed, lang: str, form: str) -> None:
    month, short, whole = COLOPHON[lang]
    text = re.sub("[\u00a0\u202f]", " ", words(read(prints, lang, form)))
    asked = [month, *whole] if form == "pack" else [month, short]
    assert [part for part in asked if part not in text] == []


def test_contacts_stand_in_two_columns(prints: Printed) -> None:
    found: dict[str, tuple[float, float]] = {}

    def at(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        for name in ("Service social", "Maison de la vallée"):
            if name in text:
                found[name] = (tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5])

    read(prints, "fr", "pack").pages[-1].extract_text(visitor_text=at)
    (left, one), (right, other) = found["Service social"], found["Maison de la vallée"]
    assert right - left > 200
    assert abs(one - other) < 40


@pytest.mark.parametrize(("lang", "form"), [(lang, form) for lang, form in EVERY if form != "pack"])
def test_every_code_is_a_permanent_address(prints: Printed, lang: str, form: str) -> None:
    annotations = (a.get_object() for page in read(prints, lang, form).pages for a in page.get("/Annots", ()))
    found = {str(a["/A"]["/URI"]) for a in annotations if "/A" in a}
    site = "https://valdaine.example/portail/"
    assert f"{site}q/A/" in found
    assert [url for url in found if url.startswith((f"{site}bienvenue/", f"{site}en/welcome/"))] == []


STEP = """
content/steps/s{n:02}.md
    ---
    id: s{n:02}
    title: Pas numéro {n:02}
    stage: before
    day: -{n}
    ---
    {text}
"""


def test_steps_are_spread_over_as_few_pages_as_can_be(portal: Callable[..., PortalFolder], tmp_path: Path) -> None:
    """Two pages hold eleven: the twelfth does not stand alone on the third."""
    text = " ".join(["Demandez à la mairie ce qu’il faut apporter, et gardez une copie de chaque papier."] * 4)
    steps = "".join(STEP.format(n=n, text=text) for n in range(1, 13))
    run_printing(portal(steps).root, "https://portail.example/", tmp_path / "out", "pays", formats="pack")
    pages = PdfReader(io.BytesIO((tmp_path / "out" / "pays-fr-pack.pdf").read_bytes())).pages
    counts = [len(re.findall(r"Pas numéro \d\d", page.extract_text())) for page in pages]
    assert [count for count in counts if count] == [4, 4, 4]


def test_heights_that_are_asked_for_once_are_those_that_the_template_measures(prints: Callable[..., Prints]) -> None:
    printed = prints("districts", "A")
    assert printed.pdf("A-unmeasured") == printed.pdf("A-fr-pack")
