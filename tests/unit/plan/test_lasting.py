"""What was ever published leads somewhere; where it does not, the build says which line mends it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli.main import main
from tests.conftest import PortalFolder, write_files

MakePortal = Callable[..., PortalFolder]
TREE = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    slug: grande-dune
    angle: natural-heritage
    ---
    ## Y aller

    Par le bac.
content/assets/dune.en.md
    ---
    title: The dune
    ---
    ## Getting there

    By ferry.
content/assets/lac.md
    ---
    id: lac
    title: Le lac
    angle: natural-heritage
    ---
    Bleu.
content/welcome/ecole.md
    ---
    id: ecole
    title: L’école
    section: housing
    see: Allez voir.
    ---
    ## Pièces

    Un livret.
content/welcome/creche.md
    ---
    id: creche
    title: La crèche
    section: housing
    see: Allez voir.
    ---
    Elle ouvre tôt.
content/ambassadors/p-0a1b2c3d.md
    ---
    id: p-0a1b2c3d
    title: Jeanne Dupont
    theme: sport
    consent: {scope: [site], granted_on: 2025-01-01, expires_on: 2027-12-31, reference: dossier 1, minor: false}
    ---
    ## Jeanne court

    Elle court.
"""
DUNE = "content/assets/dune.md"


@pytest.fixture
def recorded(portal: MakePortal) -> PortalFolder:
    folder = portal(TREE)
    assert main(["ledger", "--root", str(folder.root)]) == 0
    return folder


def change(folder: PortalFolder, path: str, *changes: tuple[str, str]) -> None:
    file = folder.root / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def told(folder: PortalFolder) -> list[str]:
    """What has been lost, and then what mends it."""
    found = [line for line in folder.lines() if "-lost" in line or "-moved" in line]
    return [part for line in found for part in line.split(" → ")]


def places(folder: PortalFolder) -> list[str]:
    return [line.partition("]")[0] for line in told(folder)[::2]]


def table(folder: PortalFolder, name: str) -> list[str]:
    return (folder.root / f"data/ledger/{name}.csv").read_text(encoding="utf-8").splitlines()


def test_what_is_written_down(recorded: PortalFolder) -> None:
    addresses = table(recorded, "addresses")
    assert addresses[:2] == ["address,page,anchors", "/,home,"]
    assert [line for line in addresses if "dune" in line or "p-0a1" in line or "*" in line] == [
        "ambassadeurs/p-0a1b2c3d/,ambassador:p-0a1b2c3d,",
        "atouts/grande-dune/,asset:dune,y-aller",
        "bienvenue/*/,guide,",
        "bienvenue/*/portrait/,portrait,",
        "en/assets/dune/,asset:dune,getting-there",
        "en/welcome/*/,guide,",
        "en/welcome/*/portrait/,portrait,",
    ]
    assert table(recorded, "territories") == [
        "code,slug,pages",
        "bourg,le-bourg,",
        "hameau,hameau,",
        "pays,petit-pays,portrait",
    ]
    assert [line for line in table(recorded, "anchors") if "*" not in line] == [
        "pages,language,anchor,headings",
        "guide:pays,en,creche,",
        "guide:pays,en,ecole,pieces",
        "guide:pays,fr,creche,",
        "guide:pays,fr,ecole,pieces",
    ]
    assert "jeanne" not in "".join(file.read_text().lower() for file in (recorded.root / "data/ledger").iterdir())


def test_the_same_is_written_again(recorded: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "--check", "--lang", "en", "--root", str(recorded.root)]) == 0
    assert capsys.readouterr().out == "Every published address is written down.\n"
    assert told(recorded) == []


def test_a_new_page_is_to_be_written_down(recorded: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        recorded, DUNE, ("slug: grande-dune", "slug: dune\n    old_paths: [atouts/grande-dune/]".replace("    ", ""))
    )
    before = table(recorded, "addresses")
    capsys.readouterr()
    assert main(["ledger", "--check", "--lang", "en", "--root", str(recorded.root)]) == 1
    assert capsys.readouterr().out == "data/ledger/addresses.csv: to be written down, 1 new line\n"
    assert table(recorded, "addresses") == before
    assert main(["ledger", "--lang", "fr", "--root", str(recorded.root)]) == 0
    assert capsys.readouterr().out == "data/ledger/addresses.csv\u00a0: 1 ligne nouvelle\n"
    now = table(recorded, "addresses")
    assert {*now} - {*before} == {"atouts/dune/,asset:dune,y-aller"}
    assert now[1:] == sorted(now[1:], key=lambda line: line.split(","))


