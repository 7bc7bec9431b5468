"""Who and what welcomes newcomers, on paper: what the guide leads to in its part of that name, told where one reads it.

Paper is handed over for months: what is cancelled is not printed, nor anybody who did not agree to be in print.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from site_builder.language.typography import typographic_apostrophes
from site_builder.model.consent import Scope
from site_builder.model.entry import Content, Entry
from site_builder.model.event import Event
from site_builder.model.house import House
from site_builder.model.perk import Perk
from site_builder.model.testimonial import Testimonial
from site_builder.model.values import Localized
from site_builder.model.welcoming import Welcoming
from site_builder.paper.contacts import paper_contact
from site_builder.paper.edition import Code, PaperContact, Welcome, WelcomeGroup, WelcomeItem, WelcomeLine
from site_builder.paper.ends import until_in_words
from site_builder.paper.manuscript import Manuscript
from site_builder.render.said import joined
from site_builder.render.views.common import place_short
from site_builder.render.views.guide.contact import contact_view
from site_builder.render.views.guide.directories import WELCOME_KINDS, shown_entries
from site_builder.render.views.welcome.directory_cards import quotes, said_first
from site_builder.render.views.welcome.occasions import registration_ways

SECTION = "welcome"
"""The part of the guide's page, as its address names it (theme/pages/guide.html)."""


def welcome(copy: Manuscript) -> Welcome | None:
    """What the directories hold for the territory; None where that is nothing."""
    groups = tuple(group for group in (_group(copy, kind) for kind in WELCOME_KINDS) if group.items)
    if not groups:
        return None
    address = copy.address(SECTION)
    return Welcome(
        title=str(copy.words.say("welcome.title")),
        groups=groups,
        qr=Code(url=address, colour=copy.scene.portal.settings.light.ink) if address else None,
    )


def _group(copy: Manuscript, kind: str) -> WelcomeGroup:
    concerned = copy.press.shared.welcome.of(copy.scene, kind, copy.code)
    chosen = shown_entries(kind, tuple(entry for entry in concerned if _goes_on_paper(entry.reference)))
    tell = TOLD.get(kind, _item)
    return WelcomeGroup(
        kind=kind,
        title=copy.words.t(f"menu.{kind}"),
        items=tuple(_dated(copy, entry, tell(copy, entry)) for entry in chosen),
    )


def _dated(copy: Manuscript, entry: Entry[Content], item: WelcomeItem) -> WelcomeItem:
    until = until_in_words(copy, entry)
    return replace(item, lines=(*item.lines, WelcomeLine(label="", text=until))) if until else item


def _goes_on_paper(version: Content) -> bool:
    if isinstance(version, Testimonial):
        return Scope.PRINT in version.consent.scope
    return not (isinstance(version, Event) and version.cancelled)


def _item(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    """What all kinds have. Where it is comes last in ``first``, as in the guide's own list."""
    version, lang = entry.pick(copy.lang)
    place = place_short(copy.scene, version.territory, copy.lang) if version.territory != copy.code else ""
    return WelcomeItem(
        id=entry.id,
        title=version.title,
        lang=copy.words.foreign(lang),
        first=joined((said_first(copy.scene, entry, copy.lang), place), " · "),
        text=version.summary or "",
    )


def _perk(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    conditions, points_lang = entry.pick_field("conditions", copy.lang)
    told, how_lang = entry.pick_field("how", copy.lang)
    assert isinstance(conditions, Perk)
    assert isinstance(told, Perk)
    words = copy.words
    return replace(
        _item(copy, entry),
        points_title=words.t("perk.conditions"),
        points=conditions.conditions,
        points_lang=words.foreign(points_lang),
        lines=(
            WelcomeLine(
                label=words.t("perk.how"),
                text=told.how,
                lang=words.foreign(how_lang),
            ),
            WelcomeLine(label=words.t("perk.offered_by"), text=told.offered_by),
            *_website(copy, told),
        ),
    )


def _event(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    version, _ = entry.pick(copy.lang)
    assert isinstance(version, Event)
    return replace(_item(copy, entry), lines=tuple(_event_lines(copy, version)))


def _event_lines(copy: Manuscript, version: Event) -> Iterator[WelcomeLine]:
    words = copy.words
    if version.place:
        yield WelcomeLine(label=words.t("event.place"), text=typographic_apostrophes(version.place))
    if version.organiser:
        yield WelcomeLine(label=words.t("event.organiser"), text=version.organiser)
    for number, way in enumerate(registration_ways(copy.scene, version.registration)):
        label = "" if number else words.t("event.registration")
        yield WelcomeLine(label=label, text=str(way.title), url=way.url)
    if version.languages:
        spoken = words.list([words.language(code) for code in version.languages])
        yield WelcomeLine(label=words.t("event.languages"), text=spoken)
    yield from _website(copy, version)


def _website(copy: Manuscript, version: Content) -> Iterator[WelcomeLine]:
    if version.website:
        yield WelcomeLine(label=copy.words.t("entry.website"), text=version.website, url=version.website)


def _house(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    offering, lang = entry.pick_field("offers", copy.lang)
    assert isinstance(offering, House)
    return replace(
        _received(copy, entry),
        points_title=copy.words.t("house.offers") if offering.offers else "",
        points=offering.offers,
        points_lang=copy.words.foreign(lang),
    )


def _relay(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    item = _received(copy, entry)
    if item.contact is None:
        return item
    return replace(item, contact=replace(item.contact, languages=""))  # what is said first names them


def _received(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    """A body with a door to knock at; where it publishes none, that is said."""
    version, _ = entry.pick(copy.lang)
    assert isinstance(version, Welcoming)
    contact = _contact(copy, version)
    unpublished = WelcomeLine(label="", text=copy.words.t("welcoming.unpublished"))
    return replace(_item(copy, entry), contact=contact, lines=() if contact else (unpublished,))


def _contact(copy: Manuscript, version: Welcoming) -> PaperContact | None:
    known = (version.address, version.telephone, version.email, version.website, version.opening_hours)
    if not any(known):
        return None
    name = Localized({copy.lang: version.title})
    return replace(paper_contact(copy, contact_view(copy.scene, version.contact(name), copy.lang)), name="", lang=None)


def _quote(copy: Manuscript, entry: Entry[Content]) -> WelcomeItem:
    (told,) = quotes(copy.scene, entry.kind, (entry,), copy.lang)
    return replace(
        _item(copy, entry), first=joined((told.name, told.who), " · "), text="", body=copy.tree(str(told.html))
    )


TOLD: Mapping[str, Callable[[Manuscript, Entry[Content]], WelcomeItem]] = {
    "house": _house,
    "perk": _perk,
    "event": _event,
    "relay": _relay,
    "testimonial": _quote,
}
"""How each kind is told that has more to tell than its title, its summary and its place."""


def text_of(item: WelcomeItem) -> str:
    """All that is printed of an item beside its title and its body."""
    of_lines = [f"{line.label} {line.text}" for line in item.lines]
    contact = item.contact
    reached = text_of_contact(contact) if contact else ""
    return " ".join((str(item.first), item.text, item.points_title, *item.points, *of_lines, reached))


def text_of_contact(contact: PaperContact) -> str:
    """All that is printed of a contact."""
    named = (str(contact.title), contact.name, contact.address, contact.telephone, contact.email, contact.website)
    return " ".join((*named, *contact.hours, contact.languages, str(contact.note), str(contact.source)))
