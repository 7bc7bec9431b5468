"""``portail overrides``: what a coordinator reads, and what is written when an adaptation has been read again."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli.main import main
from site_builder.model.block import edition_of
from tests.conftest import PortalFolder, copy_portal
from tests.unit.cli.test_history import git

Run = Callable[..., tuple[int, str, str]]
ENGLISH, FRENCH = {"LANG": "en_GB.UTF-8"}, {"LANG": "fr_FR.UTF-8"}
REGISTER = edition_of(
    "S’inscrire",
    "Inscrivez-vous à la mairie. Le [guide de Saint-Jean](territory:101) dit où.",
    "Allez voir [le lac](../assets/lake.md).",
)
WASTE = edition_of(
    "Trier",
    "Triez avant [le mardi](#pourquoi).\n\n## Pourquoi\n\nLe camion passe ce jour-là.",
    "Allez voir le compost du canton.",
)
WASTE_A = edition_of("Trier en Amont", "En Amont, triez avant le jeudi.", "Allez voir la déchèterie d’Amont.")
OLDER = f"v000000-000000-{WASTE[15:]}"
BESIDE = f"read beside {OLDER}"
BLANK = " " * len(BESIDE)
SNOW, WASTE_B = "content/welcome/up/snow.md", "content/welcome/down/waste-b.md"


NEVER = "Never confirmed: 2 adaptations, which nothing will flag. The same command without --stale shows them.\n"


@pytest.fixture
def districts(tmp_path: Path) -> PortalFolder:
    """Its adaptation in Aval was read beside another text; the one of the Cols is up to date."""
    return copy_portal("districts", tmp_path / "portal")


@pytest.fixture
def run(districts: PortalFolder, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("waste", "--stale")``: the exit code, what was printed, what was said on standard error."""

    def command(*arguments: str, environ: dict[str, str] = ENGLISH) -> tuple[int, str, str]:
        code = main(["overrides", "--root", str(districts.root), *arguments], environ)
        out, err = capsys.readouterr()
        return code, out, err

    return command


READ = f"read beside {REGISTER}"
REGISTER_EN = f"""\
register · S’inscrire · Valdaine
  {REGISTER} · fr, en · content/welcome/register.md
  snow        adds after  District des Cols  up to date                  {READ}  content/welcome/up/snow.md
"""
WASTE_HEAD = f"""\
waste · Trier · Valdaine
  {WASTE} · fr, en · content/welcome/waste.md
"""


def test_all_of_them(run: Run) -> None:
    assert run() == (
        0,
        f"""{REGISTER_EN}
{WASTE_HEAD}\
  waste-a     replaces    Amont              never confirmed             {BLANK}  content/welcome/up/waste-a.md
    no-waste  hides       L’Aubépine         never confirmed             {BLANK}  content/welcome/up/no-waste.md
  waste-b     replaces    Aval               to read again: title, text  {BESIDE}  content/welcome/down/waste-b.md

2 blocks adapted by 4 territories; 1 adaptation to read again, 2 never confirmed.
""",
        "",
    )


def test_in_french(run: Run) -> None:
    code, out, err = run("waste-b", environ=FRENCH)
    assert (code, err) == (0, "")
    assert out.replace("\u00a0", " ") == (
        f"{WASTE_HEAD}"
        "  waste-b  remplace  Aval  à relire : titre, texte  "
        f"relue à côté de {OLDER}  content/welcome/down/waste-b.md\n"
        "\nCe qui a changé dans « waste » depuis que l’adaptation « waste-b » a été relue n’est pas connu : "
        "ce fichier n’a pas d’historique Git ici.\n"
        "\n1 bloc adapté par 1 territoire ; 1 adaptation à relire.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["register"], ["snow"]),
        (["waste"], ["waste-a", "no-waste", "waste-b"]),
        (["waste-a"], ["waste-a"]),
        (["no-waste"], ["no-waste"]),
        (["VD"], ["snow", "waste-a", "no-waste", "waste-b"]),
        (["valdaine"], ["snow", "waste-a", "no-waste", "waste-b"]),
        (["A"], ["snow", "waste-a", "no-waste"]),
        (["Canton d'amont"], ["snow", "waste-a", "no-waste"]),
        (["102"], ["no-waste"]),
        (["aubep"], ["no-waste"]),
        (["B"], ["snow", "waste-b"]),
        (["--stale"], ["waste-b"]),
        (["--stale", "A"], []),
        (["--stale", "waste"], ["waste-b"]),
        (["201"], []),
        (["waste", "--confirm", "snow"], None),
    ],
)
def test_which_ones(arguments: list[str], ids: list[str] | None, run: Run) -> None:
    code, out, err = run("--format", "json", *arguments)
    found = json.loads(out)
    if ids is None:
        assert [row["id"] for row in found["confirmed"]] == ["snow"]
    else:
        assert [row["id"] for block in found["blocks"] for row in block["adaptations"]] == ids
        assert found["total"]["adaptations"] == len(ids)
    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["snow-core"], "No block and no territory of the portal matches “snow-core”.\n"),
        (["Dax", "--confirm", "snow"], "No block and no territory of the portal matches “Dax”.\n"),
    ],
)
def test_a_name_that_nothing_has(arguments: list[str], said: str, run: Run) -> None:
    assert run(*arguments) == (1, "", said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--stale", "A"], f"Nothing is to be read again.\n{NEVER}"),
        (["--stale", "register"], "Nothing is to be read again.\n"),
        (["201"], "No adaptation is written here: 201.\nIts guide also shows those of: District des Cols, Aval.\n"),
        (["B1"], "No adaptation is written here: B1.\nIts guide also shows those of: Aval.\n"),
        (
            ["B1", "--stale"],
            "Nothing is to be read again.\nIts guide also shows adaptations to read again, of: Aval.\n",
        ),
    ],
)
def test_nothing_to_show(arguments: list[str], said: str, run: Run) -> None:
    assert run(*arguments) == (0, said, "")


