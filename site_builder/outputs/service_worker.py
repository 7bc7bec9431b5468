"""The service worker: what was read can be read again without network (docs/decisions/0012-offline.md).

Where nothing is to be kept, the address holds a worker that removes the one that was there, and what it kept.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from site_builder.language.locales import locale_of
from site_builder.model.settings import PortalSettings
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.outputs.assets import theme_file
from site_builder.plan.pages import EASY, GLOSSARY, HOME, OFFLINE
from site_builder.render.links import Links
from site_builder.render.scene import Scene
from site_builder.render.stores import kept_store, stores

WORKER = "sw.js"
"""At the site's root: a worker looks after what is below its own address."""
ALONG = (HOME, GLOSSARY, EASY)
"""Kept with the first guide that is read."""
MOST = 60
"""Pages kept, those read last: some three megabytes."""
DAYS = 90
"""For which a page is kept that is not read again: who has left the portal since leaves devices too."""


def keeps_pages(settings: PortalSettings, site_url: str) -> bool:
    """Whether the portal's settings want it, at an address that others can follow: on one's own computer one works."""
    return settings.offline and Links(site_url).is_public


def worker(scene: Scene, static_dirs: Sequence[Path], *, running: bool) -> Output:
    """The worker, or the one that ends it. Raises ThemeFault: the theme is not complete."""
    source = theme_file(static_dirs, f"assets/js/worker/{'keep' if running else 'forget'}.js").decode()
    site: dict[str, object] = {"base": scene.links.base_path, "stores": stores(scene.links)}
    if running:
        site |= {"kept": kept_store(scene.links), "most": MOST, "days": DAYS, **_of_each_language(scene)}
        site["version"] = _version(source, site, tuple(scene.assets.values()))
    return Output(WORKER, f"const site = {json.dumps(site, ensure_ascii=False)};\n{source}".encode())


def _of_each_language(scene: Scene) -> dict[str, object]:
    """The page shown instead of one that was not kept, by the beginning of addresses; what is said on a kept one."""
    offline = {page.lang: scene.links.to(page) for page in scene.site.versions(OFFLINE)}
    reference = scene.portal.reference_lang
    begins = {lang: scene.links.file("" if lang == reference else f"{lang}/") for lang in offline}
    return {
        "pages": {begins[lang]: url for lang, url in offline.items()},
        "along": {begins[lang]: _along(scene, lang) for lang in offline},
        "said": {lang: _said(scene, lang) for lang in scene.portal.languages},
    }


def _along(scene: Scene, lang: Lang) -> list[str]:
    """The pages to which those kept lead most, as far as the portal has them in the language."""
    pages = (scene.site.get(key, lang) for key in ALONG)
    return [scene.links.to(page) for page in pages if page]


def _said(scene: Scene, lang: Lang) -> dict[str, str]:
    """What is said on a kept page, as HTML, and how its date is written."""
    words = scene.words[lang]
    return {
        "dated": escape(words.t("offline.notice")),
        "undated": escape(words.t("offline.notice_undated")),
        "locale": str(locale_of(lang, reference=scene.portal.reference_lang)).replace("_", "-"),
        "first": words.t("journey.first_of_month"),
    }


def _version(source: str, site: dict[str, object], assets: Sequence[str]) -> str:
    """Changes with what the page for readers without network is made of, so that it is fetched again."""
    return sha256("\n".join([source, json.dumps(site), *assets]).encode()).hexdigest()[:10]
