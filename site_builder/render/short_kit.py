"""What stands below a guide that has no kit of its own: its permanent address, its card, and a code to scan.

There are thousands, so each is filled in a shell, and holds its code itself: a picture of some hundred bytes, no file.
"""

from collections.abc import Callable, Mapping
from functools import cache

from markupsafe import Markup, escape

from site_builder.model.values import Lang
from site_builder.plan.files import embed_file
from site_builder.plan.pages import GUIDE, PagePlan, guide_key, kit_key
from site_builder.render.embeds import frame_of
from site_builder.render.kits import has_files, permanent_address
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell

SLOTS = ("url", "embed", "embed_title", "code", "side", "around")
DOT = 4
"""CSS pixels of a module of a code: it is read from a screen at arm's length."""


def short_kit(scene: Scene, page: PagePlan) -> Markup:
    """Nothing where a page has a whole kit, or is no guide, or has no address that others can follow."""
    if page.kind != GUIDE or not scene.once(has_files) or scene.site.get(kit_key(page.key), page.lang):
        return Markup("")
    url = permanent_address(scene, page)
    code, side = scene.once(_codes)(url)
    filled = scene.once(
        _shell, page.lang
    ).fill(
        {
            "url": url,
            "embed": scene.links.absolute(embed_file(page.lang, GUIDE, page.subject)),
            "embed_title": escape(str(escape(page.title))),  # an attribute of what is shown as text
            "code": code,
            "side": side,
            "around": scene.once(_around, scene.portal.territories.line(page.subject)[:-1], page.lang),
        }
    )
    return Markup(filled.decode())  # noqa: S704 - filling escapes


def _codes(_: Scene) -> Callable[[str], tuple[bytes, bytes]]:
    """The picture of the code of an address, and its side in CSS pixels; kept, for the guide's other languages."""
    # What draws codes, for whoever shows some.
    from site_builder.qr.alike import CodesAlike  # noqa: PLC0415
    from site_builder.qr.code import PASSED_ON  # noqa: PLC0415

    codes = CodesAlike(PASSED_ON)

    def shown(url: str) -> tuple[bytes, bytes]:
        picture = codes.picture(url)
        return picture.data_url.encode(), str(DOT * picture.side).encode()

    return cache(shown)


def _shell(scene: Scene, lang: Lang) -> Shell:
    def render(slots: Mapping[str, str]) -> str:
        frame = Markup(str(frame_of(slots["embed"], slots["embed_title"])).replace("<", "&lt;"))  # noqa: S704 - as text
        return scene.template("fragments/short_kit.html", lang, frame=frame, **slots)

    return Shell.of(render, slots=SLOTS, required=SLOTS)


def _around(scene: Scene, above: tuple[str, ...], lang: Lang) -> Markup:
    """The way to the kit of the nearest territory that has one."""
    for code in reversed(above):
        kit = scene.site.get(kit_key(guide_key(code)), lang)
        if kit:
            said = scene.words[lang].t("kit.around", name=scene.portal.names.get(code, lang).short)
            return Markup('<p><a class=more href="{}">{}</a></p>').format(scene.links.to(kit), said)
    return Markup("")
