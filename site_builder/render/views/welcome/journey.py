"""The steps of an arrival: what to do, by when, with which papers, whom to see (F12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from site_builder.language.locales import locale_of
from site_builder.model.step import Stage
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import PagePlan, guide_key, journey_key, partner_work_key
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, audience_slugs
from site_builder.render.views.guide.contact import ContactView, main_contact, role_anchor, towns_of_contact
from site_builder.render.views.guide.readers import FilterView
from site_builder.render.views.shared import Shared
from site_builder.resolve.journeys import StepEntry

MONTH, FEWEST_MONTHS = 30, 2
"""Days that are said as a month, and whole months before the arrival from which they are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of the territory's guide, by its anchor there."""

    title: Said
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StepView:
    """One step, the same in all territories whose guides hold the same block for it.

    ``day`` counts from the arrival; ``when`` says it in words; ``lang`` when it is not the page's.

    ``documents_lang`` when a translation leaves them out: then they are the reference file's; ``audiences``: slugs of
    those it is for, all when empty; ``for_whom`` says these in their own words; ``until``: from when it is no longer
    shown, empty where it stays.
    """

    id: str
    title: str
    lang: Lang | None
    day: int
    when: str
    html: Markup
    documents: tuple[str, ...]
    documents_lang: Lang | None
    here: tuple[PartView, ...]
    """Whom to see, the block that says more."""
    website: LinkView | None
    audiences: tuple[str, ...]
    for_whom: Said
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """The steps of one stage; a stage without any is left out."""

    id: str
    title: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalView:
    """What the device needs to know to keep dates and steps.

    ``locale``: a BCP 47 tag with its region: English dates are British ones; ``base``: the path of the portal's root,
    for which they are kept.
    """

    locale: str
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyView:
    """What pages/journey.html prints."""

    title: str
    summary: str
    contact: ContactView | None
    towns: str
    """Where the contact is a town's, the slugs of the places whose readers it is for."""
    nearer_url: str
    """Where the reader of a wider territory's page chooses their own place; empty on that of one."""
    stages: tuple[StageView, ...]
    steps_for: FilterView
    """The audiences whose steps alone may be shown."""
    guide: LinkView
    partner_work_url: str
    """Empty where the territory has no such page."""
    arrival: ArrivalView
    script: str


def journey(scene: Scene, shared: Shared, page: PagePlan) -> JourneyView:
    """The steps of whoever settles in the page's territory."""
    words = scene.words[page.lang]
    place = scene.portal.names.get(page.subject, page.lang)
    steps = scene.portal.journeys.steps(page.subject)
    guide_url = scene.url(guide_key(page.subject), page.lang)
    return JourneyView(
        title=page.title,
        summary=words.t("journey.summary", n=len(steps)),
        contact=main_contact(scene, page.subject, page.lang),
        towns=towns_of_contact(scene, page.subject),
        nearer_url=nearer_url(scene, page.subject, page.lang),
        stages=_stages(scene, page.subject, steps, page.lang),
        steps_for=shared.filter[page.lang],
        guide=LinkView(title=words.t("guide.title", **place.forms), url=guide_url),
        partner_work_url=scene.url(partner_work_key(page.subject), page.lang),
        arrival=ArrivalView(
            locale=str(locale_of(page.lang, reference=scene.portal.reference_lang)).replace("_", "-"),
            base=scene.links.base_path,
        ),
        script=scene.links.file(scene.assets["journey"]),
    )


def nearer_url(scene: Scene, code: str, lang: Lang) -> str:
    """Where the reader of a wider territory's page chooses their own place, whose contact is nearer.

    The places of the portal's own territory are too many for its guide: that one's first contact leads to them.
    """
    territories = scene.portal.territories
    if territories.is_nearest(territories[code]):
        return ""
    listed = territories[code].parents and territories.members(code)
    return scene.url(guide_key(code), lang, f"level-{territories.nearest_level}" if listed else "contact")


