"""A country that does not exist: a portal's own territories several times over, each time with other names and codes.

    python -m benchmarks.country FOLDER [--communes 35000] [--root .] [--seed 1]

Its communes have as many neighbours, inhabitants, opening hours and points of their outlines as the real ones, so
that a page of the country costs what a page of the region does. The content is the portal's, and so are the codes of
the first copy, which the content names; nothing in the open data is true.
"""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from benchmarks.copies import Copy, Row
from benchmarks.disguise import Disguise, siren
from benchmarks.portals import CODE_COLUMN, REFERENCE, copy_all_but_open_data, named_codes, rows
from scripts.make_addresses import main as make_addresses

COMMUNES = 35_000
NAME = "Pays-Inventé"
TABLES: Mapping[str, Callable[[Copy, Row], Row]] = {
    "departements.csv": Copy.departement,
    "epci.csv": Copy.epci,
    "communes.csv": Copy.commune,
    "town_halls.csv": Copy.town_hall,
    "neighbours.csv": Copy.neighbours,
}
OUTLINES = ("departements.geojson", "epci.geojson", "communes.geojson")
NAMES = REFERENCE / "place_names.yml"
FORMS = {"fr": {"at": f"au {NAME}", "of": f"du {NAME}"}, "en": {"at": f"in {NAME}", "of": f"of {NAME}"}}


def country(root: Path, folder: Path, communes: int, seed: int = 1) -> None:
    """Write into ``folder``, which does not exist, the portal of ``communes`` communes made from the one in ``root``.

    Raises ValueError when the content of ``root`` names more communes, or when there are no codes left for so many.
    """
    copies = tuple(_copies(root, communes, seed))
    copy_all_but_open_data(root, folder)
    for name in TABLES:
        _write_table(root / REFERENCE, folder / REFERENCE, name, copies)
    for name in OUTLINES:
        _write_outlines(root / REFERENCE / name, folder / REFERENCE / name, copies)
    _write_names(root, folder, copies)
    make_addresses(["--root", str(folder)])


def _copies(root: Path, size: int, seed: int) -> Iterator[Copy]:
    """Whole copies, then the first communes of one more, by département and group of communes.

    A first copy that is not whole begins with the communes that the content names.
    """
    communes = sorted(rows(root / REFERENCE, "communes.csv"), key=lambda row: (row["departement"], row["epci"]))
    named = named_codes(root)
    needed = {row["code"] for name in ("departements.csv", "epci.csv") for row in rows(root / REFERENCE, name)} & named
    if size < sum(row["code"] in named for row in communes):
        raise ValueError(f"the content names more than {size} communes")
    free = _free_departements(root)
    groups = count()
    for number, before in enumerate(range(0, size, len(communes))):
        disguise = Disguise(f"{seed} {number}")
        if number:
            kept = communes[: size - before]
            codes = _new_codes(kept, free, groups)
        else:
            kept = sorted(communes, key=lambda row: row["code"] not in named)[:size]
            above = (row[column] for row in kept for column in ("departement", "epci"))
            codes = {code: code for code in (*needed, *above, *(row["code"] for row in kept))}
        yield Copy(number=number, codes=codes, communes={row["code"]: row for row in kept}, disguise=disguise)


def _free_departements(root: Path) -> Iterator[str]:
    """Codes of two characters that neither a département of the portal nor its own territory has."""
    taken = {row["code"] for row in rows(root / REFERENCE, "departements.csv")} | {_territory(root)}
    yield from sorted(({f"{number:02}" for number in range(1, 100)} | {"2A", "2B"}) - taken)
    raise ValueError("no code is left for another département: ask for fewer communes")


def _new_codes(communes: Sequence[Row], free: Iterator[str], groups: Iterator[int]) -> dict[str, str]:
    """The new codes of ``communes`` and of what they lie in, by the old ones."""
    codes: dict[str, str] = {}
    for row in communes:
        if row["departement"] not in codes:
            codes[row["departement"]] = next(free)
        if row["epci"] and row["epci"] not in codes:
            codes[row["epci"]] = siren(next(groups))
        codes[row["code"]] = f"{codes[row['departement']]}{row['code'][2:]}"
    return codes


def _write_table(root: Path, folder: Path, name: str, copies: Sequence[Copy]) -> None:
    make, column, lines = TABLES[name], CODE_COLUMN[name], rows(root, name)
    made = [make(copy, row) for copy in copies for row in lines if row[column] in copy.codes]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, lines[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)


def _write_outlines(source: Path, target: Path, copies: Sequence[Copy]) -> None:
    """The outlines of one level. The country has none of its own: the engine draws it from its parts."""
    collection = json.loads(source.read_bytes())
    features = [
        copy.outline(feature)
        for copy in copies
        for feature in collection["features"]
        if feature["properties"]["code"] in copy.codes
    ]
    target.write_text(json.dumps({**collection, "features": features}, separators=(",", ":")), encoding="utf-8")


def _write_names(root: Path, folder: Path, copies: Sequence[Copy]) -> None:
    """The forms of names that no rule gives, and the country's own name."""
    own = _territory(root)
    forms = yaml.safe_load((root / NAMES).read_text(encoding="utf-8"))
    named = {
        copy.codes[code]: copy.forms(each) for copy in copies for code, each in forms.items() if code in copy.codes
    }
    _write_yaml(folder / NAMES, {own: FORMS, **named})
    territory = {"code": own, "level": "region", "name": NAME}
    _write_yaml(folder / "data" / "territories" / "region.yml", {"territories": [territory]})
    settings = yaml.safe_load((root / "data" / "portal.yml").read_text(encoding="utf-8"))
    _write_yaml(folder / "data" / "portal.yml", {**settings, "name": dict.fromkeys(settings["name"], NAME)})


def _territory(root: Path) -> str:
    """The code of the portal's own territory."""
    settings = yaml.safe_load((root / "data" / "portal.yml").read_text(encoding="utf-8"))
    return str(settings["territory"])


def _write_yaml(file: Path, data: Any) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the country; what is wrong with the wish is said."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.country", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--communes", type=int, default=COMMUNES, help=f"how many (default: {COMMUNES})")
    parser.add_argument("--root", type=Path, default=Path(), help="the portal it is made from (default: here)")
    parser.add_argument("--seed", type=int, default=1, help="other names (default: 1)")
    options = parser.parse_args(arguments)
    country(options.root, options.folder, options.communes, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
