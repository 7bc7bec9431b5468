"""Whatever is not in the language of its page says so (WCAG 2.2 §3.1.2, RGAA 8.7), and nothing else says so.

A portal whose labels exist in French only, each a word that names its field, and whose English interface words all
begin with a word of their own: on English pages the nearest ``lang`` of each must be the right one.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser, LexborNode

import site_builder.model
from site_builder.model.values import Localized
from tests.conftest import REPOSITORY, PortalFolder

Make = Callable[..., PortalFolder]
OURS = "zen"
"""What every English interface word of the test begins with."""

PORTAL = """
data/portal.yml
    name: {fr: zfr-portalsettings-name}
    tagline: {fr: zfr-portalsettings-tagline}
    languages:
      - {code: fr, name: Français}
      - {code: en, name: English}
    territory: pays
    first_contacts: [town-hall]
    levels:
      - {id: pays, name: {fr: zfr-level-name}, plural: {fr: zfr-level-plural}}
      - {id: commune, name: {fr: zfr-level-name}, plural: {fr: zfr-level-plural}}
    open_data:
      - {id: insee, name: {fr: zfr-opendatasource-name}, licence: LO}
      - id: dila
        name: {fr: zfr-opendatasource-name}
        licence: LO
        contacts: {role: town-hall, name: {fr: "zfr-opendatacontacts-name {of}"}}
    colours: {paper: "#FBF8F2", ink: "#16242B", ocean: "#0F4C5C", pine: "#2E6B4F", wine: "#7B2740", ochre: "#C8821E", line: "#DDD5C7"}
    dark_colours: {paper: "#101C24", ink: "#F1EADC", ocean: "#8CCBD6", pine: "#93CFAF", wine: "#EBA5B8", ochre: "#E0A040", line: "#33434D"}
