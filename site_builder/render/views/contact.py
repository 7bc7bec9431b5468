"""A contact as a reader sees it, and the three states of an answer (F13)."""

from dataclasses import dataclass

from site_builder.language.opening_hours_in_words import as_published
from site_builder.language.typography import NO_BREAK_SPACE, typographic_apostrophes
from site_builder.model.contact import Contact
from site_builder.model.guide import Role
from site_builder.model.values import Lang
from site_builder.render.raised import Line
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.resolve.directory import Answer, CheckedAbsent, Known, NotRecorded

NATIONAL_DIGITS = 9
"""A number that begins with 0 and is shorter than that is a special one, dialled as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """Everything to reach somebody. ``hours`` are lines of words; ``hours_raw`` when they were not understood."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What the directory says of one role: ``state`` is known, absent or unrecorded."""

    id: str
    title: Said
    state: str
    text: str
    links: tuple[LinkView, ...]
    contact: ContactView | None


def contact_view(scene: Scene, contact: Contact, lang: Lang, note: str = "") -> ContactView:
    """``contact`` for readers of ``lang``."""
    words = scene.words[lang]
    hours, hours_lang = words.hours(contact.opening_hours) if contact.opening_hours else ((), lang)
    website = contact.website or ""
    country_code = scene.portal.settings.telephone_country_code
    return ContactView(
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
        source=_source(scene, contact, lang),
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
    """Who to talk to first in a territory: its own contact for the portal's first role, else its main town's.

    None where nobody knows which town is the main one: the reader chooses a commune.
    """
    role = scene.portal.settings.directory_role
    if role is None:
        return None
    holder = _holder(scene, role, code)
    contact = scene.portal.directory.own(role, holder) if holder else None
    if holder is None or contact is None:
        return None
    if holder == code:
        return contact_view(scene, contact, lang)
    return contact_view(scene, contact, lang, _why_this_town(scene, code, holder, lang))


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


def _holder(scene: Scene, role: str, code: str) -> str | None:
    """Whose contact for ``role`` stands on top of a guide: the territory's own, its seat's or its largest member's."""
    if scene.portal.directory.own(role, code):
        return code
    largest = scene.portal.territories.largest_member(code)
    candidates = (scene.portal.territories[code].seat, largest.code if largest else None)
    return next((town for town in candidates if town and scene.portal.directory.own(role, town)), None)


def role_anchor(scene: Scene, role: str) -> str:
    """Where a guide answers for ``role``; the first one's card is on top."""
    return "contact" if role == scene.portal.settings.directory_role else f"role-{role}"


def answers(scene: Scene, code: str, lang: Lang) -> tuple[AnswerView, ...]:
    """What is recorded of every role in the territory, less the first role's card, which is on top of the guide."""
    found = ((role, scene.portal.directory.answer(role.id, code)) for role in _other_roles(scene, code))
    return tuple(_recorded(scene, role, answer, code, lang) for role, answer in found if not _not_recorded(answer))


def unrecorded_roles(scene: Scene, code: str) -> tuple[str, ...]:
    """The roles that nobody recorded for the territory, in the order of guide.yml."""
    directory = scene.portal.directory
    return tuple(role.id for role in _other_roles(scene, code) if _not_recorded(directory.answer(role.id, code)))


def unrecorded_view(scene: Scene, role_id: str, lang: Lang) -> AnswerView:
    """We do not know: nobody recorded one; the national directory of the role, where it has one."""
    words = scene.words[lang]
    role = scene.portal.directory.roles[role_id]
    links: tuple[LinkView, ...] = ()
    if role.directory:
        links = (LinkView(title=words.said(role.directory.name), url=role.directory.url),)
    return AnswerView(
        id=role_anchor(scene, role_id),
        title=words.said(role.title),
        state="unrecorded",
        text="",
        links=links,
        contact=None,
    )


def _other_roles(scene: Scene, code: str) -> list[Role]:
    """The roles that are not answered on top of the guide: the first one is, where anybody holds it."""
    first = scene.portal.settings.directory_role
    on_top = first if first and _holder(scene, first, code) else None
    return [role for role in scene.portal.frame.roles if role.id != on_top]


def _not_recorded(answer: Answer) -> bool:
    return isinstance(answer, NotRecorded)


def _recorded(scene: Scene, role: Role, answer: Answer, code: str, lang: Lang) -> AnswerView:
    words = scene.words[lang]
    text = ""
    known = answer if isinstance(answer, Known) else None
    if isinstance(answer, CheckedAbsent):
        known = answer.nearest
        text = words.t("answer.absent", by=answer.absence.checked_by, date=words.date(answer.absence.checked_on))
    if known and known.scale != code:
        scale = scene.portal.names.get(known.scale, lang)
        key = "answer.known_above" if known is answer else "answer.nearest"
        text = f"{text} {words.t(key, of=scale.of, name=scale.short)}".strip()
    return AnswerView(
        id=role_anchor(scene, role.id),
        title=words.said(role.title),
        state="known" if isinstance(answer, Known) else "absent",
        text=text,
        links=(),
        contact=contact_view(scene, known.contact, lang) if known else None,
    )


def _wheelchair(scene: Scene, contact: Contact, lang: Lang) -> str:
    """Whether one can enter in a wheelchair; what nobody recorded is not said."""
    if contact.wheelchair is None:
        return ""
    return scene.words[lang].t("contact.wheelchair" if contact.wheelchair else "contact.no_wheelchair")


def _source(scene: Scene, contact: Contact, lang: Lang) -> Said:
    if contact.source is None:
        return ""
    words = scene.words[lang]
    known = scene.portal.settings.open_data_source(contact.source.name)
    return words.say("contact.source", source=words.said(known.name) if known else contact.source.name)
