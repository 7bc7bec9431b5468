"""A text that cannot be printed is named with its file, in both languages; everything else is printed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_builder.paper.compile import PROBE, CannotSet, Workshop, workshop
from site_builder.paper.faults import at_fault, pages_problem, pieces, unprintable
from site_builder.paper.formats import BY_ID
from site_builder.paper.written import to_json
from tests.conftest import PortalFolder, copy_portal
from tests.unit.paper.conftest import run_printing
from tests.unit.paper.printing import printer_of, said

Portal = Callable[..., PortalFolder]

TREE = """
content/welcome/first.md
    ---
    id: first
    title: Premier
    section: first-steps
    see: "Le lac."
    ---
    Un texte.
content/welcome/first.en.md
    ---
    title: First
    see: "The lake."
    ---
    A text{bad}.
content/welcome/bourg.md
    ---
    id: bourg-first
    title: Au Bourg
    territory: bourg
    section: first-steps
    ---
    Un autre.
content/steps/keys.md
    ---
    id: keys
    title: Les clés
    stage: before
    day: -2
    documents: ["Le bail"]
    ---
    Signez.
"""
CHARACTERS = [
    (
        "content/welcome/first.en.md:5:8 [paper-characters] « First » contient des caractères qui ne "
        "s’impriment pas\u00a0: ☐ (U+2610), 日 (U+65E5). Ce qui en dépend n’est pas imprimé. "
        "→ Écrivez-le en toutes lettres, ou ajoutez dans theme/print/fonts une police qui a ces caractères."
    ),
    (
        "content/welcome/first.en.md:5:8 [paper-characters] “First” contains characters that cannot be printed: "
        "☐ (U+2610), 日 (U+65E5). What depends on it is not printed. "
        "→ Say it in words, or add to theme/print/fonts a font that has these characters."
    ),
]


def packs(root: Path, out: Path) -> dict[str, Any]:
    run_printing(root, "https://portail.example/", out)
    found: dict[str, Any] = json.loads((out / "packs.json").read_text(encoding="utf-8"))
    return found


def test_one_text_stops_its_edition_and_no_other(portal: Portal, tmp_path: Path) -> None:
    made = packs(portal(TREE.replace("{bad}", " ☐ 日")).root, tmp_path / "out")
    assert sorted(made["packs"]) == ["guide:pays-fr", "kit:guide:pays-fr"]
    assert [line.replace("«\u00a0", "« ").replace("\u00a0»", " »") for line in made["problems"]] == CHARACTERS


def test_packs_are_kept_while_nothing_changes(portal: Portal, tmp_path: Path) -> None:
    folder = portal(TREE.replace("{bad}", ""))
    first = packs(folder.root, tmp_path / "one")
    assert sorted(first["packs"]) == ["guide:pays-en", "guide:pays-fr", "kit:guide:pays-en", "kit:guide:pays-fr"]
    assert first["problems"] == []
    file, size, pages = first["packs"]["guide:pays-fr"]
    assert (Path(file).stat().st_size, pages) == (size, 6)
    made_at = Path(file).stat().st_mtime_ns
    text = folder.root / "content/welcome/first.en.md"
    text.write_text(text.read_text(encoding="utf-8").replace("A text", "Another text"), encoding="utf-8")
    second = packs(folder.root, tmp_path / "two")
    assert second["packs"]["guide:pays-fr"] == first["packs"]["guide:pays-fr"]
    assert Path(file).stat().st_mtime_ns == made_at
    assert second["packs"]["guide:pays-en"][0] != first["packs"]["guide:pays-en"][0]
    kept = {Path(path).stem for made in (first, second) for path, _, _ in made["packs"].values()}
    assert {path.stem for path in (folder.root / ".portail/paper").iterdir()} == kept


def test_a_language_whose_letters_no_font_has_is_said_once(tmp_path: Path) -> None:
    made = packs(copy_portal("minimal", tmp_path / "portal").root, tmp_path / "out")
    printed = ("children", "guide:port-calme", "kit:guide:port-calme")
    assert sorted(made["packs"]) == [f"{key}-{lang}" for key in printed for lang in ("en", "fr")]
    assert len(made["problems"]) == 2
    assert made["problems"][1].startswith(
        "data/portal.yml:1:1 [paper-language] Nothing can be printed in the language “ar”: no font has its letters (م"
    )


EVERYTHING = "everything"


class Refusing(Workshop):
    """Refuses some texts, as Typst would: no process of the tests calls Typst itself."""

    def __init__(self, refused: tuple[str, ...]) -> None:
        self._refused = refused

    def set(self, template: str, edition: str, foot: str) -> bytes:
        probe = json.loads(edition)["probe"]["title"] if template == PROBE else ""
        if template != PROBE or probe in self._refused or EVERYTHING in self._refused:
            raise CannotSet("it is refused")
        return b"%PDF"


def test_the_text_at_fault_is_found_by_setting_each_alone(portal: Portal) -> None:
    printer = printer_of(portal(TREE.replace("{bad}", "")).root, "https://portail.example/")
    edition = printer.editions.edition("bourg", "en")
    assert [piece.key for piece in pieces(edition)] == ["block:bourg-first", "block:first", "step:keys"]
    assert unprintable(printer.portal, edition, printer.fonts, printer.root) == []
    found = at_fault(printer.portal, edition, BY_ID["pack"], CannotSet("stopped"), Refusing(("Au Bourg", "Les clés")))
    assert said(found)[1::2] == [
        (
            "content/welcome/bourg.md:1:1 [paper-block] “Au Bourg” cannot be printed: it is refused "
            "→ Simplify how it is set out: paragraphs, lists, links, italics and bold are printed."
        ),
        (
            "content/steps/keys.md:1:1 [paper-block] “Les clés” cannot be printed: it is refused "
            "→ Simplify how it is set out: paragraphs, lists, links, italics and bold are printed."
        ),
    ]


def test_all_texts_may_be_at_fault(portal: Portal) -> None:
    printer = printer_of(portal(TREE.replace("{bad}", "")).root, "https://portail.example/")
    edition = printer.editions.edition("bourg", "en")
    refusing = Refusing(("Au Bourg", "First", "Les clés"))
    found = at_fault(printer.portal, edition, BY_ID["pack"], CannotSet("stopped"), refusing)
    assert [(problem.code, problem.place.path) for problem in found] == [
        ("paper-block", "content/welcome/bourg.md"),
        ("paper-block", "content/welcome/first.en.md"),
        ("paper-block", "content/steps/keys.md"),
    ]


@pytest.mark.parametrize("refused", [(), (EVERYTHING,)], ids=["none", "all"])
def test_where_no_text_is_at_fault_the_template_is(portal: Portal, refused: tuple[str, ...]) -> None:
    printer = printer_of(portal(TREE.replace("{bad}", "")).root, "https://portail.example/")
    edition = printer.editions.edition("bourg", "en")
    found = at_fault(printer.portal, edition, BY_ID["pack"], CannotSet("stopped"), Refusing(refused))
    assert said(found)[1:] == [
        (
            "theme/print/pack.typ:1:1 [paper-template] “Welcome to Le Bourg” (en) cannot be printed, and no text is "
            "the cause: stopped → It is a fault in the print template: tell those who look after the portal."
        )
    ]


def test_a_name_of_the_data_that_cannot_be_printed(portal: Portal) -> None:
    tree = (
        TREE.replace("{bad}", "")
        + """
