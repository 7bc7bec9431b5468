"""``portail confirm``: what is to be checked again, and what is written when it has been."""

from collections.abc import Callable

import pytest

from site_builder import reading
from site_builder.cli.main import main
from tests.conftest import TODAY, PortalFolder

Run = Callable[..., tuple[int, str, str]]
ENGLISH, FRENCH = {"LANG": "en_GB.UTF-8"}, {"LANG": "fr_FR.UTF-8"}
PLACES = [f"place-{number:02}" for number in range(1, 21)]


def entry(name: str, *lines: str) -> tuple[str, bytes]:
    front = "\n".join((f"id: {name}", f"title: {name}  # a name", "angle: natural-heritage", *lines))
    return f"content/assets/{name}.md", f"---\n{front}\n---\nDu sable.\n".encode()


@pytest.fixture
def folder(portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch) -> PortalFolder:
    monkeypatch.setattr(reading, "today_in", lambda _: TODAY)
    due = ("verified_on: 2025-03-04", "review_every: 1 year", "owner: office@valdaine.example")
    files = [entry(name, *due) for name in PLACES]
    files += [
        entry("older", "verified_on: 2024-01-31", "review_every: 6 months", "owner: office@valdaine.example"),
        entry("never", "review_every: 6 months"),
        entry("fresh", "verified_on: 2026-11-20", "review_every: 6 months"),
        entry("draft", "review_every: 6 months", "status: draft"),
    ]
    return portal(binary=dict(files))


@pytest.fixture
def run(folder: PortalFolder, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str, environ: dict[str, str] = ENGLISH) -> tuple[int, str, str]:
        code = main(["confirm", *arguments, "--root", str(folder.root)], environ)
        out, err = capsys.readouterr()
        return code, out, err

    return command


def test_what_is_to_be_checked_by_owner(run: Run) -> None:
    theirs = "".join(f"  content/assets/{name}.md · to be checked since 4 March 2026\n" for name in PLACES)
    assert run() == (
        0,
        "nobody named (owner:)\n  content/assets/never.md · never checked\n\n"
        "office@valdaine.example\n  content/assets/older.md · to be checked since 31 July 2024\n" + theirs,
        "",
    )
    assert "  content/assets/older.md · à vérifier depuis le 31 juillet 2024\n" in run(environ=FRENCH)[1]


def test_confirming_twenty_at_once(run: Run, folder: PortalFolder) -> None:
    files = [f"content/assets/{name}.md" for name in PLACES]
    before = {file: (folder.root / file).read_text(encoding="utf-8") for file in files}
    written = "".join(f"{file}: verified_on: 2026-11-21\n" for file in files)
    assert run(*files) == (0, written, "")
    for file in files:
        text = (folder.root / file).read_text(encoding="utf-8")
        assert text == before[file].replace("2025-03-04", "2026-11-21")
    assert "place-" not in run()[1]


def test_confirming_what_nobody_ever_checked(run: Run, folder: PortalFolder) -> None:
    file = "content/assets/never.md"
    assert run(file) == (0, f"{file}: verified_on: 2026-11-21\n", "")
    text = (folder.root / file).read_text(encoding="utf-8")
    assert "angle: natural-heritage\nverified_on: 2026-11-21\nreview_every: 6 months\n" in text
    assert run(file) == (0, f"{file}: already up to date\n", "")


