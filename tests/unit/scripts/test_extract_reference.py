import json
from pathlib import Path

import pytest

from scripts.extract_reference import main


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The package in small: a region of two communes, one of whose EPCI crosses the border."""
    data = tmp_path / "package" / "data"
    data.mkdir(parents=True)
    commune = {"type": "commune-actuelle", "departement": "40", "arrondissement": "401", "region": "75"}
    files: dict[str, object] = {
        "communes": [
            commune
            | {
                "code": "40088",
                "nom": "Dax",
                "codesPostaux": ["40100"],
                "population": 22109,
                "rangChefLieu": 2,
            },
            commune | {"code": "40088", "nom": "Dax", "type": "commune-deleguee"},
            commune
            | {
                "code": "40001",
                "nom": "L'\"Aire\", sur-l'Adour",
                "codesPostaux": ["40800", "40801"],
                "population": 6,
                "rangChefLieu": 0,
            },
            commune | {"code": "32027", "nom": "Barcelonne-du-Gers", "region": "76", "population": 1300},
        ],
        "epci": [
            {"code": "9", "nom": "CC ailleurs", "type": "CC", "membres": [{"code": "32160"}]},
            {
                "code": "200030435",
                "nom": "CC d'Aire",
                "type": "CC",
                "membres": [{"code": "40001"}, {"code": "32027"}],
            },
        ],
        "departements": [
            {"code": "32", "nom": "Gers", "chefLieu": "32013", "region": "76"},
            {"code": "40", "nom": "Landes", "chefLieu": "40192", "region": "75"},
        ],
    }
    for name, records in files.items():
        (data / f"{name}.json").write_text(json.dumps(records), encoding="utf-8")
    return data.parent


def test_the_three_files(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(package), "--out", str(tmp_path)]) == 0
    assert (tmp_path / "communes.csv").read_bytes().decode() == (
        "code,name,departement,arrondissement,epci,postal_codes,population,seat_rank\n"
        "40088,Dax,40,401,,40100,22109,2\n"
        '40001,"L\'""Aire"", sur-l\'Adour",40,401,200030435,40800 40801,6,0\n'
    )
    assert (tmp_path / "epci.csv").read_bytes().decode() == (
        "code,name,type,population,members,members_outside_region\n200030435,CC d'Aire,CC,1306,2,32027\n"
    )
    assert (tmp_path / "departements.csv").read_bytes().decode() == "code,name,seat\n40,Landes,40192\n"
    assert capsys.readouterr().out == (
        f"{tmp_path / 'communes.csv'}: 2 rows\n"
        f"{tmp_path / 'epci.csv'}: 1 rows\n"
        f"{tmp_path / 'departements.csv'}: 1 rows\n"
    )


def test_a_folder_that_is_not_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/data/communes.json not found: give the unpacked folder of the package.\n"
    )
