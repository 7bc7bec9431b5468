"""A contact as a reader sees it, and the three states of an answer (F13)."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.language.opening_hours_in_words import as_published
from site_builder.language.typography import NO_BREAK_SPACE, typographic_apostrophes
from site_builder.made_often import made_often
from site_builder.model.contact import Contact
from site_builder.model.guide import Role
from site_builder.model.values import Lang
from site_builder.render.raised import Line
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.resolve.directory import CheckedAbsent, ContactDirectory, Known, NotRecorded

NATIONAL_DIGITS = 9
"""A number that begins with 0 and is shorter than that is a special one, dialled as it is."""


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """Everything to reach somebody. ``hours`` are lines of words; ``hours_raw`` when they were not understood.

    ``id`` and ``role`` are of the one to call first alone: its anchor, and what it is, where its name may not say it.
    """

    id: str = ""
    role: Said = ""
    name: Said
    address: str
    wheelchair: str
    telephone: str
    telephone_href: str
    email: str
    website: str
    website_text: str
    hours: tuple[Line, ...]
    hours_lang: str | None
    hours_raw: str
    languages: str
    source: Said
    checked: str
    note: str


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What the directory says of one role: ``state`` is known, absent, listed or unrecorded.

    ``links``: entries that answer for it where it is listed; where to ask where it is unrecorded.
    """

    id: str
    title: Said
    state: str
    text: Said
    links: tuple[LinkView, ...]
    contact: ContactView | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnrecordedView:
    """The roles that nobody recorded, the same on every guide that lacks them."""

    answers: tuple[AnswerView, ...]


def contact_view(
    scene: Scene, contact: Contact, lang: Lang, *, note: str = "", anchor: str = "", role: Said = ""
) -> ContactView:
    """``contact`` for readers of ``lang``."""
    words = scene.words[lang]
    hours, hours_lang = words.hours(contact.opening_hours) if contact.opening_hours else ((), lang)
    website = contact.website or ""
    country_code = scene.portal.settings.telephone_country_code
    return ContactView(
        id=anchor,
        role=role,
        name=words.said(contact.name),
        address=typographic_apostrophes(contact.address or ""),
        wheelchair=_wheelchair(scene, contact, lang),
        telephone=contact.telephone.replace(" ", NO_BREAK_SPACE) if contact.telephone else "",
        telephone_href=telephone_href(contact.telephone, country_code) if contact.telephone else "",
        email=contact.email or "",
        website=website,
        website_text=website.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/"),
        hours=tuple(scene.words[hours_lang].raised(line) for line in hours),
        hours_lang=words.foreign(hours_lang),
        hours_raw=as_published(contact.opening_hours, lang) if contact.opening_hours and not hours else "",
        languages=words.list([words.language(code) for code in contact.languages]),
        source=contact_source(scene, contact, lang),
        checked=words.t("contact.checked", date=words.date(contact.verified_on)) if contact.verified_on else "",
        note=note,
    )


def telephone_href(telephone: str, country_code: str | None) -> str:
    """RFC 3966: ``05 58 56 80 00`` in the country of ``+33`` → ``tel:+33558568000``.

    Short and foreign numbers as they are; all of them in a portal that names no country code.
    """
    digits = "".join(c for c in telephone if c.isdigit() or c == "+")
    national = digits.startswith("0") and not digits.startswith("00") and len(digits) >= NATIONAL_DIGITS
    return f"tel:{country_code}{digits[1:]}" if country_code and national else f"tel:{digits}"


def main_contact(scene: Scene, code: str, lang: Lang) -> ContactView | None:
    """Who to talk to first in a territory: the first of the portal's first contacts that is known there.

    None where nobody is known, nor which town is the main one: the reader chooses a commune.
    """
    first = scene.portal.directory.answers(code).first
    if first is None:
        return None
    role, known = first
    title = "" if role.id == scene.portal.settings.place_role else scene.words[lang].said(role.title)
    note = _whose(scene, known, code, lang)
    return contact_view(scene, known.contact, lang, note=note, anchor=role_anchor(role.id), role=title)


def town_of_contact(scene: Scene, code: str) -> str | None:
    """The town of the territory whose contact is shown first, and who answers for that town alone."""
    first = scene.portal.directory.answers(code).first
    return first[1].scale if first and first[1].scale not in scene.portal.territories.chain(code) else None


def towns_of_contact(scene: Scene, code: str) -> str:
    """The slugs of the places whose readers such a town's contact is for, with a space between them.

    The town itself, then those that have no number of their own: theirs would be a link alone.
    """
    return scene.once(_towns_of_contact, code)


def _towns_of_contact(scene: Scene, code: str) -> str:
    town, slugs = town_of_contact(scene, code), scene.portal.slugs
    if town is None:
        return ""
    directory, roles = scene.portal.directory, scene.portal.settings.first_contacts
    places = (place.code for place in scene.portal.territories.members(code))
    own = (place for place in places if not _has_number(directory, roles, place))
    return " ".join(slugs[each] for each in dict.fromkeys((town, *own)))


def _has_number(directory: ContactDirectory, roles: Iterable[str], code: str) -> bool:
    """Whether one of the first contacts of a place is its own, and can be called."""
    recorded = (directory.own(role, code) for role in roles)
    return any(contact is not None and contact.telephone for contact in recorded)


