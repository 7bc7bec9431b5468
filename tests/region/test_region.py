"""The whole region, built once as its users build it, then read page by page.

Everything that needs the whole region is in this file: test workers take whole files (--dist=loadfile), so that the
region is built once a run.
"""

import csv
import json
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from gzip import compress
from itertools import chain, repeat
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import unquote

import pytest
from geojson_pydantic import FeatureCollection
from playwright.sync_api import Browser, Route

from scripts.pictures import PAGES as PICTURED
from site_builder.language.opening_hours_in_words import as_published
from site_builder.plan.files import PERMANENT
from site_builder.render.page_kinds import PAGE_KINDS
from tests.browser.budgets import FIRST_SEARCH_BYTES
from tests.browser.golden_queries import FINDER_OF_THE_REGION, ask, links, lost, size_of
from tests.conftest import NO_PAGES
from tests.open_data import data_files, mistakes, places_said_otherwise
from tests.region.page_reading import (
    SITE_URL,
    SVG_ID,
    SVG_REFERENCE,
    Guide,
    Page,
    Reading,
    address_of,
    page_file,
    read_pages,
    style_requests,
)

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REFERENCE = ROOT / "data/reference"
REVIEWED = ROOT / "tests/unit/language/reviewed_places.csv"

COMMUNE, REGION = "commune", "75"
LEVELS = {
    "fr": {COMMUNE: 4293, "intercommunalité": 156, "département": 12, "région": 1},
    "en": {COMMUNE: 4293, "group of communes": 156, "département": 12, "region": 1},
}
LANGS = tuple(LEVELS)
CODE_LABEL = {"fr": "Code officiel", "en": "Official code"}
NAME_OF_REGION = "Nouvelle-Aquitaine"
SECTIONS = (
    "first-steps housing work schools-childcare health elder-care transport culture-sport-leisure community nature"
).split()
MORE_BLOCKS = dict.fromkeys(("16", "19", "23", "24", "47", "79", "86", "87"), 0) | {"17": 1, "33": 1, "40": 2, "64": 2}
"""By département, how many more blocks than the region’s guide the guide of a commune has at least."""
EMERGENCY = "tel:15 tel:17 tel:18 tel:112 sms:114 tel:115 tel:119 tel:3919".split()

UNINDEXED = (
    *("404.html", "coordination/", "en/coordination/", "traductions/", "en/translations/"),
    *("sans-reseau/", "en/offline/"),
)

KITS = ("faire-un-lien/", "en/link-to-us/")
"""Folders of pages that search engines are not shown either; they are shown what stands above them."""

PUBLISHED = (("README.md", "about\n([0-9,]+) pages"), ("docs/performance.md", "The whole region: ([0-9,]+) pages"))
KIND = re.compile('<body class="kind-([a-z-]+)')
WITHOUT_PAGES = {"event", "gone", "house", "perk", "relay"}
"""Kinds of entries of which the demonstration has none yet, and what stands where somebody was who has left."""

KB = 1024
MB = 1024 * KB
MEMBER = re.compile(r'<path id="t[^"]+" data-name="[^"]+"(?: data-name-en="[^"]+")? data-slug="[a-z0-9-]+" d="M')
NAME_ON_MAP = re.compile("<text>(.*?)</text>")
LINE_OF_NAME = re.compile("<tspan[^>]*>([^<]*)</tspan>")
LENGTH_OF_SIREN = 9

