"""The form asks for what the models say, in French and in English, in as many languages as the portal has."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from site_builder.model.entry import TRANSLATION_ONLY
from site_builder.model.image import Image
from site_builder.model.registry import CONTENT_TYPES, PEOPLE
from site_builder.outputs.admin.words import written_words
from tests.conftest import NEEDED, PortalFolder

MakePortal = Callable[..., PortalFolder]
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
TREE = """
content/welcome/core/waste.md
    ---
    id: waste
    title: Les déchets
    section: first-steps
    ---
    Trois bacs.
"""
ENGLISH = "  - {code: en, name: English}\n"
Config = dict[str, Any]


def with_form(portal: MakePortal, languages: str = "") -> PortalFolder:
    settings = NEEDED["data/portal.yml"] + "admin: {repository: pays/portail}\n"
    folder = portal(TREE)
    (folder.root / "data/portal.yml").write_text(settings.replace(ENGLISH, "") if languages == "fr" else settings)
    return folder


def configs(folder: PortalFolder) -> dict[str, Config]:
    assert not folder.build().failed
    files = (folder.site / "admin").glob("config-*.json")
    return {file.name[7:9]: json.loads(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture
def both(portal: MakePortal) -> dict[str, Config]:
    return configs(with_form(portal))


def collection(config: Config, kind: str) -> Config:
    return next(each for each in config["collections"] if each["name"] == kind)


def field(config: Config, kind: str, name: str) -> Config:
    return next(each for each in collection(config, kind)["fields"] if each["name"] == name)


def test_a_portal_that_does_not_ask_for_it_has_none(portal: MakePortal) -> None:
    folder = portal(TREE)
    assert not folder.build().failed
    assert not (folder.site / "admin").exists()


def test_every_kind_has_a_collection_with_all_its_fields(both: dict[str, Config]) -> None:
    for config in both.values():
        assert {each["name"]: sorted(field["name"] for field in each["fields"]) for each in config["collections"]} == {
            **{each.kind: sorted(set(each.model.model_fields) - TRANSLATION_ONLY) for each in CONTENT_TYPES},
            "image": sorted(Image.model_fields),
        }


def test_only_what_is_translated_is_asked_for_in_each_language(both: dict[str, Config]) -> None:
    found = {
        each.kind: {field["name"] for field in collection(both["fr"], each.kind)["fields"] if field.get("i18n")}
        for each in CONTENT_TYPES
    }
    assert found == {each.kind: set(each.model.translated_fields() - TRANSLATION_ONLY) for each in CONTENT_TYPES}


def named(field: Config) -> Iterator[Config]:
    yield field
    for inner in field.get("fields", [field["field"]] if "field" in field else []):
        yield from named(inner)


def test_every_field_is_called_something_in_both_languages_and_no_other(both: dict[str, Config]) -> None:
    languages = {"fr", "en", "item"}
    for lang, config in both.items():
        fields = [each for all_ in config["collections"] for field in all_["fields"] for each in named(field)]
        words = {name: texts[lang] for name, texts in written_words()["fields"].items()}
        assert {each["name"] for each in fields} - languages == set(words)
        assert all(each["label"] == words[each["name"]] for each in fields if each["name"] not in languages)


def test_all_of_one_kind(both: dict[str, Config]) -> None:
    easy = collection(both["fr"], "easy")
    common = [
        *("slug", "image", "territory", "themes", "audiences", "owner", "verified_on", "review_every", "status"),
        *("publish_on", "expires_on", "old_paths", "sources", "proofs", "website"),
    ]
    fields = easy.pop("fields")
    assert easy == {
        "name": "easy",
        "label": "Facile à lire",
        "label_singular": "Texte facile à lire",
        "folder": "content/easy",
        "format": "portail-easy",
        "slug": {"template": "{{id}}", "editable": False},
        "identifier_field": "title",
        "sortable_fields": ["title", "verified_on"],
        "nested": {"subfolders": False, "summary": "{{title}}"},
        "i18n": True,
    }
    assert [each["name"] for each in fields] == ["id", "title", "summary", "block", "body", *common]
    said = {each["name"]: {key: value for key, value in each.items() if key not in {"name", "hint"}} for each in fields}
    bad_slug = "Des lettres a-z sans accent, des chiffres et des traits d’union\u00a0: musee-du-pays"
    texts = {"widget": "string", "required": True}
    assert said == {
        "id": {
            "label": "Identifiant",
            "widget": "string",
            "pattern": [SLUG, bad_slug],
            "required": True,
        },
        "title": {"label": "Titre", "widget": "string", "maxlength": 140, "required": True, "i18n": True},
        "summary": {"label": "Résumé", "widget": "text", "required": False, "i18n": True},
        "block": {
            "label": "Bloc du guide",
            "widget": "relation",
            "collection": "block",
            "value_field": "id",
            "display_fields": ["title"],
            "search_fields": ["title", "id"],
            "required": True,
        },
        "body": {
            "label": "Texte",
            "widget": "markdown",
            "modes": ["raw"],
            "minimal": True,
            "required": False,
            "i18n": True,
        },
        "slug": {
            "label": "Fin de l’adresse",
            "widget": "string",
            "pattern": [SLUG, bad_slug],
            "required": False,
            "i18n": True,
        },
        "image": {
            "label": "Image",
            "widget": "string",
            "pattern": [r"^media/\S.*$", "Une image du dossier media\u00a0: media/nom.jpg"],
            "required": False,
        },
        "territory": {"label": "Territoire", "widget": "string", "required": False},
        "themes": {
            "label": "Mots-clés",
            "widget": "list",
            "field": {"name": "item", "label": "Mots-clés", "widget": "string"},
            "required": False,
        },
        "audiences": {
            "label": "Publics",
            "widget": "select",
            "options": [{"label": "En famille", "value": "family"}],
            "multiple": True,
            "required": False,
        },
        "owner": {"label": "Qui en répond", "widget": "string", "required": False},
        "verified_on": {
            "label": "Vérifié le",
            "widget": "datetime",
            "type": "date",
            "format": "YYYY-MM-DD",
            "required": False,
        },
        "review_every": {
            "label": "À relire tous les",
            "widget": "string",
            "pattern": [r"^\d{1,3} (days?|months?|years?)$", "Un nombre et days, months ou years\u00a0: 6 months"],
            "required": False,
        },
        "status": {
            "label": "État",
            "widget": "select",
            "options": [
                {"label": "brouillon", "value": "draft"},
                {"label": "publié", "value": "published"},
                {"label": "retiré du site", "value": "archived"},
            ],
            "required": False,
            "default": "published",
        },
        "publish_on": {
            "label": "Premier jour",
            "widget": "datetime",
            "type": "date",
            "format": "YYYY-MM-DD",
            "required": False,
        },
        "expires_on": {
            "label": "Dernier jour",
            "widget": "datetime",
            "type": "date",
            "format": "YYYY-MM-DD",
            "required": False,
        },
        "old_paths": {
            "label": "Anciennes adresses",
            "widget": "list",
            "field": {"name": "item", "label": "Anciennes adresses", "widget": "string"},
            "required": False,
        },
        "sources": {
            "label": "Sources",
            "widget": "list",
            "collapsed": "auto",
            "summary": "{{name}}",
            "required": False,
            "fields": [
                {**texts, "name": "name", "label": "Nom", "hint": said_of(both, "name")},
                {
                    "name": "year",
                    "label": "Année",
                    "widget": "number",
                    "value_type": "int",
                    "required": False,
                    "hint": said_of(both, "year"),
                },
                {
                    "name": "url",
                    "label": "Adresse web",
                    "widget": "string",
                    "pattern": [r"^https?://\S{4,}$", "Une adresse web entière\u00a0: https://…"],
                    "required": False,
                    "hint": said_of(both, "url"),
                },
                {**texts, "name": "detail", "label": "Précision", "required": False, "hint": said_of(both, "detail")},
            ],
        },
        "proofs": {
            "label": "Preuves",
            "widget": "list",
            "field": {
                "name": "item",
                "label": "Preuves",
                "widget": "string",
                "pattern": [
                    "^[a-z0-9]+(-[a-z0-9]+)*$",
                    "Des lettres a-z sans accent, des chiffres et des traits d’union\u00a0: musee-du-pays",
                ],
            },
            "required": False,
        },
        "website": {
            "label": "Site web",
            "widget": "string",
            "pattern": [r"^https?://\S{4,}$", "Une adresse web entière\u00a0: https://…"],
            "required": False,
        },
    }


def said_of(both: dict[str, Config], name: str) -> str:
    """The hint of a field of sources: the words of the documentation, without the signs of Markdown."""
    texts = written_words()["models"]["Source"]["fields"][name]["fr"]
    return str(texts).replace("`", "")


def test_people_are_asked_whether_they_agree_before_anything_else(both: dict[str, Config]) -> None:
    assert PEOPLE == ("ambassador", "testimonial")
    for kind in PEOPLE:
        first = collection(both["en"], kind)["fields"][0]
        assert first["name"] == "consent"
        assert first["comment"].startswith("The agreement comes first: have it before you save anything")
        assert field(both["en"], kind, "consent")["fields"][0]["options"][0] == {"label": "this site", "value": "site"}
    minor = next(
        each for each in collection(both["fr"], "ambassador")["fields"][0]["fields"] if each["name"] == "minor"
    )
    assert minor["options"] == [{"label": "oui", "value": "true"}, {"label": "non", "value": "false"}]


def test_limits_defaults_and_labels_by_language(both: dict[str, Config]) -> None:
    config = both["fr"]
    cohort, order = field(config, "ambassador", "cohort"), field(config, "block", "order")
    assert (cohort["value_type"], cohort["min"], cohort["max"], order["default"]) == ("int", 1900, 2999, 100)
    assert field(config, "asset", "angle")["options"][0]["label"] == "Services publics"
    assert field(config, "block", "section")["options"] == [
        {"label": "Premiers pas", "value": "first-steps"},
        {"label": "Se loger", "value": "housing"},
    ]
    assert field(both["en"], "block", "needs")["options"][0] == {"label": "Town hall", "value": "town-hall"}
    conditions = field(config, "perk", "conditions")
    assert (conditions["required"], conditions["min"]) == (["fr"], 1)
    stop = field(config, "trail", "stops")["fields"]
    assert [each["name"] for each in stop[1]["fields"]] == ["fr", "en"]
    assert [each["required"] for each in stop[1]["fields"]] == [True, False]


def test_a_portal_in_one_language_has_nothing_side_by_side(portal: MakePortal) -> None:
    config = configs(with_form(portal, languages="fr"))["fr"]
    assert "i18n" not in config
    assert not any(each.get("i18n") for each in config["collections"])
    assert not any(each.get("i18n") for kind in config["collections"] for each in kind["fields"])
    assert field(config, "perk", "conditions")["required"] is True
