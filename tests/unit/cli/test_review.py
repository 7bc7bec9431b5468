"""``portail review``: what it says below a proposal, and when it cannot."""

from pathlib import Path

import pytest

from site_builder.cli.main import main
from tests.conftest import PortalFolder, copy_portal
from tests.unit.cli.test_history import git


@pytest.fixture
def minimal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> PortalFolder:
    """A small portal of which one page, one translation and one day are about to change."""
    folder = copy_portal("minimal", tmp_path / "portal")
    git(folder.root, "init", "--initial-branch", "main")
    git(folder.root, "add", "--all")
    git(folder.root, "commit", "--message", "The portal")
    return folder


QUAY = """\
---
id: quay
title: "Le quai | *vieux* @tous"
summary: On y marche.
owner: le|service
expires_on: 2999-01-01
---
Du granit.
"""


def test_a_proposal_in_french(minimal: PortalFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (minimal.root / "content/pages/quay.md").write_text(QUAY, encoding="utf-8")
    arguments = ["review", "--root", str(minimal.root), "--lang", "fr", "--preview", str(tmp_path / "preview")]
    assert main(arguments) == 0
    pages, translations, ending = capsys.readouterr().out.split("\n\n## ")
    lines = pages.splitlines()
    assert lines == [
        *("## Pages changées", "", "1 page ajoutée.", ""),
        "| Page | Langue | Changement | Dans l’aperçu |",
        "| --- | --- | --- | --- |",
        "| Le quai &#124; &#42;vieux&#42; &#64;&#8203;tous | français | ajoutée | `pages/quay.html` |",
    ]
    assert (tmp_path / "preview/pages/quay.html").is_file()
    heads, _, arabic, *_ = translations.splitlines()[2:]
    assert translations.splitlines()[0] == "Traductions à faire"
    assert heads.startswith("| Langue | Responsable | Sans traduction | ")
    assert arabic.startswith("| arabe | le&#124;service | 1 | ")
    assert ending.splitlines() == ["Ce qui prend bientôt fin", "", "Rien dans les 30 jours qui viennent."]
    assert not minimal.site.exists()
    assert main(arguments) == 0  # over the preview made before


LOST = {
    "fr": """\
## Ces adresses ne mènent plus nulle part

La fiche a encore une page, mais qui suit un ancien lien, même imprimé, ne la trouve plus. Écrivez cette ligne \
dans l’en-tête, à la place de «\u00a0old_paths\u00a0» si la fiche l’a déjà.

| Adresse | Fiche | À écrire |
| --- | --- | --- |
| `/atouts/phare/` | `content/assets/lighthouse.md:5:1` | `old_paths: [atouts/phare/]` |

## Traductions à faire
""",
    "en": """\
## These addresses no longer lead anywhere

The entry still has a page, but whoever follows a former link, even on paper, does not find it. Write this line \
into the header, in place of `old_paths` if the entry has that already.

| Address | Entry | To write |
| --- | --- | --- |
| `/atouts/phare/` | `content/assets/lighthouse.md:5:1` | `old_paths: [atouts/phare/]` |

## Translations to be done
""",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_addresses_that_lead_nowhere(lang: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    file = minimal.root / "content/assets/lighthouse.md"
    file.write_text(file.read_text(encoding="utf-8").replace("slug: phare", "slug: grand-phare"), encoding="utf-8")
    assert main(["review", "--root", str(minimal.root), "--lang", lang]) == 0
    assert LOST[lang] in capsys.readouterr().out


@pytest.mark.parametrize("name", ["", "index.html", "notes.txt"], ids=["a file", "a site", "a folder"])
def test_a_preview_takes_nobodys_place(
    name: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "mine" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("Mine", encoding="utf-8")
    folder = tmp_path / "mine"
    assert main(["review", "--root", str(minimal.root), "--lang", "en", "--preview", str(folder)]) == 3
    said = f"{folder} is neither an empty folder nor an earlier preview: nothing was written.\n"
    assert capsys.readouterr() == ("", f"{said}→ Give --preview a folder that does not exist yet.\n")
    assert ([*folder.iterdir()] if name else [folder], file.read_text(encoding="utf-8")) == ([file], "Mine")


def test_a_version_that_is_not_there(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--root", str(minimal.root), "--lang", "en", "--base", "nowhere"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("Git does not know the version nowhere: there is nothing to compare with.\n")


def test_a_portal_that_makes_no_site(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("data/portal.yml", "mkdocs.yml"):
        (minimal.root / path).write_text("\tno: yaml\n", encoding="utf-8")
    assert main(["review", "--root", str(minimal.root), "--lang", "en"]) == 1
    assert "[host-" in capsys.readouterr().err
