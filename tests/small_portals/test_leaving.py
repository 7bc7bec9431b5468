"""Somebody stands everywhere where a portal can show a person, then leaves: no file of the site tells of it."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import NEEDED, REPOSITORY, PortalFolder, made_once, write_files
from tests.small_portals.traces import files_naming, files_of, fingerprints, pictures_below

SITE = "https://petit-pays.example/portail/"
BUILDING = "tests.unit.paper.building"
NAMES = ("Zénaïde", "Ormesson")
PROFILE, VOICE = "p-1e2f3a4b", "p-2e2f3a4b"
LAST_DAY = "2026-12-31"
CONSENT = (
    "consent: {scope: [site, print, social], granted_on: 2025-01-01, expires_on: "
    f"{LAST_DAY}, reference: dossier 31, minor: false}}"
)
PICTURED = "alt: {fr: Zénaïde d’Ormesson au lac, en: Zénaïde d’Ormesson at the lake}\ncredit: Atelier\nlicence: CC0\n"
FILES = {
    f"content/ambassadors/{PROFILE}.md": f"""---
id: {PROFILE}
title: Zénaïde d’Ormesson
summary: Zénaïde d’Ormesson garde le phare.
territory: bourg
theme: culture
occupation: Gardienne, dite « d’Ormesson »
image: media/keeper.png
quote: {{text: "Ormesson, c’est moi.", source: "Zénaïde, 2020"}}
career: [{{year: "2001", text: "Zénaïde arrive."}}]
{CONSENT}
---
## Zénaïde
Zénaïde d’Ormesson allume le phare. ![Zénaïde d’Ormesson](../../media/keeper.png)
""",
    f"content/ambassadors/{PROFILE}.en.md": """---
title: Zénaïde d’Ormesson
summary: Zénaïde d’Ormesson keeps the lighthouse.
---
Zénaïde d’Ormesson lights the lamp.
""",
    f"content/testimonials/{VOICE}.md": f"""---
id: {VOICE}
title: Ormesson dit merci
territory: bourg
display_name: Zénaïde d’Ormesson
audiences: [family]
{CONSENT}
---
Zénaïde d’Ormesson vous salue.
""",
    "content/assets/jetty.md": f"""---
id: jetty
title: La jetée
summary: Où l’on attend.
territory: bourg
angle: natural-heritage
kind: Place
image: media/jetty.png
---
[Sa gardienne](../ambassadors/{PROFILE}.md) y attend. ![Zénaïde d’Ormesson](../../media/jetty.png)
""",
    "content/carnet/example.md": f"""---
id: example
title: Un exemple
summary: Ce que dit le carnet.
part: examples
---
[Une gardienne](../ambassadors/{PROFILE}.md). ![Ormesson](../../media/keeper.png)
""",
    "media/keeper.yml": f"{PICTURED}people: [{PROFILE}]\n",
    "media/jetty.yml": f"{PICTURED}people: [{PROFILE}, {VOICE}]\n",
}
NEUTRAL = {
    *(f"{folder}{PROFILE}/index.html" for folder in ("ambassadeurs/", "en/ambassadors/", "q/")),
    *(f"embed/{lang}/ambassador/{PROFILE}.html" for lang in ("fr", "en")),
}
WITHDRAWN = "withdrawn_on: 2026-11-20, reference"


def built(root: Path, day: str = "2026-11-21", *how: str) -> PortalFolder:
    """All of the site, its printed guides too, from what former builds left."""
    command = [sys.executable, "-m", BUILDING, str(root), SITE, "1", *how, day]
    told = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert not json.loads(told.stdout)["failed"], told.stdout
    return PortalFolder(root)


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal where that person stands everywhere, built with its printed guides."""

    def make(root: Path) -> None:
        root.mkdir()
        write_files(root, {**NEEDED, **FILES})
        for name, turned in (("keeper", False), ("jetty", True)):
            light = Image.radial_gradient("L").resize((1200, 800))
            Image.merge("RGB", (light, light.rotate(180 if turned else 90), light.point(lambda v: 255 - v))).save(
                root / "media" / f"{name}.png"
            )
        built(root)

    return made_once(tmp_path_factory, "peopled", make)


@pytest.fixture
def copied(peopled: Path, tmp_path: Path) -> Path:
    """The same with its working folder, to be changed."""
    return Path(shutil.copytree(peopled, tmp_path / "portal"))


def everywhere(peopled: Path) -> set[str]:
    return files_naming(peopled / "site", *NAMES, PROFILE, VOICE)


