"""``portail mv``: what moves, what is rewritten with it, where former addresses lead, and what is refused."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from site_builder import reading
from site_builder.cli.main import main
from site_builder.editing.trial import as_it_is
from site_builder.model.block import Block, edition_of
from site_builder.model.translation import mark_of
from site_builder.reading import check_portal
from tests.conftest import TODAY, PortalFolder

Run = Callable[..., tuple[int, str, str]]
ENGLISH = {"LANG": "en_GB.UTF-8"}
TREE = """\
content/assets/lac.md
    ---
    id: lac
    title: Le lac
    # six mots
    angle: natural-heritage
    image: media/lac.jpg
    see: "Revenez par [la dune](dune.md)."
    ---

    De l’eau, [la dune](dune.md#sable), ![De l’eau](../../media/lac.jpg) et [le haut](lac.md#rive).

    ## Rive

    Du bois.
content/assets/lac.en.md
    ---
    title: The lake
    slug: lake
    see: "Come back by [the dune](dune.md)."
    ---

    Water, [the dune](dune.md#sable), ![Water](../../media/lac.jpg) and [the top](lac.md).

    ## Rive

    Wood.
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: natural-heritage
    ---

    ## Sable

    Du sable, puis [le lac](lac.md#rive), `[le lac](lac.md)`. lac.md
content/assets/dune.en.md
    ---
    title: The dune
    translated_from: MARK
    ---

    ## Sable

    Sand, then [the lake](lac.md).
content/welcome/first.md
    ---
    id: first
    title: Premiers pas
    section: first-steps
    see: "Allez voir [le lac](../assets/lac.md)."
    ---

    Venez.
content/welcome/first.en.md
    ---
    title: First steps
    see: "Go and see [the lake](../assets/lac.md)."
    ---

    Come.
content/welcome/bourg/first.md
    ---
    id: first-bourg
    title: Au bourg
    territory: bourg
    overrides: first
    mode: append
    against: EDITION
    see: "Venez."
    ---

    Venez au bourg.
content/welcome/bourg/first.en.md
    ---
    title: In the village
    see: "Come."
    ---

    Come to the village.
content/testimonials/p-0a1b2c3d.md
    ---
    id: p-0a1b2c3d
    title: Ici
    territory: bourg
    display_name: Jeanne
    consent: {scope: [site], granted_on: 2026-01-15, expires_on: 2099-01-15, reference: dossier 1, minor: false}
    status: draft
    ---

    Merci.
content/assets/draft.md
    ---
    id: draft
    title: Brouillon
    angle: health
    status: draft
    ---
media/lac.yml
    alt: {fr: De l’eau, en: Water}
    credit: A
    licence: CC BY 4.0
"""


@pytest.fixture
def folder(portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch) -> PortalFolder:
    monkeypatch.setattr(reading, "today_in", lambda _: TODAY)
    edition = edition_of("Premiers pas", "Venez.", "Allez voir [le lac](../assets/lac.md).")
    made = portal(TREE.replace("EDITION", edition).replace("MARK", "new"))
    Image.new("RGB", (960, 640), "navy").save(made.root / "media/lac.jpg")
    sight = as_it_is(made.root).read.sight
    assert sight
    (dune,) = (entry for entry in sight.entries if entry.id == "dune")
    file = made.root / "content/assets/dune.en.md"
    mark = mark_of(dune.reference.source_parts, TODAY)
    file.write_text(file.read_text(encoding="utf-8").replace("new", mark), encoding="utf-8")
    assert [str(problem) for problem in made.check().problems] == []
    return made


@pytest.fixture
def run(folder: PortalFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(*arguments: str, environ: dict[str, str] = ENGLISH) -> tuple[int, str, str]:
        monkeypatch.chdir(folder.root)
        code = main(["mv", *arguments], environ)
        out, err = capsys.readouterr()
        return code, out, err

    return command


def files(root: Path) -> dict[str, bytes]:
    found = (file for top in ("content", "media", "data") for file in sorted((root / top).rglob("*")))
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found if file.is_file()}


def text(folder: PortalFolder, path: str) -> str:
    return (folder.root / path).read_text(encoding="utf-8")


def test_renamed_and_moved(run: Run, folder: PortalFolder) -> None:
    before = files(folder.root)
    code, out, err = run("content/assets/lac.md", "content/assets/landes/grand-lac.md")
    assert (code, err) == (0, "")
    assert out.splitlines()[:-1] == [
        "content/assets/lac.en.md → content/assets/landes/grand-lac.en.md",
        "content/assets/lac.md → content/assets/landes/grand-lac.md",
        "/atouts/lac/ → /atouts/grand-lac/ (whoever comes to the former address arrives at the new one)",
        *(
            f"content/{path}: links brought up to date"
            for path in ("assets/dune.en.md", "assets/dune.md", "welcome/bourg/first.md", "welcome/first.en.md")
        ),
        "content/welcome/first.md: links brought up to date",
    ]
    after = {path: data.decode() for path, data in files(folder.root).items() if path.endswith(".md")}
    expected = {path: data.decode() for path, data in before.items() if path.endswith(".md")}
    french = (
        expected.pop("content/assets/lac.md").replace("(dune.md", "(../dune.md").replace("(lac.md", "(grand-lac.md")
    )
    french = french.replace("../../media", "../../../media").replace("Le lac\n", "Le lac\nslug: grand-lac\n")
    french = french.replace('dune.md)."\n', 'dune.md)."\nold_paths: [atouts/lac/]\n')
    english = expected.pop("content/assets/lac.en.md").replace("(dune.md", "(../dune.md")
    english = english.replace("(lac.md", "(grand-lac.md").replace("../../media", "../../../media")
    expected["content/assets/landes/grand-lac.md"] = french
    expected["content/assets/landes/grand-lac.en.md"] = english
    dune = "content/assets/dune.md"
    expected[dune] = expected[dune].replace("[le lac](lac.md#rive)", "[le lac](landes/grand-lac.md#rive)")
    for path in ("content/welcome/first.md", "content/welcome/first.en.md"):
        expected[path] = expected[path].replace("../assets/lac.md", "../assets/landes/grand-lac.md")
    marked = ("content/assets/dune.en.md", "content/welcome/bourg/first.md")
    assert {path: each for path, each in after.items() if path not in marked} == {
        path: each for path, each in expected.items() if path not in marked
    }
    assert [str(problem) for problem in folder.check().problems] == []


def test_what_was_read_beside_a_text_stays_read(run: Run, folder: PortalFolder) -> None:
    """Only an address has changed: neither the translation of the dune nor what adapts the block is older for it."""
    marks = [text(folder, path) for path in ("content/assets/dune.en.md", "content/welcome/bourg/first.md")]
    assert run("content/assets/lac.md", "content/assets/landes/grand-lac.md")[0] == 0
    assert [str(problem) for problem in folder.check().problems] == []
    after = [text(folder, path) for path in ("content/assets/dune.en.md", "content/welcome/bourg/first.md")]
    for one, other in zip(marks, after, strict=True):
        changed = [(a, b) for a, b in zip(one.splitlines(), other.splitlines(), strict=True) if a != b]
        assert {a.partition(":")[0] for a, _ in changed} <= {
            "translated_from",
            "against",
            "Sand, then [the lake](lac.md).",
        }
        assert any(a.startswith(("translated_from", "against")) for a, _ in changed)


def test_moving_is_no_reading(run: Run, folder: PortalFolder) -> None:
    """The mark names the text as it is now, of the day on which it was read."""
    translation, adaptation = "content/assets/dune.en.md", "content/welcome/bourg/first.md"
    read, before = date(2025, 1, 2), {path: text(folder, path) for path in (translation, adaptation)}
    before[translation] = before[translation].replace(TODAY.isoformat(), read.isoformat())
    (folder.root / translation).write_text(before[translation], encoding="utf-8")
    marks = mark_in(before[translation]), mark_in(before[adaptation])
    assert run("content/assets/lac.md", "content/assets/landes/grand-lac.md")[0] == 0
    sight = as_it_is(folder.root).read.sight
    assert sight
    entries = {entry.id: entry.reference for entry in sight.entries}
    block = entries["first"]
    assert isinstance(block, Block)
    after = mark_of(entries["dune"].source_parts, read), block.edition
    assert [one != other for one, other in zip(marks, after, strict=True)] == [True, True]
    assert text(folder, translation) == (
        before[translation].replace(marks[0], after[0]).replace("(lac.md)", "(landes/grand-lac.md)")
    )
    assert text(folder, adaptation) == before[adaptation].replace(marks[1], after[1])


def mark_in(document: str) -> str:
    found = re.search(r"^(?:against|translated_from): (.*)$", document, re.MULTILINE)
    assert found
    return found[1]


def test_a_name_that_an_example_has(run: Run, folder: PortalFolder) -> None:
    """What nobody has replaced is looked for among the files that are there, and this one is not yet."""
    assert run("content/assets/lac.md", "content/assets/example-asset.md")[0] == 0
    assert [str(problem) for problem in folder.check().problems] == []


def test_a_translation_that_was_older_stays_so(run: Run, folder: PortalFolder) -> None:
    file = folder.root / "content/assets/dune.md"
    file.write_text(text(folder, "content/assets/dune.md").replace("La dune", "La grande dune"), encoding="utf-8")
    before = [problem.code for problem in folder.check().problems]
    assert before == ["translation-older"]
    assert run("content/assets/lac.md", "landes/")[0] == 1
    assert run("content/assets/lac.md", "content/assets/landes/")[0] == 0
    (older,) = folder.check().problems
    assert older.code == "translation-older"
    assert "title" in older.message("en")
    assert "Sable" not in older.message("en")


@pytest.fixture
def built(run: Run, folder: PortalFolder) -> PortalFolder:
    new = "content/assets/landes/grand-lac.md"
    assert run("content/assets/lac.md", new, "--slug", "en=great-lake")[0] == 0
    assert not folder.build().failed
    return folder


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [("atouts/lac/", "/atouts/grand-lac/", "Le lac"), ("en/assets/lake/", "/en/assets/great-lake/", "The lake")],
)
def test_former_addresses_lead_on(old: str, new: str, title: str, built: PortalFolder) -> None:
    page = built.html(old)
    assert f'<noscript><meta http-equiv="refresh" content="0; url={new}"></noscript>' in page
    assert f'<link rel="canonical" href="https://portail.example{new}">' in page
    assert f">{title}</a>" in page
    assert f"<title>{title}" in built.html(new.strip("/") + "/")


def test_a_new_address_alone(run: Run, folder: PortalFolder) -> None:
    before = files(folder.root)
    code, out, _ = run("content/assets/lac.md", "--slug", "le-lac", "--slug", "en=the-lake")
    assert code == 0
    assert out.splitlines()[:2] == [
        "/atouts/lac/ → /atouts/le-lac/ (whoever comes to the former address arrives at the new one)",
        "/en/assets/lake/ → /en/assets/the-lake/ (whoever comes to the former address arrives at the new one)",
    ]
    changed = {path for path, data in files(folder.root).items() if before[path] != data}
    assert changed == {"content/assets/lac.md", "content/assets/lac.en.md"}
    assert "old_paths: [atouts/lac/, en/assets/lake/]\n" in text(folder, "content/assets/lac.md")
    assert "slug: the-lake\n" in text(folder, "content/assets/lac.en.md")


def test_a_slug_is_of_the_language_of_the_file_that_is_named(run: Run, folder: PortalFolder) -> None:
    code, out, _ = run("content/assets/lac.en.md", "--slug", "the-lake")
    assert code == 0
    assert out.splitlines()[0].startswith("/en/assets/lake/ → /en/assets/the-lake/ (")
    assert "/atouts/" not in out
    assert run("content/assets/lac.en.md", "--slug", "fr=le-lac")[1].startswith("/atouts/lac/ → /atouts/le-lac/ (")


def test_there_and_back(run: Run, folder: PortalFolder) -> None:
    before = files(folder.root)
    assert run("content/assets/lac.md", "content/assets/landes/grand-lac.md")[0] == 0
    assert run("content/assets/landes/grand-lac.md", "content/assets/lac.md")[0] == 0
    after = files(folder.root)
    assert after.keys() == before.keys()
    assert not (folder.root / "content/assets/landes").exists()
    assert [path for path in before if after[path] != before[path]] == ["content/assets/lac.md"]
    assert "slug: lac\n" in text(folder, "content/assets/lac.md")
    assert "old_paths: [atouts/grand-lac/]\n" in text(folder, "content/assets/lac.md")
    assert [str(problem) for problem in folder.check().problems] == []


def test_a_move_to_another_folder_keeps_the_address(run: Run, folder: PortalFolder) -> None:
    code, out, _ = run("content/assets/lac.md", "content/assets/landes/")
    assert code == 0
    assert "The address stays: /atouts/lac/ (to change it: --slug)\n" in out
    assert "old_paths" not in text(folder, "content/assets/landes/lac.md")


def test_what_has_no_page_has_no_address(run: Run, folder: PortalFolder) -> None:
    code, out, _ = run("content/welcome/first.md", "premiers-pas")
    assert code == 0
    assert "/" not in out.splitlines()[-2].replace("content/welcome/", "")
    assert "slug" not in text(folder, "content/welcome/premiers-pas.md")
    assert text(folder, "content/welcome/bourg/first.md").count("overrides: first\n") == 1


def test_a_name_with_the_language_of_the_file(run: Run, folder: PortalFolder) -> None:
    assert run("content/assets/lac.en.md", "grand-lac.en.md")[0] == 0
    assert (folder.root / "content/assets/grand-lac.md").is_file()
    assert (folder.root / "content/assets/grand-lac.en.md").is_file()


def test_a_draft_moves_without_an_address_to_keep(run: Run, folder: PortalFolder) -> None:
    code, out, _ = run("content/assets/draft.md", "esquisse")
    assert (code, "address" in out) == (0, False)
    assert "slug: esquisse\n" in text(folder, "content/assets/esquisse.md")
    assert "old_paths" not in text(folder, "content/assets/esquisse.md")


def test_an_image_with_its_sidecar(run: Run, folder: PortalFolder) -> None:
    shutil.copy(folder.root / "media/lac.jpg", folder.root / "media/lac.png")
    Image.open(folder.root / "media/lac.jpg").save(folder.root / "media/lac.png")
    code, out, _ = run("media/lac.jpg", "media/landes/grand-lac.jpg")
    assert code == 0
    assert out.splitlines()[:3] == [f"media/lac.{end} → media/landes/grand-lac.{end}" for end in ("jpg", "png", "yml")]
    assert "image: media/landes/grand-lac.jpg\n" in text(folder, "content/assets/lac.md")
    assert "![De l’eau](../../media/landes/grand-lac.jpg)" in text(folder, "content/assets/lac.md")
    assert "![Water](../../media/landes/grand-lac.jpg)" in text(folder, "content/assets/lac.en.md")
    assert [str(problem) for problem in folder.check().problems] == []


def test_a_dry_run_writes_nothing(run: Run, folder: PortalFolder) -> None:
    before = files(folder.root)
    told = run("content/assets/lac.md", "grand-lac", "--dry-run")[1].splitlines()
    assert told[-1] == "Nothing was written."
    assert files(folder.root) == before
    assert run("content/assets/lac.md", "grand-lac")[1].splitlines()[:-1] == told[:-1]


REFUSED = {
    "what exists": (
        ["content/assets/lac.md", "dune"],
        "content/assets/dune.en.md exists already: nothing has changed.\n",
    ),
    "another kind": (
        ["content/assets/lac.md", "content/pages/lac.md"],
        "content/pages/lac.md is not in content/assets/: an entry stays of its kind; nothing has changed.\n",
    ),
    "no entry": (
        ["data/guide.yml", "x"],
        "data/guide.yml is neither an entry nor an image of the portal: nothing has changed.\n",
    ),
    "nothing at all": (
        ["content/assets/mer.md", "x"],
        "content/assets/mer.md is neither an entry nor an image of the portal: nothing has changed.\n",
    ),
    "outside": (["content/assets/lac.md", "/lac.md"], "/lac.md is not in the portal: nothing has changed.\n"),
    "above": (["content/assets/lac.md", "../lac.md"], "../lac.md is not in the portal: nothing has changed.\n"),
    "a name that no address could have": (
        ["content/assets/lac.md", "Grand Lac Été"],
        "File names have small letters, no accents, no spaces: content/assets/grand-lac-ete.md. Nothing has changed.\n",
    ),
    "a name that is not read": (
        ["content/assets/lac.md", "content/assets/.hidden"],
        "content/assets/.hidden.md: names that begin with a dot or “_” are not read, nothing has changed.\n",
    ),
    "a folder that is not read": (
        ["media/lac.jpg", "media/_old/lac.jpg"],
        "media/_old/lac.jpg: names that begin with a dot or “_” are not read, nothing has changed.\n",
    ),
    "a name that is a language": (
        ["content/assets/lac.md", ".fr"],
        "content/assets/.fr.md: names that begin with a dot or “_” are not read, nothing has changed.\n",
    ),
    "a name with a language": (
        ["content/assets/lac.md", "con.fr"],
        ("content/assets/con.fr.md: an entry moves in all its languages, write content/assets/con.md. "
        "Nothing has changed.\n"),
    ),
    "another format": (
        ["media/lac.jpg", "media/lac2.png"],
        "media/lac2.png: an image keeps its format (.jpg); nothing has changed.\n",
    ),
    "a person": (
        ["content/testimonials/p-0a1b2c3d.md", "jeanne"],
        "The file of a living person keeps a name that does not tell who it is: p-0a1b2c3d.md. Nothing has changed.\n",
    ),
    "the address of what has no page": (
        ["content/welcome/first.md", "--slug", "x"],
        "content/welcome/first.md has no page of its own, hence no address to change: nothing has changed.\n",
    ),
    "a language that is not there": (
        ["content/assets/lac.md", "--slug", "de=see"],
        "content/assets/lac.md does not exist in “de”: nothing has changed.\n",
    ),
    "what is so already": (["content/assets/lac.md", "lac"], "It is so already: nothing has changed.\n"),
    "nothing asked for": (["content/assets/lac.md"], "It is so already: nothing has changed.\n"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(arguments: list[str], told: str, run: Run, folder: PortalFolder) -> None:
    before = files(folder.root)
    assert run(*arguments) == (1, "", told)
    assert files(folder.root) == before


PROBLEMS = {
    "the address of another page": (["content/assets/lac.md", "--slug", "dune"], "[same-address]"),
    "no slug": (["content/assets/lac.md", "--slug", "Le Lac"], "[bad-id]"),
    "a former address of another page": (["content/assets/lac.md", "--slug", "etang"], "[old-path-taken]"),
}


@pytest.mark.parametrize(("arguments", "told"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_the_check_would_refuse(arguments: list[str], told: str, run: Run, folder: PortalFolder) -> None:
    dune = folder.root / "content/assets/dune.md"
    dune.write_text(
        dune.read_text(encoding="utf-8").replace("---\n\n", "old_paths: [atouts/etang/]\n---\n\n"), encoding="utf-8"
    )
    before = files(folder.root)
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert err.startswith("Nothing has changed, for this is what the check would say afterwards:\n")
    assert told in err
    assert files(folder.root) == before


def test_links_of_the_disk_are_not_followed(run: Run, folder: PortalFolder, tmp_path: Path) -> None:
    (folder.root / "content/assets/etang.md").symlink_to(folder.root / "content/assets/lac.md")
    (tmp_path / "elsewhere").mkdir()
    (folder.root / "content/assets/out").symlink_to(tmp_path / "elsewhere")
    before = files(folder.root)
    said = "content/assets/etang.md goes through a symbolic link: nothing has changed.\n"
    assert run("content/assets/etang.md", "mare") == (1, "", said)
    said = "content/assets/out/lac.md goes through a symbolic link: nothing has changed.\n"
    assert run("content/assets/lac.md", "content/assets/out/lac.md") == (1, "", said)
    assert files(folder.root) == before


def test_an_entry_with_a_mistake_is_mended_first(run: Run, folder: PortalFolder) -> None:
    file = folder.root / "content/assets/lac.en.md"
    file.write_text(text(folder, "content/assets/lac.en.md").replace("slug: lake", "slag: lake"), encoding="utf-8")
    code, _, err = run("content/assets/lac.md", "grand-lac")
    assert code == 1
    assert err.startswith("content/assets/lac.en.md is to be mended first: nothing has changed. To see what: ")
    file.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert run("content/assets/lac.en.md", "grand-lac")[2].startswith("content/assets/lac.en.md is to be mended first")


def test_mistakes_of_others_do_not_matter(run: Run, folder: PortalFolder) -> None:
    (folder.root / "content/assets/autre.md").write_text("---\nid: autre\n---\n", encoding="utf-8")
    assert run("content/assets/lac.md", "grand-lac")[0] == 0
    assert {problem.place.path for problem in folder.check().problems} == {"content/assets/autre.md"}


def test_values_that_no_line_can_change(run: Run, folder: PortalFolder) -> None:
    file = folder.root / "content/assets/lac.md"
    file.write_text(
        text(folder, "content/assets/lac.md").replace("id: lac", "id: lac\nslug: >\n  lac"), encoding="utf-8"
    )
    said = "content/assets/lac.md: the line “slug” is to be written by hand; nothing has changed.\n"
    assert run("content/assets/lac.md", "grand-lac") == (1, "", said)


def test_a_disk_that_fails_leaves_the_portal_as_it_was(
    run: Run, folder: PortalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(folder.root)
    real, calls = Path.replace, 0

    def full(file: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise OSError(28, "No space left on device")
        return real(file, target)

    monkeypatch.setattr(Path, "replace", full)
    code, out, err = run("content/assets/lac.md", "content/assets/landes/grand-lac.md")
    assert (code, out) == (3, "")
    assert "No space left on device" in err
    assert files(folder.root) == before
    assert not (folder.root / "content/assets/landes").exists()


def test_from_another_folder(run: Run, folder: PortalFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(folder.root / "content/assets")
    assert main(["mv", "lac.md", "landes/lac.md", "--root", "../.."], ENGLISH) == 0
    assert (folder.root / "content/assets/landes/lac.en.md").exists()
    monkeypatch.chdir(tmp_path)
    command = ["mv", "content/assets/landes/lac.md", "content/assets/", "--root", str(folder.root)]
    assert main(command, ENGLISH) == 0
    assert (folder.root / "content/assets/lac.en.md").exists()
    assert check_portal(folder.root, today=TODAY).problems == ()


def test_a_portal_that_cannot_be_read(run: Run, folder: PortalFolder) -> None:
    (folder.root / "data/portal.yml").unlink()
    code, _, err = run("content/assets/lac.md", "grand-lac")
    assert code == 1
    assert "[portal-missing]" in err