def test_a_block_that_nobody_adapts(run: Run, districts: PortalFolder) -> None:
    for path in (WASTE_B, "content/welcome/up/waste-a.md", "content/welcome/up/no-waste.md"):
        (districts.root / path).unlink()
    assert run("waste") == (0, "Nobody adapts the block “waste”.\n", "")
    (districts.root / SNOW).unlink()
    assert run() == (0, "No block is adapted.\n", "")


def test_one_adaptation_as_json(run: Run) -> None:
    _, out, _ = run("snow", "--format", "json")
    assert json.loads(out) == {
        "blocks": [
            {
                "id": "register",
                "title": "S’inscrire",
                "territory": "VD",
                "edition": REGISTER,
                "languages": ["fr", "en"],
                "path": "content/welcome/register.md",
                "changed_in": None,
                "adaptations": [
                    {
                        "id": "snow",
                        "title": "La neige",
                        "territory": "AB",
                        "edition": edition_of(
                            "La neige", "Demandez la carte de la neige.", "Allez voir la route du col."
                        ),
                        "languages": ["fr"],
                        "path": SNOW,
                        "overrides": "register",
                        "mode": "append",
                        "audiences": [],
                        "against": REGISTER,
                        "read_on": None,
                        "reading": "current",
                        "changed": [],
                        "acts": True,
                    }
                ],
            }
        ],
        "total": {"blocks": 1, "territories": 1, "adaptations": 1, "older": 0, "never": 0},
    }


def against(folder: PortalFolder, path: str) -> list[str]:
    return [line for line in (folder.root / path).read_text("utf-8").splitlines() if line.startswith("against:")]


def test_confirming_one(run: Run, districts: PortalFolder) -> None:
    assert run("--confirm", "waste-b") == (0, f"{WASTE_B}: against: {WASTE}\n", "")
    assert against(districts, WASTE_B) == [f"against: {WASTE}"]
    assert run("--confirm", "waste-b", "waste-b") == (0, f"{WASTE_B}: already confirmed\n", "")
    assert run("--stale") == (0, f"Nothing is to be read again.\n{NEVER}", "")
    assert [problem.code for problem in districts.check().problems if problem.code == "override-stale"] == []


def test_confirming_what_adapts_an_adaptation(run: Run, districts: PortalFolder) -> None:
    assert run("--confirm", "no-waste", "snow")[0] == 0
    assert against(districts, "content/welcome/up/no-waste.md") == [f"against: {WASTE_A}"]


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["--confirm", "--all"], ["no-waste", "waste-a", "waste-b"]),
        (["--confirm", "--all", "--stale"], ["waste-b"]),
        (["A", "--confirm", "--all"], ["no-waste", "waste-a"]),
        (["register", "--confirm", "--all"], []),
    ],
)
def test_confirming_all_that_would_be_shown(arguments: list[str], written: list[str], run: Run) -> None:
    code, out, err = run("--format", "json", *arguments)
    done = json.loads(out)["confirmed"]
    assert (code, err) == (0, "")
    assert sorted(row["id"] for row in done if row["outcome"] == "written") == written
    assert {row["error"] for row in done} == {None}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--confirm", "waste-b", "waste"], 1, "No adaptation is called “waste”: nothing was written.\n"),
        (["--confirm", "waste-b", "nobody"], 1, "No adaptation is called “nobody”: nothing was written.\n"),
        (
            ["--confirm"],
            2,
            "Name the adaptations that were read (--confirm ID ID), or say that all were (--confirm --all).\n",
        ),
        (["--all"], 2, "--all goes with --confirm: nothing was written.\n"),
    ],
)
def test_nothing_is_written(arguments: list[str], code: int, said: str, run: Run, districts: PortalFolder) -> None:
    assert run(*arguments) == (code, "", said)
    assert against(districts, WASTE_B) == [f"against: {OLDER}"]


