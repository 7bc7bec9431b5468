"""``portail print``: what it writes, and what it says. Files are made in processes of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli.main import main
from site_builder.cli.print import FORMAT_WORDS
from site_builder.paper.formats import FORMATS
from tests.conftest import REPOSITORY, PortalFolder, copy_portal

ENGLISH, FRENCH = {"LANG": "en_GB.UTF-8"}, {"LANG": "fr_FR.UTF-8"}


@pytest.fixture
def districts(tmp_path: Path) -> PortalFolder:
    return copy_portal("districts", tmp_path / "portal")


def portail(
    folder: PortalFolder, here: Path, *arguments: str, site_url: str = "https://valdaine.ch/"
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "site_builder.cli", "print", "--root", str(folder.root), *arguments]
    environ = {
        "LANG": "en_GB.UTF-8",
        "PYTHONPATH": str(REPOSITORY),
        "PATH": "/usr/bin:/bin",
        **({"PORTAIL_SITE_URL": site_url} if site_url else {}),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False, env=environ)


def test_every_format_has_a_french_name() -> None:
    assert sorted(FORMAT_WORDS.values()) == sorted(form.id for form in FORMATS)


@pytest.mark.parametrize(
    ("environ", "typed", "said"),
    [
        (FRENCH, "afiche", "Aucun format ne s’appelle «\u00a0afiche\u00a0». Vouliez-vous dire\u00a0: poster\u00a0?\n"),
        (FRENCH, "flier", "Aucun format ne s’appelle «\u00a0flier\u00a0». Vouliez-vous dire\u00a0: flyer\u00a0?\n"),
        (ENGLISH, "leaflets", "No format is called “leaflets”. Did you mean: leaflet?\n"),
        (
            FRENCH,
            "x",
            "Aucun format ne s’appelle «\u00a0x\u00a0». Il y a\u00a0: pack, leaflet, flyer, poster, children.\n",
        ),
        (ENGLISH, "x", "No format is called “x”. There are: pack, leaflet, flyer, poster, children.\n"),
    ],
)
def test_a_format_that_does_not_exist(
    districts: PortalFolder, environ: dict[str, str], typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", "--root", str(districts.root), "A", "--format", typed], environ) == 2
    assert capsys.readouterr() == ("", said)


def test_a_file_with_a_name_that_says_what_it_is(districts: PortalFolder, tmp_path: Path) -> None:
    ran = portail(districts, tmp_path, "Saint-Jean, District du Lac", "--format", "leaflet", "--lang", "en")
    made = tmp_path / "saint-jean-a1-leaflet-en.pdf"
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"{made.name}: 2 pages, {round(made.stat().st_size / 1000)} kB\n"
    assert made.read_bytes().startswith(b"%PDF-1.7")
    assert "[paper-address]" in ran.stderr
    assert "    → permanent_address: true\n" in ran.stderr


def test_a_permanent_address_needs_no_warning(districts: PortalFolder, tmp_path: Path) -> None:
    settings = districts.root / "data/portal.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "permanent_address: true\n", encoding="utf-8")
    ran = portail(districts, tmp_path, "A", "--format", "Affiche", "--output", str(tmp_path / "own.pdf"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"{tmp_path / 'own.pdf'}: 1 page, ")


@pytest.mark.parametrize("permanent", [False, True])
def test_an_address_that_is_an_example(districts: PortalFolder, tmp_path: Path, permanent: bool) -> None:
    """It is not there to stay, whatever the portal says."""
    if permanent:
        settings = districts.root / "data/portal.yml"
        settings.write_text(settings.read_text(encoding="utf-8") + "permanent_address: true\n", encoding="utf-8")
    ran = portail(districts, tmp_path, "A", "--format", "dépliant", site_url="")
    assert ran.returncode == 0
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["canton-canton-d-amont-leaflet-fr.pdf"]
    assert ran.stderr == (
        "mkdocs.yml:1:1 [paper-address-example] The address https://valdaine.example/portail/ is an example: no "
        "printed QR code will lead anywhere.\n"
        "    → site_url: https://welcome.your-domain.org/\n"
        "    → PORTAIL_SITE_URL=https://welcome.your-domain.org/  # instead, before the command\n"
        "To mend: 0. Warnings: 1.\n"
    )


def test_a_site_without_an_address(districts: PortalFolder, tmp_path: Path) -> None:
    host = districts.root / "mkdocs.yml"
    kept = [line for line in host.read_text(encoding="utf-8").splitlines() if not line.startswith("site_url:")]
    host.write_text("\n".join(kept), encoding="utf-8")
    ran = portail(districts, tmp_path, "A", "--format", "poster", "--output", str(tmp_path / "own.pdf"))
    assert ran.returncode == 0
    assert ran.stderr == (
        "mkdocs.yml:1:1 [paper-address-missing] The address of the site is not known: what is printed has no QR code "
        "and no address.\n    → site_url: https://www.example.org/\nTo mend: 0. Warnings: 1.\n"
    )


def test_a_folder_that_does_not_exist(districts: PortalFolder, tmp_path: Path) -> None:
    ran = portail(districts, tmp_path, "A", "--format", "poster", "--output", str(tmp_path / "absent" / "a.pdf"))
    assert ran.returncode == 1
    assert ran.stderr.endswith(f"{tmp_path / 'absent' / 'a.pdf'} could not be written: No such file or directory.\n")


def test_a_language_without_a_font(tmp_path: Path) -> None:
    ran = portail(copy_portal("minimal", tmp_path / "portal"), tmp_path, "Port-Calme", "--lang", "ar")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "[paper-language] Nothing can be printed in the language “ar”" in ran.stderr
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("environ", "words", "said"),
    [
        (ENGLISH, ["nowhere"], "No territory of the portal matches “nowhere”.\n"),
        (FRENCH, ["nowhere"], "Aucun territoire du portail ne correspond à «\u00a0nowhere\u00a0».\n"),
        (ENGLISH, ["A", "--lang", "de"], "The portal does not have the language “de”. It has: fr, en.\n"),
        (
            ENGLISH,
            ["canton d’amnot"],
            "No territory of the portal matches “canton d’amnot”.\nDid you mean: Canton d’Amont (canton)?\n",
        ),
        (FRENCH, ["A", "--lang", "de"], "Le portail n’a pas la langue «\u00a0de\u00a0». Il a\u00a0: fr, en.\n"),
    ],
)
def test_what_cannot_be_found(
    districts: PortalFolder, environ: dict[str, str], words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", "--root", str(districts.root), *words], environ) == 1
    assert capsys.readouterr() == ("", said)


def test_several_places_of_one_name(districts: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "--root", str(districts.root), "district"], ENGLISH) == 1
    out, err = capsys.readouterr()
    first, *lines = err.splitlines()
    assert out == ""
    assert first == "Several territories match “district”: repeat the command with the code of one of them."
    assert [line.split()[0] for line in lines] == ["B1", "AB", "A1"]


def test_a_code_that_is_the_postal_code_of_another_place(
    districts: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", "--root", str(districts.root), "101"], ENGLISH) == 1
    out, err = capsys.readouterr()
    first, *lines = err.splitlines()
    assert out == ""
    assert first == (
        "“101” is the official code of one territory and the postcode of another: repeat the command with the name, "
        "followed if need be by what contains it (Dax, Landes)."
    )
    assert [line.split()[0] for line in lines] == ["301", "101"]


def test_a_portal_with_errors_is_not_printed(districts: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (districts.root / "data/guide.yml").write_text("sections: 3\n", encoding="utf-8")
    assert main(["print", "--root", str(districts.root), "A"], ENGLISH) == 1
    assert "data/guide.yml" in capsys.readouterr().err
