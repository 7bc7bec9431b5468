"""What the templates of theme/print/ read: the data of one territory in one language, as they are printed.

Nothing in it is looked up or worded any more. Texts that may hold words of another language (`Said`) are a text, or
``{"parts": [[text, language or null]…]}``. Fields that are None are left out of the JSON; theme/print/README.md says
which template reads what.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import cast

from site_builder.model.values import Lang
from site_builder.paper.qr import qr_svg
from site_builder.paper.rich import Node
from site_builder.render.said import Said

NO_MORE: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The territory's shape as SVG paths in one view box. ``small``: simplified, for page numbers."""

    view_box: str
    path: str
    members: tuple[str, ...]
    small: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An outline that is drawn when it is printed. ``mark``: another one when anything that it is drawn from is."""

    mark: str
    draw: Callable[[], Outline]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The QR code of an address. It is drawn when it is printed: to know whether something changed, it need not be."""

    url: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperContact:
    """Somebody to reach. ``title``: what for; ``note``: what else to know; ``source``: where this comes from."""

    title: Said = ""
    name: str = ""
    lang: Lang | None = None
    address: str = ""
    telephone: str = ""
    email: str = ""
    website: str = ""
    hours: tuple[str, ...] = ()
    hours_lang: Lang | None = None
    languages: str = ""
    note: Said = ""
    source: Said = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """An emergency number."""

    number: str
    title: Said
    detail: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact with its name; ``note`` says how to read it."""

    label: Said
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the arrival."""

    id: str
    title: str
    lang: Lang | None
    body: tuple[Node, ...]
    when: str
    documents: tuple[str, ...]
    documents_lang: Lang | None
    role: Said
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The steps of one stage."""

    id: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """A step in one sentence, for the leaflet."""

    id: str
    title: str
    lang: Lang | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperBlock:
    """A block. ``lang``: where it is not the edition's, which ``note`` says.

    ``added``: who wrote it, but for the whole portal's own.
    """

    id: str
    title: str
    lang: Lang | None
    body: tuple[Node, ...]
    see: tuple[Node, ...]
    added: str = ""
    note: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSection:
    """A section of the guide."""

    id: str
    title: str
    lang: Lang | None
    intro: Said
    sources: str
    blocks: tuple[PaperBlock, ...]
    qr: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeLine:
    """A line of an offer: what it tells (``How to get it``), what it says, where a click on it leads."""

    label: str
    text: str
    lang: Lang | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeItem:
    """A perk, an event, a house, a relay, or somebody's own words, whose ``body`` is told whole and ``first`` is who.

    ``first``: what readers want to know before the title, such as the date; ``points`` stand under ``points_title``.
    """

    id: str
    title: str
    lang: Lang | None
    first: Said
    text: str
    body: tuple[Node, ...] = ()
    points_title: str = ""
    points: tuple[str, ...] = ()
    points_lang: Lang | None = None
    lines: tuple[WelcomeLine, ...] = ()
    contact: PaperContact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeGroup:
    """What one directory has for the territory."""

    kind: str
    title: str
    items: tuple[WelcomeItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """Who and what welcomes newcomers; ``qr`` leads to the guide's part that says so up to date."""

    title: str
    groups: tuple[WelcomeGroup, ...]
    qr: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A section in a few words, for the flyer."""

    title: str
    text: Said
    lang: Lang | None
    see: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the directory."""

    name: str
    telephone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrecorded:
    """A role that nobody recorded, and the national directory where one asks."""

    title: Said
    directory: Said
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """The children's edition."""

    title: str
    blocks: tuple[PaperBlock, ...]
    ticks: tuple[str, ...]
    emergency: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One territory in one language. ``iso``: the first day of the month, the date in the file's properties."""

    lang: Lang
    direction: str
    fonts: tuple[str, ...]
    colours: Mapping[str, str]
    words: Mapping[str, str]
    portal: str
    tagline: str
    name: str
    title: str
    iso: str
    edition: str
    site_address: str
    credits: tuple[str, ...]
    legal: str
    legal_short: str
    outline: Shape | None
    qr: Code | None
    contact: PaperContact | None
    emergency: tuple[Number, ...]
    facts: tuple[Fact, ...]
    facts_source: Said
    stages: tuple[Stage, ...]
    first_steps: tuple[FirstStep, ...]
    sections: tuple[PaperSection, ...]
    reasons: tuple[Reason, ...]
    contacts: tuple[PaperContact, ...]
    places: tuple[PaperContact, ...]
    contacts_source: Said
    directory: tuple[Entry, ...]
    unrecorded: tuple[Unrecorded, ...]
    welcome: Welcome | None
    children: Children


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot of each page, apart: the rules of pages must not differ between territories.

    Typst sets again whatever stands under a rule that has changed; under equal rules, a paragraph that it has set for
    one territory serves all the others.
    """

    title: str
    children: str
    edition: str
    outline: Outline | None


def foot_of(edition: Edition) -> Foot:
    """The foot of the edition's pages; of its outline, only the small one."""
    outline = edition.outline.draw() if edition.outline else None
    small = Outline(view_box=outline.view_box, path="", members=(), small=outline.small) if outline else None
    return Foot(title=edition.title, children=edition.children.title, edition=edition.edition, outline=small)


