"""The files below ``/admin/``: a page that asks before it contacts anybody, and all that the form then needs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from site_builder.engine import engine_folder
from site_builder.model.form import FormEditing
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.outputs.admin.config import configuration
from site_builder.outputs.admin.forge import host_name, policy
from site_builder.outputs.admin.vendored import record, vendored_files
from site_builder.outputs.admin.words import FORM_LANGUAGES, FormWords, written_words
from site_builder.outputs.assets import colours, module_text, theme_file
from site_builder.render.scene import Scene

FOLDER = "admin"
TEMPLATE = "form.html"
_APPLICATION_LANGUAGES = {"fr": "fr", "en": "en-US"}
"""What Sveltia CMS calls those that it is shipped in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is said in one language before anybody is contacted, and what the form in that language needs."""

    lang: Lang
    words: FormWords
    application: str
    config: str


def admin(scene: Scene) -> Iterator[Output]:
    """All of them. Raises ThemeFault: a file of the engine is missing, or is not the one that was reviewed."""
    editing = scene.portal.settings.admin
    assert editing is not None
    files = {name: _named(name, data) for name, data in (*vendored_files(), *_own_files(scene))}
    written = written_words()
    reference = scene.portal.reference_lang
    notices = []
    for lang in FORM_LANGUAGES:
        words = FormWords(lang=lang, reference=reference, interface=scene.interface, written=written)
        config = json.dumps(configuration(scene, editing, words), ensure_ascii=False, indent=1)
        files[lang] = _named(f"config-{lang}.json", f"{config}\n".encode())
        name = PurePosixPath(files[lang].path).name
        notices.append(Notice(lang=lang, words=words, application=_APPLICATION_LANGUAGES[lang], config=name))
    yield from files.values()
    yield Output(f"{FOLDER}/index.html", _page(scene, editing, tuple(notices), files).encode())


def _own_files(scene: Scene) -> Iterator[tuple[str, bytes]]:
    theme = (engine_folder("theme"),)
    yield "form.js", module_text(theme, "assets/js/form").encode()
    style = theme_file(theme, "assets/form.css").decode()
    yield "form.css", f"{colours(scene.portal.settings)}\n{style}".encode()


def _named(name: str, data: bytes) -> Output:
    """Named after its contents, so that caches never lie; licences and icons, which others name, are not."""
    stem, _, suffix = name.rpartition(".")
    if suffix in {"txt", "woff2"}:
        return Output(f"{FOLDER}/{name}", data)
    return Output(f"{FOLDER}/{stem}.{sha256(data).hexdigest()[:10]}.{suffix}", data)


def _page(scene: Scene, editing: FormEditing, notices: tuple[Notice, ...], files: Mapping[str, Output]) -> str:
    return scene.environment.get_template(TEMPLATE).render(
        notices=notices,
        editing=editing,
        host=host_name(editing),
        version=record()["versions"]["@sveltia/cms"],
        policy=policy(editing),
        names={name: PurePosixPath(each.path).name for name, each in files.items()},
        icon=scene.links.file(scene.assets["icon"]),
        home=scene.links.file(""),
    )
