"""Smaller portals, made from the region's own files: the same content, fewer territories."""

import csv
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = Mapping[str, str]

REFERENCE = Path("data/reference")
KEPT = ("content", "media", "theme", "hooks", "mkdocs.yml")
CODE_COLUMN = {
    "departements.csv": "code",
    "epci.csv": "code",
    "communes.csv": "code",
    "town_halls.csv": "commune",
    "neighbours.csv": "commune",
    "addresses.csv": "code",
}
_NAMED = re.compile(r"territory:\s*\"?([0-9AB]{2,9})\b|\"([0-9][0-9AB][0-9]{0,7})\"")


def count(root: Path) -> int:
    """The territories of the portal's open data, and the region itself."""
    return 1 + sum(len(rows(root / REFERENCE, name)) for name in ("departements.csv", "epci.csv", "communes.csv"))


def smaller(root: Path, folder: Path, size: int) -> int:
    """Write into ``folder`` the portal of about ``size`` territories. Returns how many it has, its region included.

    All départements; the intercommunalities and communes that the content names, so that none of it has to change;
    then whole intercommunalities, département after département, as long as there is room: a page has as many
    neighbours and towns around as in the whole portal, or nearly.
    """
    codes = _chosen(root, size)
    copy_all_but_open_data(root, folder)
    for name, column in CODE_COLUMN.items():
        _copy_rows(root / REFERENCE / name, folder / REFERENCE / name, column, codes)
    for file in sorted((root / REFERENCE).glob("*.geojson")):
        _copy_features(file, folder / REFERENCE / file.name, codes)
    return count(folder)


def copy_all_but_open_data(root: Path, folder: Path) -> None:
    """What a portal is made of but for its tables and outlines."""
    for name in KEPT:
        if (root / name).exists():
            _copy(root / name, folder / name)
    shutil.copytree(root / "data", folder / "data", ignore=shutil.ignore_patterns("*.csv", "*.geojson"))


def _chosen(root: Path, size: int) -> frozenset[str]:
    communes = rows(root / REFERENCE, "communes.csv")
    lies_in = {commune["epci"]: commune["departement"] for commune in reversed(communes)}
    epci = sorted(
        (row["code"] for row in rows(root / REFERENCE, "epci.csv")), key=lambda code: (lies_in.get(code, ""), code)
    )
    named = named_codes(root)
    chosen = {row["code"] for row in rows(root / REFERENCE, "departements.csv")} | (named & set(epci))
    for commune in communes:
        if commune["code"] in named:
            chosen |= {commune["code"], commune["epci"]}
    for code in epci:
        whole = {code, *(commune["code"] for commune in communes if commune["epci"] == code)}
        if 1 + len(chosen | whole) <= size:
            chosen |= whole
    return frozenset(chosen)


def named_codes(root: Path) -> frozenset[str]:
    """Everything in content/ and data/ that looks like the code of a territory."""
    files = (*(root / "content").rglob("*.md"), *(root / "data").glob("*.yml"))
    found = (match for file in files for match in _NAMED.finditer(file.read_text(encoding="utf-8")))
    return frozenset(match[1] or match[2] for match in found)


def rows(folder: Path, name: str) -> Sequence[Row]:
    """The lines of a table of ``folder``."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, target)


def _copy_rows(source: Path, target: Path, column: str, codes: frozenset[str]) -> None:
    with source.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        kept = (row for row in reader if row[column] in codes)
        with target.open("w", encoding="utf-8", newline="") as copy:
            writer = csv.DictWriter(copy, reader.fieldnames or ())
            writer.writeheader()
            writer.writerows(kept)


def _copy_features(source: Path, target: Path, codes: frozenset[str]) -> None:
    collection = json.loads(source.read_bytes())
    features = [feature for feature in collection["features"] if feature["properties"]["code"] in codes]
    target.write_text(json.dumps({**collection, "features": features}, ensure_ascii=False), encoding="utf-8")
