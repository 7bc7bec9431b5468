"""The pages of places: the list of all, a guide for each; of the wider ones, a portrait and the steps of arrival."""

from collections.abc import Iterator

from site_builder.model.page import Door
from site_builder.model.territory import Territory
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import (
    GUIDE,
    JOURNEY,
    PLACES,
    PORTRAIT,
    PagePlan,
    guide_key,
    journey_key,
    portrait_key,
)
from site_builder.plan.single import sole_page
from site_builder.resolve.touching import touching


def places(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The page where a reader says where they move to."""
    yield sole_page(draft, lang, PLACES, draft.route("guide", lang), door=Door.WELCOME, **draft.root(lang).forms)


def guides(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The guide of every territory."""
    folder = draft.route("guide", lang)
    territories, names, slugs = draft.portal.territories, draft.portal.names, draft.portal.slugs
    for territory in territories:
        forms = names.get(territory.code, lang).forms
        title = draft.say(lang, "guide.title", **forms)
        distinction = names.distinction(territory.code, lang)
        above = territories.chain(territory.code)[:-1]
        yield PagePlan(
            key=guide_key(territory.code),
            kind=GUIDE,
            lang=lang,
            path=f"{folder}{slugs[territory.code]}/",
            title=f"{title} ({distinction})" if distinction else title,
            description=draft.say(lang, "guide.description", **forms),
            door=Door.WELCOME,
            section=PLACES,
            parent=guide_key(above[-1]) if above else PLACES,
            subject=territory.code,
        )


def journeys(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The steps of an arrival, for every territory but those of the nearest level, which share their parent's.

    One of these has its own page all the same when it writes steps of its own, or when no parent's are its own (that
    of an intercommunality over two départements may be of the other one); a portal of one level has them all.
    """
    territories, written = draft.portal.territories, draft.portal.journeys
    for territory in territories:
        shares_steps = territories.is_inside(territory) and written.follow(territory.code)
        if shares_steps or not written.steps(territory.code):
            continue
        place = draft.place(territory.code, lang)
        yield PagePlan(
            key=journey_key(territory.code),
            kind=JOURNEY,
            lang=lang,
            path=f"{_guide_path(draft, territory, lang)}{draft.say(lang, 'route.journey')}/",
            title=draft.say(lang, "journey.title", **place.forms),
            description=draft.say(lang, "journey.description", **place.forms),
            door=Door.WELCOME,
            section=PLACES,
            parent=guide_key(territory.code),
            subject=territory.code,
        )


def portraits(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The portrait of every territory that others lie in (F17); a place of the nearest level has facts in its guide."""
    territories = draft.portal.territories
    near = touching(territories, draft.portal.neighbours)
    for territory in territories:
        if not territories.members(territory.code):
            continue
        place = draft.place(territory.code, lang)
        description = "portrait.description" if territory.code in near else "portrait.description_alone"
        title = draft.say(lang, "portrait.title", **place.forms)
        distinction = draft.portal.names.distinction(territory.code, lang)
        yield PagePlan(
            key=portrait_key(territory.code),
            kind=PORTRAIT,
            lang=lang,
            path=f"{_guide_path(draft, territory, lang)}{draft.say(lang, 'route.portrait')}/",
            title=f"{title} ({distinction})" if distinction else title,
            description=draft.say(lang, description, **place.forms),
            door=Door.WELCOME,
            section=PLACES,
            parent=guide_key(territory.code),
            subject=territory.code,
        )


def _guide_path(draft: Draft, territory: Territory, lang: Lang) -> str:
    return f"{draft.route('guide', lang)}{draft.portal.slugs[territory.code]}/"
