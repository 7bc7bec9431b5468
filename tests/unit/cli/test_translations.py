"""``portail translations``: what translators read, and what is written when one has been read again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.cli.main import main
from site_builder.model.translation import mark_of, source_parts
from tests.conftest import TODAY, PortalFolder

Run = Callable[..., tuple[int, str, str]]
ENGLISH, FRENCH = {"LANG": "en_GB.UTF-8"}, {"LANG": "fr_FR.UTF-8"}
LAKE = mark_of(source_parts({"title": "Le lac"}, "Le lac est haut."), TODAY)
OLD = mark_of(source_parts({"title": "La dune"}, "La dune.\n\n## Tarifs\n\nCinq euros."), TODAY)
TREE = f"""
content/assets/dune.md
    ---
    id: dune
    title: La dune
    owner: office@valdaine.example
    angle: natural-heritage
    ---
    La dune.

    ## Tarifs

    Six euros.
content/assets/dune.en.md
    ---
    title: The dune  # its name stays
    translated_from: {OLD}
    ---
    The dune.

    ## Prices

    Five euros.
content/assets/lac.md
    ---
    id: lac
    title: Le lac
    angle: natural-heritage
    ---
    Le lac est haut.
content/assets/lac.en.md
    ---
    title: The lake
    ---
    The lake is high.

    ## More
content/assets/mont.md
    ---
    id: mont
    title: Le mont
    angle: natural-heritage
    ---
    Il est vert.
content/assets/pic.md
    ---
    id: pic
    title: Le pic
    angle: natural-heritage
    ---
    Il est gris.
content/assets/pic.en.md
    ---
    title: The peak
    machine_translated: true
    ---
    It is grey.
content/assets/roc.md
    ---
    id: roc
    title: Le roc
    angle: natural-heritage
    ---
    Il est dur.
content/assets/roc.en.md
    ---
    title: The rock
    ---
    It is hard.
content/assets/val.md
    ---
    id: val
    title: Le val
    angle: natural-heritage
    status: draft
    ---
    Il est bas.
"""
TEXT_EN = """\
To translate into English (4 files, 8 words)

Not translated
  content/assets/mont.en.md · 5 words

To read again: the original has changed
  content/assets/dune.en.md · 3 words · read on 21 November 2026 · “Tarifs”

To read again: the translation has headings that the original lacks
  content/assets/lac.en.md · More

Translated by a machine, never checked
  content/assets/pic.en.md

Who looks after it
  nobody named (owner:) · 3 files, 5 words
  office@valdaine.example · 1 file, 3 words

Never confirmed: 1 translation. If its original changes, nothing will say so
  content/assets/roc.en.md
→ Read beside the original, then: portail translations --root {root} confirm FILE… (all of them: confirm --all)
"""
TEXT_FR = """\
À traduire en anglais (4 fichiers, 8 mots)

Sans traduction
  content/assets/mont.en.md · 5 mots

À relire : l’original a changé
  content/assets/dune.en.md · 3 mots · relue le 21 novembre 2026 · « Tarifs »

À relire : la traduction a des titres que l’original n’a pas
  content/assets/lac.en.md · More

Traduit par une machine, jamais relu
  content/assets/pic.en.md

Qui s’en occupe
  office@valdaine.example · 1 fichier, 3 mots
  personne de nommé (owner:) · 3 fichiers, 5 mots

Jamais confirmée : 1 traduction. Si son original change, rien ne le dira
  content/assets/roc.en.md
