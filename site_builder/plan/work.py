"""The pages about work: where to live around a workplace, and work for the partner of whoever settles (F17)."""

from collections.abc import Iterator

from site_builder.model.page import Door
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import (
    PARTNER_WORK,
    PLACES,
    WORKPLACE,
    WORKPLACES,
    PagePlan,
    guide_key,
    partner_work_key,
    workplace_key,
)
from site_builder.plan.single import sole_page
from site_builder.resolve.portal import Portal


def workplaces(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The page where a reader says where they work, then one for each larger town and each seat.

    None where nobody knows where any two places are.
    """
    if len(_placed(draft.portal)) < 2:
        return
    path, forms = _workplaces_path(draft, lang), draft.root(lang).forms
    yield sole_page(draft, lang, WORKPLACES, path, door=Door.WELCOME, section=PLACES, parent=PLACES, **forms)
    for town in larger_towns(draft.portal):
        yield _workplace(draft, town, lang)


def larger_towns(portal: Portal) -> Iterator[Territory]:
    """Of the nearest level: those of enough inhabitants, and the seats of wider territories."""
    territories, least = portal.territories, portal.settings.workplace_population
    seats = {territory.seat for territory in territories}
    for territory in territories:
        large = (territory.population or 0) >= least
        if territories.is_nearest(territory) and (large or territory.code in seats):
            yield territory


def _placed(portal: Portal) -> frozenset[str]:
    """The places of the nearest level that have an outline, or whose contact has a position."""
    territories, known = portal.territories, {*portal.outlines, *portal.doors}
    return frozenset(t.code for t in territories if territories.is_nearest(t) and t.code in known)


def partner_work(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """Work for the partner, for every territory but those of the nearest level, which share their parent's.

    A portal of one level has them all; one whose guide.yml has no ``partner_work`` has none.
    """
    territories = draft.portal.territories
    if draft.portal.frame.partner_work is None:
        return
    for territory in territories:
        if territories.is_inside(territory):
            continue
        place = draft.place(territory.code, lang)
        folder = f"{draft.route('guide', lang)}{draft.portal.slugs[territory.code]}/"
        yield PagePlan(
            key=partner_work_key(territory.code),
            kind=PARTNER_WORK,
            lang=lang,
            path=f"{folder}{draft.say(lang, 'route.partner-work')}/",
            title=draft.say(lang, "partner_work.title", **place.forms),
            description=draft.say(lang, "partner_work.description", **place.forms),
            door=Door.WELCOME,
            section=PLACES,
            parent=guide_key(territory.code),
            subject=territory.code,
        )


def _workplace(draft: Draft, town: Territory, lang: Lang) -> PagePlan:
    place, distinction = draft.place(town.code, lang), draft.portal.names.distinction(town.code, lang)
    apart = f" ({distinction})" if distinction else ""
    title = draft.say(
        lang,
        "workplace.title",
        at=f"{place.at}{apart}",
        of=f"{place.of}{apart}",
        to=f"{place.to}{apart}",
        name=place.name if "(" in place.name else f"{place.name}{apart}",
    )
    return PagePlan(
        key=workplace_key(town.code),
        kind=WORKPLACE,
        lang=lang,
        path=f"{_workplaces_path(draft, lang)}{draft.portal.slugs[town.code]}/",
        title=title,
        description=draft.say(lang, "workplace.description", **place.forms),
        door=Door.WELCOME,
        section=PLACES,
        parent=WORKPLACES,
        subject=town.code,
    )


def _workplaces_path(draft: Draft, lang: Lang) -> str:
    """Below the guides, as the places that one may choose are."""
    return f"{draft.route('guide', lang)}{draft.say(lang, 'route.workplaces')}/"
