"""What oEmbed 1.0 says of cards (https://oembed.com): a file for each, found from the page to which the card leads.

A static file answers nobody's ``maxwidth``: the frame is never wider than what it stands in.
"""

import json
from collections.abc import Iterator

from site_builder.output import Output
from site_builder.plan.pages import HOME
from site_builder.render.embeds import HEIGHT, WIDTH, EmbedPlan, cards_of_today, frame, is_described, oembed_file
from site_builder.render.scene import Scene

A_DAY = 24 * 60 * 60
"""Seconds for which an answer may be kept: a site is built every night."""


def oembed(scene: Scene) -> Iterator[Output]:
    """The descriptions of all cards that have one."""
    for plan in cards_of_today(scene):
        if is_described(scene, plan):
            said = json.dumps(_described(scene, plan), ensure_ascii=False, separators=(",", ":"))
            yield Output(oembed_file(plan), f"{said}\n".encode())


def _described(scene: Scene, plan: EmbedPlan) -> dict[str, str | int]:
    lang = plan.page.lang
    home = scene.page(HOME, lang)
    return {
        "version": "1.0",
        "type": "rich",
        "title": plan.title,
        "provider_name": str(scene.words[lang].said(scene.portal.settings.name)),
        "provider_url": scene.links.absolute(home.path if home else ""),
        "cache_age": A_DAY,
        "html": frame(scene, plan),
        "width": WIDTH,
        "height": HEIGHT,
    }