def is_of_a_town(scene: Scene, code: str) -> bool:
    """Whether who to talk to first is a town's of the territory."""
    return town_of_contact(scene, code) is not None


def silent_anchors(scene: Scene, code: str) -> tuple[str, ...]:
    """The anchors of the roles that the guide says nothing of, since another one stands in for them."""
    return tuple(role_anchor(role.id) for role in scene.portal.directory.answers(code).silent)


def role_anchor(role: str) -> str:
    """Where every guide answers for ``role``, on top or among the others."""
    return f"role-{role}"


def answers(scene: Scene, code: str, lang: Lang) -> tuple[AnswerView, ...]:
    """What is recorded of every role in the territory, less the one that is on top of the guide."""
    recorded = scene.portal.directory.answers(code).recorded
    return tuple(_recorded(scene, role, answer, code, lang) for role, answer in recorded)


def answer_view(scene: Scene, role_id: str, code: str, lang: Lang) -> AnswerView:
    """What the directory says of one role in the territory, whichever of the three states it is."""
    answer = scene.portal.directory.answer(role_id, code)
    if isinstance(answer, NotRecorded):
        return unrecorded_view(scene, role_id, lang)
    return _recorded(scene, scene.portal.directory.roles[role_id], answer, code, lang)


def unrecorded_answers(scene: Scene, roles: tuple[str, ...], lang: Lang) -> UnrecordedView:
    """What guides say of all these roles."""
    return UnrecordedView(answers=tuple(unrecorded_view(scene, role, lang) for role in roles))


def unrecorded_view(scene: Scene, role_id: str, lang: Lang) -> AnswerView:
    """We do not know: nobody recorded one; the national directory of the role, where it has one."""
    words = scene.words[lang]
    role = scene.portal.directory.roles[role_id]
    links: tuple[LinkView, ...] = ()
    if role.directory:
        links = (LinkView(title=words.said(role.directory.name), url=role.directory.url),)
    return AnswerView(
        id=role_anchor(role_id),
        title=words.said(role.title),
        state="unrecorded",
        text="",
        links=links,
        contact=None,
    )


def _recorded(scene: Scene, role: Role, answer: Known | CheckedAbsent, code: str, lang: Lang) -> AnswerView:
    known: Known | None
    text: Said
    if isinstance(answer, Known):
        known, text = answer, _whose(scene, answer, code, lang)
    else:
        known, text = _absent(scene, role, answer, code, lang)
    return AnswerView(
        id=role_anchor(role.id),
        title=scene.words[lang].said(role.title),
        state="known" if isinstance(answer, Known) else "absent",
        text=text,
        links=(),
        contact=contact_view(scene, known.contact, lang) if known else None,
    )


def _absent(scene: Scene, role: Role, absent: CheckedAbsent, code: str, lang: Lang) -> tuple[Known | None, Said]:
    """The nearest that has one, and who checked that there is none here."""
    words = scene.words[lang]
    by = words.said(absent.absence.checked_by)
    text = words.say("answer.absent", by=by, date=words.date(absent.absence.checked_on))
    nearest = scene.contact_places.nearest(role.id, code, absent)
    return nearest, joined((text, _of_scale(scene, nearest, code, "answer.nearest", lang))) if nearest else text


def _whose(scene: Scene, known: Known, code: str, lang: Lang) -> str:
    """For whom the contact is, where that is not the territory alone."""
    if known.scale == code:
        return ""
    if known.scale in scene.portal.territories.chain(code):
        return _of_scale(scene, known, code, "answer.known_above", lang)
    return _why_this_town(scene, code, known.scale, lang)


def _of_scale(scene: Scene, known: Known, code: str, key: str, lang: Lang) -> str:
    """Another territory's contact: which one, and how far in a straight line where both positions are known."""
    words, scale = scene.words[lang], scene.portal.names.get(known.scale, lang)
    km = scene.contact_places.km(code, known)
    if km is None:
        return words.t(key, of=scale.of, name=scale.short)
    return words.t(f"{key}_far", of=scale.of, name=scale.short, km=words.distance(km))


def _why_this_town(scene: Scene, code: str, town: str, lang: Lang) -> str:
    """Whose town hall stands for the territory; the largest town is known only of the communes in the portal."""
    territory = scene.portal.territories[code]
    key = "contact.seat" if town == territory.seat else "contact.main_town"
    if town != territory.seat and territory.members_outside:
        key = "contact.main_town_inside"
    place = scene.portal.names.get(town, lang)
    root = scene.portal.names.get(scene.portal.settings.territory, lang)
    words = scene.words[lang]
    return words.t(key, name=place.name, at=place.at, of=place.of, root=root.short, root_at=root.at)


def _wheelchair(scene: Scene, contact: Contact, lang: Lang) -> str:
    """Whether one can enter in a wheelchair; what nobody recorded is not said."""
    if contact.wheelchair is None:
        return ""
    return scene.words[lang].t("contact.wheelchair" if contact.wheelchair else "contact.no_wheelchair")


def contact_source(scene: Scene, contact: Contact, lang: Lang) -> Said:
    """Where the contact was found."""
    return scene.once(_source_called, contact.source.name, lang) if contact.source else ""


def _source_called(scene: Scene, name: str, lang: Lang) -> Said:
    words = scene.words[lang]
    known = scene.portal.settings.open_data_source(name)
    return words.say("contact.source", source=words.said(known.name) if known else name)
