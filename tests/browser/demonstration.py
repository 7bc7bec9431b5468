"""The demonstration portal cut down to twenty communes: every page kind and content type, in a second.

The communes are cut out of the open data, with the territories above them. Of the content stays what is about one of
these territories, or about none, and of the trails those that keep all their stops; a link to something that is gone
becomes its words. What the demonstration does not have, because it invents nothing, is borrowed from a portal of the
tests and stands in Poitiers. One of these has a picture, at its top and in its text.
"""

import csv
import json
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from io import StringIO
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import yaml

from tests.photographs import exif_of, landscape, photograph

ROOT = Path(__file__).resolve().parents[2]
REGION = "75"
COMMUNES = {
    "40088": "Dax, whose postal code 40100 is the official code of Le Frêche",
    "40100": "Le Frêche",
    "40202": "Narrosse, beside Dax",
    "40279": "Saint-Paul-lès-Dax, beside Dax",
    "40314": "Tercis-les-Bains, beside Dax",
    "40192": "Mont-de-Marsan, seat of the Landes",
    "40284": "Saint-Vincent-de-Tyrosse",
    "86112": "L'Isle-Jourdain",
    "24499": "Saint-Sauveur in the Dordogne",
    "33471": "Saint-Sauveur in Gironde",
    "24540": "a town hall of which nothing is known",
    "33429": "a town hall without telephone",
    "64123": "a town hall whose hours are not understood",
    "33063": "Bordeaux",
    "86194": "Poitiers",
    "87085": "Limoges",
    "16015": "Angoulême",
    "16102": "Cognac",
    "17300": "La Rochelle",
    "64102": "Bayonne",
}
BORROWED = ("houses", "relays", "perks", "events", "testimonials", "news")
BORROWER = "86194"
ILLUSTRATED = "houses/valley.md"
BY_MACHINE = "pages/legal.en.md"
"""A translation that says so to its readers."""
MOVED, OLD_PATHS = "pages/legal.md", {"fr": "ancienne-page/", "en": "en/former-page/"}
MARK = re.compile(r"^translated_from: .*\n", re.MULTILINE)
"""Translations were read beside the whole texts, not beside what is left of them here."""
DEPARTED = {
    "ambassadors/departed.md": "---\nid: p-44444444\ntitle: Parti\ntheme: sport\nstatus: archived\n---\nUn portrait.\n",
    "ambassadors/departed.en.md": "---\ntitle: Somebody\n---\nA portrait.\n",
}
"""Somebody who has left the portal."""
PICTURE = "media/house.jpg"
SIDECAR = {"alt": {"fr": "La vallée", "en": "The valley"}, "credit": "Atelier", "licence": "CC0", "focus": {"x": 0.9}}
LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
ABOUT = re.compile(r'^territory: *"?([^"\s]+)"?', re.MULTILINE)

ID = re.compile(r"^id: *(\S+)", re.MULTILINE)
STOP = re.compile(r"^ *- asset: *(\S+)", re.MULTILINE)

Row = dict[str, str]


def cut_demonstration(root: Path) -> None:
    """Write the cut portal into ``root``."""
    codes = _cut_reference(root / "data/reference")
    for file in (*(ROOT / "data").glob("*.yml"), *(ROOT / "data/territories").glob("*.yml")):
        _write(root / file.relative_to(ROOT), _without_absent(yaml.safe_load(file.read_text(encoding="utf-8")), codes))
    for path, text in {**_cut_content(codes), **_borrow(), **DEPARTED}.items():
        target = root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    _illustrate(root)


def _illustrate(root: Path) -> None:
    """A photograph, held upright, that the camera wrote nothing into of where it was."""
    _write((root / PICTURE).with_suffix(".yml"), SIDECAR)
    upright = landscape((1800, 900)).rotate(90, expand=True)
    (root / PICTURE).write_bytes(photograph("JPEG", image=upright, exif=exif_of(6, located=False), xmp=b"<x:xmpmeta/>"))
    text = (root / "content" / ILLUSTRATED).read_text(encoding="utf-8")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    shown = f"---\n{head}\nimage: {PICTURE}\n---\n{body}\n![La vallée](../../{PICTURE})\n"
    (root / "content" / ILLUSTRATED).write_text(shown, encoding="utf-8")


