"""Remake communes.csv, epci.csv and departements.csv of data/reference from open data.

    python -m scripts.extract_reference PACKAGE [--region 75] [--out data/reference]

PACKAGE is the unpacked folder of the npm package `@etalab/decoupage-administratif`, version 6.0.0
(the folder that holds `data/communes.json`). Only current communes are kept: delegated and associated
communes share codes with them. Rows follow the order of the package, so that two extracts of the same
version are the same bytes.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
Row = Sequence[object]

COMMUNE_COLUMNS = (
    "code", "name", "departement", "arrondissement", "epci", "postal_codes", "population", "seat_rank",
)  # fmt: skip
EPCI_COLUMNS = ("code", "name", "type", "population", "members", "members_outside_region")
DEPARTEMENT_COLUMNS = ("code", "name", "seat")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the three files and say how many rows each holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path, help="unpacked folder of the package")
    parser.add_argument("--region", default="75", help="INSEE code of the region (default: 75)")
    parser.add_argument("--out", type=Path, default=Path("data/reference"), help="folder to write to")
    options = parser.parse_args(arguments)
    source: Path = options.package / "data"
    if not (source / "communes.json").is_file():
        print(f"{source}/communes.json not found: give the unpacked folder of the package.", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in extract(source, options.region).items():
        (options.out / name).write_bytes(text.encode())
        print(f"{options.out / name}: {len(list(csv.reader(io.StringIO(text)))) - 1} rows")
    return 0


def extract(source: Path, region: str) -> dict[str, str]:
    """The text of each CSV file, by file name."""
    everywhere = [record for record in read(source / "communes.json") if record["type"] == "commune-actuelle"]
    communes = [record for record in everywhere if record["region"] == region]
    inside = {record["code"] for record in communes}
    groups = [group for group in read(source / "epci.json") if inside.intersection(member_codes(group))]
    epci_of = {code: group["code"] for group in groups for code in member_codes(group)}
    population = {record["code"]: record["population"] for record in everywhere if "population" in record}
    departements = [record for record in read(source / "departements.json") if record["region"] == region]
    return {
        "communes.csv": table(COMMUNE_COLUMNS, (commune_row(record, epci_of) for record in communes)),
        "epci.csv": table(EPCI_COLUMNS, (epci_row(group, inside, population) for group in groups)),
        "departements.csv": table(
            DEPARTEMENT_COLUMNS,
            ((record["code"], record["nom"], record["chefLieu"]) for record in departements),
        ),
    }


def commune_row(record: Record, epci_of: Mapping[str, str]) -> Row:
    return (
        record["code"],
        record["nom"],
        record["departement"],
        record["arrondissement"],
        epci_of.get(record["code"], ""),
        " ".join(record["codesPostaux"]),
        record["population"],
        record["rangChefLieu"],
    )


def epci_row(group: Record, inside: set[str], population: Mapping[str, int]) -> Row:
    """The population is the sum of the members' own, the one series used on every page."""
    codes = member_codes(group)
    return (
        group["code"],
        group["nom"],
        group["type"],
        sum(population[code] for code in codes),
        len(codes),
        " ".join(code for code in codes if code not in inside),
    )


def member_codes(group: Record) -> list[str]:
    return [member["code"] for member in group["membres"]]


def read(path: Path) -> list[Record]:
    records: list[Record] = json.loads(path.read_bytes())
    return records


def table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """CSV with line feeds only, quoted where needed (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(main())
