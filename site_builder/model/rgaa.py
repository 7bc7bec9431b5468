"""data/rgaa.yml: the criteria of the French accessibility standard, and how the portal stands."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from site_builder.model.values import Frozen, Line, Localized, Slug


class CriterionState(StrEnum):
    """What can be said of a criterion without an audit."""

    CONFORM = "conform"
    NOT_APPLICABLE = "not-applicable"
    TO_AUDIT = "to-audit"


class Reason(Frozen):
    """How the state of some criteria is known."""

    id: Slug
    text: Localized


class Criterion(Frozen):
    """One question of the standard. ``proofs`` are files of tests that answer it, from the root of the repository."""

    number: Annotated[str, Field(pattern=r"^[0-9]{1,2}\.[0-9]{1,2}$")]
    title: Localized
    state: CriterionState
    reason: Slug
    proofs: tuple[Line, ...] = ()


class CriteriaTopic(Frozen):
    """The criteria about one subject."""

    title: Localized
    criteria: tuple[Criterion, ...]


class Rgaa(Frozen):
    """data/rgaa.yml. Without topics, or without an accessibility statement, there is no page of the criteria."""

    version: Line = ""
    reasons: tuple[Reason, ...] = ()
    topics: tuple[CriteriaTopic, ...] = ()

    @property
    def count(self) -> int:
        """How many criteria the file holds."""
        return sum(len(topic.criteria) for topic in self.topics)