def journey_link(scene: Scene, code: str, lang: Lang) -> str:
    """The address of the steps for a territory: its own page, or that of its nearest parent that has one.

    A place of the nearest level is named in the address, so that the page's links lead to its own guide.
    """
    for ancestor in reversed(scene.portal.territories.line(code)):
        page = scene.page(journey_key(ancestor), lang)
        if page and (ancestor == code or scene.portal.journeys.shared(code, ancestor)):
            query = "" if ancestor == code else f"?{PLACE_PARAMETER}={scene.portal.slugs[code]}"
            return f"{scene.links.to(page)}{query}"
    return ""


PLACE_PARAMETER = "lieu"
"""What of an address names the reader's own commune on its parent's page of steps; ``portail.js`` reads it."""


def _stages(scene: Scene, code: str, steps: tuple[StepEntry, ...], lang: Lang) -> tuple[StageView, ...]:
    words = scene.words[lang]
    found = []
    for stage in Stage:
        own = tuple(step_view(scene, code, step, lang) for step in steps if step.reference.stage is stage)
        if own:
            found.append(StageView(id=stage.value, title=words.t(f"journey.stage.{stage.value}"), steps=own))
    return tuple(found)


def step_view(scene: Scene, code: str, entry: StepEntry, lang: Lang) -> StepView:
    """A step in a territory."""
    block = entry.reference.block
    return scene.once(_step, entry, scene.portal.guides.anchor(code, block) if block else None, lang)


def _step(scene: Scene, entry: StepEntry, block: str | None, lang: Lang) -> StepView:
    """``block``: the id of the one that stands in the territory's guide for the step's."""
    version, version_lang = entry.pick(lang)
    papers, papers_lang = entry.pick_field("documents", lang)
    return StepView(
        id=entry.id,
        title=version.title,
        lang=scene.words[lang].foreign(version_lang),
        day=version.day,
        when=when(scene, version.day, lang),
        html=scene.html(entry, lang).body,
        documents=papers.documents,
        documents_lang=scene.words[lang].foreign(papers_lang),
        here=tuple(_here(scene, entry.reference.role, block, lang)),
        website=_website(scene, version.website, lang),
        audiences=audience_slugs(scene, entry.reference.audiences),
        for_whom=_for_whom(scene, entry.reference.audiences, lang),
        until=scene.until(entry),
    )


def _for_whom(scene: Scene, ids: tuple[str, ...], lang: Lang) -> Said:
    """The audiences of these ids in their own words; empty for everyone."""
    words = scene.words[lang]
    named = (words.said(each.title) for each in scene.portal.frame.audiences if each.id in ids)
    titles = [words.say("journey.audience", audience=title) for title in named]
    return words.say("journey.for", audiences=words.listed(titles)) if titles else ""


def when(scene: Scene, day: int, lang: Lang) -> str:
    """When to have done what is for ``day``, counted from the arrival."""
    words = scene.words[lang]
    if day == 0:
        return words.t("journey.when.arrival")
    if day <= -FEWEST_MONTHS * MONTH and day % MONTH == 0:
        return words.t("journey.when.months_before", n=-day // MONTH)
    return words.t("journey.when.before" if day < 0 else "journey.when.after", n=abs(day))


def _here(scene: Scene, role_id: str | None, block_id: str | None, lang: Lang) -> Iterator[PartView]:
    words, role = scene.words[lang], scene.portal.directory.roles.get(role_id or "")
    if role:
        yield PartView(title=words.say("journey.who", role=words.said(role.title)), anchor=role_anchor(role.id))
    if block_id:
        block, written = scene.portal.by_key[f"block:{block_id}"].pick(lang)
        title = words.say("journey.more", title=words.shown(Text(text=block.title, lang=written)))
        yield PartView(title=title, anchor=block_id)


def _website(scene: Scene, website: str | None, lang: Lang) -> LinkView | None:
    if website is None:
        return None
    domain = urlsplit(website).netloc.removeprefix("www.")
    return LinkView(title=scene.words[lang].t("journey.website", domain=domain), url=website)
