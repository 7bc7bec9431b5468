"""Everything around a page's content: the shells, and the strings that fill their slots."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import SimpleNamespace

from markupsafe import Markup, escape

from site_builder.made_often import made_often
from site_builder.model.values import Lang
from site_builder.plan.pages import HOME, NOT_FOUND, PagePlan
from site_builder.render.cards import card_tags
from site_builder.render.crumbs import crumb_title, crumbs_of
from site_builder.render.embeds import oembed_link
from site_builder.render.feedback import invitation
from site_builder.render.feeds import event_feed_links
from site_builder.render.kits import way_to_kit
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell, SlotFault
from site_builder.render.short_kit import short_kit
from site_builder.render.structured_data import json_ld
from site_builder.render.terse import terse
from site_builder.render.views.alerts import alerts
from site_builder.render.views.common import LinkView, language_name
from site_builder.render.views.dated import dated_script
from site_builder.render.views.frame import site_view
from site_builder.tally import SHELL

ShellKey = tuple[Lang, str, str]
SWITCHER = "fragments/switcher.html"


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchView:
    """A language to switch to; ``note`` when it leads to the nearest page above."""

    code: str
    name: str
    url: str
    current: bool
    note: str


def shell_key(page: PagePlan) -> ShellKey:
    """Pages with the same key share a shell."""
    return (page.lang, page.door.value, page.section)


def render_shells(scene: Scene) -> Mapping[ShellKey, Shell]:
    """One shell for each language, door and menu section that some page has."""
    samples: dict[ShellKey, PagePlan] = {}
    for page in scene.site:
        samples.setdefault(shell_key(page), page)
    return {
        key: Shell.of(lambda slots, page=page: render_whole(scene, page, slots), terse)  # type: ignore[misc]
        for key, page in samples.items()
    }


def render_whole(scene: Scene, page: PagePlan, slots: Mapping[str, str | bytes]) -> str:
    """The shell's template with ``slots`` in their places: what a filled shell must be equal to."""
    model = SimpleNamespace(
        **slots,
        lang=page.lang,
        direction=scene.portal.settings.language(page.lang).direction,
        door=page.door.value,
        section=page.section,
    )
    template = scene.environment.get_template(SHELL)
    scene.tally[SHELL] += 1
    return template.render(page=model, site=site_view(scene, page), t=scene.words[page.lang].t)


def fill_slots(scene: Scene, page: PagePlan, content: Markup | bytes) -> dict[str, str | bytes]:
    """What one page puts into its shell."""
    return {
        "title": _document_title(scene, page),
        "description": page.description,
        "canonical": _canonical(scene, page),
        "alternates": scene.once(_alternates, page.key),
        "robots": Markup("") if page.is_indexed else Markup('<meta name="robots" content="noindex">'),
        "card": _joined(card_tags(scene, page), oembed_link(scene, page), event_feed_links(scene, page)),
        "dated_script": dated_script(scene, page, content),
        "alerts": alerts(scene, page),
        "breadcrumbs": _breadcrumbs(scene, page),
        "switcher": _switcher(scene, page),
        "content": content,
        "invitation": _joined(invitation(scene, page), way_to_kit(scene, page), short_kit(scene, page)),
        "address": scene.links.absolute(page.path) if scene.links.origin else "",
        "json_ld": Markup("") if page.key == NOT_FOUND else json_ld(scene, page),
        "kind": page.kind,
    }


def _joined(*parts: Markup) -> Markup:
    """All of them: a sum of ``Markup`` looks at each part again."""
    return Markup("".join(parts))  # noqa: S704 - safe before


def _document_title(scene: Scene, page: PagePlan) -> str:
    words, settings = scene.words[page.lang], scene.portal.settings
    name = str(words.said(settings.name))
    if page.key == HOME:
        return f"{name} – {words.said(settings.tagline)}"
    return page.title if page.title.endswith(name) else f"{page.title} – {name}"


def _canonical(scene: Scene, page: PagePlan) -> Markup:
    """Nothing without the site's address, and for the page that is shown at any address where there is none."""
    if not scene.links.origin or page.key == NOT_FOUND:
        return Markup("")
    return Markup(f'<link rel=canonical href="{escape(scene.links.absolute(page.path))}">')  # noqa: S704 - escaped


def _alternates(scene: Scene, key: str) -> Markup:
    if not scene.links.origin:
        return Markup("")
    versions = ((escape(lang), escape(scene.links.absolute(path))) for lang, path in scene.site.alternates(key))
    lines = (f'<link rel=alternate hreflang={lang} href="{address}">' for lang, address in versions)
    return Markup("\n".join(lines))  # noqa: S704 - escaped above


def _breadcrumbs(scene: Scene, page: PagePlan) -> Markup:
    keys = tuple(crumb.key for crumb in crumbs_of(scene, page))
    return scene.once(_breadcrumbs_to, keys, page.lang) if keys else Markup("")


def _breadcrumbs_to(scene: Scene, keys: tuple[str, ...], lang: Lang) -> Markup:
    crumbs = tuple(
        LinkView(
            title=crumb_title(scene, crumb),
            url=scene.links.to(crumb),
            lang=scene.words[lang].foreign(crumb.lang),
        )
        for crumb in (scene.page(key, lang) for key in keys)
        if crumb
    )
    return scene.fragment("fragments/breadcrumbs.html", lang, crumbs=crumbs)


def _switcher(scene: Scene, page: PagePlan) -> Markup:
    if len(scene.portal.languages) < 2 or page.key == NOT_FOUND:  # that page is in every language already
        return Markup("")
    switches = tuple(_switch(scene, page, lang) for lang in scene.portal.languages)
    shell = scene.once(_switcher_shell, page.lang, tuple((each.code, each.note, each.url != "") for each in switches))
    if shell:
        filled = shell.fill({each.code: each.url for each in switches})
        return Markup(filled.decode())  # noqa: S704 - filling escapes
    return scene.template(SWITCHER, page.lang, languages=switches)


def _switcher_shell(scene: Scene, lang: Lang, switches: tuple[tuple[Lang, str, bool], ...]) -> Shell | None:
    """The switchers that differ in their addresses alone; None where the theme does more than print these.

    ``switches``: code and note of each language, and whether it leads anywhere.
    """

    def render(addresses: Mapping[str, str]) -> str:
        languages = [
            SwitchView(
                code=code,
                name=language_name(scene, code),
                url=addresses.get(code, ""),
                current=code == lang,
                note=note,
            )
            for code, note, _ in switches
        ]
        return scene.template(SWITCHER, lang, languages=languages)

    with suppress(SlotFault):
        return Shell.of(render, slots=tuple(code for code, _, leads in switches if leads), required=())
    return None


def _switch(scene: Scene, page: PagePlan, lang: Lang) -> SwitchView:
    """The same page in ``lang`` or, said so in that language, its nearest parent that is translated."""
    target = scene.site.nearest(page.key, lang)
    words = scene.words[lang]
    elsewhere = target is not None and target.key != page.key
    note = words.t("switcher.parent", title=target.title) if target and elsewhere else ""
    return SwitchView(
        code=lang,
        name=language_name(scene, lang),
        url=scene.links.to(target) if target else "",
        current=lang == page.lang,
        note=note,
    )
