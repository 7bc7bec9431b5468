"""What directories show of an entry, on their pages and in guides: a card or a link, or somebody's own words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.relay import Relay
from site_builder.model.testimonial import Testimonial
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import list_key
from site_builder.render.prose import deepened
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import CardView, LinkView, audience_slugs, card, language_note, place_short
from site_builder.render.views.welcome.days import event_first, perk_first


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Somebody's own words. ``lang`` and ``note`` are set when they are not in the page's language.

    ``level`` is that of the heading that its title is.
    """

    id: str
    title: str
    level: int
    html: Markup
    lang: Lang | None
    note: str
    name: str
    who: Said
    audiences: tuple[str, ...]
    """Slugs of those it is for, as for links."""
    until: str
    """As for links."""


def directory_card(scene: Scene, entry: Entry[Content], lang: Lang) -> CardView:
    """The card of ``entry``, with what its kind says first."""
    said = said_first(scene, entry, lang)
    kicker = scene.words[lang].raised(said) if isinstance(said, str) else said
    return replace(card(scene, entry, lang), kicker=kicker)


def directory_link(scene: Scene, entry: Entry[Content], lang: Lang, code: str) -> LinkView:
    """The link to ``entry`` in the guide of ``code``: what its kind says first, then where and in which language."""
    version, version_lang = entry.pick(lang)
    place = scene.portal.names.get(version.territory, lang).short if version.territory not in {None, code} else ""
    tongue = language_note(scene, version_lang, lang)
    return LinkView(
        title=version.title,
        url=scene.url(entry.key, lang),
        lang=scene.words[lang].foreign(version_lang),
        note=scene.words[lang].raised(str(joined((said_first(scene, entry, lang), place, tongue), " · "))),
        audiences=audience_slugs(scene, version.audiences),
        until=scene.until(entry),
    )


def said_first(scene: Scene, entry: Entry[Content], lang: Lang) -> Said:
    """What readers want to know before the title, if its kind has such a thing."""
    say = SAID_FIRST.get(entry.kind)
    return say(scene, entry.pick(lang)[0], lang) if say else ""


def quotes(
    scene: Scene, kind: str, entries: tuple[Entry[Content], ...], lang: Lang, level: int = 3
) -> tuple[QuoteView, ...]:
    """The entries of a kind that is told in people's own words; none of another kind."""
    return tuple(_quote(scene, entry, lang, level) for entry in entries) if kind == "testimonial" else ()


def _quote(scene: Scene, entry: Entry[Content], lang: Lang, level: int) -> QuoteView:
    version, version_lang = entry.pick(lang)
    assert isinstance(version, Testimonial)
    words = scene.words[lang]
    foreign = words.foreign(version_lang)
    before = words.shown(Text(text=version.from_place, lang=version_lang)) if version.from_place else ""
    who = (
        place_short(scene, version.territory, lang),
        words.t("testimonial.arrived", year=version.arrived) if version.arrived else "",
        words.say("testimonial.before", place=before) if before else "",
    )
    return QuoteView(
        id=version.id,
        title=version.title,
        level=level,
        html=Markup(deepened(scene.html(entry, lang).body, level - BY_KIND[entry.kind].title_level)),  # noqa: S704 - clean
        lang=foreign,
        note=language_note(scene, version_lang, lang),
        name=version.display_name,
        who=joined(who, " · "),
        audiences=audience_slugs(scene, version.audiences),
        until=scene.until(entry),
    )


def recorded(scene: Scene, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``kinds`` that have an entry: an empty directory would send readers nowhere."""
    return tuple(kind for kind in kinds if scene.portal.entries.get(kind))


def directory_links(scene: Scene, kinds: tuple[str, ...], lang: Lang) -> tuple[LinkView, ...]:
    """The directories of ``kinds``, under their short names."""
    words = scene.words[lang]
    return tuple(LinkView(title=words.say(f"menu.{kind}"), url=scene.url(list_key(kind), lang)) for kind in kinds)


def _relay(scene: Scene, version: Content, lang: Lang) -> Said:
    """``Université · anglais, espagnol``."""
    assert isinstance(version, Relay)
    words = scene.words[lang]
    spoken = words.list([words.language(code) for code in version.languages])
    return joined((words.t(f"relay.kind.{version.kind.value}"), spoken), " · ")


SAID_FIRST: Mapping[str, Callable[[Scene, Content, Lang], Said]] = {
    "perk": perk_first,
    "event": event_first,
    "relay": _relay,
}
"""What a kind says before the title of an entry."""