@pytest.mark.parametrize("named", ["content/assets", "content/assets/bad.md"])
def test_what_has_a_mistake_is_left_and_said(
    named: str, run: Run, folder: PortalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is no entry as long as it cannot be read; a bad translation keeps nothing from being confirmed."""
    monkeypatch.setattr("sys.argv", ["portail"])
    (folder.root / "content/assets/bad.md").write_text("---\nid: bad\ntitle: A : b\n---\nx\n", encoding="utf-8")
    (folder.root / "content/assets/older.en.md").write_text("---\ntitle: A : b\n---\nx\n", encoding="utf-8")
    code, out, err = run(named)
    assert code == 1
    assert ("content/assets/older.md: verified_on: 2026-11-21\n" in out) is (named == "content/assets")
    assert err == (
        "content/assets/bad.md: left as it is, to be mended first\n"
        f"To see what is to be mended: portail check --root {folder.root}\n"
    )


def test_a_folder_and_translations_name_their_entries(run: Run, folder: PortalFolder) -> None:
    english = folder.root / "content/assets/older.en.md"
    english.write_text("---\ntitle: The older\n---\nSand.\n", encoding="utf-8")
    before = english.read_bytes()
    older = "content/assets/older.md: verified_on: 2026-11-21\n"
    assert run("content/assets/older.en.md", "content/assets/older.md") == (0, older, "")
    code, out, err = run("content/assets")
    assert (code, err, english.read_bytes()) == (0, "", before)
    names = sorted((*PLACES, "older", "never", "fresh", "draft"))
    assert [line.split(":")[0] for line in out.splitlines()] == [f"content/assets/{name}.md" for name in names]
    assert "content/assets/older.md: already up to date\n" in out
    assert run() == (0, "Nothing is to be checked again.\n", "")


def test_what_is_no_entry(run: Run, folder: PortalFolder) -> None:
    no = "is neither an entry of the portal nor a folder of entries: nothing was written.\n"
    said = f"content/assets/none.md {no}data {no}"
    assert run("content/assets/older.md", "content/assets/none.md", "data") == (1, "", said)
    assert "2024-01-31" in (folder.root / "content/assets/older.md").read_text(encoding="utf-8")


def test_nothing_to_check(portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["confirm", "--root", str(portal().root)], FRENCH) == 0
    assert capsys.readouterr().out == "Rien n’est à vérifier de nouveau.\n"


def test_an_issue_of_what_is_to_be_checked_and_what_ends(portal: Callable[..., PortalFolder], run: Run) -> None:
    files = [
        entry("soon", "verified_on: 2025-12-10", "review_every: 1 years", "owner: '`@team`'"),
        (
            "content/perks/pool.md",
            (
                b"---\nid: pool\ntitle: Piscine\nsummary: Une.\nterritory: bourg\nkind: gift\noffered_by: Le club\n"
                b"conditions: [Habiter ici.]\nhow: Au club.\nexpires_on: 2026-12-01\n---\nUn.\n"
            ),
        ),
        (
            "content/ambassadors/person.md",
            (
                b"---\nid: p-0a1b2c3d\ntitle: Jeanne Dupont\ntheme: sport\nconsent: {scope: [site], minor: false, "
                b"granted_on: 2026-01-01, expires_on: 2026-12-21, reference: dossier 12}\n---\nLa dune.\n"
            ),
        ),
    ]
    portal(binary=dict(files))
    code, said, _ = run("--format", "markdown")
    lines = said.splitlines()
    assert (code, lines[0]) == (0, "# Fiches à vérifier, et ce qui prend fin")
    assert lines[4:7] == [
        "## À vérifier",
        "",
        "- `content/assets/older.md` · à vérifier depuis le 31 juillet 2024 · `office@valdaine.example`",
    ]
    assert "- `content/assets/never.md` · jamais vérifiée" in lines
    ahead = lines.index("## Dans les trente jours")
    assert lines[ahead + 2] == "- `content/assets/soon.md` · à vérifier le 10 décembre 2026 · `` `@team` ``"
    ending = lines.index("## Ce qui prend fin ou a pris fin")
    assert lines[ending + 2] == "- `content/perks/pool.md` · publiée jusqu’au 1er décembre 2026"
    assert lines[ending + 3] == "- `content/ambassadors/person.md` · l’accord vaut jusqu’au 21 décembre 2026"
    assert "Jeanne" not in said
    assert lines[-1] == "Cette liste est tenue à jour chaque semaine. Le ticket se ferme seul quand elle est vide."


def test_an_issue_without_anything_is_nothing(
    portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reading, "today_in", lambda _: TODAY)
    root = str(portal(binary=dict([entry("fresh", "verified_on: 2026-11-20", "review_every: 6 months")])).root)
    assert main(["confirm", "--format", "markdown", "--root", root], ENGLISH) == 0
    assert capsys.readouterr().out == ""
