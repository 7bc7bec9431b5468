"""The Portal: every reference can be followed, every territory has its guide."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from itertools import chain
from typing import cast

from site_builder.geo.outlines import Outline, Point
from site_builder.incremental.inputs import TODAY
from site_builder.incremental.parts import Holder, Memory, by_value, part
from site_builder.incremental.watched import watched
from site_builder.model.alert import Alert
from site_builder.model.block import Block
from site_builder.model.entry import Content, Entry
from site_builder.model.guide import GuideFrame
from site_builder.model.paths import unwritten
from site_builder.model.registry import PEOPLE
from site_builder.model.rgaa import Rgaa
from site_builder.model.search import SearchWords
from site_builder.model.settings import PortalSettings
from site_builder.model.step import JourneyStep
from site_builder.model.terms import Glossary
from site_builder.model.territory import Organisation, Sector, Territory
from site_builder.model.values import Lang
from site_builder.resolve.directory import ContactDirectory
from site_builder.resolve.inheritance import Guides
from site_builder.resolve.journeys import Journeys
from site_builder.resolve.leaving import (
    FormerEvent,
    FormerProfile,
    former_events,
    former_profiles,
    pictures_over,
    unread_people,
)
from site_builder.resolve.names import PlaceNames, territory_slugs
from site_builder.resolve.proofs import outdated
from site_builder.resolve.territories import Territories
from site_builder.resolve.typeset import typeset
from site_builder.resolve.withdrawn import NOTHING_RECORDED, Recorded, Withdrawn, recorded, withdrawn
from site_builder.validate.media import MediaFile, stem_of
from site_builder.validate.stage import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """The whole portal, resolved. Nothing in it depends on how it will be shown, nor on how it was written."""

    settings: PortalSettings
    languages: tuple[Lang, ...]
    frame: GuideFrame
    territories: Territories
    names: PlaceNames
    slugs: Mapping[str, str]
    guides: Guides
    journeys: Journeys
    directory: ContactDirectory
    entries: Mapping[str, tuple[Entry[Content], ...]]
    by_key: Mapping[str, Entry[Content]]
    by_path: Mapping[str, Entry[Content]]
    groups: Mapping[tuple[str, str | None], tuple[Entry[Content], ...]]
    organisations: tuple[Organisation, ...]
    organisations_by_territory: Mapping[str, tuple[Organisation, ...]]
    sectors: Mapping[str, Sector]
    glossary: Glossary
    search: SearchWords
    rgaa: Rgaa
    neighbours: Mapping[str, tuple[str, ...]]
    media: Mapping[str, MediaFile]
    outlines: Mapping[str, Outline]
    populations: Mapping[str, int]
    doors: Mapping[str, Point]
    """Where the contact of each territory is that stands for the place itself, of those whose position is known."""
    outdated_proofs: frozenset[str] = frozenset()
    """The ids of proofs that somebody should have looked at again."""
    alerts: tuple[Alert, ...] = ()
    """Those that may still be needed, the first to begin first."""
    former_profiles: tuple[FormerProfile, ...] = ()
    former_events: tuple[FormerEvent, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    """What the ledger knows, and the portal does not show any more."""
    recorded: Recorded = NOTHING_RECORDED
    former_slugs: Mapping[str, str] = field(default_factory=dict)
    former_codes: Mapping[str, str] = field(default_factory=dict)
    """The codes of territories by the slugs that led to them before, and by the codes of those that they took in."""
    pictures_over: Mapping[str, date] = field(default_factory=dict)
    """By the path of an image, the first day on which it is no longer shown, because somebody on it leaves."""

    @property
    def reference_lang(self) -> Lang:
        return self.languages[0]

    @property
    def published(self) -> Iterator[Entry[Content]]:
        """Every published entry, kind by kind."""
        return chain.from_iterable(self.entries.values())


def resolve(records: Records, today: date, memory: Memory | None = None) -> Portal:
    """Follow every reference of ``records``. ``today`` decides whose consent is in force."""
    memory = memory or Memory()
    return watched(Portal, _Resolving(memory, typeset(records, memory), today))


class _Resolving(Holder):
    """How each part of the portal is worked out."""

    def __init__(self, memory: Memory, records: Records, today: date) -> None:
        super().__init__(memory, "portal")
        self.records = records
        self.today = today

    settings = part(lambda self: self.records.settings)
    frame = part(lambda self: self.records.guide)
    glossary = part(lambda self: self.records.data.glossary)
    search = part(lambda self: self.records.data.search)
    rgaa = part(lambda self: self.records.data.rgaa)
    neighbours = part(lambda self: self.records.open_data.neighbours)
    outlines = part(lambda self: self.records.outlines)

    @by_value
    def languages(self) -> tuple[Lang, ...]:
        return tuple(language.code for language in self.settings.languages)

    @part
    def territories(self) -> Territories:
        return _territories(self.records)

    @part
    def names(self) -> PlaceNames:
        levels = {level.id: level.name for level in self.settings.levels}
        return PlaceNames(self.territories, self.languages, self.records.data.place_forms, levels)

    @part
    def slugs(self) -> Mapping[str, str]:
        return territory_slugs(self.territories, self.records.open_data.addresses)

    @part
    def entries(self) -> dict[str, tuple[Entry[Content], ...]]:
        self.memory.read(TODAY)
        return _published(self.records.entries, self.today)

    @part
    def guides(self) -> Guides:
        blocks = cast("tuple[Entry[Block], ...]", self.entries.get("block", ()))
        return Guides(
            blocks, self.territories, [section.id for section in self.frame.sections], self.settings.territory
        )

    @part
    def journeys(self) -> Journeys:
        steps = cast("tuple[Entry[JourneyStep], ...]", self.entries.get("step", ()))
        return Journeys(steps, self.territories, self.settings.territory)

    @part
    def directory(self) -> ContactDirectory:
        data = self.records.data
        return ContactDirectory(
            (*self.records.open_data.town_halls, *(placed.record for placed in data.contacts)),
            (placed.record for placed in data.absences),
            self.frame.roles,
            self.territories,
            self.settings.first_contacts,
        )

    @part
    def by_key(self) -> Mapping[str, Entry[Content]]:
        return {entry.key: entry for group in self.entries.values() for entry in group}

    @part
    def by_path(self) -> Mapping[str, Entry[Content]]:
        return {path: entry for group in self.entries.values() for entry in group for path in entry.paths.values()}

    @part
    def groups(self) -> Mapping[tuple[str, str | None], tuple[Entry[Content], ...]]:
        return _groups(self.entries)

    @part
    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(placed.record for placed in self.records.data.organisations)

    @part
    def organisations_by_territory(self) -> Mapping[str, tuple[Organisation, ...]]:
        return _covering(self.organisations)

    @part
    def sectors(self) -> Mapping[str, Sector]:
        return {placed.record.id: placed.record for placed in self.records.data.sectors}

    @part
    def media(self) -> Mapping[str, MediaFile]:
        return _shown(self.records, self.entries)

    @part
    def populations(self) -> Mapping[str, int]:
        return _populations(self.territories)

    @by_value
    def doors(self) -> Mapping[str, Point]:
        """Few contacts move: what is measured from here need not be worked out when a telephone number changes."""
        role = self.settings.place_role
        holders = self.directory.holders(role).items() if role else ()
        return {code: contact.position.point for code, contact in holders if contact.position}

    @by_value
    def outdated_proofs(self) -> frozenset[str]:
        self.memory.read(TODAY)
        return outdated(self.entries.get("proof", ()), self.today)

    @by_value
    def former_profiles(self) -> tuple[FormerProfile, ...]:
        self.memory.read(TODAY)
        return former_profiles(self.records.entries, self.today, self.records.sources.unread_texts)

    @by_value
    def former_events(self) -> tuple[FormerEvent, ...]:
        self.memory.read(TODAY)
        return former_events(self.records.entries, self.today)

    @by_value
    def withdrawn(self) -> tuple[Withdrawn, ...]:
        self.memory.read(TODAY)
        return withdrawn(self.records.ledger, self.records.entries, self.by_key)

    @by_value
    def recorded(self) -> Recorded:
        return recorded(self.records.ledger)

    @by_value
    def former_slugs(self) -> Mapping[str, str]:
        return self.records.open_data.former.slugs

    @by_value
    def former_codes(self) -> Mapping[str, str]:
        return self.records.open_data.former.codes

    @by_value
    def pictures_over(self) -> Mapping[str, date]:
        people = [entry for kind in PEOPLE for entry in self.entries.get(kind, ())]
        own = {entry.id: _Pictures(self.media).stems([entry]) for entry in people if entry.reference.over_on}
        return pictures_over(self.media, people, own)

    @part
    def alerts(self) -> tuple[Alert, ...]:
        self.memory.read(TODAY)
        return _alerts(self.records, self.today)


def _alerts(records: Records, today: date) -> tuple[Alert, ...]:
    listed = (placed.record for placed in records.data.alerts if not placed.record.is_over(today))
    return tuple(sorted(listed, key=lambda alert: (alert.starts, alert.id)))


def _territories(records: Records) -> Territories:
    own = (placed.record for placed in records.data.territories)
    levels = [level.id for level in records.settings.levels]
    merged: dict[str, Territory] = {}
    for territory in (*own, *records.open_data.territories):
        merged.setdefault(territory.code, territory)
    return Territories(merged.values(), levels)


def _published(entries: Iterable[Entry[Content]], today: date) -> dict[str, tuple[Entry[Content], ...]]:
    """Published entries by kind, in the order of their lists: people within their consent, offers until they end.

    What names somebody leaves with them.
    """
    by_kind: dict[str, list[Entry[Content]]] = defaultdict(list)
    shown = [entry for entry in entries if entry.published and entry.reference.shown(today)]
    people = {entry.id for entry in shown if entry.kind in PEOPLE}
    for entry in shown:
        if not entry.reference.named or people.issuperset(entry.reference.named):
            by_kind[entry.kind].append(entry)
    return {kind: tuple(sorted(group, key=lambda e: e.reference.order_key)) for kind, group in by_kind.items()}


def _groups(
    entries: Mapping[str, tuple[Entry[Content], ...]],
) -> dict[tuple[str, str | None], tuple[Entry[Content], ...]]:
    """Entries by kind and list heading, in the order of their lists."""
    groups: dict[tuple[str, str | None], list[Entry[Content]]] = defaultdict(list)
    for kind, of_kind in entries.items():
        for entry in of_kind:
            groups[kind, entry.reference.group].append(entry)
    return {key: tuple(group) for key, group in groups.items()}


def _shown(records: Records, published: Mapping[str, tuple[Entry[Content], ...]]) -> dict[str, MediaFile]:
    """The images that show nobody whom the portal does not publish, nor only what is not published.

    Everybody whom a sidecar names is published; no image, in whatever format, is one that the files of a living
    person who is not published show, read or not, or a file of people that is nobody's; nor one that only drafts,
    archives and what is over show. An image that no file shows is published: an address outside may lead to it.
    """
    shown = {entry.id for kind in PEOPLE for entry in published.get(kind, ())}
    keys = {entry.key for entries in published.values() for entry in entries}
    pictures = _Pictures(records.media)
    withheld = [entry for entry in records.entries if entry.reference.living and entry.id not in shown]
    hidden = pictures.stems(entry for entry in records.entries if entry.key not in keys)
    stems = pictures.stems(withheld)
    if hidden:
        stems |= hidden - pictures.stems(entry for entry in records.entries if entry.key in keys)
    others = [entry for entry in records.entries if not entry.reference.living or entry.id in shown]
    stems |= pictures.stems_named(unread_people(records.sources.unread_texts, others).values())
    return {
        path: media
        for path, media in records.media.items()
        if media.stem not in stems and shown.issuperset(media.sidecar.people)
    }


class _Pictures:
    """The images of media/, by the names of their files: of a text, only what ends as one of them is looked up."""

    def __init__(self, media: Collection[str]) -> None:
        self._media = media
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for path in media:
            name = path.rpartition("/")[2]
            self._by_name[name].append(path)
            self._lengths[f".{name.rpartition('.')[2]}"].add(len(name))

    def stems(self, entries: Iterable[Entry[Content]]) -> set[str]:
        """The images of those entries, whatever their format."""
        return {stem_of(path) for entry in entries for path in self._pictured(entry)}

    def stems_named(self, texts: Iterable[str]) -> set[str]:
        """The images that files seem to show which are no entries."""
        return {
            stem_of(path)
            for text in texts
            for name in self._named(unwritten(unescape(text)))
            for path in self._by_name[name]
        }

    def _pictured(self, entry: Entry[Content]) -> Iterator[str]:
        """The images that an entry's files show, or seem to: a file name is enough, however the link is written."""
        for version in entry.versions.values():
            if version.image and version.image in self._media:
                yield version.image
            for name in self._named(unwritten(unescape(version.body))):
                yield from self._by_name[name]

    def _named(self, text: str) -> Iterator[str]:
        for ending, lengths in self._lengths.items():
            ends = (found.end() for found in re.finditer(re.escape(ending), text))
            names = (text[end - length : end] for end in ends for length in lengths if length <= end)
            yield from (name for name in names if name in self._by_name)


def _covering(organisations: Iterable[Organisation]) -> dict[str, tuple[Organisation, ...]]:
    covering: dict[str, list[Organisation]] = defaultdict(list)
    for organisation in organisations:
        for code in organisation.covers:
            covering[code].append(organisation)
    return {code: tuple(found) for code, found in covering.items()}


def _populations(territories: Territories) -> dict[str, int]:
    """Inhabitants of each territory: its own figure, else the sum of its members when all are known and inside."""
    populations = {t.code: t.population for t in territories if t.population is not None}
    for territory in territories:
        if territory.members_outside:
            continue
        members = [member.population for member in territories.members(territory.code)]
        known = [population for population in members if population is not None]
        if territory.code not in populations and members and len(known) == len(members):
            populations[territory.code] = sum(known)
    return populations