WITHOUT_TELEPHONE = ("24540", "33429")
NOT_UNDERSTOOD = ("23154", "24104", "24115", "24367", "24573", "64123", "64149")
NO_HOURS = {
    "fr": "Horaires non publiés\xa0: téléphonez avant de vous déplacer.",
    "en": "No published hours: please call before you go.",
}
UNCLEAR_HOURS = {
    "fr": "Les horaires publiés ne sont pas clairs\xa0: téléphonez avant de vous déplacer.",
    "en": "The published opening hours are not clear: please call before you go.",
}
SOURCE = {
    "fr": "D’après\xa0: Annuaire de l’administration (DILA), tel que publié en octobre 2026.",
    "en": "Source: Directory of public services (DILA), as published in October 2026.",
}
CARDS_WITHOUT_TELEPHONE = {
    ("fr", "33429"): "Mairie de Saint-Léger-de-Balson Téléphone non publié. "
    "Du lundi au jeudi\xa0: de\xa08\xa0h\xa0à\xa012\xa0h\xa030 et de\xa013\xa0h\xa030\xa0à\xa017\xa0h\xa045 "
    "Fermé\xa0: du vendredi au dimanche "
    "Adresse 297 rue du Monument, 33113 Saint-Léger-de-Balson mairie@saintlegerdebalson.fr ",
    ("fr", "24540"): "Mairie de Sorges et Ligueux en Périgord Coordonnées non publiées. ",
    ("en", "33429"): "Saint-Léger-de-Balson town hall (mairie) No published telephone number. "
    "Monday to Thursday: 8am to 12:30pm and 1:30pm to 5:45pm Closed: Friday to Sunday "
    "Address 297 rue du Monument, 33113 Saint-Léger-de-Balson mairie@saintlegerdebalson.fr ",
    ("en", "24540"): "Sorges et Ligueux en Périgord town hall (mairie) No published contact details. ",
}
ACROSS_THE_BORDER = {"200030435": 10, "200072106": 61, "246401756": 2, "248200016": 26}


@dataclass(frozen=True)
class Region:
    """The built site, and what its pages say."""

    site: Path
    figures: Mapping[str, int]
    reading: Reading

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        return {page.address: page for page in self.reading.pages}

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(file.relative_to(self.site).as_posix() for file in self.site.rglob("*") if file.is_file())

    @cached_property
    def by_code(self) -> Mapping[tuple[str, str], tuple[Page, Guide]]:
        """Guides by language and official code."""
        guides = ((page, page.guide) for page in self.reading.pages if page.guide)
        return {(page.lang, dict(guide.facts)[CODE_LABEL[page.lang]]): (page, guide) for page, guide in guides}

    def maps(self, ending: str) -> list[Path]:
        return sorted((self.site / "assets/maps").glob(f"*.{ending}"))

    def guides(self, lang: str = "", level: str = "") -> Iterator[tuple[Page, Guide]]:
        for page in self.reading.pages:
            if page.guide and lang in {"", page.lang} and level in {"", page.guide.level}:
                yield page, page.guide


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Region:
    site = tmp_path_factory.mktemp("region") / "site"
    # Coverage is measured on small portals; here memory is measured, as users have it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment |= {"PORTAIL_SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, str(HERE / "measured_build.py"), str(site)]
    built = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment)
    assert built.returncode == 0, built.stdout + built.stderr
    return Region(site, json.loads(built.stdout), read_site(site))


