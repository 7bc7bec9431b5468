"""The directory: who answers for a role in a territory, or one of the two honest absences (F13)."""

from collections.abc import Iterable
from dataclasses import dataclass

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
        self._contacts = {(c.role, code): c for c in contacts for code in c.covers}
        self._absences = {(a.role, code): a for a in absences for code in a.covers}

    def own(self, role: str, code: str) -> Contact | None:
        """The contact recorded for the territory itself."""
        return self._contacts.get((role, code))

    def answer(self, role: str, code: str) -> Answer:
        """What is known of ``role`` in territory ``code``: the nearest record upwards decides."""
        upwards = tuple(reversed(self._territories.chain(code)))
        for position, scale in enumerate(upwards):
            contact = self._contacts.get((role, scale))
            if contact:
                return Known(contact=contact, scale=scale)
            absence = self._absences.get((role, scale))
            if absence:
                nearest = self._nearest(role, upwards[position + 1 :])
                return CheckedAbsent(absence=absence, scale=scale, nearest=nearest)
        return NotRecorded(role=self.roles[role])

    def _nearest(self, role: str, scales: Iterable[str]) -> Known | None:
        for scale in scales:
            contact = self._contacts.get((role, scale))
            if contact:
                return Known(contact=contact, scale=scale)
        return None
