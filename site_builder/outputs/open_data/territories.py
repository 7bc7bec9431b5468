"""What is published of each territory: a file for each, composed of what many territories share, written once."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from site_builder.model.entry import Content, Entry
from site_builder.model.territory import Territory
from site_builder.output import Output
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.contacts import ContactWriter, contact_writer
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header, listed, opened, place_names, sources
from site_builder.outputs.open_data.records import written
from site_builder.plan.files import map_file, permanent_path, territory_data_file
from site_builder.plan.pages import GUIDE, JOURNEY, PARTNER_WORK, PORTRAIT, WORKPLACE
from site_builder.render.scene import Scene
from site_builder.render.views.guide.directories import WelcomeEntries, listed_roles, welcome_entries
from site_builder.resolve.directory import CheckedAbsent, Known
from site_builder.resolve.inheritance import GuideKey, Piece

PAGES = {
    GUIDE: "guide",
    JOURNEY: "journey",
    PORTRAIT: "portrait",
    WORKPLACE: "workplace",
    PARTNER_WORK: "partner_work",
}
"""The kinds of pages that a territory has, and what the open data calls them."""
DECIMALS = 5
"""Of a degree: about a metre."""


def territory_files(scene: Scene, territories: Sequence[Territory]) -> Iterator[Output]:
    """A file for each of these; there are none where there is no open data."""
    if not territories:
        return
    compose = scene.once(_composer)
    for territory in territories:
        with scene.asking.noting() as asked:
            data = compose.file(territory)
        yield Output(territory_data_file(territory.code), data, tuple(sorted(asked)))


@dataclass(frozen=True, slots=True)
class TerritoryRecord:
    """A territory as values, and the same as JSON: three files say it."""

    row: shapes.TerritoryRow
    json: str


def territory_records(scene: Scene) -> list[TerritoryRecord]:
    """All territories."""
    rows = (territory_row(scene, territory) for territory in scene.portal.territories)
    return [TerritoryRecord(row, written(row)) for row in rows]


def territories_file(scene: Scene, records: Sequence[TerritoryRecord]) -> DataFile:
    """territories.json: all of them, a line each."""
    head = opened(header(scene, "territories"), sources=sources(scene))
    data = listed(head, "territories", [record.json for record in records])
    return DataFile(name="territories.json", data=data, schema="territories", count=len(records))


def territory_row(scene: Scene, territory: Territory) -> shapes.TerritoryRow:
    """What there is to know of a territory itself."""
    portal, code = scene.portal, territory.code
    row: shapes.TerritoryRow = {
        "code": code,
        "level": territory.level,
        "name": place_names(scene, code),
        "parents": list(territory.parents),
    }
    if territory.kind:
        row["kind"] = territory.kind
    if territory.postal_codes:
        row["postal_codes"] = list(territory.postal_codes)
    if code in portal.populations:
        row["population"] = portal.populations[code]
    if territory.seat:
        row["seat"] = territory.seat
    if territory.members_outside:
        row["members_outside"] = list(territory.members_outside)
    at = scene.geography.positions.get(code)
    if at:
        row["position"] = {"latitude": round(at[1], DECIMALS), "longitude": round(at[0], DECIMALS)}
    return row


@dataclass(frozen=True)
class _Composer:
    """Composes files. ``guides``, ``ancestors`` and ``unrecorded`` write what many territories share."""

    scene: Scene
    head: bytes
    contacts: ContactWriter
    guides: Callable[[str], bytes]
    ancestors: Callable[[tuple[str, ...]], bytes]
    unrecorded: Callable[[tuple[str, ...]], bytes]
    entries: Mapping[str, Sequence[shapes.EntryReference]]
    welcome: WelcomeEntries
    pages: Mapping[str, Mapping[str, shapes.Labels]]

    def file(self, territory: Territory) -> bytes:
        """One file, put together of what is JSON already: nothing that is shared is written twice."""
        code = territory.code
        contacts, unrecorded = self._answers(code)
        parts = (
            self.head,
            written(self._own(territory))[:-1].encode(),
            b',"ancestors":',
            self.ancestors(self.scene.portal.territories.chain(code)[:-1]),
            b',"guide":',
            self.guides(code),
            f',"contacts":[{contacts}],"unrecorded_roles":'.encode(),
            self.unrecorded(unrecorded),
            b"}}\n",
        )
        return b"".join(parts)

    def _answers(self, code: str) -> tuple[str, tuple[str, ...]]:
        """What is known of roles, as JSON, and the roles of which nothing is."""
        answers = self.scene.portal.directory.answers(code)
        recorded = (answers.first, *answers.recorded) if answers.first else answers.recorded
        listed = {role.id: entries for role, entries in listed_roles(self.scene, self.welcome, code)}
        said = [self._answer(role.id, answer) for role, answer in recorded]
        said += [_listed(role, code, entries) for role, entries in listed.items()]
        missing = (*answers.unrecorded, *answers.silent)
        return ",".join(said), tuple([role.id for role in missing if role.id not in listed])

    def _own(self, territory: Territory) -> dict[str, object]:
        """What it shares with no other territory."""
        portal, code = self.scene.portal, territory.code
        around = {
            "children": [child.code for child in portal.territories.children(code)],
            "neighbours": portal.neighbours.get(code),
            "entries": self.entries.get(code),
            "outlines": self._outlines(code),
        }
        found = {name: values for name, values in around.items() if values}
        permanent = self.scene.links.absolute(permanent_path(code))
        return {**territory_row(self.scene, territory), **found, "pages": self.pages[code], "permanent": permanent}

    def _outlines(self, code: str) -> list[str]:
        """The GeoJSON of its members' outlines."""
        plan = self.scene.geography.map_plan(code)
        return [self.scene.links.absolute(map_file(code, ending="geojson"))] if plan else []

    def _answer(self, role: str, answer: Known | CheckedAbsent) -> str:
        known: Known | None
        if isinstance(answer, Known):  # as nearly all are: three texts are sooner put together than encoded
            known, said = answer, f'"role":{written(role)},"state":"known","territory":{written(answer.scale)}'
        else:
            known, said = answer.nearest, written(self._absence(role, answer))[1:-1]
        contact = f',"contact":{self.contacts.written(known.contact)}' if known else ""
        return f"{{{said}{contact}}}"

    def _absence(self, role: str, answer: CheckedAbsent) -> shapes.Answer:
        absence = answer.absence
        return {
            "role": role,
            "state": "absent",
            "territory": answer.scale,
            "checked_by": self.contacts.record.label(absence.checked_by),
            "checked_on": absence.checked_on.isoformat(),
        }


