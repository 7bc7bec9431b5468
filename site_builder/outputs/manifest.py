"""What a device needs to put the portal on its home screen: one manifest for each language (W3C, Web App Manifest)."""

import json
from collections.abc import Iterator

from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.files import manifest_file
from site_builder.plan.pages import HOME
from site_builder.render.scene import Scene


def manifests(scene: Scene) -> Iterator[Output]:
    """The same application in every language: whoever installs it once has it once."""
    for lang in scene.portal.languages:
        written = json.dumps(_manifest(scene, lang), ensure_ascii=False, indent=1)
        yield Output(manifest_file(lang, scene.portal.reference_lang), f"{written}\n".encode())


def _manifest(scene: Scene, lang: Lang) -> dict[str, object]:
    """``minimal-ui``: a window of its own that still has the way back, which pages leave to the browser."""
    settings, words, root = scene.portal.settings, scene.words[lang], scene.links.base_path
    name = words.label(settings.name)
    return {
        "id": root,
        "name": name.text,
        "short_name": name.text,
        "description": words.label(settings.tagline).text,
        "lang": name.lang,
        "dir": settings.language(name.lang).direction,
        "start_url": scene.url(HOME, lang),
        "scope": root,
        "display": "minimal-ui",
        "background_color": settings.light.paper,
        "theme_color": settings.light.ocean,
        "icons": [
            {"src": scene.links.file(scene.assets["icon"]), "type": "image/svg+xml", "sizes": "any"},
            _picture(scene, "icon-192", 192),
            _picture(scene, "icon-512", 512),
            {**_picture(scene, "icon-maskable", 512), "purpose": "maskable"},
        ],
    }


def _picture(scene: Scene, name: str, size: int) -> dict[str, str]:
    return {"src": scene.links.file(scene.assets[name]), "type": "image/png", "sizes": f"{size}x{size}"}