def _cut_reference(folder: Path) -> frozenset[str]:
    """The tables and outlines of the communes and of what contains them; all their codes."""
    communes = list(_rows("communes", lambda row: row["code"] in COMMUNES))
    codes = frozenset({REGION, *COMMUNES, *(row[key] for row in communes for key in ("epci", "departement"))})
    folder.mkdir(parents=True)
    _write_table(folder / "communes.csv", communes)
    _write_table(folder / "epci.csv", _rows("epci", lambda row: row["code"] in codes))
    _write_table(folder / "departements.csv", map(_seated, _rows("departements", lambda row: row["code"] in codes)))
    _write_table(folder / "town_halls.csv", _rows("town_halls", lambda row: row["commune"] in codes))
    _write_table(folder / "addresses.csv", _rows("addresses", lambda row: row["code"] in codes))
    _write_table(folder / "neighbours.csv", map(_beside, _rows("neighbours", lambda row: row["commune"] in codes)))
    for level in ("communes", "epci", "departements"):
        outlines = json.loads((ROOT / f"data/reference/{level}.geojson").read_text(encoding="utf-8"))
        outlines["features"] = [o for o in outlines["features"] if o["properties"]["code"] in codes]
        (folder / f"{level}.geojson").write_text(json.dumps(outlines), encoding="utf-8")
    shutil.copy(ROOT / "data/reference/place_names.yml", folder)
    return codes


def _rows(table: str, kept: Callable[[Row], bool]) -> Iterator[Row]:
    with (ROOT / f"data/reference/{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from filter(kept, csv.DictReader(file))


def _seated(row: Row) -> Row:
    return {**row, "seat": row["seat"] if row["seat"] in COMMUNES else ""}


def _beside(row: Row) -> Row:
    return {**row, "neighbours": " ".join(code for code in row["neighbours"].split() if code in COMMUNES)}


def _write_table(path: Path, rows: Iterable[Row]) -> None:
    kept = list(rows)
    text = StringIO()
    writer = csv.DictWriter(text, kept[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
    path.write_text(text.getvalue(), encoding="utf-8")


def _without_absent(data: Any, codes: Collection[str]) -> Any:
    """``data`` with ``covers`` cut to the codes that are there, and without what then covers nothing."""
    if isinstance(data, list):
        kept = (_without_absent(item, codes) for item in data)
        return [item for item in kept if not (isinstance(item, dict) and item.get("covers") == [])]
    if isinstance(data, dict):
        return {
            key: [code for code in value if code in codes] if key == "covers" else _without_absent(value, codes)
            for key, value in data.items()
        }
    return data


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _cut_content(codes: Collection[str]) -> dict[str, str]:
    folder = ROOT / "content"
    texts = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.md")}
    gone = {path for path, text in texts.items() if not {match[1] for match in ABOUT.finditer(text)} <= set(codes)}
    lost = {name[1] for path in gone for name in ID.finditer(texts[path])}
    gone |= {path for path, text in texts.items() if lost & {stop[1] for stop in STOP.finditer(text)}}
    kept = {path: text for path, text in texts.items() if _reference(path) not in gone}
    cut = {path: MARK.sub("", _cut_links(path, text, kept, codes)) for path, text in kept.items()}
    return {
        **cut,
        BY_MACHINE: cut[BY_MACHINE].replace("---\n", "---\nmachine_translated: true\n", 1),
        MOVED: cut[MOVED].replace("---\n", f"---\nold_paths: {[*OLD_PATHS.values()]}\n", 1),
    }


def _borrow() -> dict[str, str]:
    """Translated examples of what is about people, houses, offers and dates that only a true portal can have."""
    folder = ROOT / "tests/portals/districts/content"
    translations = [file for name in BORROWED for file in (folder / name).glob("*.en.md")]
    files = [file for en in translations for file in (en, en.with_name(en.name.replace(".en.md", ".md")))]
    return {
        file.relative_to(folder).as_posix(): ABOUT.sub(f'territory: "{BORROWER}"', file.read_text(encoding="utf-8"))
        for file in files
    }


def _cut_links(path: str, text: str, kept: Collection[str], codes: Collection[str]) -> str:
    return LINK.sub(lambda link: _link(link, path, kept, codes), text)


def _reference(path: str) -> str:
    """``assets/dune.en.md`` → ``assets/dune.md``: a translation stays or goes with what it translates."""
    return re.sub(r"\.[a-z]{2}\.md$", ".md", path)


def _link(link: re.Match[str], path: str, kept: Collection[str], codes: Collection[str]) -> str:
    words, target = link[1], link[2]
    if target.startswith("territory:"):
        return link[0] if target.removeprefix("territory:").partition("#")[0] in codes else words
    entry = target.partition("#")[0]
    if entry.endswith(".md") and normpath(join(dirname(path), entry)) not in kept:
        return words
    return link[0]