def test_nothing_is_written_of_a_portal_with_errors(recorded: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    change(recorded, DUNE, ("slug: grande-dune", "slug: dune"))
    before = table(recorded, "addresses")
    assert main(["ledger", "--lang", "en", "--root", str(recorded.root)]) == 1
    assert "[address-lost]" in capsys.readouterr().err
    assert table(recorded, "addresses") == before


def test_what_a_rename_breaks_is_mended_by_one_line(recorded: PortalFolder) -> None:
    change(recorded, DUNE, ("slug: grande-dune", "slug: dune"), ("## Y aller", "## Venir"))
    line = 'old_paths: [atouts/grande-dune/, "#y-aller"]'
    assert told(recorded) == [
        (
            "content/assets/dune.md:4:1 [address-lost] This text, already published at these addresses, "
            "would no longer be found there: /atouts/grande-dune/, #y-aller."
        ),
        f"{line}",
    ]
    change(recorded, DUNE, ("slug: dune", f"slug: dune\n{line}"))
    assert told(recorded) == []
    assert not recorded.build().failed
    assert '<i id="y-aller"></i>' in recorded.html("atouts/dune/")
    assert 'data-to="/atouts/dune/"' in recorded.html("atouts/grande-dune/")


def test_a_page_takes_a_former_address_again(recorded: PortalFolder) -> None:
    change(recorded, DUNE, ("slug: grande-dune", "slug: dune\nold_paths: [atouts/grande-dune/]"))
    assert main(["ledger", "--root", str(recorded.root)]) == 0
    change(recorded, DUNE, ("slug: dune", "slug: grande-dune"))
    line = "old_paths: [atouts/grande-dune/, atouts/dune/]"
    assert told(recorded)[1:] == [line]
    change(recorded, DUNE, ("old_paths: [atouts/grande-dune/]", line))
    assert not recorded.build().failed
    assert "<h1>La dune</h1>" in recorded.html("atouts/grande-dune/")
    assert 'data-to="/atouts/grande-dune/"' in recorded.html("atouts/dune/")


def test_former_addresses_are_kept_when_more_are_added(recorded: PortalFolder) -> None:
    change(recorded, DUNE, ("slug: grande-dune", "slug: dune\nold_paths: [atouts/sable/]"))
    assert told(recorded)[1:] == ["old_paths: [atouts/sable/, atouts/grande-dune/]"]


def test_a_translation_that_has_gone(recorded: PortalFolder) -> None:
    (recorded.root / "content/assets/dune.en.md").unlink()
    line = 'old_paths: [en/assets/dune/, "#getting-there"]'
    assert told(recorded)[1:] == [line]
    change(recorded, DUNE, ("slug: grande-dune", f"slug: grande-dune\n{line}"))
    assert told(recorded) == []


def test_a_translation_that_has_gone_of_what_is_archived_then(recorded: PortalFolder) -> None:
    (recorded.root / "content/assets/dune.en.md").unlink()
    change(recorded, DUNE, ("id: dune", 'id: dune\nstatus: archived\nold_paths: [en/assets/dune/, "#getting-there"]'))
    assert {line.partition("[")[2].partition("]")[0] for line in recorded.lines()} == {"translation-missing"}
    assert not recorded.build().failed
    assert "no longer published" in recorded.html("en/assets/dune/")
    assert "no longer published" in recorded.html("q/dune/")


def test_an_entry_that_another_replaces(recorded: PortalFolder) -> None:
    (recorded.root / DUNE).unlink()
    (recorded.root / "content/assets/dune.en.md").unlink()
    line = 'old_paths: [atouts/grande-dune/, q/dune/, "#y-aller", en/assets/dune/, "#getting-there"]'
    assert told(recorded) == [
        (
            "data/ledger/addresses.csv:14:1 [address-lost-entry] These addresses, already published, would "
            "no longer lead anywhere, because the entry “dune” no longer exists: /atouts/grande-dune/, /q/dune/, "
            "#y-aller, /en/assets/dune/, #getting-there."
        ),
        f"{line}  # in the entry that replaces it; else put its file back, with `status: archived`",
    ]
    change(recorded, "content/assets/lac.md", ("id: lac", f"id: lac\n{line}"))
    assert told(recorded) == []
    assert not recorded.build().failed
    assert "/atouts/lac/" in recorded.html("q/dune/")
    assert 'data-to="/atouts/lac/"' in recorded.html("en/assets/dune/")


def test_what_is_archived_leads_to_a_neutral_page(recorded: PortalFolder) -> None:
    change(recorded, DUNE, ("id: dune", "id: dune\nstatus: archived"))
    change(recorded, "content/welcome/ecole.md", ("id: ecole", "id: ecole\nstatus: archived"))
    assert told(recorded) == []
    assert not recorded.build().failed
    for address in ("atouts/grande-dune/", "en/assets/dune/"):
        page = recorded.html(address)
        assert ("dune" in page.lower().replace(address, ""), "noindex" in page) == (False, True)
    assert "/atouts/grande-dune/" in recorded.html("q/dune/")
    assert "/bienvenue/petit-pays/" in recorded.html("q/ecole/")


def test_a_person_who_has_left_without_a_trace(recorded: PortalFolder) -> None:
    (recorded.root / "content/ambassadors/p-0a1b2c3d.md").unlink()
    assert told(recorded) == []
    assert not recorded.build().failed
    assert "n’est plus publiée" in recorded.html("ambassadeurs/p-0a1b2c3d/")
    assert "/ambassadeurs/p-0a1b2c3d/" in recorded.html("q/p-0a1b2c3d/")
    assert "n’est plus publiée" in recorded.html("ambassadeurs/sport/")


def test_what_programs_follow_stays_when_nothing_is_in_it(portal: MakePortal) -> None:
    folder = portal("""
content/events/fete.md
    ---
    id: fete
    title: La fête
    territory: bourg
    kind: meeting
    starts: 2026-12-05T14:00
    themes: [Sport]
    ---
    Venez.
content/news/avis.md
    ---
    id: avis
    title: Un avis
    kind: news
    publish_on: 2026-11-02
    ---
    Un mot.
""")
    assert not folder.build().failed
    assert main(["ledger", "--root", str(folder.root)]) == 0
    assert [line for line in table(folder, "addresses") if ".rss" in line or ".ics" in line] == [
        "en/events/calendar/*.ics,calendar,bourg theme-sport",
        "en/whats-new/*.rss,feed,changes news",
        "quoi-de-neuf/*.rss,feed,actualites changements",
        "rendez-vous/calendrier/*.ics,calendar,bourg theme-sport",
    ]
    ours = {path for path in followed(folder) if "event-fete" not in path}
    assert {"rendez-vous/calendrier/theme-sport.ics", "embed/fr/events/bourg.html"} <= ours
    for path in ("content/events/fete.md", "content/news/avis.md"):
        change(folder, path, ("id: ", "status: archived\nid: "))
    assert told(folder) == []
    assert not folder.build().failed
    assert followed(folder) == ours
    calendar = (folder.site / "rendez-vous/calendrier/bourg.ics").read_text(encoding="utf-8")
    assert ("VEVENT" in calendar, "plus publi" in calendar) == (False, False)
    assert "Aucun rendez-vous pour le moment." in folder.html("embed/fr/events/bourg.html")


def followed(folder: PortalFolder) -> set[str]:
    """Calendars, feeds, and cards of events."""
    files = (file.relative_to(folder.site).as_posix() for file in folder.site.rglob("*.*"))
    return {
        path for path in files if path.endswith((".ics", ".rss")) or path.startswith(("embed/fr/ev", "embed/en/ev"))
    }


def test_a_block_whose_heading_was_renamed(recorded: PortalFolder) -> None:
    change(recorded, "content/welcome/ecole.md", ("## Pièces", "## Papiers"))
    assert told(recorded) == [
        (
            "content/welcome/ecole.md:2:1 [address-lost] This text, already published at these addresses, "
            "would no longer be found there: #ecole-pieces."
        ),
        'old_paths: ["#ecole-pieces"]',
    ]
    change(recorded, "content/welcome/ecole.md", ("id: ecole", 'id: ecole\nold_paths: ["#ecole-pieces"]'))
    assert told(recorded) == []
    assert not recorded.build().failed
    assert recorded.html("bienvenue/le-bourg/").count("ecole-pieces") == 1


def test_a_block_that_another_replaces(recorded: PortalFolder) -> None:
    (recorded.root / "content/welcome/ecole.md").unlink()
    line = 'old_paths: [q/ecole/, "#ecole", "#ecole-pieces"]'
    assert told(recorded) == [
        (
            "data/ledger/anchors.csv:9:1 [address-lost-entry] These addresses, already published, would no longer "
            "lead anywhere, because the entry “ecole” no longer exists: /q/ecole/, #ecole, #ecole-pieces."
        ),
        f"{line}  # in the entry that replaces it; else put its file back, with `status: archived`",
    ]
    change(recorded, "content/welcome/creche.md", ("id: creche", f"id: creche\n{line}"))
    assert told(recorded) == []
    assert not recorded.build().failed
    assert "/bienvenue/petit-pays/#creche" in recorded.html("q/ecole/")


def test_a_block_that_stands_in_fewer_guides(recorded: PortalFolder) -> None:
    change(recorded, "content/welcome/ecole.md", ("section:", "territory: bourg\nsection:"))
    assert told(recorded) == [
        (
            "content/welcome/ecole.md:4:12 [part-moved] “ecole” has already appeared in all guides of the "
            "territory “pays”: links lead there, and would no longer find it."
        ),
        'territory: "pays"  # or another text of that territory, with old_paths: ["#ecole"]',
    ]


def test_a_section_of_the_guide_keeps_its_id(recorded: PortalFolder) -> None:
    change(recorded, "data/guide.yml", ("id: housing", "id: lodging"))
    for path in ("content/welcome/ecole.md", "content/welcome/creche.md"):
        change(recorded, path, ("section: housing", "section: lodging"))
    assert places(recorded) == ["data/ledger/anchors.csv:3:1 [anchor-lost"]
    change(recorded, "content/welcome/ecole.md", ("id: ecole", 'id: ecole\nold_paths: ["#housing"]'))
    assert told(recorded) == []


def test_a_territory_that_is_called_otherwise(recorded: PortalFolder) -> None:
    territories = "data/territories/territories.yml"
    change(recorded, territories, ("name: Hameau", "name: Hameau-Neuf"))
    assert told(recorded) == [
        (
            "data/ledger/territories.csv:3:1 [territory-address-lost] The pages of this territory "
            "(Hameau-Neuf) have already been published at the address “hameau”, which would no longer lead anywhere."
        ),
        "hameau,hameau  # a line of data/reference/addresses.csv",
    ]
    write_files(recorded.root, {"data/reference/addresses.csv": "code,slug\nhameau,hameau\n"})
    assert told(recorded) == []
    former = {"data/reference/former_addresses.csv": "slug,territory,code\nhameau,hameau,\n"}
    (recorded.root / "data/reference/addresses.csv").unlink()
    write_files(recorded.root, former)
    assert told(recorded) == []
    assert not recorded.build().failed
    assert 'data-to="/en/welcome/hameau-neuf/"' in recorded.html("en/welcome/hameau/")


def test_a_territory_that_has_become_a_part_of_another(recorded: PortalFolder) -> None:
    change(
        recorded,
        "data/territories/territories.yml",
        ("  - {code: hameau, level: commune, name: Hameau, parents: [pays]}\n", ""),
    )
    assert told(recorded) == [
        (
            "data/ledger/territories.csv:3:1 [territory-lost] The territory “hameau” has had a guide, and "
            "no longer exists: its addresses would no longer lead anywhere."
        ),
        (
            "hameau,…,hameau  # a line of data/reference/former_addresses.csv (slug,territory,code): in place "
            "of “…”, the code of the territory that replaced it"
        ),
    ]
    write_files(recorded.root, {"data/reference/former_addresses.csv": "slug,territory,code\nhameau,bourg,hameau\n"})
    assert told(recorded) == []
    assert not recorded.build().failed
    assert 'data-to="/bienvenue/le-bourg/"' in recorded.html("bienvenue/hameau/")
    assert "/bienvenue/le-bourg/" in recorded.html("q/hameau/")


def test_a_word_of_all_addresses(recorded: PortalFolder) -> None:
    write_files(recorded.root, {"theme/strings/fr.yml": "route: {guide: accueil}\n"})
    assert [line.partition(" published: ")[2] for line in told(recorded)[::2]] == [
        "/bienvenue/.",
        "/bienvenue/*/.",
        "/bienvenue/pour/family/.",
    ]


def test_a_portrait_at_another_address_is_led_to(recorded: PortalFolder) -> None:
    write_files(recorded.root, {"theme/strings/fr.yml": "route: {portrait: en-chiffres}\n"})
    assert told(recorded) == []
    assert not recorded.build().failed
    assert 'data-to="/bienvenue/petit-pays/en-chiffres/"' in recorded.html("bienvenue/petit-pays/portrait/")


def test_lines_of_two_branches(recorded: PortalFolder) -> None:
    """As git joins them (`merge=union`)."""
    path = recorded.root / "data/ledger/addresses.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}address,page,anchors\natouts/grande-dune/,asset:dune,histoire\n", encoding="utf-8")
    assert told(recorded)[1:] == ['old_paths: ["#histoire"]']


def test_a_table_without_its_columns(recorded: PortalFolder) -> None:
    Path(recorded.root / "data/ledger/anchors.csv").write_text("pages;language\nx;y\n", encoding="utf-8")
    assert [line for line in recorded.lines() if "ledger" in line] != []