data/contacts/halls.yml
    contacts:
      - {id: hall, role: town-hall, covers: [pays], name: {fr: "Mairie 日", en: "Town hall 日"}}
"""
    )
    printer = printer_of(portal(tree).root, "https://portail.example/")
    found = unprintable(printer.portal, printer.editions.edition("pays", "en"), printer.fonts, printer.root)
    assert said(found)[1:] == [
        (
            "data/contacts/halls.yml:2:68 [paper-characters] “Town hall 日” contains characters that cannot be "
            "printed: 日 (U+65E5). What depends on it is not printed. "
            "→ Say it in words, or add to theme/print/fonts a font that has these characters."
        )
    ]


class Breaking(Workshop):
    """Refuses what welcomes where all that is told of it is read, as theme/print/probe.typ reads it."""

    def __init__(self) -> None:
        pass

    def set(self, template: str, edition: str, foot: str) -> bytes:
        if template != PROBE or "lines" in json.loads(edition)["probe"]:
            raise CannotSet("it is refused")
        return b"%PDF"


def test_what_welcomes_is_probed_with_all_that_is_told_of_it(tmp_path: Path) -> None:
    printer = printer_of(copy_portal("districts", tmp_path / "portal").root, "https://portail.example/")
    edition = printer.editions.edition("A", "en")
    found = at_fault(printer.portal, edition, BY_ID["pack"], CannotSet("stopped"), Breaking())
    assert edition.welcome is not None
    titles = [item.title for group in edition.welcome.groups for item in group.items]
    assert len(titles) > 2
    assert [(p.code, p.values["title"]) for p in found] == [("paper-block", title) for title in titles]
    probe = (printer.templates / PROBE).read_text(encoding="utf-8")
    assert 'if "lines" in item' in probe
    assert "welcome-item(item)" in probe


@pytest.mark.parametrize(("form", "pages", "told"), [("leaflet", 2, 0), ("leaflet", 3, 1), ("pack", 40, 0)])
def test_a_format_that_paper_bounds(portal: Portal, form: str, pages: int, told: int) -> None:
    printer = printer_of(portal(TREE.replace("{bad}", "")).root, "https://portail.example/")
    found = list(pages_problem(printer.editions.edition("pays", "en"), BY_ID[form], pages))
    assert [(p.code, p.values["pages"], p.values["expected"]) for p in found] == [("paper-pages", 3, 2)][:told]


def test_the_workshop_leaves_no_folder_behind(portal: Portal) -> None:
    printer = printer_of(portal(TREE.replace("{bad}", "")).root, "")
    with workshop(printer.templates, printer.fonts) as shop:
        folder = shop.folder
        assert (folder / "pack.typ").is_file()
    assert not folder.exists()
    assert to_json(printer.editions.edition("pays", "fr")).count('"qr"') == 0
