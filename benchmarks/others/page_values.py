"""A guide as plain values, as another generator's template prints it.

Names that end in ``_html`` are HTML, to be printed as they are: what may hold a raised letter or a part in another
language. All others are texts. Values that say nothing are left out.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from markupsafe import escape

from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.crumbs import crumb_title, crumbs_of
from site_builder.render.frame import fill_slots
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, language_name
from site_builder.render.views.guide.contact import AnswerView, ContactView
from site_builder.render.views.guide.directories import WelcomeGroupView
from site_builder.render.views.guide.facts import FactView
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.maps import MapView
from site_builder.render.views.welcome.directory_cards import QuoteView

Values = dict[str, Any]
KeyOf = Callable[[str, Hashable], str]
"""The key of what guides share: a fragment of the theme by its name, and the value that it prints."""

MADE_BY_US = ("canonical", "alternates", "robots", "card", "dated_script", "alerts", "json_ld", "invitation")
"""Slots of the shell that are handed in as HTML; a template makes the breadcrumbs and the language switch."""


def slot_values(scene: Scene, page: PagePlan) -> Values:
    """What fills the shell around a guide."""
    slots = fill_slots(scene, page, content=escape(""))
    titles = ((crumb, crumb_title(scene, crumb)) for crumb in crumbs_of(scene, page))
    others = (other for other in scene.site.versions(page.key) if other.lang != page.lang)
    return _said(
        title=slots["title"],
        description=slots["description"],
        address=slots["address"],
        kind=slots["kind"],
        crumbs=[{"title": title, "url": scene.links.to(crumb)} for crumb, title in titles],
        switcher=[
            {"lang": other.lang, "name": language_name(scene, other.lang), "url": scene.links.to(other)}
            for other in others
        ],
        **{f"{name}_html": str(slots[name]) for name in MADE_BY_US},
    )


def guide_values(scene: Scene, view: GuideView, lang: Lang, key_of: KeyOf) -> Values:
    """What theme/pages/guide.html prints, as another template is given it."""
    t, place, root = scene.words[lang].t, view.place, view.root
    called = view.contact.telephone if view.contact and not view.choose_url else ""
    return _said(
        h1_html=_html(view.title),
        h1_is_long=view.title_is_long,
        level_html=_html(view.level),
        paper=view.address,
        namesake=_link(view.namesake),
        map=_map(view.map),
        contact=_contact(scene, view.contact, lang),
        silent=view.silent,
        choose_url=view.choose_url,
        facts_title=t("guide.facts", name=place.short),
        facts=_facts(view.facts),
        facts_source_html=_html(view.facts_source),
        filter=key_of("filter", view.filter),
        sections=[
            {"id": each.id, "title_html": _html(each.title), "block": key_of("section", each)} for each in view.sections
        ],
        answers=[_answer(scene, answer, lang) for answer in view.answers],
        unrecorded=key_of("unrecorded", view.unrecorded),
        welcome=[_welcome(group) for group in view.welcome],
        directories=key_of("directories", view.directories),
        emergency=key_of("emergency", view.emergency),
        ways=[
            _said(
                title_html=_html(way.title),
                url=way.url,
                note_html=_html(way.note),
                style="choose" if way.main else "fl" if way.of_the_portal else "",
                audiences=" ".join(way.audiences),
            )
            for way in view.ways
        ],
        around=view.around,
        here_is_near=view.here.near,
        assets=_links(view.here.assets),
        all_assets=view.here.all_assets,
        people=_links(view.here.people),
        neighbours_title=t("guide.neighbours", at=root.at, name=root.short) if view.neighbours else "",
        neighbours=_links(view.neighbours),
        towns=[{"title": town.name, "url": town.url, "km": town.km} for town in view.towns],
        towns_note=t("guide.towns_note", at=root.at, name=root.short) if view.towns else "",
        bodies_beside=view.bodies_beside,
        organisations=[
            _said(
                name_html=_html(each.name),
                url=each.website,
                summary_html=_html(scene.glosses[lang, lang].said(each.summary)),
                note_html=_html(each.note),
            )
            for each in view.organisations
        ],
        children_title=t("guide.children", name=place.short, of=place.of, at=place.at) if view.children else "",
        children=[
            {"id": group.id, "title_html": _html(group.title), "places": _links(group.places)}
            for group in view.children
        ],
        call_title=t("guide.call", number=called) if called else "",
    )


def _said(**values: Any) -> Values:
    """The values that say something."""
    return {name: value for name, value in values.items() if value}


def _html(text: object) -> str:
    return str(escape(text))


def _link(link: LinkView | None) -> Values:
    if link is None:
        return {}
    return _said(
        title_html=_html(link.title),
        url=link.url,
        lang=link.lang,
        note_html=_html(link.note),
        audiences=" ".join(link.audiences),
    )


def _links(links: Iterable[LinkView]) -> list[Values]:
    return [_link(link) for link in links]


def _map(view: MapView | None) -> Values:
    if view is None:
        return {}
    return {"src": view.src, "alt": view.alt, "width": view.width, "height": view.height, "explore": view.explore}


def _facts(facts: Iterable[FactView]) -> list[Values]:
    """Facts that follow each other under one label are one, with several values."""
    grouped: list[Values] = []
    for fact in facts:
        label, value = _html(fact.label), _said(value_html=_html(fact.value), url=fact.url, note=fact.note)
        if grouped and grouped[-1]["label_html"] == label:
            grouped[-1]["values"].append(value)
        else:
            grouped.append({"label_html": label, "values": [value]})
    return grouped


def _contact(scene: Scene, view: ContactView | None, lang: Lang) -> Values:
    if view is None:
        return {}
    texts = ("id", "address", "wheelchair", "telephone", "telephone_href", "email", "website", "website_text")
    more = ("hours_lang", "hours_raw", "checked", "note")
    spoken = scene.words[lang].t("contact.languages", languages=view.languages) if view.languages else ""
    return _said(
        **{name: getattr(view, name) for name in (*texts, *more)},
        role_html=_html(view.role),
        name_html=_html(view.name),
        hours_html=[_html(line) for line in view.hours],
        source_html=_html(view.source),
        languages=spoken,
    )


def _answer(scene: Scene, answer: AnswerView, lang: Lang) -> Values:
    return _said(
        id=answer.id,
        title_html=_html(answer.title),
        text_html=_html(answer.text),
        links=_links(answer.links),
        contact=_contact(scene, answer.contact, lang),
    )


def _welcome(group: WelcomeGroupView) -> Values:
    return _said(
        title=group.title,
        links=_links(group.links),
        quotes=[_quote(quote) for quote in group.quotes],
        more=_link(group.more),
        follow=_links(group.follow),
    )


def _quote(quote: QuoteView) -> Values:
    return _said(
        id=quote.id,
        level=quote.level,
        title=quote.title,
        lang=quote.lang,
        body_html=str(quote.html),
        name=quote.name,
        who_html=_html(quote.who),
        note=quote.note,
        audiences=" ".join(quote.audiences),
    )
