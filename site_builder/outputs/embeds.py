"""Cards that other sites show in a frame: one file each, without a script, composed of what many of them share.

A card has its own style, and nothing of another file but an entry's print: partners' readers get a few kilobytes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.model.entry import Content, Entry
from site_builder.model.palette import Palette, shades
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.outputs.assets import module_text
from site_builder.plan.files import EMBED_LOADER
from site_builder.plan.pages import GONE, GUIDE
from site_builder.render.calendar_plans import EVENT, calendar_plans
from site_builder.render.cards import heading_of
from site_builder.render.embeds import OF_EVENTS, EmbedPlan
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell
from site_builder.render.terse import terse
from site_builder.render.views.common import vignette
from site_builder.render.views.welcome.days import event_first
from site_builder.resolve.inheritance import GuideKey

PAGE, LINKS = "embed.html", "fragments/embed_links.html"
SLOTS = ("base", "title", "above", "lead", "picture", "links")
REQUIRED = ("base", "title", "lead", "links")
INKS: Mapping[str, str] = MappingProxyType(
    {GUIDE: "ocean", OF_EVENTS: "ocean", "asset": "pine", "ambassador": "wine", GONE: "ink"}
)
"""The colour of each kind of card, as on the pages to which they lead."""
MOST_EVENTS = 5

Slots = Mapping[str, str | bytes]
EMPTY: Slots = MappingProxyType({"above": b"", "picture": b"", "links": b""})


def embed_files(scene: Scene, plans: Sequence[EmbedPlan]) -> Iterator[Output]:
    """A file for each of these."""
    if not plans:
        return
    composer = scene.once(_composer)
    for plan in plans:
        yield Output(plan.path, composer.card(plan), ())


def embed_loader(static_dirs: Sequence[Path]) -> Output:
    """The script that other sites may take. Its address never changes, so its bytes may. Raises ThemeFault."""
    return Output(EMBED_LOADER, module_text(static_dirs, "assets/js/embed").encode())


class EmbedLink(NamedTuple):
    """A link of a card; ``note``: what is said before it, ``lang``: of its title, where it is not the card's."""

    url: str
    title: Said
    note: Said = ""
    lang: Lang | None = None


@dataclass(frozen=True)
class _Composer:
    """Composes cards of what many share: ``sections`` of guides by their ``key``, and the places ``around``."""

    scene: Scene
    shell: Callable[[str, Lang], Shell]
    sections: Callable[[GuideKey, Lang], bytes]
    around: Callable[[tuple[str, ...], Lang], bytes]
    key: Callable[[str], GuideKey]

    def card(self, plan: EmbedPlan) -> bytes:
        page = plan.page
        shared: Slots = {  # what stands there several times is encoded once
            "base": escape(self.scene.links.to(page)).encode(),
            "title": escape(plan.title).encode(),
            "lead": page.description,
            **EMPTY,
        }
        return self.shell(GONE if page.kind == GONE else plan.kind, page.lang).fill({**shared, **self._own(plan)})

    def _own(self, plan: EmbedPlan) -> Slots:
        if plan.page.kind == GONE:
            return EMPTY
        if plan.kind == GUIDE:
            code, lang = plan.page.subject, plan.page.lang
            above = self.scene.portal.territories.chain(code)[:-1]
            return {"above": self.around(above, lang), "links": self.sections(self.key(code), lang)}
        return _of_events(self.scene, plan) if plan.kind == OF_EVENTS else _of_entry(self.scene, plan)


def _composer(scene: Scene) -> _Composer:
    """That of a process."""
    return _Composer(
        scene=scene,
        shell=cache(partial(_shell, scene)),
        sections=cache(partial(_sections, scene)),
        around=cache(partial(_around, scene)),
        key=cache(scene.portal.guides.key),
    )


def _shell(scene: Scene, kind: str, lang: Lang) -> Shell:
    """The cards of one kind in one language, without what is their own."""
    words, settings = scene.words[lang], scene.portal.settings
    values = {
        "lang": lang,
        "direction": settings.language(lang).direction,
        "light": _colours(settings.light, INKS[kind], dark=False),
        "dark": _colours(settings.dark, INKS[kind], dark=True),
        "go": words.t(f"embed.go.{kind}"),
        "site": words.said(settings.name),
        "origin": scene.links.origin,
        "served": scene.served,
    }
    template = scene.environment.get_template(PAGE)
    return Shell.of(lambda marks: template.render(**values, **marks), terse, slots=SLOTS, required=REQUIRED)


def _colours(palette: Palette, ink: str, *, dark: bool) -> str:
    known = {**palette.as_dict(), **shades(palette, dark=dark)}
    used = {"card": "card", "ink": "ink", "quiet": "quiet", "line": "line", "accent": ink}
    return ";".join(f"--{name}:{known[colour]}" for name, colour in used.items())


def _sections(scene: Scene, key: GuideKey, lang: Lang) -> bytes:
    """The parts of a guide: their addresses begin with that of the card's page, which is its base."""
    sections = (scene.portal.frame.section(each.id) for each in scene.portal.guides.of_key(key))
    words = scene.words[lang]
    return _links(scene, lang, [EmbedLink(f"#{each.id}", words.said(each.title)) for each in sections])


def _around(scene: Scene, codes: tuple[str, ...], lang: Lang) -> bytes:
    """Where a territory is, the nearest first."""
    return _above([scene.portal.names.get(code, lang).short for code in reversed(codes)]).encode()


def _of_entry(scene: Scene, plan: EmbedPlan) -> Slots:
    entry, lang = scene.portal.by_key[plan.page.key], plan.page.lang
    names, code = scene.portal.names, entry.reference.territory
    wide = code is None or code not in scene.portal.territories or code == scene.portal.settings.territory
    above = [heading_of(scene, entry, lang), "" if wide or code is None else names.get(code, lang).name]
    print_ = vignette(scene, entry)
    picture = Markup('<img src="{}" alt="" width="{}" height="{}">')
    shown = picture.format(print_.src, print_.width, print_.height) if print_ else Markup("")
    return {"above": _above(above), "picture": shown}


def _of_events(scene: Scene, plan: EmbedPlan) -> Slots:
    """The soonest events of a territory; all of them for the portal's own."""
    lang = plan.page.lang
    words, calendar = scene.words[lang], scene.once(calendar_plans).get(plan.name)
    events = calendar.events if calendar else scene.portal.entries.get(EVENT, ())
    soonest = sorted(events, key=lambda entry: entry.reference.order_key)[:MOST_EVENTS]
    return {
        "lead": "" if soonest else words.t("embed.no_events"),
        "links": _links(scene, lang, [_event(scene, entry, lang) for entry in soonest]),
    }


def _event(scene: Scene, entry: Entry[Content], lang: Lang) -> EmbedLink:
    version, written = entry.pick(lang)
    return EmbedLink(
        url=scene.url(entry.key, lang),
        title=version.title,
        note=event_first(scene, version, lang),
        lang=scene.words[lang].foreign(written),
    )


def _above(parts: Sequence[Said]) -> Markup:
    said = Markup(" · ").join(escape(part) for part in parts if part)
    return Markup('<p class="above">{}</p>').format(said) if said else Markup("")


def _links(scene: Scene, lang: Lang, links: Sequence[EmbedLink]) -> bytes:
    return terse(scene.template(LINKS, lang, links=links)).encode() if links else b""
