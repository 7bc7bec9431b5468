"""The directory: who answers for a role in a territory, or one of the two honest absences (F13)."""

import copy
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, TypeVar

from site_builder.incremental.asking import Ask, unheard
from site_builder.incremental.inputs import fingerprint, fingerprint_of
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
EVERYBODY = "contacts"
"""What is asked for by who looks at all contacts."""


def recorded_for(code: str) -> str:
    """What is asked for by who looks at the records of a territory."""
    return f"contacts {code}"


class _Deciding(NamedTuple):
    """The territories whose records decide what is known in one: itself and what it lies in, the nearest first, and
    the towns that stand for it.
    """

    upwards: tuple[str, ...]
    towns: tuple[str, ...]
    asked: tuple[str, ...]


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
        self._not_recorded = {role.id: NotRecorded(role=role) for role in self._order}
        self._contacts = _by_role_and_code(contacts)
        self._absences = _by_role_and_code(absences)
        self._recorded = tuple(role.id for role in self._order if role.id in {*self._contacts, *self._absences})
        self.ask: Ask = unheard

    def __getstate__(self) -> dict[str, object]:
        """Without the answers that were given: a memo of one process."""
        return {name: value for name, value in vars(self).items() if name not in {"_answered", "_deciding", "recorded"}}

    def heard_by(self, ask: Ask) -> "ContactDirectory":
        """The same, which says whose records it looks at (`recorded_for`, `EVERYBODY`)."""
        heard = copy.copy(self)
        heard.ask = ask
        return heard

    @cached_property
    def recorded(self) -> Mapping[str, str]:
        """Fingerprints of what can be asked for: of the records for each territory, and of all of them."""
        of_code: dict[str, list[str]] = defaultdict(list)
        for records in (*self._contacts.values(), *self._absences.values()):
            for code, record in records.items():
                of_code[code].append(fingerprint(record.model_dump_json().encode()))
        found = {recorded_for(code): fingerprint_of(said) for code, said in of_code.items()}
        return {**found, EVERYBODY: fingerprint_of(f"{code} {said}" for code, said in found.items())}

    def own(self, role: str, code: str) -> Contact | None:
        """The contact recorded for the territory itself."""
        self.ask((recorded_for(code),))
        return self._contacts.get(role, {}).get(code)

    def holders(self, role: str) -> Mapping[str, Contact]:
        """The contacts for the role, by the code of each territory that has its own."""
        self.ask((EVERYBODY,))
        return self._contacts.get(role, {})

    @property
    def absent_roles(self) -> tuple[str, ...]:
        """The roles that somebody found absent somewhere."""
        self.ask((EVERYBODY,))
        return tuple(self._absences)

    def answers(self, code: str) -> Answers:
        """What is known of every role in a territory, each territory once: all its pages ask, in every language."""
        self.ask(self._deciding(code).asked)
        return self._answered(code)

    @cached_property
    def _answered(self) -> Callable[[str], Answers]:
        return cache(self._answers)

    @cached_property
    def _deciding(self) -> Callable[[str], _Deciding]:
        return cache(self._who_decides)

    def _who_decides(self, code: str) -> _Deciding:
        upwards = tuple(reversed(self._territories.chain(code)))
        largest = self._territories.largest_member(code)
        towns = (code, self._territories[code].seat, largest.code if largest else None)
        named = tuple(dict.fromkeys(town for town in towns if town))
        return _Deciding(upwards, named, tuple(map(recorded_for, dict.fromkeys((*upwards, *named)))))

    def _answers(self, code: str) -> Answers:
        deciding = self._deciding(code)
        found: dict[str, Answer] = {**self._not_recorded}
        found.update((role, self._answer(role, deciding)) for role in self._recorded)
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
        deciding = self._deciding(code)
        self.ask(deciding.asked)
        return self._answer(role, deciding)

    def _answer(self, role: str, deciding: _Deciding) -> Answer:
        """What those who decide have recorded: nobody else's records are looked at."""
        contacts, absences = self._contacts.get(role, {}), self._absences.get(role, {})
        if not contacts and not absences:
            return self._not_recorded[role]
        town = next((town for town in deciding.towns if town in contacts), None) if role in self._first[-1:] else None
        if town:
            return Known(contact=contacts[town], scale=town)
        upwards = deciding.upwards
        for position, scale in enumerate(upwards):
            if scale in contacts:
                return Known(contact=contacts[scale], scale=scale)
            if scale in absences:
                nearest = _nearest(contacts, upwards[position + 1 :])
                return CheckedAbsent(absence=absences[scale], scale=scale, nearest=nearest)
        return self._not_recorded[role]


def _by_role_and_code(records: Iterable[Record]) -> Mapping[str, Mapping[str, Record]]:
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        for code in record.covers:
            found[record.role][code] = record
    return found


def _nearest(contacts: Mapping[str, Contact], scales: Iterable[str]) -> Known | None:
    return next((Known(contact=contacts[scale], scale=scale) for scale in scales if scale in contacts), None)
