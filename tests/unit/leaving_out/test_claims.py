"""Two files that claim one address or one id: the one that came last gives way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.leaving_out.claims import Claim, Claims
from site_builder.problems import Place, Problem
from tests.conftest import PortalFolder, write_files
from tests.unit.cli.test_history import git
from tests.unit.leaving_out.test_stage import GOOD, PERSON, change, commit, listed, names, publish

Make = Callable[..., PortalFolder]
DUNE, SAND = "content/pages/dune.md", "content/pages/sable.md"
TAKES = {
    "slug": "---\nid: sable\ntitle: Le sable\nslug: dune\n---\nDes grains.\n",
    "id": "---\nid: dune\ntitle: Le sable\n---\nDes grains.\n",
    "former address": "---\nid: sable\ntitle: Le sable\nold_paths: [dune/]\n---\nDes grains.\n",
}
SAME = Problem("same-address", Place(SAND, 4, 7), {"address": "/dune/", "other": Place(DUNE, 2, 5)})


def add(folder: PortalFolder, path: str, text: str) -> None:
    write_files(folder.root, {path: text})


@pytest.mark.parametrize("text", TAKES.values(), ids=TAKES)
@pytest.mark.parametrize("committed", [True, False])
def test_what_was_added_last_gives_way(text: str, committed: bool, portal: Make) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    add(folder, SAND, text)
    if committed:
        commit(folder, "2026-02-02")
    published = publish(folder)
    assert len(published.mistakes) == 1
    told = f"This file is not published: it asks for an address or an id that {DUNE} already has, and keeps."
    assert [problem.message("en") for problem in published.done] == [f"{told} The rest of the site is published."]
    assert listed(published.done) == [f"{SAND}:1:1 left-out-for-another"]
    assert "Du sable." in folder.html("dune/")
    assert "Des grains." not in names(folder)


@pytest.mark.parametrize("text", TAKES.values(), ids=TAKES)
def test_it_gives_way_also_where_the_mistake_is_told_of_the_other(text: str, portal: Make) -> None:
    folder = portal(GOOD)
    dune = (folder.root / DUNE).read_text(encoding="utf-8")
    (folder.root / DUNE).unlink()
    (folder.root / "content/pages/dune.en.md").unlink()
    change(folder, "content/pages/good.md", "[la dune](dune.md)", "la dune")
    add(folder, SAND, text)
    commit(folder, "2026-01-01")
    add(folder, DUNE, dune)
    published = publish(folder)
    assert [problem.place.path for problem in published.mistakes] == [SAND]
    assert listed(published.done) == [f"{DUNE}:1:1 left-out-for-another"]
    assert "Du sable." not in names(folder)
    assert "Des grains." in names(folder)


@pytest.mark.parametrize("history", [True, False])
def test_of_two_of_one_age_it_is_the_one_that_the_mistake_is_told_of(history: bool, portal: Make) -> None:
    folder = portal(GOOD)
    add(folder, SAND, TAKES["slug"])
    if history:
        commit(folder, "2026-01-01")
    assert listed(publish(folder).done) == [f"{SAND}:1:1 left-out-for-another"]
    assert "Du sable." in folder.html("dune/")


def test_of_three_the_first_stays(portal: Make) -> None:
    folder = portal(GOOD)
    for day, path in enumerate(("content/pages/z.md", "content/pages/plage.md", "content/pages/a.md"), start=1):
        add(folder, path, f"---\nid: plage\ntitle: La plage\n---\nLe texte de {path}.\n")
        commit(folder, f"2026-01-0{day}")
    published = publish(folder)
    assert [problem.place.path for problem in published.done] == ["content/pages/a.md", "content/pages/plage.md"]
    assert "Le texte de content/pages/z.md." in folder.html("plage/")


def test_what_gives_way_comes_back_as_it_was_before_it_claimed_anything(portal: Make) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    add(folder, SAND, TAKES["slug"].replace("slug: dune\n", ""))
    commit(folder, "2026-02-02")
    change(folder, SAND, "id: sable", "id: sable\nslug: dune")
    assert listed(publish(folder).done) == [f"{SAND}:1:1 published-as-before"]
    assert "Du sable." in folder.html("dune/")
    assert "Des grains." in folder.html("sable/")


def test_a_former_version_takes_nothing_from_another_file(portal: Make) -> None:
    """The older page comes back as it was, at an address that a newer one has had since: the newer one keeps it."""
    folder = portal(GOOD)
    change(folder, DUNE, "id: dune", "id: dune\nslug: plage")
    commit(folder, "2026-01-01")
    change(folder, DUNE, "slug: plage", "slug: sommet")
    add(folder, SAND, TAKES["slug"].replace("slug: dune", "slug: plage"))
    commit(folder, "2026-02-02")
    change(folder, DUNE, "title:", "tilte:")
    change(folder, DUNE, "sommet", "cime")
    published = publish(folder)
    assert listed(published.done) == [f"{DUNE}:1:1 published-as-before"]
    assert "Du sable." in folder.html("sommet/")
    assert "Des grains." in folder.html("plage/")


def test_of_two_people_with_one_id_the_first_keeps_it(portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    commit(folder, "2026-01-01")
    ada = (folder.root / "content/ambassadors/p-0a1b2c3d.md").read_text(encoding="utf-8")
    add(folder, "content/ambassadors/p-0e1b2c3d.md", ada.replace("Ada", "Zoé"))
    published = publish(folder)
    assert listed(published.done) == ["content/ambassadors/p-0e1b2c3d.md:1:1 left-out-for-another"]
    assert "Ada Exemple" in folder.html("ambassadeurs/p-0a1b2c3d/")
    assert "Zoé" not in names(folder)


def test_of_two_files_of_a_person_that_cannot_be_read_one_neutral_page_stays(portal: Make) -> None:
    folder = portal(GOOD + PERSON)
    ada = (folder.root / "content/ambassadors/p-0a1b2c3d.md").read_text(encoding="utf-8")
    for path in ("content/ambassadors/p-0a1b2c3d.md", "content/ambassadors/p-0e1b2c3d.md"):
        add(folder, path, ada.replace("theme", "thema"))
    assert not publish(folder).built.failed
    assert "Cette page n’est plus publiée" in folder.html("ambassadeurs/p-0a1b2c3d/")


def test_a_file_came_with_the_merge_that_brought_it(portal: Make) -> None:
    folder = portal(GOOD)
    (folder.root / DUNE).unlink()
    commit(folder, "2026-01-01")
    git(folder.root, "switch", "--create", "proposal")
    add(folder, SAND, TAKES["slug"])
    commit(folder, "2026-02-02")
    git(folder.root, "switch", "main")
    add(folder, DUNE, TAKES["id"])
    commit(folder, "2026-03-03")
    git(folder.root, "merge", "--no-ff", "--message", "Merged", "proposal")
    assert Claims(folder.root).settled(SAME, ()) == Claim(loser=SAND, keeper=DUNE)


def test_a_file_that_came_back_is_as_new_as_that(portal: Make) -> None:
    folder = portal(GOOD)
    commit(folder, "2026-01-01")
    dune = (folder.root / DUNE).read_text(encoding="utf-8")
    (folder.root / DUNE).unlink()
    add(folder, SAND, TAKES["slug"])
    commit(folder, "2026-02-02")
    add(folder, DUNE, dune)
    expected = Claim(loser=DUNE, keeper=SAND)
    assert Claims(folder.root).settled(SAME, ()) == expected
    commit(folder, "2026-03-03")
    assert Claims(folder.root).settled(SAME, ()) == expected


@pytest.mark.parametrize(("depth", "expected"), [(1, Claim(loser=SAND, keeper=DUNE)), (2, Claim(DUNE, SAND))])
def test_of_a_shallow_copy_what_came_since_is_known(depth: int, expected: Claim, portal: Make, tmp_path: Path) -> None:
    """The oldest commit that it has seems to bring all that came before."""
    folder = portal(GOOD.replace("dune.md", "plage.md"))
    add(folder, SAND, TAKES["slug"])
    commit(folder, "2026-01-01")
    add(folder, DUNE, TAKES["id"])
    commit(folder, "2026-02-02")
    git(tmp_path, "clone", "--depth", str(depth), folder.root.as_uri(), "copy")
    git(tmp_path / "copy", "config", "log.showRoot", "false")
    assert Claims(tmp_path / "copy").settled(SAME, ()) == expected


def test_a_history_that_takes_too_long_says_nothing(portal: Make) -> None:
    folder = portal(GOOD)
    add(folder, SAND, TAKES["slug"])
    git(folder.root, "init", "--initial-branch", "main")
    git(folder.root, "add", SAND)
    git(folder.root, "commit", "--message", "The other is not committed")
    assert Claims(folder.root).settled(SAME, ()) == Claim(loser=DUNE, keeper=SAND)
    assert Claims(folder.root, seconds=0).settled(SAME, ()) == Claim(loser=SAND, keeper=DUNE)


def test_what_is_about_one_file_is_no_claim(portal: Make) -> None:
    claims = Claims(portal(GOOD).root)
    assert claims.settled(Problem("unknown-field", Place(SAND), {"field": "tilte"}), ()) is None
    own = Problem("old-path-taken", Place(SAND, 5), {"address": "/", "title": "", "other": Place(SAND, 2)})
    assert claims.settled(own, ()) is None
    of_the_portal = Problem("old-path-taken", Place(SAND, 5), {"address": "/", "title": "", "other": None})
    assert claims.settled(of_the_portal, ()) is None
