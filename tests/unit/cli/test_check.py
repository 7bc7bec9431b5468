"""``portail check``: what it counts, and what it looks at only when it is asked to."""

import html
import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli.main import main
from tests.conftest import REPOSITORY, PortalFolder

Run = Callable[..., tuple[int, str, str]]
HOST = {name: (REPOSITORY / "tests/portals/minimal" / name).read_bytes() for name in ("mkdocs.yml", "hooks/portail.py")}
FRENCH = {"LANG": "fr_FR.UTF-8"}
LONG = " ".join(["sable"] * 31)
TREE = f"""
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: natural-heritage
    ---
    La dunne est grande.

    {LONG}
content/assets/dune.en.md
    ---
    title: The dune
    ---
    Climb the dune.
"""
COUNTED = "Phrases de plus de 30 mots : 1 (la plus longue, 31 mots : content/assets/dune.md:8:1)."


@pytest.fixture
def run(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    folder = portal(TREE, binary=HOST)
    monkeypatch.setenv("DICPATH", str(REPOSITORY / "tests" / "dictionaries"))

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(["check", *arguments, "--root", str(folder.root)], FRENCH)
        out, err = capsys.readouterr()
        return code, out.replace("\u00a0", " "), err.replace("\u00a0", " ")

    return command


def test_long_sentences_are_counted(run: Run) -> None:
    assert run()[1].splitlines()[-1] == COUNTED
    assert "sentence-long" not in run()[1]
    listed = run("--sentences")[1]
    assert "content/assets/dune.md:8:1 [sentence-long] Cette phrase compte 31 mots : au-delà de 30" in listed


def test_programs_and_github_are_told_too(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = json.loads(run("--format", "json")[1])
    assert list(said) == ["problems", "long_sentences"]
    longest = {"words": 31, "path": "content/assets/dune.md", "line": 8, "column": 1}
    assert said["long_sentences"] == {"more_than": 30, "count": 1, "longest": longest}
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("--format", "github")[1].splitlines()[-1] == COUNTED
    line = summary.read_text(encoding="utf-8").splitlines()[2]
    assert html.unescape(line).replace("\u00a0", " ") == COUNTED


def test_none_is_no_line(portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]) -> None:
    root = str(portal(TREE.replace(LONG, "Du sable."), binary=HOST).root)
    assert main(["check", "--root", root], FRENCH) == 0
    assert "Phrases" not in capsys.readouterr().out
    assert main(["check", "--root", root, "--format", "json"], FRENCH) == 0
    assert json.loads(capsys.readouterr().out)["long_sentences"] == {"more_than": 30, "count": 0}


def test_spelling_is_looked_at_when_it_is_asked_for(run: Run) -> None:
    assert "[spelling]" not in run()[1]
    code, out, err = run("--spelling")
    assert (code, err) == (0, "")
    assert (
        "content/assets/dune.md:6:4 [spelling] « dunne » n’est pas dans le dictionnaire.\n"
        "    → Peut-être : dune\n    → Si le mot est juste, ajoutez-le à data/spelling.yml :\n"
        "    → words: {fr: [dunne]}\n"
    ) in out


def test_what_is_not_there_to_look_with_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.language.spelling.SYSTEM_FOLDERS", ())
    monkeypatch.setenv("DICPATH", "/nowhere")
    code, out, err = run("--spelling")
    assert (code, "[spelling]" in out) == (0, False)
    assert err == (
        "L’orthographe n’a pas été vérifiée dans ces langues, faute de dictionnaire : fr, en. "
        "La variable DICPATH dit où chercher.\n"
    )
    run()
    monkeypatch.setattr("site_builder.cli.spelling.library_is_there", lambda: False)
    install = shlex.join((sys.executable, "-m", "pip", "install", "spylls"))
    code, out, err = run("--spelling")
    assert (code, err) == (0, f"L’orthographe n’a pas été vérifiée : il faut d’abord « {install} ».\n")


def test_only_the_files_that_are_named_are_told_of(
    run: Run, portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By any name: from here, from the portal, whole; a folder stands for its files."""
    bad = "content/pages/bad.md\n    \ttabs\ncontent/pages/other.md\n    \ttabs\n"
    pages = portal(bad, needed=False).root / "content" / "pages"
    monkeypatch.chdir(pages)
    told = {}
    for name in ("bad.md", "content/pages/bad.md", str(pages), "../assets/dune.md", "../.."):
        code, said, _ = run(name, "--format", "json")
        told[name] = (code, {problem["path"] for problem in json.loads(said)["problems"]})
    assert told == {
        "bad.md": (1, {"content/pages/bad.md"}),
        "content/pages/bad.md": (1, {"content/pages/bad.md"}),
        str(pages): (1, {"content/pages/bad.md", "content/pages/other.md"}),
        "../assets/dune.md": (0, set()),
        "../..": (1, {"content/pages/bad.md", "content/pages/other.md"}),
    }


def test_a_file_that_is_not_in_the_portal_is_not_in_order(run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path.with_name("elsewhere.md")
    elsewhere.write_text("\ttabs\n", encoding="utf-8")
    for name in ("absent.md", str(elsewhere), f"../{elsewhere.name}"):
        assert run(name) == (2, "", f"Il n’y a pas de fichier {name} dans ce portail.\n")


TOGETHER = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    summary: Du sable.
    angle: natural-heritage
    ---
    La dune. Voir [la plage](beach.md#le-sable) et [le port](port.md).
content/assets/dune.en.md
    ---
    title: The dune
    translated_from: 2026-10-01 000000
    ---
    The dune.
content/assets/beach.md
    ---
    id: beach
    title: La plage
    angle: natural-heritage
    proofs: [sand]
    ---
    ## Les grains

    Du sable.
content/assets/port.md
    ---
    id: port
    title: Le port
    angle: natural-heritage
    status: draft
    ---
    Des bateaux.
content/assets/sand.md
    ---
    id: dune
    title: Le sable
    angle: natural-heritage
    ---
    Du sable.
content/proofs/sand.md
    ---
    id: sand
    title: Le sable est fin
    dated: 2026
    valid_until: 2099-12-31
    status: draft
    sources: [{name: Relevé, url: https://releve.example/}]
    ---
    Mesuré.
content/welcome/core.md
    ---
    id: core
    title: S’inscrire
    section: housing
    see: Voyez la mairie.
    ---
    Allez à la mairie.
content/welcome/town.md
    ---
    id: town
    title: S’inscrire au Bourg
    territory: bourg
    overrides: core
    mode: replace
    against: v000000-230688-ffffff
    see: Voyez la mairie.
    ---
    Allez à la mairie annexe.
content/welcome/draft.md
    ---
    id: former
    title: Se loger
    section: housing
    status: draft
    ---
    Cherchez.
content/welcome/adapted.md
    ---
    id: adapted
    title: Se loger au Bourg
    territory: bourg
    overrides: former
    mode: replace
    ---
    Demandez.
"""
CAUSED = {
    "content/assets/dune.md": {
        ("content/assets/dune.en.md:3:18", "translation-older"),
        ("content/assets/dune.en.md:1:1", "field-untranslated"),
        ("content/assets/sand.md:2:5", "duplicate-id"),
    },
    "content/assets/beach.md": {("content/assets/dune.md:7:15", "dead-anchor")},
    "content/assets/port.md": {("content/assets/dune.md:7:48", "link-unpublished")},
    "content/proofs/sand.md": {("content/assets/beach.md:5:10", "proof-unpublished")},
    "content/welcome/core.md": {("content/welcome/town.md:7:10", "override-stale")},
    "content/welcome/draft.md": {("content/welcome/adapted.md:5:12", "override-of-unpublished")},
}


def test_what_a_file_causes_in_others_is_told_with_it(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(portal(TOGETHER, binary=HOST).root)
    caused = {}
    for file in CAUSED:
        main(["check", file, "--root", root, "--format", "json"], FRENCH)
        told = json.loads(capsys.readouterr().out)["problems"]
        places = {(f"{each['path']}:{each['line']}:{each['column']}", each["code"]) for each in told}
        caused[file] = {(place, code) for place, code in places if not place.startswith(f"{file}:")}
    assert caused == CAUSED


def test_an_id_of_two_files_stops_both(portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]) -> None:
    root = str(portal(TOGETHER, binary=HOST).root)
    lines = {}
    for file in ("content/assets/dune.md", "content/assets/sand.md"):
        assert main(["check", file, "--root", root], {"LANG": "en"}) == 1
        lines[file] = [line for line in capsys.readouterr().out.splitlines() if "[duplicate-id]" in line]
    said = "content/assets/sand.md:2:5 [duplicate-id] The id “dune” already belongs to content/assets/dune.md:2:5."
    assert lines == {"content/assets/dune.md": [said], "content/assets/sand.md": [said]}
