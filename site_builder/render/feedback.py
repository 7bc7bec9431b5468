"""Where readers write to those who keep the portal: by e-mail, or in a form of its repository or of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote, urlencode, urlsplit

from markupsafe import Markup

from site_builder.model.settings import PortalSettings
from site_builder.model.values import Lang
from site_builder.plan.pages import GONE, PagePlan, list_key
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell

ADDRESS = "{address}"
"""Stands in the theme's words for the address of the page that a reader writes about."""


class Subject(StrEnum):
    """What a reader writes about."""

    MISTAKE = "mistake"
    PROOF = "proof"
    AMBASSADOR = "ambassador"


FORMS: Mapping[Subject, str] = MappingProxyType(
    {
        Subject.MISTAKE: "report-a-mistake.yml",
        Subject.PROOF: "suggest-a-proof.yml",
        Subject.AMBASSADOR: "propose-an-ambassador.yml",
    }
)
"""The forms that a portal's repository has in .github/ISSUE_TEMPLATE; their field ``page`` is filled from a link."""

_INVITATIONS: Mapping[str, Subject] = MappingProxyType(
    {
        "asset": Subject.PROOF,
        "guideline": Subject.PROOF,
        "portrait": Subject.PROOF,
    }
)
"""What a page asks for below its content, by its kind: proofs where the territory is praised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """A link. ``parts``: its address, cut where that of the page goes; ``note``: what following it takes."""

    title: str
    parts: tuple[str, ...]
    note: str = ""


def ways(scene: Scene, lang: Lang, subject: Subject) -> tuple[WayView, ...]:
    """How to write about ``subject``, the way that asks for no account first; none where the portal names none."""
    return tuple(_ways(scene, lang, subject))


def _ways(scene: Scene, lang: Lang, subject: Subject) -> Iterator[WayView]:
    words, settings = scene.words[lang], scene.portal.settings
    about, by_form = words.t(f"feedback.{subject}.subject"), words.t(f"feedback.{subject}.by_form")
    if settings.report_email:
        body = words.t(f"feedback.{subject}.letter").replace("\n", "\r\n")  # RFC 6068 §5
        letter = _filled(letter_to(settings), subject=about, body=body)
        yield WayView(title=words.t(f"feedback.{subject}.by_email"), parts=letter)
    if settings.report_url and subject is Subject.MISTAKE:
        yield WayView(title=by_form, parts=(settings.report_url,))
    elif settings.repository:
        form = _filled(f"{settings.repository}/issues/new", template=FORMS[subject], title=about, page=ADDRESS)
        note = words.t("feedback.account", host=urlsplit(settings.repository).hostname)
        yield WayView(title=by_form, parts=form, note=note)


def _filled(address: str, **values: str) -> tuple[str, ...]:
    """The parts of an address with these values in its query."""
    return tuple(f"{address}?{urlencode(values, quote_via=quote)}".split(quote(ADDRESS)))


def general_address(settings: PortalSettings) -> str:
    """Where a reader reports what concerns no page: the form, else a letter, else the forms of the repository."""
    forms = f"{settings.repository}/issues/new/choose" if settings.repository else ""
    return settings.report_url or letter_to(settings) or forms


def letter_to(settings: PortalSettings) -> str:
    """A letter (RFC 6068) to those who keep the portal; empty where it names no address."""
    return f"mailto:{quote(settings.report_email, safe='@+')}" if settings.report_email else ""


def invitation(scene: Scene, page: PagePlan) -> Markup:
    """What a page asks its readers for, below its content: a proof of what it says; among people, somebody more.

    Where somebody has left, nothing.
    """
    among_people = page.section == list_key("ambassador") and page.kind != GONE
    subject = Subject.AMBASSADOR if among_people else _INVITATIONS.get(page.kind)
    shell = scene.once(_invitation_shell, page.lang, subject) if subject else None
    if shell is None:
        return Markup("")
    address = scene.links.absolute(page.path) if scene.links.origin else ""
    return Markup(shell.fill({"address": address}).decode())  # noqa: S704 - filling escapes


def _invitation_shell(scene: Scene, lang: Lang, subject: Subject) -> Shell | None:
    """The invitations that differ in the address of their page alone."""
    found, ask = ways(scene, lang, subject), scene.words[lang].t(f"feedback.{subject}.ask")
    if not found:
        return None

    def render(slots: Mapping[str, str]) -> str:
        return scene.template("fragments/invitation.html", lang, ask=ask, ways=found, **slots)

    return Shell.of(render, slots=("address",), required=())