data/guide.yml
    sections:
      - {id: first-steps, title: {fr: zfr-section-title}, intro: {fr: zfr-section-intro}}
    audiences:
      - {id: family, title: {fr: zfr-audience-title}, people: {fr: zfr-audience-people}}
    roles:
      - {id: town-hall, title: {fr: zfr-role-title}}
      - {id: known, title: {fr: zfr-role-title}}
      - {id: absent, title: {fr: zfr-role-title}}
      - {id: childcare, title: {fr: zfr-role-title}, directory: {name: {fr: zfr-directory-name}, url: https://a.example/}}
      - {id: asked, title: {fr: zfr-role-title}}
      - {id: both, title: {fr: zfr-role-title, en: zen role}}
    emergency:
      - {number: "114", title: {fr: zfr-emergencynumber-title}, detail: {fr: zfr-emergencynumber-detail}, text_only: true}
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Pays}
      - {code: bourg, level: commune, name: Bourg, parents: [pays], population: 10}
      - {code: autre, level: commune, name: Pays, slug: autre, parents: [pays]}
data/glossary.yml
    terms:
      - {id: etat, acronym: E, term: {fr: zfr-term-term}, meaning: {fr: zfr-term-meaning}}
    wording:
      - {say: {fr: zfr-wordingrule-say}, avoid: {fr: zfr-wordingrule-avoid}, why: {fr: zfr-wordingrule-why}}
data/rgaa.yml
    version: "4.1.2"
    reasons:
      - {id: read, text: {fr: zfr-reason-text}}
      - {id: both, text: {fr: zfr-reason-text, en: zen reason}}
    topics:
      - title: {fr: zfr-criteriatopic-title}
        criteria:
          - {number: "1.1", title: {fr: zfr-criterion-title}, state: conform, reason: read}
      - title: {fr: zfr-criteriatopic-title, en: zen topic}
        criteria:
          - {number: "2.1", title: {fr: zfr-criterion-title, en: zen criterion}, state: to-audit, reason: both}
data/alerts.yml
    alerts:
      - id: crue
        kind: flood
        title: {fr: zfr-alert-title}
        text: {fr: zfr-alert-text}
        starts: 2026-11-20
        ends: 2026-11-23
        source: {name: zfr préfecture}
data/all.yml
    contacts:
      - id: town
        role: town-hall
        covers: [bourg]
        name: zfr-contact-name
        telephone: 05 58 56 80 00
        opening_hours: Mo 10:00-12:00
        address: 1 rue
        languages: [fr]
        wheelchair: true
        source: {name: dila}
        verified_on: 2026-10-01
      - {id: known, role: known, covers: [pays], name: {fr: zfr-contact-name}}
    absences:
      - {role: absent, covers: [pays], checked_by: {fr: zfr-absence-checked_by}, checked_on: 2026-10-01}
    organisations:
      - id: petr
        name: zfr-organisation-name
        kind: petr
        summary: {fr: zfr-organisation-summary}
        coverage_note: {fr: zfr-organisation-coverage_note}
        covers: [bourg]
        sources: [{name: Statuts}]
    sectors:
      - {id: littoral, name: {fr: zfr-sector-name}, covers: [bourg]}
media/moulin.yml
    alt: {fr: zfr-image-alt}
    credit: X
    licence: LO
content/assets/moulin.md
    ---
    id: moulin
    title: zfr moulin
    summary: zfr résumé
    angle: economy
    territory: bourg
    ---
    zfr corps
content/proofs/roue.md
    ---
    id: roue
    title: zfr preuve
    sources: [{name: zfr relevé}]
    dated: 2025
    valid_until: 2026-01-31
    figures: [{value: 3, label: {fr: zfr-figure-label}}]
    ---
    zfr explication
content/assets/port.md
    ---
    id: port
    title: Port
    angle: economy
    audiences: [family]
    image: media/moulin.png
    ---
    Le port.
content/pages/accessibility.md
    ---
    id: accessibility
    title: zfr déclaration
    ---
    zfr corps
content/assets/port.en.md
    ---
    title: Harbour
    ---
    The harbour.
content/trails/tour.md
    ---
    id: tour
    title: Tour
    territory: bourg
    stops:
      - {asset: moulin}
      - {asset: moulin, text: {fr: zfr-stop-text}}
      - {asset: port, text: {fr: zfr-stop-text, en: zen stop}}
      - {name: {fr: zfr-stop-name}, position: {latitude: 43.7, longitude: -1.0}, source: {name: zfr carte}}
      - {name: {fr: zfr croix, en: zen cross}, position: {latitude: 43.7, longitude: -0.9}, source: {name: zfr carte}}
    durations:
      - {by: foot, minutes: 95, source: {name: zfr club}}
    ---
    Texte.
content/trails/tour.en.md
    ---
    title: Tour
    ---
    Text.
content/carnet/dire.md
    ---
    id: dire
    title: Dire
    part: how-to
    sector: littoral
    audiences: [family]
    ---
    Texte.
content/carnet/dire.en.md
    ---
    title: Say
    ---
    Text.
content/welcome/inscrire.md
    ---
    id: inscrire
    title: zfr inscription
    section: first-steps
    territory: pays
    verified_on: 2026-10-01
    needs: [known, both]
    see: zfr voir
    proofs: [roue]
    ---
    [zfr prose](../proofs/roue.md)
content/welcome/ajout.md
    ---
    id: ajout
    title: zfr ajout
    section: first-steps
    territory: bourg
    overrides: inscrire
    mode: append
    ---
    zfr prose
"""  # noqa: E501
SAID_ELSEWHERE = {"zfr-opendatacontacts-name"}
"""The names of contact tables are Contact.name on the page."""


def label_fields() -> set[str]:
    """A word for every field of every record that holds a label: ``zfr-section-title``."""
    modules = (m.name for m in pkgutil.iter_modules(site_builder.model.__path__, "site_builder.model."))
    records = {value for name in modules for value in vars(importlib.import_module(name)).values() if is_record(value)}
    return {
        f"zfr-{record.__name__.lower()}-{field}"
        for record in records
        for field, info in record.model_fields.items()
        if info.annotation is Localized or Localized in get_args(info.annotation)
    }


def is_record(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel) and value is not Localized


def marked(texts: Mapping[str, Any]) -> dict[str, Any]:
    """The interface's words, each beginning with ``zen``; parts of addresses as they are."""
    return {
        key: (value if key == "route" else marked(value)) if isinstance(value, Mapping) else f"{OURS} {value}"
        for key, value in texts.items()
    }


@pytest.fixture
def built(portal: Make) -> PortalFolder:
    written = yaml.safe_load((REPOSITORY / "theme" / "strings" / "en.yml").read_text(encoding="utf-8"))
    strings = yaml.safe_dump(marked(written), allow_unicode=True).encode()
    picture = (REPOSITORY / "tests/portals/districts/media/lake.png").read_bytes()
    folder = portal(PORTAL, binary={"theme/strings/en.yml": strings, "media/moulin.png": picture})
    assert [p.code for p in folder.check().problems if p.severity.value == "error"] == []
    assert not folder.build().failed
    return folder


def nearest_lang(node: LexborNode | None) -> str:
    while node is not None:
        lang = node.attributes.get("lang") if node.tag != "-text" else None
        if lang:
            return lang
        node = node.parent
    return ""


def texts(html: str) -> Iterator[tuple[str, str]]:
    """Every text that a reader is told, and the language that the page says it is in.

    What stands in the head, and links to a page of another language, cannot be of two languages; a text to copy is
    nobody's words.
    """
    body = LexborHTMLParser(html).body
    assert body is not None
    for node in body.traverse(include_text=True):
        if node.parent and node.parent.tag == "textarea":
            continue
        if node.tag == "-text":
            yield node.text_content or "", nearest_lang(node)
        else:
            told = (value for name, value in node.attributes.items() if name in {"alt", "aria-label", "title"})
            yield from ((value or "", nearest_lang(node)) for value in told)


def test_every_part_says_its_language(built: PortalFolder) -> None:
    pages = list((built.site / "en").rglob("*.html"))
    told = [(file, *text) for file in pages for text in texts(file.read_text(encoding="utf-8"))]
    wrong = [
        (file.relative_to(built.site).as_posix(), text, lang)
        for file, text, lang in told
        if ("zfr" in text.lower() and lang != "fr") or (OURS in text and lang != "en")
    ]
    assert wrong == []
    shown = {word for _, text, _ in told for word in re.findall(r"zfr-[a-z_-]+", text.lower())}
    assert shown == label_fields() - SAID_ELSEWHERE
    assert sum(OURS in text for _, text, _ in told) > 200
