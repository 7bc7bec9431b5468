"""What a guide leads to before one reads it: the steps, work, the printed guide, the children's edition."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.made_often import made_often
from site_builder.model.values import Lang
from site_builder.plan.pages import portrait_key
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.guide.packs import pack_link
from site_builder.render.views.shared import Shared
from site_builder.render.views.welcome.journey import journey_link
from site_builder.render.views.work.partner_work import partner_work_link
from site_builder.render.views.work.workplaces import workplace_link


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """A way to go. ``main``: the first of all; ``audiences``: slugs of those it is for, all when empty.

    ``of_the_portal``: its page is the same for every place, and is told which one the reader comes from.
    """

    title: Said
    url: str
    note: Line = ""
    main: bool = False
    of_the_portal: bool = False
    audiences: tuple[str, ...] = ()


def ways(scene: Scene, shared: Shared, code: str, lang: Lang) -> tuple[WayView, ...]:
    """Those that exist for the territory, the steps of an arrival first."""
    return tuple(_ways(scene, shared, code, lang))


def _ways(scene: Scene, shared: Shared, code: str, lang: Lang) -> Iterator[WayView]:
    words = scene.words[lang]
    steps = journey_link(scene, code, lang)
    if steps:
        yield WayView(title=words.t("journey.link"), url=steps, main=True)
    partner = partner_work_link(scene, code, lang)
    if partner:
        yield WayView(title=words.t("partner_work.link"), url=partner)
    own = scene.page(portrait_key(code), lang)
    if own:
        yield WayView(title=own.title, url=scene.links.to(own))
    workplace = workplace_link(scene, code, lang)
    if workplace:
        yield WayView(title=workplace.title, url=workplace.url)
    children = shared.children[lang]
    if children:
        yield WayView(title=children.title, url=children.url, of_the_portal=True, audiences=children.audiences)
    pack = pack_link(scene, shared.packs, code, lang)
    if pack:
        yield WayView(title=pack.title, url=pack.url, note=pack.note)