def to_json(value: Edition | Foot) -> str:
    """What templates read. The same value, the same text."""
    return _written(value, _drawn)


def fingerprint_text(edition: Edition) -> str:
    """Another text whenever `to_json` gives another one; nothing is drawn for it, which takes longer than all else."""
    return _written(edition, _undrawn)


class Fingerprints:
    """`fingerprint_text` in short: a text that many editions have stands in it by its digest, which is made once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}  # the text itself as well, whose number nobody else gets then

    def of(self, edition: Edition) -> str:
        """Another one whenever `to_json` gives another text."""
        return _written(edition, self._short)

    def _short(self, part: object) -> object:
        if not isinstance(part, PaperBlock | Step):
            return _undrawn(part)
        if id(part) not in self._known:
            text = json.dumps(part, default=lambda each: _plain(each, _undrawn), ensure_ascii=False)
            self._known[id(part)] = (part, sha256(text.encode()).hexdigest())
        return self._known[id(part)][1]


Drawing = Callable[[object], object]
"""What stands for a part that is not written as it is; None for the others."""


def _drawn(part: object) -> object:
    if isinstance(part, Code):
        return {"url": part.url, "svg": qr_svg(part.url, part.colour)}
    return part.draw() if isinstance(part, Shape) else None


def _undrawn(part: object) -> object:
    if isinstance(part, Code):
        return {"url": part.url, "colour": part.colour}
    return part.mark if isinstance(part, Shape) else None


def _written(value: Edition | Foot, drawing: Drawing, more: Mapping[str, object] = NO_MORE) -> str:
    whole = {**_named_parts(value), **more}
    return json.dumps(whole, default=lambda part: _plain(part, drawing), ensure_ascii=False, separators=(",", ":"))


def _plain(part: object, drawing: Drawing) -> object:
    instead = drawing(part)
    return _named_parts(part) if instead is None else instead


def _named_parts(part: object) -> dict[str, object]:
    named = ((name, getattr(part, name)) for name in _names(cast("Hashable", type(part))))
    return {name: item for name, item in named if item is not None}


@cache
def _names(of: Hashable) -> tuple[str, ...]:
    assert isinstance(of, type)
    assert is_dataclass(of)
    return tuple(field.name for field in fields(of))


def with_probe(edition: Edition, text: PaperBlock | Step | WelcomeItem) -> str:
    """What the template that sets one text alone reads: the edition's rules, and that text."""
    none = Children(title=edition.children.title, blocks=(), ticks=(), emergency=())
    bare = replace(
        edition,
        sections=(),
        stages=(),
        contacts=(),
        places=(),
        directory=(),
        unrecorded=(),
        welcome=None,
        children=none,
    )
    return _written(bare, _undrawn, {"probe": text})