def _composer(scene: Scene) -> _Composer:
    """That of a process."""
    guides = scene.portal.guides
    made: dict[GuideKey, bytes] = {}

    def guide(code: str) -> bytes:
        key = guides.key(code)
        if key not in made:
            pieces = ((section.id, piece) for section in guides.guide(code) for piece in section.pieces)
            made[key] = written([_placed(*each) for each in pieces]).encode()
        return made[key]

    return _Composer(
        scene=scene,
        head=f'{opened(header(scene, "territory"), sources=sources(scene))}\n"territory":'.encode(),
        contacts=contact_writer(scene),
        guides=guide,
        ancestors=cache(lambda above: written([_ancestor(scene, code) for code in above]).encode()),
        unrecorded=cache(lambda roles: written(roles).encode()),
        entries=_entries(scene),
        welcome=welcome_entries(scene),
        pages=_pages(scene),
    )


def _listed(role: str, code: str, entries: Sequence[Entry[Content]]) -> str:
    said: shapes.Answer = {"role": role, "state": "listed", "territory": code}
    return written({**said, "entries": [_reference(entry) for entry in entries]})


def _reference(entry: Entry[Content]) -> shapes.EntryReference:
    return {"type": entry.kind, "id": entry.id}


def _ancestor(scene: Scene, code: str) -> shapes.Ancestor:
    return {"code": code, "level": scene.portal.territories[code].level, "name": place_names(scene, code)}


def _placed(section: str, piece: Piece) -> shapes.PlacedBlock:
    placed: shapes.PlacedBlock = {"id": piece.entry.id, "section": section, "territory": piece.territory}
    if piece.mode and piece.refines:
        placed["mode"] = cast("shapes.Refining", piece.mode.value)
        placed["refines"] = piece.refines
    others = sorted(piece.stands_for - {piece.entry.id})
    if others:
        placed["stands_for"] = others
    return placed


def _pages(scene: Scene) -> Mapping[str, Mapping[str, shapes.Labels]]:
    """Addresses by territory, kind of page and language."""
    found: dict[str, dict[str, shapes.Labels]] = defaultdict(dict)
    for page in scene.site:
        name = PAGES.get(page.kind)
        if name:
            found[page.subject].setdefault(name, {})[page.lang] = scene.links.absolute(page.path)
    return found


def _entries(scene: Scene) -> Mapping[str, Sequence[shapes.EntryReference]]:
    """What speaks of each territory itself."""
    found: dict[str, list[shapes.EntryReference]] = defaultdict(list)
    for entry in scene.portal.published:
        if entry.reference.territory:
            found[entry.reference.territory].append(_reference(entry))
    return found
