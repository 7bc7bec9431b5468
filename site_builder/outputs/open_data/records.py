"""Records as JSON values: what is not known is left out, dates are ISO 8601, labels are by language."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from site_builder.model.values import Lang, Localized
from site_builder.model.when import DayOrHour

EMPTY: tuple[object, ...] = (None, "", (), {})
WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def written(value: object) -> str:
    """As JSON: keys in the order in which they were given."""
    return WRITER.encode(value)


@dataclass(frozen=True, slots=True)
class Recorder:
    """How the records of a portal are written. ``reference``: the language of labels that say none."""

    reference: Lang
    zone: ZoneInfo

    def value(self, value: Any) -> Any:
        """A field of a record, or a record."""
        if isinstance(value, Localized):
            return self.label(value)
        if isinstance(value, BaseModel):
            return self.fields(value, _names(type(value)))
        return [self.value(each) for each in value] if isinstance(value, tuple) else self._plain(value)

    def _plain(self, value: Any) -> Any:
        if isinstance(value, DayOrHour):
            return value.in_zone(self.zone)
        if isinstance(value, date):
            return value.isoformat()
        return value.value if isinstance(value, Enum) else value

    def label(self, label: Localized) -> dict[str, str]:
        """A text by the code of its language."""
        return {lang or self.reference: text for lang, text in label.root.items()}

    def fields(self, record: BaseModel, names: Collection[str]) -> dict[str, Any]:
        """Those of its fields that say something, in the order of its model."""
        found = {name: getattr(record, name) for name in _names(type(record)) if name in names}
        return {name: self.value(value) for name, value in found.items() if value not in EMPTY}


@cache
def _names(model: type[BaseModel]) -> tuple[str, ...]:
    """Its fields: to ask a model for them takes as long as to write one."""
    return tuple(model.model_fields)
