"""The open data as catalogues have them: DCAT-AP 3 (JSON-LD), for portals that gather data sets of others.

What nobody says is left out: days of change, and who publishes beyond the name of the portal.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import licence_of, recorder, schema_url
from site_builder.plan.files import open_data_file
from site_builder.plan.pages import OPEN_DATA
from site_builder.render.scene import Scene

CATALOGUE = "catalog.jsonld"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
NAMED: dict[Lang, str] = {"fr": "FRA", "en": "ENG", "de": "DEU", "es": "SPA", "it": "ITA", "nl": "NLD", "pt": "POR"}
"""Languages as the Publications Office of the European Union calls them; another one is not named."""


def catalogue(scene: Scene, files: Iterable[DataFile]) -> Output:
    """A data set for each kind of records, with the files that hold them."""
    sets: dict[str, list[DataFile]] = defaultdict(list)
    for file in files:
        sets[file.name.partition(".")[0]].append(file)
    pages = scene.site.versions(OPEN_DATA)
    said = {
        "@context": CONTEXT,
        "@id": scene.links.absolute(open_data_file(CATALOGUE)),
        "@type": "dcat:Catalog",
        "dct:title": [_text(page.title, page.lang) for page in pages],
        "dct:description": [_text(page.description, page.lang) for page in pages],
        "dct:publisher": _publisher(scene),
        "dct:license": _licence(scene),
        "dct:language": [{"@id": f"{LANGUAGES}{NAMED[lang]}"} for lang in scene.portal.languages if lang in NAMED],
        "foaf:homepage": [{"@id": scene.links.absolute(page.path)} for page in pages],
        "dcat:dataset": [_dataset(scene, name, of_set) for name, of_set in sorted(sets.items())],
    }
    return Output(open_data_file(CATALOGUE), f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode())


def _dataset(scene: Scene, name: str, files: Iterable[DataFile]) -> dict[str, Any]:
    titles = {lang: words.t(f"open-data.of.{name}") for lang, words in scene.words.items()}
    portal = {lang: words.said(scene.portal.settings.name) for lang, words in scene.words.items()}
    described = {
        lang: words.t("open-data.described", what=titles[lang], name=portal[lang])
        for lang, words in scene.words.items()
    }
    return {
        "@id": f"{scene.links.absolute(open_data_file(CATALOGUE))}#{name}",
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": [_text(text, lang) for lang, text in titles.items()],
        "dct:description": [_text(text, lang) for lang, text in described.items()],
        "dct:publisher": _publisher(scene),
        "dct:license": _licence(scene),
        "dcat:distribution": [_distribution(scene, file) for file in files],
    }


def _distribution(scene: Scene, file: DataFile) -> dict[str, Any]:
    url = {"@id": scene.links.absolute(open_data_file(file.name))}
    said = {
        "@type": "dcat:Distribution",
        "dct:title": file.name,
        "dcat:accessURL": url,
        "dcat:downloadURL": url,
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{file.media_type.partition(';')[0]}"},
        "dct:license": _licence(scene),
    }
    return {**said, "dct:conformsTo": {"@id": schema_url(scene, file.schema)}} if file.schema else said


def _publisher(scene: Scene) -> dict[str, Any]:
    names = recorder(scene).label(scene.portal.settings.name)
    return {"@type": "foaf:Agent", "foaf:name": [_text(name, lang) for lang, name in names.items()]}


def _licence(scene: Scene) -> dict[str, str]:
    """As a document, which DCAT-AP has it be: one that is only named where it has no address."""
    licence = licence_of(scene)
    named = {"@type": "dct:LicenseDocument", "dct:title": licence.name}
    return {"@id": licence.url} if licence.url else named


def _text(text: str, lang: Lang) -> dict[str, str]:
    return {"@value": str(text), "@language": lang}
