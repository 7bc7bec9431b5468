"""What the files of the open data look like. `scripts/open_data_schemas.py` makes their schemas of it.

A field that is not there is not known, or does not apply: nothing is ever ``null``.
"""

from typing import Any, Literal, NotRequired, TypedDict

Labels = dict[str, str]
"""A text by the code of its language."""
Values = dict[str, Any]
"""The fields of an entry, which its model says."""


Refining = Literal["replace", "append", "prepend"]
"""What an override does to the block that it refines."""


class Licence(TypedDict):
    """Under which the words of the portal may be used again."""

    name: str
    url: NotRequired[str]


class Source(TypedDict):
    """An open data set that the portal draws on, under its own licence."""

    id: str
    name: Labels
    licence: str
    url: NotRequired[str]
    population_year: NotRequired[int]


Described = TypedDict("Described", {"$schema": str})


class Header(Described):
    """With what every file begins: the schema that it keeps, whose it is, and under which licence."""

    portal: Labels
    licence: Licence


class Position(TypedDict):
    """WGS 84, decimal degrees."""

    latitude: float
    longitude: float


class NamedSource(TypedDict):
    """Where something was found: the id of one of the sources of the file, or a name; the licence where it is known."""

    name: str
    licence: NotRequired[str]
    url: NotRequired[str]
    year: NotRequired[int]
    detail: NotRequired[str]


class Contact(TypedDict):
    """Who answers for a role in some territories. ``verified_on``: the day on which a person checked it."""

    id: str
    role: str
    covers: list[str]
    name: Labels
    address: NotRequired[str]
    telephone: NotRequired[str]
    email: NotRequired[str]
    website: NotRequired[str]
    opening_hours: NotRequired[str]
    languages: NotRequired[list[str]]
    position: NotRequired[Position]
    wheelchair: NotRequired[bool]
    source: NotRequired[NamedSource]
    verified_on: NotRequired[str]


class EntryReference(TypedDict):
    """An entry, by its type and its id."""

    type: str
    id: str


class Answer(TypedDict):
    """What is known of a role in a territory.

    ``known``: by the contact, which is that of ``territory``; ``absent``: somebody checked that there is none in
    ``territory``, and the contact is the nearest wider one, if any; ``listed``: by the entries.
    """

    role: str
    state: Literal["known", "absent", "listed"]
    territory: str
    entries: NotRequired[list[EntryReference]]
    checked_by: NotRequired[Labels]
    checked_on: NotRequired[str]
    contact: NotRequired[Contact]


class PlacedBlock(TypedDict):
    """A block of a guide, by its id in blocks.json.

    ``territory`` wrote it: it is the guide's own where that is its own code, else inherited from there. ``mode`` says
    what it does to the block ``refines``; it ``stands_for`` those that it replaces.
    """

    id: str
    section: str
    territory: str
    mode: NotRequired[Refining]
    refines: NotRequired[str]
    stands_for: NotRequired[list[str]]


class Ancestor(TypedDict):
    """A territory in which another lies."""

    code: str
    level: str
    name: Labels


class TerritoryRow(TypedDict):
    """A territory. ``parents``: those that it names, the first one's word wins; ``seat``: of its administration."""

    code: str
    level: str
    name: Labels
    kind: NotRequired[str]
    parents: list[str]
    postal_codes: NotRequired[list[str]]
    population: NotRequired[int]
    seat: NotRequired[str]
    members_outside: NotRequired[list[str]]
    position: NotRequired[Position]


class Territory(TerritoryRow):
    """A territory, and what its pages show.

    ``ancestors``: from the widest to the nearest; ``children``: the territories that name it as a parent;
    ``unrecorded_roles``: those of which nobody has said anything; ``pages``: addresses by kind of page and language;
    ``permanent``: that which never changes, and leads to the guide in the language of the reader.
    """

    ancestors: list[Ancestor]
    children: NotRequired[list[str]]
    neighbours: NotRequired[list[str]]
    guide: list[PlacedBlock]
    contacts: list[Answer]
    unrecorded_roles: list[str]
    entries: NotRequired[list[EntryReference]]
    outlines: NotRequired[list[str]]
    pages: dict[str, Labels]
    permanent: str


class TerritoryFile(Header):
    """territories/CODE.json."""

    sources: list[Source]
    territory: Territory


class TerritoriesFile(Header):
    """territories.json: each territory in a line; more of each in a file of its own."""

    sources: list[Source]
    territories: list[TerritoryRow]


class ContactsFile(Header):
    """contacts.json: who answers for the roles of guides."""

    sources: list[Source]
    contacts: list[Contact]


class Organisation(TypedDict):
    """A body that covers some territories without being one."""

    id: str
    name: Labels
    kind: str
    summary: NotRequired[Labels]
    covers: list[str]
    coverage_note: NotRequired[Labels]
    website: NotRequired[str]
    position: NotRequired[Position]
    sources: NotRequired[list[NamedSource]]


class OrganisationsFile(Header):
    """organisations.json."""

    organisations: list[Organisation]


class Structure(TypedDict):
    """A structure as data.inclusion has it (schema v1): a body that a person has checked.

    ``date_maj`` is the day of that check. Not known here, and left out: siret, reseaux_porteurs, accessibilite_lieu.
    """

    source: str
    id: str
    nom: str
    date_maj: str
    description: NotRequired[str]
    lien_source: NotRequired[str]
    commune: NotRequired[str]
    code_postal: NotRequired[str]
    code_insee: NotRequired[str]
    adresse: NotRequired[str]
    longitude: NotRequired[float]
    latitude: NotRequired[float]
    telephone: NotRequired[str]
    courriel: NotRequired[str]
    site_web: NotRequired[str]
    horaires_accueil: NotRequired[str]