def read_site(site: Path) -> Reading:
    """All pages, read on every core; a fresh interpreter each, because test workers have threads."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    addresses = [file.removesuffix("index.html") for file in files if not file.startswith(NO_PAGES)]
    cores = os.cpu_count() or 1
    shares = [sorted(addresses)[share::cores] for share in range(cores)]
    reading = Reading()
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        for share in pool.map(read_pages, repeat(site), shares):
            reading.add(share)
    return reading


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def typographic(name: str) -> str:
    return name.replace("'", "’")


def without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def homonyms() -> dict[str, str]:
    """What the title of a commune adds in brackets: its département, what it is, or the precision in its name."""
    communes = rows(REFERENCE / "communes.csv")
    departements = {row["code"]: row["name"] for row in rows(REFERENCE / "departements.csv")}
    names = Counter(without_accents(row["name"]) for row in communes)
    shared = {row["code"]: row["departement"] for row in communes if names[without_accents(row["name"])] > 1}
    precise = {row["code"]: row["name"].partition("(")[2] for row in communes if "(" in row["name"]}
    wider = {without_accents(name): code for code, name in departements.items()}
    named = {row["code"]: row for row in communes if without_accents(row["name"]) in wider}
    assert (len(shared), len(precise), {*named}) == (254, 4, {"17202", "19062"})  # Landes and Corrèze
    return {
        **{code: departements[departement] for code, departement in shared.items()},
        "17202": "Charente-Maritime",
        "19062": "commune",
        **{code: typographic(words.removesuffix(")").replace("Canton", "canton")) for code, words in precise.items()},
    }


def titled(words: str, code: str, distinctions: Mapping[str, str]) -> tuple[tuple[str], str]:
    """The only heading of level 1 of a guide, and its title, which names the region once."""
    heading = f"{words} ({distinctions[code]})" if code in distinctions else words
    return (heading,), heading if heading.endswith(NAME_OF_REGION) else f"{heading} – {NAME_OF_REGION}"


# What was built


def test_the_tree_is_what_the_build_says(region: Region) -> None:
    assert region.figures["pages"] == len(region.pages)
    assert region.figures["files"] == len(region.files)
    assert region.figures["bytes"] == sum((region.site / file).stat().st_size for file in region.files)
    assert region.files >= {".nojekyll", "404.html", "robots.txt", "sitemap.xml", "finder-fr.json", "finder-en.json"}


@pytest.mark.parametrize(("file", "said"), PUBLISHED)
def test_what_is_published_of_the_portal_is_of_this_portal(region: Region, file: str, said: str) -> None:
    """To one in a hundred: a new entry is no reason to measure again (`make bench`)."""
    (pages,) = re.findall(said, (ROOT / file).read_text(encoding="utf-8"))
    assert int(pages.replace(",", "")) == pytest.approx(region.figures["pages"], rel=0.01)


def test_every_kind_of_page_is_among_the_pictures(region: Region) -> None:
    files = {page_file(address.partition("?")[0]) for _, _, address in PICTURED}
    assert files - region.files == set()
    pictured = {
        found[1] for found in map(KIND.search, ((region.site / file).read_text("utf-8") for file in files)) if found
    }
    assert {kind.kind for kind in PAGE_KINDS} - pictured == WITHOUT_PAGES


def test_every_territory_has_its_open_data(region: Region) -> None:
    """A commune's is light; one file in fifty is judged by its schema, and so is all that is of the whole region.

    Every file is judged by `tests/region/test_every_territory_as_data.py` (`make long`).
    """
    api = region.site / "api/v1"
    files, sizes = data_files(api), {path.stem: path.stat().st_size for path in (api / "territories").iterdir()}
    communes = {row["code"] for row in rows(REFERENCE / "communes.csv")}
    assert sizes.keys() == {territory["code"] for territory in read(api / "territories.json")["territories"]}
    assert len(sizes) == sum(LEVELS["fr"].values()) == len(read(api / "territories.geojson")["features"])
    assert max(sizes[code] for code in communes) <= 12 * KB
    assert sum(path.stat().st_size for path in api.rglob("*.*") if path.is_file()) <= 60 * MB
    assert len(read(api / "contacts.json")["contacts"]) == len(communes)
    sample = [path for path in files if path.parent.name != "territories"] + files[::50]
    assert [*chain.from_iterable(mistakes(api, path) for path in sample)] == []
    assert [*places_said_otherwise(api)] == []
    for path in api.glob("*.geojson"):
        FeatureCollection.model_validate_json(path.read_bytes())


def test_the_site_and_the_build_are_small(region: Region) -> None:
    assert region.figures["bytes"] <= 490 * MB
    assert region.figures["files"] <= 33_000
    assert region.figures["largest_process_kb"] <= 400 * KB


def test_every_territory_has_one_permanent_address_and_its_ledger_line(region: Region) -> None:
    """Of INSEE codes, and of the SIREN numbers by which the intercommunalities go."""
    codes = {row["code"] for table in ("communes", "epci", "departements") for row in rows(REFERENCE / f"{table}.csv")}
    found = {path.removeprefix(PERMANENT).removesuffix("/index.html") for path in region.files if path.startswith("q/")}
    assert {*codes, REGION} <= found
    assert {row["code"] for row in rows(REFERENCE.parent / "ledger/territories.csv")} >= {*codes, REGION}


def test_every_territory_has_one_card_for_other_sites_in_each_language(region: Region) -> None:
    """A quarter of what it may weigh; what programs are told of it is not said of communes."""
    codes = {row["code"] for table in ("communes", "epci", "departements") for row in rows(REFERENCE / f"{table}.csv")}
    communes = {row["code"] for row in rows(REFERENCE / "communes.csv")}
    for lang in LANGS:
        cards = {path.stem: path.stat().st_size for path in (region.site / f"embed/{lang}/guide").glob("*.html")}
        assert cards.keys() == {*codes, REGION}
        assert max(cards.values()) <= 4 * KB
        assert {path.stem for path in (region.site / f"embed/{lang}/guide").glob("*.json")} == cards.keys() - communes


@pytest.mark.parametrize("lang", LANGS)
def test_a_commune_is_read_on_a_telephone(region: Region, lang: str) -> None:
    sizes = {page.address: page.bytes for page, _ in region.guides(lang, COMMUNE)}
    assert {address: size for address, size in sizes.items() if size > 48 * KB} == {}
    assert mean(sizes.values()) <= 42.5 * KB


# Guides


@pytest.mark.parametrize("lang", LANGS)
def test_every_territory_has_its_guide(region: Region, lang: str) -> None:
    assert Counter(guide.level for _, guide in region.guides(lang)) == LEVELS[lang]
    codes = {row["code"] for table in ("communes", "epci", "departements") for row in rows(REFERENCE / f"{table}.csv")}
    assert {code for of, code in region.by_code if of == lang} == {*codes, REGION}


def test_no_guide_is_empty(region: Region) -> None:
    guides = list(region.guides())
    assert {tuple(section for section, _ in guide.sections) for _, guide in guides} == {tuple(SECTIONS)}
    assert [page.address for page, guide in guides if min(blocks for _, blocks in guide.sections) < 1] == []
    assert [page.address for page, guide in guides if not guide.contact] == []
    blocks = {key: sum(blocks for _, blocks in guide.sections) for key, (_, guide) in region.by_code.items()}
    everyone = blocks["fr", REGION]
    assert everyone >= 30
    assert min(blocks.values()) == everyone
    departement = {row["code"]: row["departement"] for row in rows(REFERENCE / "communes.csv")}
    fewest: dict[str, int] = {}
    for (_, code), said in blocks.items():
        if code in departement:
            fewest[departement[code]] = min(said - everyone, fewest.get(departement[code], said - everyone))
    assert fewest == MORE_BLOCKS


def test_every_commune_says_at_least_six_things_of_its_own(region: Region) -> None:
    own = {page.address: guide.own_facts() for page, guide in region.guides(level=COMMUNE)}
    assert len(own) == 2 * 4293
    assert {address: said for address, said in own.items() if len(set(said)) < 6} == {}
    assert {address: said for address, said in own.items() if len(set(said)) != len(said)} == {}


def test_a_guide_in_full(region: Region) -> None:
    _, guide = region.by_code["fr", "40088"]
    assert guide.telephones == (("tel:+33558568000", "Téléphone 05\xa058\xa056\xa080\xa000"),)
    assert guide.hours == (
        "Du lundi au vendredi\xa0: de\xa08\xa0h\xa030\xa0à\xa012\xa0h et de\xa013\xa0h\xa030\xa0à\xa017\xa0h\xa030",
        "Samedi\xa0: de\xa09\xa0h\xa0à\xa012\xa0h",
        "Fermé\xa0: dimanche",
    )
    assert guide.facts == (
        ("Population", "22\u202f109 habitants"),
        ("Rang par nombre d’habitants", "1re sur 20 communes (Grand Dax)"),
        ("Intercommunalité", "Communauté d’agglomération du Grand Dax"),
        ("Département", "Landes"),
        ("Région", "Nouvelle-Aquitaine"),
        ("Code postal", "40100"),
        ("Code officiel", "40088"),
        ("Position", "43,707° de latitude, \u22121,051° de longitude"),
        ("Distance de Mont-de-Marsan", "49\u202fkm à vol d’oiseau"),
        ("Distance de Bordeaux", "131\u202fkm à vol d’oiseau"),
    )
    assert (guide.neighbours, guide.places_around) == (8, 0)


def test_emergency_numbers_are_on_every_guide(region: Region) -> None:
    assert {guide.emergency for _, guide in region.guides()} == {tuple(EMERGENCY)}


# Names


def test_titles_of_the_reviewed_names(region: Region) -> None:
    reviewed, distinctions = rows(REVIEWED), homonyms()
    arrivals = {row["code"]: row["to"] or row["at"] for row in reviewed}
    expected = {code: titled(f"Bienvenue {arrival}", code, distinctions) for code, arrival in arrivals.items()}
    assert len(expected) == 454
    found = {code: region.by_code["fr", code][0] for code in expected}
    assert {code: (page.headings, page.title) for code, page in found.items()} == expected


def test_titles_of_communes_in_english(region: Region) -> None:
    communes, distinctions = rows(REFERENCE / "communes.csv"), homonyms()
    names = {row["code"]: typographic(row["name"]).partition(" (")[0] for row in communes}
    expected = {code: titled(f"Welcome to {name}", code, distinctions) for code, name in names.items()}
    found = {code: region.by_code["en", code][0] for code in expected}
    assert {code: (page.headings, page.title) for code, page in found.items()} == expected


def test_homonyms_show_their_departement(region: Region) -> None:
    titles = {code: region.by_code["fr", code][0].headings[0] for code in ("24499", "33471", "19062", "16052", "16053")}
    assert titles == {
        "19062": "Bienvenue à Corrèze (commune)",
        "24499": "Bienvenue à Saint-Sauveur (Dordogne)",
        "33471": "Bienvenue à Saint-Sauveur (Gironde)",
        "16052": "Bienvenue à Bors (canton de Tude-et-Lavalette)",
        "16053": "Bienvenue à Bors (canton de Charente-Sud)",
    }


def test_no_title_is_used_twice(region: Region) -> None:
    titles = Counter((page.lang, page.title) for page in region.reading.pages)
    assert {title: times for title, times in titles.items() if times > 1} == {}


# Town halls


def test_town_halls_telephones_are_dialable(region: Region) -> None:
    town_halls = rows(REFERENCE / "town_halls.csv")
    numbers = {row["commune"]: row["telephone"] for row in town_halls}
    assert [code for code, number in numbers.items() if not number] == list(WITHOUT_TELEPHONE)
    for lang in LANGS:
        shown = {code: region.by_code[lang, code][1].telephones for code in numbers}
        assert {code for code, found in shown.items() if not found} == set(WITHOUT_TELEPHONE)
        dialled = {code: found[0][0] for code, found in shown.items() if found}
        assert {code: link for code, link in dialled.items() if not re.fullmatch(r"tel:\+33[1-9]\d{8}", link)} == {}
        expected = {code: f"tel:+33{number.replace(' ', '')[1:]}" for code, number in numbers.items() if number}
        assert dialled == expected


def test_town_halls_hours(region: Region) -> None:
    town_halls = rows(REFERENCE / "town_halls.csv")
    unknown = {row["commune"] for row in town_halls if not row["opening_hours"]}
    assert len(unknown) == 63
    for lang, words in NO_HOURS.items():
        cards = {row["commune"]: region.by_code[lang, row["commune"]][1] for row in town_halls}
        assert {code for code, card in cards.items() if not card.hours} == {*unknown, *NOT_UNDERSTOOD}
        assert {code for code in unknown if words not in cards[code].contact} == {"24540"}
    for lang, words in UNCLEAR_HOURS.items():
        published = {row["commune"]: row["opening_hours"] for row in town_halls}
        raw = {code: as_published(published[code], lang) for code in NOT_UNDERSTOOD}
        cards = {code: region.by_code[lang, code][1] for code in NOT_UNDERSTOOD}
        assert {code for code, card in cards.items() if f"{words} {raw[code]}" not in card.contact} == set()
    pionnat = region.by_code["fr", "23154"][1].contact
    assert "vendredi 00:00–12:00, 13:00–17:00 · samedi 08:30–12:30" in pionnat


@pytest.mark.parametrize(("lang", "code"), CARDS_WITHOUT_TELEPHONE)
def test_a_town_hall_without_telephone_reads_well(region: Region, lang: str, code: str) -> None:
    assert region.by_code[lang, code][1].contact == CARDS_WITHOUT_TELEPHONE[lang, code] + SOURCE[lang]


# Addresses


def test_every_page_is_canonical_to_itself(region: Region) -> None:
    found = {page.address: page.canonical for page in region.reading.pages}
    assert found.pop("404.html") == ""  # it is answered at every address
    assert found == {address: f"{SITE_URL}{address}" for address in region.pages if address != "404.html"}


def test_translations_name_each_other(region: Region) -> None:
    wrong = {page.address: page.alternates for page in region.reading.pages if not is_reciprocal(region, page)}
    assert wrong == {}
    named = Counter(tuple(lang for lang, _ in page.alternates) for page, _ in region.guides())
    assert named == {("fr", "en", "x-default"): 2 * 4462}


def is_reciprocal(region: Region, page: Page) -> bool:
    """Every version is there, in its language, and names the same versions; the default one is the French one."""
    alternates = dict(page.alternates)
    versions = {lang: region.pages.get(str(address_of(url))) for lang, url in page.alternates}
    return all(
        version is not None and version.alternates == page.alternates and lang in {"x-default", version.lang}
        for lang, version in versions.items()
    ) and (not alternates or (versions[page.lang] == page and alternates["x-default"] == alternates["fr"]))


def test_sitemaps_say_the_same(region: Region) -> None:
    assert sorted(sitemap_files(region.site)) == ["sitemap-en.xml", "sitemap-fr.xml"]
    listed = {url: links for file in sitemap_files(region.site) for url, links in sitemap(region.site / file)}
    kits = {page.address for page in region.reading.pages if page.address.startswith(KITS)} - {*KITS}
    left_out = {*UNINDEXED, *kits}
    expected = {page.canonical: page.alternates for page in region.reading.pages if page.address not in left_out}
    assert listed == expected


def sitemap_files(site: Path) -> list[str]:
    index = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    return [str(address_of(str(loc.text))) for loc in index.findall("{*}sitemap/{*}loc")]


def sitemap(file: Path) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for url in ET.parse(file).getroot():  # noqa: S314 - our own file
        links = tuple((link.attrib["hreflang"], link.attrib["href"]) for link in url.iterfind("{*}link"))
        yield str(url.findtext("{*}loc")), links


def test_every_internal_link_and_anchor_resolves(region: Region) -> None:
    inside = {url: page for url, page in region.reading.links.items() if url.startswith(SITE_URL)}
    assert len(inside) > 10_000
    broken = {url: page for url, page in inside.items() if not resolves(region, url)}
    assert broken == {}


def test_links_are_of_known_kinds(region: Region) -> None:
    assert {url.partition(":")[0] for url in region.reading.links} == {"https", "http", "mailto", "tel", "sms"}


def resolves(region: Region, url: str) -> bool:
    address = unquote(str(address_of(url)))
    anchor = unquote(url.partition("#")[2])
    page = region.pages.get(address)
    if page is None:
        return not anchor and page_file(address) in region.files
    return not anchor or anchor in page.ids


def test_no_id_is_used_twice_in_a_page(region: Region) -> None:
    twice = {page.address: Counter(page.ids).most_common(1)[0] for page in region.reading.pages if page.ids}
    assert {address: most for address, most in twice.items() if most[1] > 1} == {}


# Nothing from elsewhere


def test_nothing_is_requested_of_another_host(region: Region) -> None:
    requests = {**region.reading.requests, **dict(requested_by_files(region))}
    assert len(requests) > 4000
    outside = {url: by for url, by in requests.items() if not url.startswith(SITE_URL)}
    assert outside == {}
    missing = {url: by for url, by in requests.items() if not asset_exists(region, url)}
    assert missing == {}


def requested_by_files(region: Region) -> Iterator[tuple[str, str]]:
    """What style sheets and drawings ask for; an embedded image is no request."""
    for file in region.files:
        if file.endswith((".css", ".svg")):
            text = (region.site / file).read_text(encoding="utf-8")
            references = [*style_requests(text), *(SVG_REFERENCE.findall(text) if file.endswith(".svg") else ())]
            for reference in references:
                if not reference.startswith(("data:", "#")):
                    yield (
                        (reference if ":" in reference else f"{SITE_URL}{Path(file).parent.as_posix()}/{reference}"),
                        file,
                    )


def asset_exists(region: Region, url: str) -> bool:
    """The file is there and, for a place marked on a map, so is the place."""
    address, anchor = str(address_of(url)), url.partition("#")[2]
    if address not in region.files and page_file(address) not in region.files:
        return False
    if not anchor or not address.endswith(".svg"):
        return True
    return anchor in drawing_ids(region.site / address)


@cache
def drawing_ids(file: Path) -> frozenset[str]:
    return frozenset(SVG_ID.findall(file.read_text(encoding="utf-8")))


# Maps


def test_every_map_is_light_and_complete(region: Region) -> None:
    """The region’s départements and intercommunalities, those of each département, the communes of each of these.

    At most 15 kB compressed, and as many outlines in what the map was drawn from.
    """
    files = {file.stem: file.read_bytes() for file in region.maps("svg")}
    assert {code: size for code, data in files.items() if (size := len(compress(data, 6))) > 15_000} == {}
    drawn = {code: len(MEMBER.findall(data.decode())) for code, data in files.items()}
    assert (len(drawn), drawn["75"], drawn["75-epci"]) == (170, 12, 156)
    assert sum(count for code, count in drawn.items() if len(code) == LENGTH_OF_SIREN) == 4293
    outlines = {file.stem: json.loads(file.read_bytes())["features"] for file in region.maps("geojson")}
    assert {code: len(features) for code, features in outlines.items()} == drawn


@pytest.mark.parametrize("code", ["75", "75-epci"])
def test_the_region_s_maps_have_the_names_of_its_departements(region: Region, code: str) -> None:
    text = (region.site / f"assets/maps/{code}.svg").read_text(encoding="utf-8")
    names = {"".join(LINE_OF_NAME.findall(name)) for name in NAME_ON_MAP.findall(text)}
    assert names == {row["name"] for row in rows(REFERENCE / "departements.csv")}


# Territories that go on beyond the region


ACROSS = {
    "fr": (
        "habitants dans toutes ses communes",
        "Mairie de la plus peuplée de ses communes situées en Nouvelle-Aquitaine, ",
    ),
    "en": (
        "residents in all its communes",
        ": of its communes in Nouvelle-Aquitaine, the one with the most residents.",
    ),
}
"""By language: the note of the population, and how the first contact is said to be chosen."""


def test_intercommunalities_that_cross_the_border_say_so(region: Region) -> None:
    inside = Counter(row["epci"] for row in rows(REFERENCE / "communes.csv"))
    both = {code: (inside[code], beyond) for code, beyond in ACROSS_THE_BORDER.items()}
    expected = {
        "fr": {
            code: f"{here} communes en Nouvelle-Aquitaine, {beyond} au-delà" for code, (here, beyond) in both.items()
        },
        "en": {
            code: f"{here} communes in Nouvelle-Aquitaine, {beyond} beyond" for code, (here, beyond) in both.items()
        },
    }
    for lang, (note, first) in ACROSS.items():
        guides = dict(of_language(region, lang))
        facts = {code: dict(guide.facts) for code, guide in guides.items()}
        shown = {code: said["Communes"] for code, said in facts.items() if code in both}
        assert shown == expected[lang]
        beyond = expected[lang]["248200016"].rpartition(" ")[2]
        assert {code for code, said in facts.items() if said.get("Communes", "").endswith(beyond)} == set(both)
        assert {code for code, said in facts.items() if said.get("Population", "").endswith(note)} == set(both)
        assert {code for code, guide in guides.items() if first in guide.contact} == set(both)


def test_a_rank_is_said_only_where_every_commune_is_known(region: Region) -> None:
    across = {row["code"] for row in rows(REFERENCE / "communes.csv") if row["epci"] in ACROSS_THE_BORDER}
    assert len(across) == 52
    for lang, label in (("fr", "Rang par nombre d’habitants"), ("en", "Rank by number of residents")):
        guides = {code: dict(guide.facts) for code, guide in of_language(region, lang) if guide.level == COMMUNE}
        assert {code for code, said in guides.items() if label not in said} == across


def of_language(region: Region, lang: str) -> Iterator[tuple[str, Guide]]:
    return ((code, guide) for (of, code), (_, guide) in region.by_code.items() if of == lang)


# Search


FIRST_WORD = {"fr": "médecin", "en": "doctor"}
SEARCH_PAGE = {"fr": "recherche/", "en": "en/search/"}


@pytest.mark.parametrize("lang", LANGS)
def test_what_people_type_finds_its_page(region: Region, browser: Browser, lang: str) -> None:
    """In the index of the whole region, and without asking for much."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(str(address_of(route.request.url)))
        route.fulfill(path=region.site / page_file(asked[-1]))

    context = browser.new_context()
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    context.route(f"{SITE_URL}**", answer)
    page = context.new_page()
    page.goto(region.by_code[lang, "40088"][0].canonical)
    asked.clear()
    page.locator("a.find").click()
    ask(page, FIRST_WORD[lang])
    assert links(page)[0] == f"{region.by_code[lang, '40088'][0].address}#registered-doctor"
    assert f"finder-{lang}.json" in asked
    assert size_of(region.site, [f"finder-{lang}.json"]) <= FINDER_OF_THE_REGION
    assert size_of(region.site, asked) <= FIRST_SEARCH_BYTES
    page.goto(f"{SITE_URL}{SEARCH_PAGE[lang]}")
    missing = lost(page, lang)
    context.close()
    assert missing == []
