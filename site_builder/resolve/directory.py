"""The directory: who answers for a role in a territory, or one of the two honest absences (F13)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from site_builder.model.contact import Absence, Contact
from site_builder.model.guide import Role
from site_builder.resolve.territories import Territories


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Here it is. ``scale`` is the territory it is known for: the one asked about, or the nearest above it.

    For the role that every place has, also a town below it: its seat, or its largest member.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known of every role in a territory; those in the order of ``first_contacts``, then of guide.yml.

    ``first`` is whom to call first; ``silent`` are the roles that could have been first and that nobody recorded:
    nothing is said of them, since another one stands in for them.
    """

    first: tuple[Role, Known] | None
    recorded: tuple[tuple[Role, Known | CheckedAbsent], ...]
    unrecorded: tuple[Role, ...]
    silent: tuple[Role, ...]


Record = TypeVar("Record", Contact, Absence)


class ContactDirectory:
    """Contacts and checked absences, looked up by role and territory."""

    def __init__(
        self,
        contacts: Iterable[Contact],
        absences: Iterable[Absence],
        roles: Iterable[Role],
        territories: Territories,
        first_contacts: Sequence[str] = (),
    ) -> None:
        """``first_contacts``: in which order somebody to call first is looked for; the last role is every place's."""
        self._territories = territories
        self.roles = {role.id: role for role in roles}
        self._first = tuple(dict.fromkeys(role for role in first_contacts if role in self.roles))
        self._order = tuple(self.roles[role] for role in dict.fromkeys((*self._first, *self.roles)))
        self._contacts = _by_role_and_code(contacts)
        self._absences = _by_role_and_code(absences)

    def own(self, role: str, code: str) -> Contact | None:
        """The contact recorded for the territory itself."""
        return self._contacts.get(role, {}).get(code)

    def holders(self, role: str) -> Mapping[str, Contact]:
        """The contacts for the role, by the code of each territory that has its own."""
        return self._contacts.get(role, {})

    @property
    def absent_roles(self) -> tuple[str, ...]:
        """The roles that somebody found absent somewhere."""
        return tuple(self._absences)

    @cached_property
    def answers(self) -> Callable[[str], Answers]:
        """What is known of every role in a territory, each role once: the pages of one territory follow each other."""
        return lru_cache(maxsize=100)(self._answers)

    def _answers(self, code: str) -> Answers:
        found = {role.id: self.answer(role.id, code) for role in self._order}
        first = next(
            ((self.roles[role], known) for role in self._first if isinstance(known := found[role], Known)), None
        )
        others = [(role, found[role.id]) for role in self._order if first is None or role is not first[0]]
        missing = [role for role, answer in others if isinstance(answer, NotRecorded)]
        replaced = self._first[:-1]
        return Answers(
            first=first,
            recorded=tuple((role, answer) for role, answer in others if not isinstance(answer, NotRecorded)),
            unrecorded=tuple(role for role in missing if role.id not in replaced),
            silent=tuple(role for role in missing if role.id in replaced),
        )

    def answer(self, role: str, code: str) -> Answer:
        """What is known of ``role`` in territory ``code``: the nearest record upwards decides.

        For the role that every place has, a town of the territory answers before anything wider.
        """
        town = self._town(role, code)
        if town:
            return Known(contact=self._contacts[role][town], scale=town)
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

    def _town(self, role: str, code: str) -> str | None:
        """Whose contact stands for the territory's: its own, its seat's or its largest member's."""
        if role not in self._first[-1:]:
            return None
        largest = self._territories.largest_member(code)
        candidates = (code, self._territories[code].seat, largest.code if largest else None)
        return next((town for town in candidates if town and self.own(role, town)), None)


def _by_role_and_code(records: Iterable[Record]) -> Mapping[str, Mapping[str, Record]]:
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        for code in record.covers:
            found[record.role][code] = record
    return found


def _nearest(contacts: Mapping[str, Contact], scales: Iterable[str]) -> Known | None:
    return next((Known(contact=contacts[scale], scale=scale) for scale in scales if scale in contacts), None)
