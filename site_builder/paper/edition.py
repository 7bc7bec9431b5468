"""What the templates of theme/print/ read: the data of one territory in one language, as they are printed.

Nothing in it is looked up or worded any more. Texts that may hold words of another language (`Said`) are a text, or
``{"parts": [[text, language or null]…]}``. Fields that are None are left out of the JSON; theme/print/README.md says
which template reads what.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.paper.rich import Node
from site_builder.render.said import Said

RowHeights = tuple[tuple[float, ...], ...]
"""In points: of each row of a part, its height in each way that the template may set it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOutline:
    """The territory's shape as SVG paths in one view box. ``small``: simplified, for page numbers."""

    view_box: str
    path: str
    members: tuple[str, ...]
    small: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An outline that is drawn when it is printed. ``mark``: another one when anything that it is drawn from is."""

    mark: str
    draw: Callable[[], PrintedOutline]


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
    heights: tuple[float, float] | None = None
    """In points, on the pages of a pack: set as usual, and set closer. None where the template measures them."""


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
class DirectoryLine:
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
class PaperTerm:
    """A word of the guide, explained; ``spelt``: an acronym in full."""

    word: Said
    spelt: Said
    meaning: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """The children's edition."""

    title: str
    blocks: tuple[PaperBlock, ...]
    ticks: tuple[str, ...]
    emergency: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One territory in one language. ``iso``: the first day of the month, the date in the file's properties.

    ``contact_of_town``: the contact under the name of the town, where it is that of one town of the territory alone;
    ``contact_places``: where the readers of a territory so wide find that of their own place.
    """

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
    contact_of_town: PaperContact | None = None
    contact_places: Code | None = None
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
    directory: tuple[DirectoryLine, ...]
    unrecorded: tuple[Unrecorded, ...]
    welcome: Welcome | None
    terms: tuple[PaperTerm, ...] = ()
    children: Children
    row_heights: Mapping[str, RowHeights] | None = None
    """Of ``stages``, ``terms`` and ``unrecorded`` on the pages of a pack. None where the template measures them."""
