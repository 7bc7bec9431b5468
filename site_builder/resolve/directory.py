"""The directory: who answers for a role in a territory, or one of the two honest absences (F13)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from site_builder.model.contact import Absence, Contact
from site_builder.model.guide import Role
from site_builder.resolve.territories import Territories


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Here it is. ``scale`` is the territory it is known for: the one asked about, or the nearest above it."""

    contact: Contact
    scale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedAbsent:
    """Somebody checked: there is none here. ``nearest`` is the nearest wider scale that has one."""

    absence: Absence
    scale: str
    nearest: Known | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRecorded:
    """We do not know: nobody recorded one. The role's national directory answers."""

    role: Role


Answer = Known | CheckedAbsent | NotRecorded
Record = TypeVar("Record", Contact, Absence)


class ContactDirectory:
    """Contacts and checked absences, looked up by role and territory."""

    def __init__(
        self,
        contacts: Iterable[Contact],
        absences: Iterable[Absence],
        roles: Iterable[Role],
        territories: Territories,
    ) -> None:
        self._territories = territories
        self.roles = {role.id: role for role in roles}
        self._contacts = _by_role_and_code(contacts)
        self._absences = _by_role_and_code(absences)

    def own(self, role: str, code: str) -> Contact | None:
        """The contact recorded for the territory itself."""
        return self._contacts.get(role, {}).get(code)

    def answer(self, role: str, code: str) -> Answer:
        """What is known of ``role`` in territory ``code``: the nearest record upwards decides."""
        contacts, absences = self._contacts.get(role, {}), self._absences.get(role, {})
        if not contacts and not absences:
            return NotRecorded(role=self.roles[role])
        upwards = tuple(reversed(self._territories.chain(code)))
        for position, scale in enumerate(upwards):
            if scale in contacts:
                return Known(contact=contacts[scale], scale=scale)
            if scale in absences:
                nearest = _nearest(contacts, upwards[position + 1 :])
                return CheckedAbsent(absence=absences[scale], scale=scale, nearest=nearest)
        return NotRecorded(role=self.roles[role])


def _by_role_and_code(records: Iterable[Record]) -> Mapping[str, Mapping[str, Record]]:
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        for code in record.covers:
            found[record.role][code] = record
    return found


def _nearest(contacts: Mapping[str, Contact], scales: Iterable[str]) -> Known | None:
    return next((Known(contact=contacts[scale], scale=scale) for scale in scales if scale in contacts), None)
