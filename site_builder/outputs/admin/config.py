"""The configuration of Sveltia CMS in one language: where the files are, and a collection for each kind of them."""

from typing import Any

from site_builder.model.form import FormEditing
from site_builder.model.image import Image
from site_builder.model.registry import CONTENT_TYPES, PEOPLE, ContentType
from site_builder.outputs.admin.fields import Form, entry_fields, record_fields
from site_builder.outputs.admin.forge import backend, publish_mode
from site_builder.outputs.admin.known import known_values
from site_builder.outputs.admin.types import Widget
from site_builder.outputs.admin.words import FormWords
from site_builder.render.scene import Scene

IMAGES = "image"


def configuration(scene: Scene, editing: FormEditing, words: FormWords) -> dict[str, Any]:
    """All of it: no file of the repository has a part of it."""
    settings = scene.portal.settings
    form = Form(words=words, languages=settings.languages, known=known_values(scene.portal, words))
    content = [_collection(content_type, form) for content_type in CONTENT_TYPES]
    return {
        "load_config_file": False,
        "backend": backend(editing),
        "publish_mode": publish_mode(editing),
        "app_title": f"{words.label(settings.name)} · {words.t('form.title')}",
        "logo": {"src": scene.links.file(scene.assets["icon"])},
        "display_url": scene.links.absolute(""),
        "show_preview_links": False,
        "media_folder": "media",
        "public_folder": "/media",
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        **_languages(form),
        "collections": [*content, _images(form)],
    }


def _languages(form: Form) -> dict[str, Any]:
    """``musee.md`` beside ``musee.en.md``, in two panes."""
    if not form.bilingual:
        return {}
    codes = [each.code for each in form.languages]
    return {
        "i18n": {
            "structure": "multiple_files",
            "locales": codes,
            "default_locale": codes[0],
            "initial_locales": "all",
            "omit_default_locale_from_file_path": True,
        }
    }


def _collection(content_type: ContentType, form: Form) -> Widget:
    kind, words = content_type.kind, form.words
    fields = entry_fields(content_type.model, form)
    if kind in PEOPLE:
        fields[0]["comment"] = words.t("form.consent_first")
    return {
        "name": kind,
        "label": words.t(f"form.kind.{kind}"),
        "label_singular": words.record(content_type.model),
        "folder": f"content/{content_type.folder}",
        "format": f"portail-{kind}",
        "slug": {"template": "{{id}}", "editable": False},
        "identifier_field": "title",
        "sortable_fields": ["title", "verified_on"],
        "nested": {"subfolders": False, "summary": "{{title}}"},
        **({"i18n": True} if form.bilingual else {}),
        "fields": fields,
    }


def _images(form: Form) -> Widget:
    """Sidecars of images that are there: a new image comes with its file, which is put beside it by hand."""
    return {
        "name": IMAGES,
        "label": form.words.t("form.kind.image"),
        "label_singular": form.words.record(Image),
        "folder": "media",
        "format": f"portail-{IMAGES}",
        "create": False,
        "identifier_field": "credit",
        "summary": "{{filename}}",
        "fields": record_fields(Image, form),
    }
