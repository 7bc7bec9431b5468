from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.make_addresses import main
from tests.conftest import PORTAL_YML, PortalFolder

LEVELS = PORTAL_YML.replace("  - {id: commune,", "  - {id: departement, name: d, plural: d}\n  - {id: commune,")
TREE = (
    "data/portal.yml\n"
    + "".join(f"    {line}\n" for line in LEVELS.splitlines())
    + """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: own, level: commune, name: Auge, slug: auge, parents: [pays]}
data/reference/departements.csv
    code,name,seat
    24,Dordogne,
    2A,Corse-du-Sud,
data/reference/communes.csv
    code,name,departement,epci,postal_codes,population,seat_rank
    24001,Bors,24,,,,
    24002,Dax,24,,,,
    24003,Saint-Sauveur,24,,,,
    24004,Auge,24,,,,
    2A001,SAINT SAUVEUR,2A,,,,
    24005,Bors,24,,,,
"""
)


def test_who_shares_a_name_and_has_no_slug(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = portal(TREE)
    file = folder.root / "data/reference/addresses.csv"
    assert [p.code for p in folder.check().problems].count("address-shared") == 2
    assert main(["--root", str(folder.root)]) == 0
    assert file.read_bytes() == (
        b"code,slug\n24001,bors-24001\n24003,saint-sauveur-24\n24004,auge-24\n24005,bors-24005\n2A001,saint-sauveur-2a\n"
    )
    assert capsys.readouterr().out == f"{file}: 5 rows\n"
    assert [p.code for p in folder.check().problems if p.code.startswith("address")] == []


def test_a_table_that_exists_is_left_alone(
    portal: Callable[..., PortalFolder], capsys: pytest.CaptureFixture[str]
) -> None:
    root = portal(TREE + "data/reference/addresses.csv\n    code,slug\n").root
    assert main(["--root", str(root)]) == 1
    assert (root / "data/reference/addresses.csv").read_bytes() == b"code,slug\n"
    assert "is not written again" in capsys.readouterr().err


def test_no_portal_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path)]) == 1
    assert "is no portal" in capsys.readouterr().err