class Service(TypedDict):
    """A service as data.inclusion has it (schema v1): the welcome that a structure gives to whoever arrives.

    Not known here, and left out: type, thematiques, frais, publics, conditions_acces, modes_mobilisation,
    mobilisable_par and zone_eligibilite.
    """

    source: str
    structure_id: str
    id: str
    nom: str
    description: str
    date_maj: str
    lien_source: NotRequired[str]
    commune: NotRequired[str]
    code_postal: NotRequired[str]
    code_insee: NotRequired[str]
    adresse: NotRequired[str]
    longitude: NotRequired[float]
    latitude: NotRequired[float]
    telephone: NotRequired[str]
    courriel: NotRequired[str]
    modes_accueil: NotRequired[list[Literal["en-presentiel"]]]
    horaires_accueil: NotRequired[str]


class ServicesFile(Header):
    """services.json: those who welcome newcomers, as data.inclusion (schema v1) has structures and services."""

    structures: list[Structure]
    services: list[Service]


class Alert(TypedDict):
    """What readers are told above everything else until it ``ends``, which is included if it is a day.

    Without ``territory`` it is for everybody; else for whoever is in that territory.
    """

    id: str
    kind: str
    title: Labels
    text: Labels
    territory: NotRequired[str]
    starts: str
    ends: str
    source: NamedSource


class EmergencyNumber(TypedDict):
    """A number to call, or to text (``text_only``), when it cannot wait; ``children``: one that children may need."""

    number: str
    title: Labels
    detail: NotRequired[Labels]
    text_only: bool
    children: bool
    source: NotRequired[NamedSource]


class Sector(TypedDict):
    """A part of the territory with an identity of its own. ``covers``: the codes of territories."""

    id: str
    name: Labels
    covers: list[str]


class Term(TypedDict):
    """A word that newcomers meet, explained. ``url``: where it is read."""

    id: str
    acronym: NotRequired[str]
    term: Labels
    meaning: Labels
    url: Labels


class WordingRule(TypedDict):
    """How the portal speaks: what it says, what it avoids, and why."""

    say: Labels
    avoid: Labels
    why: Labels


class Level(TypedDict):
    """A level of the territory tree, from the widest to the nearest."""

    id: str
    name: Labels
    plural: Labels


class Section(TypedDict):
    """A section of every guide."""

    id: str
    title: Labels
    intro: NotRequired[Labels]


class Audience(TypedDict):
    """Somebody a text is meant for: ``title`` in their own words, ``people`` in those of whoever welcomes them."""

    id: str
    title: Labels
    people: NotRequired[Labels]


class NationalDirectory(TypedDict):
    """Where one looks when nothing was recorded."""

    name: Labels
    url: str


class Role(TypedDict):
    """A function that contacts answer for."""

    id: str
    title: Labels
    directory: NotRequired[NationalDirectory]


class Vocabulary(Header):
    """vocabulary.json: what the ids mean that stand in the other files."""

    levels: list[Level]
    sections: list[Section]
    audiences: list[Audience]
    roles: list[Role]


class AlertsFile(Header):
    """alerts.json: those that may still be needed, some of which have not begun."""

    alerts: list[Alert]


EmergencyNumbers = TypedDict("EmergencyNumbers", {"emergency-numbers": list[EmergencyNumber]})


class EmergencyNumbersFile(Header, EmergencyNumbers):
    """emergency-numbers.json."""


class SectorsFile(Header):
    """sectors.json."""

    sectors: list[Sector]


class TermsFile(Header):
    """terms.json: the glossary."""

    terms: list[Term]


class WordingFile(Header):
    """wording.json."""

    wording: list[WordingRule]


class Image(TypedDict):
    """The image of an entry, under its own licence."""

    url: str
    alt: Labels
    credit: str
    licence: str


class Point(TypedDict):
    """A GeoJSON point: longitude, latitude."""

    type: Literal["Point"]
    coordinates: list[float]


class MultiPoint(TypedDict):
    """Several GeoJSON points: longitude, latitude of each."""

    type: Literal["MultiPoint"]
    coordinates: list[list[float]]


class Feature(TypedDict):
    """What is at a place (RFC 7946 §3.2)."""

    type: Literal["Feature"]
    id: str
    geometry: Point | MultiPoint
    properties: Values


class Places(Header):
    """A FeatureCollection, with the members of every file beside its features (RFC 7946 §6.1)."""

    type: Literal["FeatureCollection"]
    sources: NotRequired[list[Source]]
    features: list[Feature]


class ListedFile(TypedDict):
    """A file of the open data. ``count``: how many records it holds; ``schema``: which it keeps."""

    url: str
    path: str
    media_type: str
    count: NotRequired[int]
    schema: NotRequired[str]


class Index(Header):
    """index.json. ``each``: addresses of files of which there are many, with ``{code}`` or ``{id}`` to fill in."""

    version: Literal["1"]
    languages: list[str]
    documentation: NotRequired[Labels]
    sources: list[Source]
    files: list[ListedFile]
    each: dict[str, str]
