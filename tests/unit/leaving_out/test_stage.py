"""One bad page never stops the site: what is published in place of what has mistakes, and what never is."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from site_builder.cli.main import main
from site_builder.leaving_out import stage
from site_builder.leaving_out.former import History
from site_builder.leaving_out.stage import Published, publish_without_mistakes
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import publish_site
from site_builder.problems import Problem
from site_builder.problems.problem import Severity
from site_builder.publish import limits
from tests.conftest import TODAY, PortalFolder, engine_theme
from tests.unit.cli.test_history import git
from tests.unit.test_mistakes import MISTAKES, WHITE, Mistake

Make = Callable[..., PortalFolder]

GOOD = """\
content/pages/good.md
    ---
    id: good
    title: Une bonne page
    ---
    Voir [la dune](dune.md), le [guide](territory:bourg).
content/pages/dune.md
    ---
    id: dune
    title: La dune
    ---
    Du sable.
content/pages/dune.en.md
    ---
    title: The dune
    ---
    Sand.
"""
PERSON = """\
content/ambassadors/p-0a1b2c3d.md
    ---
    id: p-0a1b2c3d
    title: Ada Exemple
    theme: sport
    summary: Elle court.
    consent: {scope: [site], granted_on: 2026-01-01, expires_on: 2027-01-01, reference: A-1, minor: false}
    ---
    Bonjour.
"""


def publish(folder: PortalFolder) -> Published:
    theme = engine_theme(folder.site)
    order = BuildOrder(root=folder.root, theme=theme, destination=folder.site, jobs=1, today=TODAY)
    return publish_without_mistakes(order)


def listed(problems: Sequence[Problem]) -> list[str]:
    return [f"{problem.place} {problem.code}" for problem in problems]


def change(folder: PortalFolder, path: str, old: str, new: str) -> None:
    file = folder.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def commit(folder: PortalFolder, day: str) -> None:
    if not (folder.root / ".git").exists():
        git(folder.root, "init", "--initial-branch", "main")
        git(folder.root, "config", "color.ui", "always")  # as some have it
        (folder.root / ".gitignore").write_text(".portail\nsite\n", encoding="ascii")
    git(folder.root, "add", "--all")
    git(folder.root, "commit", "--message", "A version", "--date", f"{day}T12:00:00Z")


def names(folder: PortalFolder) -> str:
    """Every page of the site, one after the other."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.site.rglob("*.html")))


def test_a_portal_without_errors_is_published_as_ever(portal: Make) -> None:
    published = publish(portal(GOOD))
    assert not published.built.failed
    assert (published.mistakes, published.done) == ((), ())


def test_a_page_with_mistakes_is_left_out_and_links_to_it_are_text(portal: Make) -> None:
    folder = portal(GOOD)
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    published = publish(folder)
    assert listed(published.mistakes) == ["content/pages/dune.md:3:1 unknown-field"]
    assert listed(published.done) == ["content/pages/dune.md:1:1 left-out"]
    assert "Voir <span>la dune</span>, le <a" in folder.html("good/")
    assert not (folder.site / "dune").exists()
    assert not (folder.site / "en" / "dune").exists()


def test_a_translation_with_mistakes_leaves_its_original(portal: Make) -> None:
    folder = portal(GOOD)
    change(folder, "content/pages/dune.en.md", "title:", "tilte:")
    published = publish(folder)
    assert listed(published.done) == ["content/pages/dune.en.md:1:1 left-out"]
    assert "Du sable." in folder.html("dune/")
    assert not list((folder.site / "en").rglob("*dune*"))


def test_a_dead_link_is_text_and_the_rest_of_the_page_stays(portal: Make) -> None:
    folder = portal(GOOD)
    change(folder, "content/pages/good.md", "(dune.md)", "(plage.md)")
    change(folder, "content/pages/good.md", "id: good", "id: good\nimage: media/absent.jpg")
    published = publish(folder)
    assert listed(published.mistakes) == [
        "content/pages/good.md:3:8 image-missing-unknown",
        "content/pages/good.md:6:6 broken-link-unknown",
    ]
    assert listed(published.done) == ["content/pages/good.md:1:1 published-without-links"]
    assert "Voir la dune, le <a" in folder.html("good/")