def test_who_asks_for_the_line_to_write_is_told_of_no_change(run: Run, districts: PortalFolder) -> None:
    file = districts.root / WASTE_B
    file.write_text(file.read_text("utf-8").replace(f"against: {OLDER}", "against: new"), "utf-8")
    assert run("waste", "--stale") == (
        0,
        f"""\
{WASTE_HEAD}\
  waste-b  replaces  Aval  to read again    content/welcome/down/waste-b.md

1 block adapted by 1 territory; 1 adaptation to read again.
{NEVER}""",
        "",
    )


def test_a_file_that_is_not_changed_does_not_keep_the_others(run: Run, districts: PortalFolder) -> None:
    file = districts.root / WASTE_B
    file.write_text(file.read_text("utf-8").replace(f"against: {OLDER}", f"against: >\n  {OLDER}"), "utf-8")
    code, out, err = run("--confirm", "waste-b", "waste-a")
    assert (code, err) == (1, f"{WASTE_B}: this line is to be written by hand: against: {WASTE}\n")
    assert out == f"content/welcome/up/waste-a.md: against: {WASTE}\n"


def test_a_disk_that_refuses(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("site_builder.cli.confirming.confirm", refuse)
    assert run("--confirm", "waste-b") == (1, "", f"{WASTE_B}: Permission denied; nothing was written there.\n")


def test_what_has_changed_since_without_a_history(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    _, out, _ = run("waste")
    assert out.split("\n\n")[1] == (
        "What has changed in “waste” since “waste-b” was read beside it is not known: Git is not installed here."
    )


def test_what_has_changed_since(run: Run, districts: PortalFolder) -> None:
    core = districts.root / "content/welcome/waste.md"
    today = core.read_text("utf-8")
    then = today.replace("Trier", "Jeter").replace("le mardi", "le lundi")
    core.write_text(then, "utf-8")
    run("--confirm", "waste-b")
    git(districts.root, "init")
    git(districts.root, "add", "--all")
    git(districts.root, "commit", "--message", "then")
    core.write_text(today, "utf-8")
    _, out, _ = run("waste")
    assert out.split("\n\n")[1].startswith(
        "What has changed in “waste” since “waste-b” was read beside it ([-before-] {+after+}):\n"
        "  title: [-Jeter-] {+Trier+}\n"
        "  text: Triez avant [le [-lundi](#pourquoi).-] {+mardi](#pourquoi).+}"
    )
    _, out, _ = run("waste-b", "--format", "json")
    row = json.loads(out)["blocks"][0]["adaptations"][0]
    assert (row["changed"], row["since"]["title"]) == (["title", "text"], "[-Jeter-] {+Trier+}")


def test_who_changed_a_block_and_when_and_when_an_adaptation_was_read(run: Run, districts: PortalFolder) -> None:
    git(districts.root, "init")
    git(districts.root, "add", "--all")
    git(districts.root, "commit", "--message", "All of it", "--date", "2026-03-01T12:00:00Z")
    run("waste-b", "--confirm", "--all")
    git(districts.root, "commit", "--all", "--message", "Read again", "--date", "2026-04-01T12:00:00Z")
    core = districts.root / "content/welcome/waste.md"
    core.write_text(core.read_text("utf-8").replace("avant", "bien avant"), "utf-8")
    git(districts.root, "commit", "--all", "--message", "Earlier", "--date", "2026-05-02T12:00:00Z")
    file = districts.root / WASTE_B
    file.write_text(file.read_text("utf-8") + "Une phrase.\n", "utf-8")
    git(districts.root, "commit", "--all", "--message", "A sentence", "--date", "2026-06-01T12:00:00Z")
    _, out, _ = run("waste-b")
    lines = out.splitlines()
    assert lines[2].startswith("  block changed on 2 May 2026 by a@b.example: “Earlier” (")
    assert f"  read on 1 April 2026 beside {WASTE}  " in lines[3]
    _, out, _ = run("waste-b", environ=FRENCH)
    lines = out.replace("\u00a0", " ").splitlines()
    assert lines[2].startswith("  bloc changé le 2 mai 2026 par a@b.example : « Earlier » (")
    assert f"  relue le 1er avril 2026 à côté de {WASTE}  " in lines[3]
    _, out, _ = run("waste-b", "--format", "json")
    (block,) = json.loads(out)["blocks"]
    assert [*block["changed_in"]] == ["commit", "day", "author", "subject"]
    assert (block["changed_in"]["day"], block["adaptations"][0]["read_on"]) == ("2026-05-02", "2026-04-01")


def test_a_portal_with_errors_says_so(run: Run, districts: PortalFolder) -> None:
    (districts.root / "content/pages/bad.md").write_text("---\nid: bad\n---\n", "utf-8")
    code, out, err = run("snow")
    assert (code, out.splitlines()[0]) == (0, "register · S’inscrire · Valdaine")
    assert err.startswith("The portal has errors: this list may lack something. To see them: ")
    assert err.endswith(f" check --root {districts.root}\n")


def test_a_folder_that_is_no_portal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overrides", "--root", str(tmp_path)], ENGLISH) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "data/portal.yml" in err