def test_the_person_stands_everywhere(peopled: Path) -> None:
    """So that each kind of file is known to be read: what nobody finds here nobody would miss below."""
    found = everywhere(peopled)
    kinds = {re.sub(r"(fragment|index)/.*\.", r"\1/.", path) if "pagefind/" in path else path for path in found}
    assert kinds >= {
        *NEUTRAL,
        "ambassadeurs/index.html",
        "ambassadeurs/culture-et-art/index.html",
        "atouts/jetty/index.html",
        "carnet/example/index.html",
        f"faire-un-lien/{PROFILE}/index.html",
        f"assets/kits/{PROFILE}.svg",
        f"embed/fr/ambassador/{PROFILE}.json",
        "temoignages/index.html",
        "en/testimonials/index.html",
        "bienvenue/le-bourg/index.html",
        "bienvenue/petit-pays/portrait/index.html",
        "traductions/index.html",
        "sitemap-fr.xml",
        "pagefind/fragment/.pf_fragment",
        "pagefind/index/.pf_index",
    }
    assert any(path.endswith(".pdf") for path in found)
    assert any(path.startswith("media/keeper") for path in files_of(peopled / "site"))
    ends = (peopled / "site" / "ambassadeurs" / PROFILE / "index.html").read_text("utf-8")
    assert 'data-ends="2027-01-01T00:00:00+01:00"' in ends


def withdrawn(root: Path) -> None:
    for path in (f"content/ambassadors/{PROFILE}.md", f"content/testimonials/{VOICE}.md"):
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace("reference", WITHDRAWN, 1), "utf-8")


def archived(root: Path) -> None:
    for path in (f"content/ambassadors/{PROFILE}.md", f"content/testimonials/{VOICE}.md"):
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace("\ntitle:", "\nstatus: archived\ntitle:", 1), "utf-8")


def deleted(root: Path) -> None:
    """With all that leads to the two of them, or shows them: a link to a file that is not there is a mistake."""
    for path in FILES:
        (root / path).unlink()
        (root / path).with_suffix(".png").unlink(missing_ok=True)


def alone_deleted(root: Path) -> None:
    """The person's own files, and nothing else: links and images that still name them are mistakes."""
    for path in FILES:
        if path.startswith(("content/ambassadors/", "content/testimonials/")):
            (root / path).unlink()


def nothing(_: Path) -> None:
    """Only days pass."""


@pytest.mark.parametrize(
    ("leave", "day", "clean", "neutral"),
    [
        (withdrawn, "2026-11-21", False, NEUTRAL),
        pytest.param(withdrawn, "2026-11-21", True, NEUTRAL, marks=pytest.mark.long),
        pytest.param(nothing, "2027-01-01", False, NEUTRAL, marks=pytest.mark.long),
        pytest.param(nothing, "2027-01-01", True, NEUTRAL, marks=pytest.mark.long),
        pytest.param(archived, "2026-11-21", False, NEUTRAL, marks=pytest.mark.long),
        (deleted, "2026-11-21", False, set()),
    ],
)
def test_no_file_tells_of_whoever_has_left(
    leave: Callable[[Path], None], day: str, clean: bool, neutral: set[str], copied: Path
) -> None:
    """In the next build, and in one that knows of no former one."""
    pictures = pictures_below(copied / "site", "media/keeper") | pictures_below(copied / "site", "media/jetty")
    leave(copied)
    if clean:
        shutil.rmtree(copied / "site")
        shutil.rmtree(copied / ".portail")
    site = built(copied, day).site
    assert files_naming(site, *NAMES, VOICE) == set()
    assert files_naming(site, PROFILE) == neutral
    assert not pictures & fingerprints(site)
    assert not [path for path in files_of(site) if path.startswith(("media/keeper", "media/jetty"))]


def test_no_file_tells_of_whoever_is_deleted_where_mistakes_are_left_out(copied: Path) -> None:
    """Other texts lead to the profile still, and its pictures stand in media/."""
    pictures = pictures_below(copied / "site", "media/keeper") | pictures_below(copied / "site", "media/jetty")
    alone_deleted(copied)
    site = built(copied, "2026-11-21", "leave-out").site
    assert files_naming(site, *NAMES, PROFILE, VOICE, "keeper", "media/jetty") == set()
    assert not pictures & fingerprints(site)
    assert "Sa gardienne y attend." in (site / "atouts/jetty/index.html").read_text("utf-8")


def test_the_last_day_of_a_consent_is_still_one_of_it(copied: Path) -> None:
    assert f"ambassadeurs/{PROFILE}/index.html" in files_naming(built(copied, LAST_DAY).site, "Ormesson")