def test_a_page_stays_as_it_last_was_without_mistakes(portal: Make) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    change(folder, "content/pages/dune.md", "sable", "sable fin")
    commit(folder, "2026-02-02")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    commit(folder, "2026-03-03")
    change(folder, "content/pages/dune.md", "fin", "très fin")
    published = publish(folder)
    assert [problem.message("en") for problem in published.done] == [
        "This file holds the mistakes reported above: it is published as it was on 2 February 2026."
    ]
    assert "Du sable fin." in folder.html("dune/")


def test_a_history_that_takes_too_long_is_none(portal: Make) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    change(folder, "content/pages/dune.md", "sable", "sable fin")
    assert [former.day.isoformat() for former in History(folder.root).versions("content/pages/dune.md")] == [
        "2026-01-01"
    ]
    assert [*History(folder.root, seconds=0).versions("content/pages/dune.md")] == []


def test_where_git_does_not_say_who_had_a_profile_nothing_comes_back(
    portal: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    change(folder, "content/pages/dune.md", "sable", "sable fin")
    monkeypatch.setattr("site_builder.leaving_out.former.FOLDERS_OF_PEOPLE", ("\0",))  # no argument of a command
    monkeypatch.setattr("site_builder.leaving_out.former.LOG", ("no-such-command",))
    assert [*History(folder.root).versions("content/pages/dune.md")] == []


def test_of_a_person_nothing_comes_back(portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    commit(folder, "2026-01-01")
    assert "Ada Exemple" in (publish(folder), names(folder))[1]
    change(folder, "content/ambassadors/p-0a1b2c3d.md", "theme: sport", "theme: tennis")
    published = publish(folder)
    assert listed(published.done) == ["content/ambassadors/p-0a1b2c3d.md:1:1 left-out"]
    assert "Ada Exemple" not in names(folder)


@pytest.mark.parametrize("named", ["Ada Exemple", "[elle](../ambassadors/p-0a1b2c3d.md)"])
def test_a_page_that_named_somebody_does_not_come_back(named: str, portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    change(folder, "content/pages/dune.md", "Du sable.", f"Du sable, et {named}.")
    commit(folder, "2026-01-01")
    change(folder, "content/pages/dune.md", f", et {named}", "")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    change(folder, "content/ambassadors/p-0a1b2c3d.md", "minor: false", "minor: false, withdrawn_on: 2026-02-01")
    published = publish(folder)
    assert listed(published.done) == ["content/pages/dune.md:1:1 left-out"]
    assert "Ada Exemple" not in names(folder)


@pytest.mark.parametrize(
    ("title", "now"),
    [
        ("title: Ada Exemple", "title: Ada E."),
        ('title: "Ada Exemple"  # her name', "title: Ada E."),
        ("title: >-\n  Ada Exemple", "title: Ada E."),
        ("title: |2- # her name\n  Ada Exemple", "title: Ada E."),
        ("title:\n  Ada Exemple", "title: Ada E."),
        ('"title" : Ada Exemple', "title: Ada E."),
    ],
)
@pytest.mark.parametrize("deleted", [False, True])
def test_a_name_that_somebody_had_once_does_not_come_back(title: str, now: str, deleted: bool, portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    change(folder, "content/ambassadors/p-0a1b2c3d.md", "title: Ada Exemple", title)
    change(folder, "content/pages/dune.md", "Du sable.", "Du sable, dit Ada Exemple.")
    commit(folder, "2026-01-01")
    profile = folder.root / "content/ambassadors/p-0a1b2c3d.md"
    profile.unlink() if deleted else change(folder, "content/ambassadors/p-0a1b2c3d.md", title, now)
    change(folder, "content/pages/dune.md", ", dit Ada Exemple", "")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    published = publish(folder)
    assert listed(published.done) == ["content/pages/dune.md:1:1 left-out"]
    assert "Ada Exemple" not in names(folder)


@pytest.mark.parametrize(
    "written", ["Ada\nd’Exemple", "Ada\u00a0d'Exemple", "<b>Ada</b> d’Exemple", "Mme d’Exemple", "Ada D’EXEMPLE"]
)
def test_a_name_does_not_come_back_however_it_is_written(written: str, portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    change(folder, "content/ambassadors/p-0a1b2c3d.md", "title: Ada Exemple", "title: Ada d'Exemple")
    change(folder, "content/pages/dune.md", "Du sable.", f"Du sable, dit {written}.")
    commit(folder, "2026-01-01")
    (folder.root / "content/ambassadors/p-0a1b2c3d.md").unlink()
    change(folder, "content/pages/dune.md", f", dit {written}", "")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    assert listed(publish(folder).done) == ["content/pages/dune.md:1:1 left-out"]


@pytest.mark.parametrize("said", ["dit Ada Exemple", "05 56 00 00 12", "ada@exemple.example", "p-0a1b2c3d"])
@pytest.mark.parametrize(
    ("path", "old", "kept"),
    [
        ("content/pages/dune.md", "Du sable.", "Du sable. <!-- {} -->"),
        ("content/pages/dune.md", "title:", "# {}\ntitle:"),
        ("content/pages/dune.md", "id: dune", "id: dune # {}"),
        ("data/glossary.yml", "terms:", "terms: # {}"),
    ],
)
def test_what_is_left_in_a_comment_does_not_come_back(path: str, old: str, kept: str, said: str, portal: Make) -> None:
    """Whoever puts a name into a comment takes it from the readers."""
    glossary = "data/glossary.yml\n    terms:\n      - {id: dune, term: dune, meaning: Du sable.}\n"
    folder = portal(GOOD + PERSON + glossary)
    change(folder, path, "Du sable.", f"Du sable, {said}.")
    commit(folder, "2026-01-01")
    change(folder, path, f"Du sable, {said}.", "Du sable.")
    change(folder, path, old, kept.format(said))
    assert [*History(folder.root).versions(path)] == []


@pytest.mark.parametrize("is_whole", [True, False])
def test_of_a_history_that_is_not_whole_nothing_comes_back(is_whole: bool, portal: Make, tmp_path: Path) -> None:
    """It does not tell who had a profile, and the text that names them may be younger than that."""
    folder = portal(GOOD + PERSON)
    change(folder, "content/pages/dune.md", "Du sable.", "Du sable, dit Ada Exemple.")
    commit(folder, "2026-01-01")
    (folder.root / "content/ambassadors/p-0a1b2c3d.md").unlink()
    commit(folder, "2026-02-02")
    change(folder, "content/pages/good.md", "Une bonne page", "Une page")
    change(folder, "content/pages/dune.md", "Du sable, dit Ada Exemple.", "Du sable.")
    change(folder, "content/pages/dune.md", "id: dune", "id: dune\nsummary: Un tas.")
    commit(folder, "2026-03-03")
    change(folder, "content/pages/dune.md", "Un tas", "Un grand tas")
    commit(folder, "2026-04-04")
    git(tmp_path, "clone", *(() if is_whole else ("--depth", "3")), folder.root.as_uri(), "copy")
    found = [former.data for former in History(tmp_path / "copy").versions("content/pages/dune.md")]
    assert [b"Un tas" in data for data in found] == [True] * is_whole


def test_a_name_does_not_come_back_whose_file_git_is_told_not_to_show(portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    (folder.root / ".gitattributes").write_text("*.md -diff\n", encoding="ascii")
    change(folder, "content/pages/dune.md", "Du sable.", "Du sable, dit Ada Exemple.")
    commit(folder, "2026-01-01")
    (folder.root / "content/ambassadors/p-0a1b2c3d.md").unlink()
    change(folder, "content/pages/dune.md", ", dit Ada Exemple", "")
    assert [*History(folder.root).versions("content/pages/dune.md")] == []


@pytest.mark.parametrize("way", ["ada@exemple.example", "05 56 00 00 12"])
def test_a_way_to_reach_somebody_does_not_come_back(way: str, portal: Make) -> None:
    folder = portal(GOOD)
    change(folder, "content/pages/dune.md", "Du sable.", f"Du sable : {way}.")
    commit(folder, "2026-01-01")
    change(folder, "content/pages/dune.md", f" : {way}", "")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    assert listed(publish(folder).done) == ["content/pages/dune.md:1:1 left-out"]


@pytest.mark.parametrize(
    "line",
    [
        *("status: archive", "statut: archived", "expires_on: 2026-1-1", "publish_on: demain"),
        *('"status": archive', "'status' : archive", "draft: true", "Brouillon: oui", "archived: true"),
    ],
)
def test_what_was_taken_from_the_site_on_purpose_does_not_come_back(line: str, portal: Make) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    change(folder, "content/pages/dune.md", "id: dune", f"id: dune\n{line}")
    assert listed(publish(folder).done) == ["content/pages/dune.md:1:1 left-out"]


PICTURED = PERSON.replace("theme: sport", "theme: sport\n    image: media/ada.png")
SIDECAR = "media/ada.yml\n    alt: {fr: Une femme, en: A woman}\n    credit: Atelier\n    licence: CC0\n"


def test_the_picture_of_whoever_cannot_be_read_is_not_published(portal: Make) -> None:
    folder = portal(GOOD + PICTURED + SIDECAR, binary={"media/ada.png": WHITE[".png"]})
    assert (publish(folder), any(folder.site.rglob("ada.*")))[1]
    change(folder, "content/ambassadors/p-0a1b2c3d.md", "minor: false", "minor: false, withdrawn_on: 23/11/2026")
    published = publish(folder)
    assert listed(published.done) == ["content/ambassadors/p-0a1b2c3d.md:1:1 left-out"]
    assert not any(folder.site.rglob("ada.*"))
    assert "Cette page n’est plus publiée" in folder.html("ambassadeurs/p-0a1b2c3d/")
    assert "Ada Exemple" not in names(folder)


def test_a_sidecar_that_begins_to_name_somebody_has_no_former_version(portal: Make) -> None:
    folder = portal(GOOD + SIDECAR, binary={"media/ada.png": WHITE[".png"]})
    change(folder, "content/pages/dune.md", "id: dune", "id: dune\nimage: media/ada.png")
    commit(folder, "2026-01-01")
    change(folder, "media/ada.yml", "credit:", "people: [p-ffffffff]\ncredit:")
    assert "published-as-before" not in {problem.code for problem in publish(folder).done}
    assert not any(folder.site.rglob("ada.*"))


CONTACTS = """\
data/contacts.yml
    contacts:
      - {id: bourg, role: town-hall, covers: [bourg], name: Mairie du Bourg, email: bourg@mairie.example, verified_on: 2026-01-01}
      - {id: hameau, role: town-hall, covers: [hameau], name: Mairie du Hameau, email: hameau@mairie.example, verified_on: 2026-01-01}
"""  # noqa: E501


def test_a_record_with_mistakes_leaves_the_others(portal: Make) -> None:
    folder = portal(CONTACTS)
    change(folder, "data/contacts.yml", "bourg@mairie.example", "bourg")
    published = publish(folder)
    assert listed(published.mistakes) == ["data/contacts.yml:2:81 bad-email"]
    assert listed(published.done) == ["data/contacts.yml:2:1 record-left-out"]
    assert "hameau@mairie.example" in folder.html("bienvenue/hameau/")
    assert "Mairie du Bourg" not in names(folder)


def test_contacts_that_cannot_be_read_come_back_but_nobody_who_was_taken_out(portal: Make) -> None:
    folder = portal(CONTACTS)
    commit(folder, "2026-01-01")
    change(folder, "data/contacts.yml", "contacts:", "\tcontacts:")
    published = publish(folder)
    assert listed(published.done) == ["data/contacts.yml:1:1 published-as-before"]
    assert "bourg@mairie.example" in folder.html("bienvenue/le-bourg/")
    change(folder, "data/contacts.yml", "Mairie du Bourg, email: bourg@mairie.example", "Mairie du Bourg")
    before = names(folder)
    published = publish(folder)
    assert published.built.failed
    assert listed(published.built.problems) == ["data/contacts.yml:1:1 yaml-tab"]
    assert names(folder) == before


def test_without_its_settings_the_site_stays_as_it_was(portal: Make) -> None:
    folder = portal(GOOD)
    publish(folder)
    before = names(folder)
    change(folder, "data/portal.yml", "tagline", "tagine")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    published = publish(folder)
    assert published.built.failed
    assert published.done == ()
    assert {problem.place.path for problem in published.problems} >= {"data/portal.yml", "content/pages/dune.md"}
    assert names(folder) == before


def test_a_portal_without_its_own_territory_is_not_published(portal: Make) -> None:
    folder = portal(GOOD)
    change(
        folder, "data/territories/territories.yml", "{code: pays, level: pays, name", "{code: pays, level: pays, nom"
    )
    assert publish(folder).built.failed
    assert not folder.site.exists()


OF_CONTENT = [
    mistake
    for mistake in MISTAKES
    if all(re.match(r"content/|To mend|    ", line) for line in mistake.sections["en"].splitlines())
    and " 0. W" not in mistake.sections["en"].splitlines()[-1]
]


@pytest.mark.parametrize("mistake", OF_CONTENT[::10], ids=lambda mistake: mistake.name)
def test_no_mistake_in_content_stops_the_site(mistake: Mistake, tmp_path: Path) -> None:
    mistake.write(tmp_path)
    published = publish(PortalFolder(tmp_path))
    assert not published.built.failed
    assert (
        {problem.place.path for problem in published.done}
        == {problem.place.path for problem in published.mistakes}
        != set()
    )


def test_addresses_that_are_lost_keep_nobody_on_the_site(portal: Make) -> None:
    """Of somebody who has left, say; what is wrong is told until it is mended."""
    folder = portal(GOOD)
    assert main(["ledger", "--root", str(folder.root)]) == 0
    change(folder, "content/pages/dune.md", "id: dune", "id: dune\nslug: sable")
    (folder.root / "content/pages/good.md").unlink()
    published = publish(folder)
    assert listed(published.mistakes) == [
        "content/pages/dune.md:3:1 address-lost",
        "data/ledger/addresses.csv:33:1 address-lost-entry",
    ]
    assert (published.built.failed, [*published.done]) == (False, [])
    assert (folder.site / "sable/index.html").is_file()
    assert not (folder.site / "dune/index.html").exists()


def test_a_site_that_is_too_large_is_not_built_again_with_former_settings(
    portal: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told beside the mistakes for which it was first built again."""
    folder = portal(f"mkdocs.yml\n    site_name: Un\n{GOOD}")
    commit(folder, "2026-11-01")
    change(folder, "mkdocs.yml", "Un", "Deux")
    change(folder, "content/pages/dune.md", "title:", "tilte:")
    builds: list[BuildOrder] = []

    def counted(order: BuildOrder) -> Built:
        builds.append(order)
        return publish_site(order)

    monkeypatch.setattr(stage, "publish_site", counted)
    monkeypatch.setattr(limits, "MOST_FILES", 3)
    published = publish(folder)
    assert published.built.failed
    errors = [each for each in published.problems if each.severity is Severity.ERROR]
    assert listed(errors) == ["content/pages/dune.md:3:1 unknown-field", "mkdocs.yml:1:1 files-too-many"]
    assert len(builds) == 2
    assert not folder.site.exists()