→ Relisez à côté de l’original, puis : portail translations --root {root} confirm FICHIER… (toutes : confirm --all)
"""


@pytest.fixture
def folder(portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch) -> PortalFolder:
    monkeypatch.setattr(reading, "today_in", lambda _: TODAY)
    monkeypatch.setattr("sys.argv", ["portail"])
    return portal(TREE)


@pytest.fixture
def run(folder: PortalFolder, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str, environ: dict[str, str] = ENGLISH) -> tuple[int, str, str]:
        code = main(["translations", *arguments, "--root", str(folder.root)], environ)
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.mark.parametrize(("environ", "text"), [(ENGLISH, TEXT_EN), (FRENCH, TEXT_FR)])
def test_the_work_that_is_left(environ: dict[str, str], text: str, run: Run, folder: PortalFolder) -> None:
    assert run(environ=environ) == (0, text.format(root=folder.root), "")


def test_the_same_for_a_program(run: Run) -> None:
    code, out, err = run("--format", "json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert told["total"] == {"en": {"words": 8, "missing": 1, "older": 1, "orphan": 1, "machine": 1, "unread": 1}}
    assert told["translations"][1] == {
        "path": "content/assets/dune.en.md",
        "original": "content/assets/dune.md",
        "lang": "en",
        "state": "older",
        "read_on": "2026-11-21",
        "parts": [{"name": "Tarifs", "section": 1, "words": 3}],
        "surplus": [],
        "words": 3,
        "owner": "office@valdaine.example",
    }


def test_confirming_one(run: Run, folder: PortalFolder) -> None:
    file = folder.root / "content/assets/dune.en.md"
    before = file.read_text(encoding="utf-8")
    mark = mark_of(source_parts({"title": "La dune"}, "La dune.\n\n## Tarifs\n\nSix euros."), TODAY)
    written = f"content/assets/dune.en.md: translated_from: {mark}\n"
    assert run("confirm", "content/assets/dune.en.md") == (0, written, "")
    assert file.read_text(encoding="utf-8") == before.replace(OLD, mark)
    assert "dune" not in run()[1]
    assert run("confirm", str(file)) == (0, "content/assets/dune.en.md: already up to date\n", "")


def test_confirming_one_that_was_never_confirmed(run: Run, folder: PortalFolder) -> None:
    run("confirm", "content/assets/lac.en.md")
    text = (folder.root / "content/assets/lac.en.md").read_text(encoding="utf-8")
    assert text == f"---\ntitle: The lake\ntranslated_from: {LAKE}\n---\nThe lake is high.\n\n## More\n"


def test_confirming_all(run: Run, folder: PortalFolder) -> None:
    code, out, err = run("confirm", "--all")
    assert (code, [line.split(":")[0] for line in out.splitlines()], err) == (
        0,
        [
            "content/assets/dune.en.md",
            "content/assets/lac.en.md",
            "content/assets/pic.en.md",
            "content/assets/roc.en.md",
        ],
        "",
    )
    assert "dune" not in run()[1]
    assert "roc" not in run()[1]


@pytest.mark.parametrize("file", ["content/assets/dune.md", "content/assets/mont.en.md", "content/assets/none.md"])
def test_what_is_no_translation(file: str, run: Run, folder: PortalFolder) -> None:
    said = f"{file} is not a translation of the portal: nothing was written.\n"
    assert run("confirm", "content/assets/dune.en.md", file) == (1, "", said)
    assert OLD in (folder.root / "content/assets/dune.en.md").read_text(encoding="utf-8")


def test_confirming_nothing(run: Run, folder: PortalFolder) -> None:
    confirm = f"portail translations --root {folder.root} confirm FILE…"
    said = f"Name the translations that were read ({confirm}), or say that all were (--all).\n"
    assert run("confirm") == (2, "", said)


def test_a_portal_with_nothing_to_do(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["translations", "--root", str(portal().root)], ENGLISH)
    assert capsys.readouterr().out == "Everything is translated, and nothing has changed since.\n"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_portal_whose_translations_nobody_has_confirmed(
    lang: str, portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]
) -> None:
    files = (
        ("wood.md", "id: wood\n    angle: natural-heritage\n    title: Le bois"),
        ("wood.en.md", "title: The wood"),
    )
    root = portal(
        "".join(f"content/assets/{name}\n    ---\n    {front}\n    ---\n    Oh.\n" for name, front in files)
    ).root
    main(["translations", "--root", str(root)], FRENCH if lang == "fr" else ENGLISH)
    said = capsys.readouterr().out
    first = "Jamais confirmée\u00a0: 1 traduction." if lang == "fr" else "Never confirmed: 1 translation."
    assert said.startswith(first)
    assert said.splitlines()[1] == "  content/assets/wood.en.md"
    main(["translations", "confirm", "--all", "--root", str(root)], ENGLISH)
    capsys.readouterr()
    main(["translations", "--root", str(root)], ENGLISH)
    assert capsys.readouterr().out == "Everything is translated, and nothing has changed since.\n"
