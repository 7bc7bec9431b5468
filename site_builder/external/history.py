"""Since when nothing answers at an address: a link is reported only after it failed on several days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from site_builder.external.answers import WHY, Answer, Outcome

DAYS = 3
"""On so many different days it has to fail: a server may be down for a night, or for a weekend."""


class Failure(BaseModel):
    """An address that failed the last time: on which day first and last, on how many, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: date
    last: date
    days: int
    why: str = Field(pattern=rf"^(?:[0-9]{{3}}|{'|'.join(WHY)})$")
    """A status, or a word of ``WHY``."""

    @property
    def is_reported(self) -> bool:
        """Whether it has failed often enough to be somebody's work."""
        return self.days >= DAYS


class History(BaseModel):
    """What is kept from one week to the next: addresses that failed, and nothing of those that answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    failures: dict[str, Failure] = {}

    def with_answers(self, answers: Mapping[str, Answer], today: date) -> "History":
        """The history after another day. An address that the portal no longer has is forgotten."""
        failures = {}
        for address, answer in sorted(answers.items()):
            before = self.failures.get(address)
            if answer.outcome is Outcome.FAILED:
                failures[address] = _failed(before, answer.detail, today)
            elif answer.outcome is Outcome.UNTOLD and before:
                failures[address] = before
        return History(failures=failures)

    def as_json(self) -> str:
        """To be kept in a file."""
        return self.model_dump_json(indent=2) + "\n"


class _Kept(BaseModel):
    """A file that may be a history."""

    model_config = ConfigDict(extra="forbid")

    failures: dict[str, object] = {}


def read_history(text: str | None) -> History:
    """What was kept, without what is none of ours; an empty history where there is none."""
    try:
        kept = _Kept.model_validate_json(text or "{}")
    except ValidationError:
        return History()
    read = ((address, _failure(values)) for address, values in kept.failures.items())
    return History(failures={address: failure for address, failure in read if failure})


def _failure(values: object) -> Failure | None:
    try:
        return Failure.model_validate(values)
    except ValidationError:
        return None


@dataclass(frozen=True, slots=True)
class Report:
    """Links for somebody to mend: those that fail, since when and why, and those that have moved, and where to."""

    dead: Mapping[str, Failure]
    moved: Mapping[str, str]
    asked: int
    waiting: int
    """Addresses that fail, but not on enough days yet."""


def report_of(history: History, answers: Mapping[str, Answer]) -> Report:
    """What is to be done."""
    failing = {address: failure for address, failure in history.failures.items() if address in answers}
    reported = {address: failure for address, failure in failing.items() if failure.is_reported}
    return Report(
        dead=reported,
        moved=_moved(answers.items()),
        asked=len(answers),
        waiting=len(failing) - len(reported),
    )


def _moved(answers: Iterable[tuple[str, Answer]]) -> dict[str, str]:
    return {address: answer.detail for address, answer in sorted(answers) if answer.outcome is Outcome.MOVED}


def _failed(before: Failure | None, why: str, today: date) -> Failure:
    if before is None:
        return Failure(since=today, last=today, days=1, why=why)
    return Failure(since=before.since, last=today, days=before.days + (today > before.last), why=why)
