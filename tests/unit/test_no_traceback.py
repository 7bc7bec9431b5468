"""Whatever an editor puts into a file, `portail check` answers with problems and never with a traceback."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.interface import Interface, Texts, interface_of
from site_builder.problems.report import FORMATS, as_markdown, render
from site_builder.reading import check_portal
from tests.conftest import GUIDE_YML, NEEDED, PORTAL_YML, TERRITORIES_YML, TODAY, write_files

FAST = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

ASSET = """\
---
id: dune
title: La dune
summary: Une dune
angle: natural-heritage
position: {latitude: 44.5, longitude: -1.2}
image: media/dune.jpg
territory: bourg
audiences: [family]
verified_on: 2026-01-01
review_every: 6 months
sources:
  - {name: INSEE, year: 2023, url: https://www.insee.fr/}
see: "Allez voir [le bourg](territory:bourg)"
---
## Le vent

La [dune](dune.md#le-vent) et ![la mer](../../media/dune.jpg).
"""
AMBASSADOR = """\
---
id: p-0a1b2c3d
title: Jeanne
theme: sport
born: {year: 1990, place: Dax}
cohort: 2020
quote: {text: Oui, source: Lettres}
career: [{year: 2010, text: Naît}]
consent: {scope: [site], granted_on: 2026-01-01, expires_on: 2028-01-01, reference: dossier, minor: false}
---
Texte.
"""
BLOCK = """\
---
id: bloc
title: Bloc
section: housing
order: 10
needs: [town-hall]
overrides: autre
mode: replace
see: "Allez voir"
---
Texte.
"""
GUIDELINE = """\
---
id: dire
title: Dire
part: speaking
sector: bois
wording: [{say: accueil, avoid: attractivité, why: parce que}]
---
Texte.
"""
DATA = """\
contacts:
  - id: mairie
    role: town-hall
    covers: [bourg]
    name: {fr: Mairie}
    telephone: "05 58 00 00 00"
    wheelchair: true
    verified_on: 2026-01-01
absences:
  - {role: childcare, covers: [bourg], checked_by: Nous, checked_on: 2026-01-01}
organisations:
  - {id: petr, name: PETR, kind: petr, covers: [bourg]}
sectors:
  - {id: bois, name: {fr: Bois}, covers: [bourg]}
"""
COMMUNES = """\
code,name,departement,epci,postal_codes,population,seat_rank
40088,Dax,40,244000675,40100,22109,2
"""
TOWN_HALLS = """\
commune,address,telephone,email,website,opening_hours,longitude,latitude
40088,1 rue,05 58 56 80 00,mairie@dax.fr,https://www.dax.fr/,Mo-Fr 09:00-12:00,-1.05,43.71
"""
DEPARTEMENTS = "code,name,seat\n40,Landes,40192\n"
EPCI = "code,name,type,population,members_outside_region\n244000675,CA du Grand Dax,CA,57000,\n"
NEIGHBOURS = "commune,neighbours\n40088,40001 40002\n"
OUTLINES = """\
{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "bourg"},
 "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}
"""
SIDECAR = "alt: {fr: La dune, en: The dune}\ncredit: Jeanne\nlicence: CC BY 4.0\npeople: [p-0a1b2c3d]\n"
LEVELS = """\
levels:
  - {id: pays, name: {fr: pays, en: country}, plural: {fr: pays, en: countries}}
  - {id: departement, name: {fr: département}, plural: {fr: départements}}
  - {id: epci, name: {fr: intercommunalité}, plural: {fr: intercommunalités}}
"""
FILES = {
    **NEEDED,
    "data/portal.yml": re.sub(r"levels:\n.*\n", LEVELS, PORTAL_YML, count=1),
    "content/assets/dune.md": ASSET,
    "content/assets/dune.en.md": "---\ntitle: The dune\n---\nThe dune.\n",
    "content/ambassadors/jeanne.md": AMBASSADOR,
    "content/welcome/bloc.md": BLOCK,
    "content/carnet/dire.md": GUIDELINE,
    "content/pages/page.md": "---\nid: about\ntitle: Page\ndoor: welcome\n---\nTexte.\n",
    "data/all.yml": DATA,
    "data/glossary.yml": "terms: [{id: mairie, term: Mairie, meaning: {fr: Maison commune}}]\nwording: []\n",
    "data/reference/place_names.yml": '"40088": {fr: {at: à Dax, of: de Dax}}\n',
    "data/reference/communes.csv": COMMUNES,
    "data/reference/departements.csv": DEPARTEMENTS,
    "data/reference/epci.csv": EPCI,
    "data/reference/neighbours.csv": NEIGHBOURS,
    "data/reference/town_halls.csv": TOWN_HALLS,
    "data/reference/communes.geojson": OUTLINES,
    "media/dune.jpg": "x",
    "media/dune.yml": SIDECAR,
}
MAIN = {"data/portal.yml": PORTAL_YML, "data/guide.yml": GUIDE_YML, "data/territories/territories.yml": TERRITORIES_YML}
SPECIMENS = [
    *("", " ", "~", "null", "no", "0", "-1", "1e999", ".nan", "10:30:00", "0325", "2026-13-45", "…", "é", "../x"),
    *("[]", "{}", "[[]]", "[{}]", "[~]", "{a: b}", "{fr: x}", "{fr: {fr: x}}", "[a, b]", '"', "'", "[", "{"),
    *("*a", "&a b", "!x y", "!!binary x", "|", ">", "- a", "? a", "@x", "%x", "`x`", "# x", "a: b", "x" * 300),
    *("\t", "\u00a0", "\u2028", "\x00", "\x07", "[x](javascript:y)", "[x](y z)", "![](z)", "{{ x }}", "{x}"),
    *("%s", "---", "</script>", "\ud7ff", "\U0010ffff"),
]
VALUES = (re.compile(r"(?<=: )[^\n]+"), re.compile(r"(?<=: )[^,{}\[\]\n]+"), re.compile(r"(?<=,)[^,\n]+"))
"""All that follows a key; one value inside braces; one cell of a table."""


@pytest.fixture(autouse=True, scope="module")
def interface_worked_out_once() -> Iterator[None]:
    """A tenth of each check: the engine's words under the portal's, worked out again only where one of them differs."""
    last: list[tuple[object, Interface]] = []

    def remembered(own: Texts, engine: Texts, languages: Iterable[str], reference: str) -> Interface:
        asked = (own, engine, [*languages], reference)
        if not last or last[0][0] != asked:
            last[:] = [(asked, interface_of(*asked))]
        return last[0][1]

    with patch("site_builder.resolve.wording.interface_of", remembered):
        yield


def tokens() -> st.SearchStrategy[str]:
    pieces = [*"[]{}:,-#&*!|>'\"%@`?~<=. \n\t", "\n  ", ": ", "- ", "id", "title", "fr", "---\n", "é", "<<", *SPECIMENS]
    return st.lists(st.sampled_from(pieces), max_size=30).map("".join)


def check_everything(root: Path) -> None:
    """Check, and write the problems in every format and language."""
    problems = check_portal(root, today=TODAY).problems
    for lang in ("fr", "en"):
        for form in FORMATS:
            render(problems, form, lang).encode("utf-8")
        as_markdown(problems, lang).encode("utf-8")


def test_the_whole_portal_is_almost_right(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    codes = {problem.code for problem in check_portal(tmp_path, today=TODAY).problems}
    assert codes == {
        *("field-untranslated", "image-unreadable", "label-language", "override-unknown", "review-due"),
        *("table-strangers", "translation-missing"),
    }


@pytest.mark.parametrize("path", FILES)
@FAST
@given(data=st.binary(max_size=200) | tokens().map(str.encode))
def test_any_bytes(path: str, data: bytes, tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, path: data})
    check_everything(tmp_path)


READ = [path for path in FILES if path.endswith((".md", ".yml", ".csv"))]
IN_TURNS = [pytest.param(path, marks=[pytest.mark.long] * (at % 2)) for at, path in enumerate(READ)]


@pytest.mark.parametrize("first", [0, *(pytest.param(first, marks=pytest.mark.long) for first in (9, 18))])
@pytest.mark.parametrize("path", IN_TURNS)
def test_any_value_replaced(path: str, first: int, tmp_path: Path) -> None:
    """Each value of each file replaced by one specimen of every 27, by others each time."""
    write_files(tmp_path, FILES)
    text = FILES[path]
    spans = sorted({match.span() for value in VALUES for match in value.finditer(text)})
    assert spans
    for number, (start, end) in enumerate(spans):
        for specimen in SPECIMENS[number % 9 + first :: 27]:
            write_files(tmp_path, {path: f"{text[:start]}{specimen}{text[end:]}"})
            check_everything(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * 100_000,
        "{a: " * 10_000,
        "a: " * 10_000,
        "x" * 1_000_000,
        "[a](" * 200_000,
        "[" * 200_000,
        "](" * 200_000,
        "# a" + " " * 200_000 + "b",
        "a: " + "b: " * 100_000,
        "-" * 500_000,
        '"' * 300_001,
        "https://x.fr " * 20_000,
        "`" * 300_001,
        "> " * 100_000 + "x",
        "\n" * 300_000,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("path", ["data/all.yml", "content/assets/dune.md", "content/pages/page.md"])
def test_huge_or_deep(path: str, text: str, tmp_path: Path) -> None:
    front = "---\nid: page\ntitle: Page\n---\n"
    written = {
        "data/all.yml": text,
        "content/assets/dune.md": f"---\n{text}\n---\n",
        "content/pages/page.md": front + text,
    }
    write_files(tmp_path, {**MAIN, path: written[path]})
    check_everything(tmp_path)
