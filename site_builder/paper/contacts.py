"""Whom to reach, on paper: the first contact, who else answers, a short directory, where to ask for the rest."""

from collections.abc import Iterator
from dataclasses import replace

from site_builder.language.typography import NO_BREAK_SPACE
from site_builder.model.contact import Contact
from site_builder.paper.edition import Code, DirectoryLine, Number, PaperContact, Unrecorded
from site_builder.paper.manuscript import Manuscript
from site_builder.plan.pages import PLACES
from site_builder.render.said import Said, joined, language_of
from site_builder.render.views.guide.contact import ContactView, contact_source, contact_view, is_of_a_town

MOST_CONTACTS = 6
"""Contacts with their hours: one page of them."""
MOST_LINES = 60
"""Lines of the directory: two thirds of a page. A wider territory's would be a book."""


def first_contact(copy: Manuscript) -> PaperContact | None:
    """Who stands on top of the guide."""
    view = copy.guide.contact
    return paper_contact(copy, view, title=view.role) if view else None


def contact_of_town(copy: Manuscript) -> PaperContact | None:
    """The first contact under the town that it is of, where it is that of one town of the territory alone."""
    view = copy.guide.contact
    if view is None or not is_of_a_town(copy.scene, copy.code):
        return None
    return paper_contact(copy, replace(view, note=""), title=joined((view.role, view.note), " · "))


def own_places(copy: Manuscript) -> Code | None:
    """Where the readers of such a territory find their own place; None just above places: the town is near."""
    territories = copy.scene.portal.territories
    address = _address_of_places(copy)
    wide = territories[copy.code].level not in territories.levels[-2:]
    if not (wide and address and is_of_a_town(copy.scene, copy.code)):
        return None
    return Code(url=address, colour=copy.scene.portal.settings.light.ink)


def _address_of_places(copy: Manuscript) -> str:
    """The list of the places inside, on the guide; the finder where they are too many for it."""
    page, links = copy.scene.site.get(PLACES, copy.lang), copy.scene.links
    if copy.guide.choose_url.startswith("#"):
        return copy.address(copy.guide.choose_url.removeprefix("#"))
    return links.absolute(page.path) if page and links.origin else ""


def paper_contact(copy: Manuscript, view: ContactView, title: Said = "", note: Said = "") -> PaperContact:
    """A contact as the screen shows it, less what one can only click."""
    words = copy.words
    notes = (note, view.note, view.wheelchair, view.checked)
    unclear = words.t("contact.hours_unclear") if view.hours_raw else ""
    return PaperContact(
        title=title,
        name=str(view.name),
        lang=language_of(view.name),
        address=view.address,
        telephone=view.telephone,
        email=view.email,
        website=view.website,
        hours=tuple(str(line) for line in view.hours) or ((unclear,) if unclear else ()),
        hours_lang=view.hours_lang,
        languages=view.languages,
        note=joined(notes),
        source=view.source,
    )


def contacts(copy: Manuscript) -> tuple[PaperContact, ...]:
    """Who answers for the other roles, or was checked absent."""
    return tuple(_answered(copy))


def places(copy: Manuscript, most: int) -> tuple[PaperContact, ...]:
    """The largest of the places inside. A source that they all share is said once, after them (`contacts_source`)."""
    return tuple(_of_places(copy))[: max(0, most)]


def _answered(copy: Manuscript) -> Iterator[PaperContact]:
    for answer in copy.guide.answers:
        if answer.contact:
            yield paper_contact(copy, answer.contact, title=answer.title, note=answer.text)
        else:
            listed = (link.title for link in answer.links)  # what to reach them by is in the part that welcomes
            yield PaperContact(title=answer.title, note=answer.text or joined(listed, " · "))


def _of_places(copy: Manuscript) -> Iterator[PaperContact]:
    shown, shared = copy.guide.contact, len(_sources(copy)) == 1
    for contact in _largest(copy):
        view = paper_contact(copy, contact_view(copy.scene, contact, copy.lang))
        if shown is None or view.name != str(shown.name):
            yield replace(view, source="") if shared else view


def contacts_source(copy: Manuscript) -> Said:
    """Where the details of the places inside come from: each source once."""
    return joined(_sources(copy))


def _sources(copy: Manuscript) -> tuple[Said, ...]:
    return copy.once(("sources", copy.code, copy.lang), lambda: _found_sources(copy))


def _found_sources(copy: Manuscript) -> tuple[Said, ...]:
    printed = (*_largest(copy), *(contact for _, contact in _listed(copy)))
    said = (contact_source(copy.scene, contact, copy.lang) for contact in printed)
    return tuple(dict.fromkeys(source for source in said if source))


def _largest(copy: Manuscript) -> list[Contact]:
    """Of the places inside with the most people: one more than is shown, since one may stand on top of the guide."""
    return copy.once(("largest", copy.code), lambda: _found_largest(copy))


def _found_largest(copy: Manuscript) -> list[Contact]:
    territories = copy.scene.portal.territories
    by_people = sorted(_members(copy), key=lambda pair: -(territories[pair[0]].population or 0))
    return [contact for _, contact in by_people[: MOST_CONTACTS + 1]]


def directory(copy: Manuscript) -> tuple[DirectoryLine, ...]:
    """A line for each place inside; none where there are too many for a page, or a single one."""
    members = _listed(copy)
    names = copy.scene.portal.names
    return tuple(
        DirectoryLine(
            name=names.get(code, copy.lang).name, telephone=(contact.telephone or "").replace(" ", NO_BREAK_SPACE)
        )
        for code, contact in members
    )


def _listed(copy: Manuscript) -> list[tuple[str, Contact]]:
    members = _members(copy)
    return members if 2 <= len(members) <= MOST_LINES else []


def _members(copy: Manuscript) -> list[tuple[str, Contact]]:
    """The places inside whose contact for the role of every place is known, by name."""
    return copy.once(("members", copy.code), lambda: _found_members(copy))


def _found_members(copy: Manuscript) -> list[tuple[str, Contact]]:
    portal = copy.scene.portal
    role = portal.settings.place_role
    if role is None:
        return []
    found = ((place.code, portal.directory.own(role, place.code)) for place in portal.territories.members(copy.code))
    return [(code, contact) for code, contact in found if contact]


def unrecorded(copy: Manuscript) -> tuple[Unrecorded, ...]:
    """The roles that nobody recorded, where a national directory answers."""
    return tuple(
        Unrecorded(title=answer.title, directory=link.title, url=link.url)
        for answer in copy.guide.unrecorded.answers
        for link in answer.links[:1]
    )


def emergency(copy: Manuscript) -> tuple[Number, ...]:
    """The numbers of the guide."""
    by_text = copy.words.t("emergency.text_only")
    return tuple(
        Number(
            number=number.number,
            title=joined((number.title, f"({by_text})")) if number.text_only else number.title,
            detail=number.detail,
        )
        for number in copy.guide.emergency.numbers
    )
