"""Adaptations for another program to read."""

import json
from collections.abc import Sequence
from typing import Any

from site_builder.cli.history import Silent
from site_builder.cli.overrides_as_text import History, difference
from site_builder.editing.confirming import Confirmed
from site_builder.load.git import Change
from site_builder.resolve.adaptations import Adaptation, AdaptedBlock, Reading, tally
from site_builder.resolve.inheritance import BlockEntry


def as_json(blocks: Sequence[AdaptedBlock], history: History) -> str:
    """``{"blocks": […], "total": {…}}``. Where ``history`` looks for words, each older adaptation has ``since``."""
    total = tally(blocks)
    counts = {name: getattr(total, name) for name in ("blocks", "territories", "adaptations", "older", "never")}
    return _written({"blocks": [_block(block, history) for block in blocks], "total": counts})


def confirmed_as_json(done: Sequence[tuple[Adaptation, Confirmed, str]]) -> str:
    """``{"confirmed": […]}``."""
    rows = [
        {
            "id": adaptation.entry.id,
            "path": adaptation.entry.paths[adaptation.entry.reference_lang],
            "against": adaptation.above.reference.edition,
            "outcome": outcome.value,
            "error": error or None,
        }
        for adaptation, outcome, error in done
    ]
    return _written({"confirmed": rows})


def _block(block: AdaptedBlock, history: History) -> dict[str, Any]:
    adaptations = [_adaptation(adaptation, history) for adaptation in block.adaptations]
    change = history.changes.of_file.get(block.entry.paths[block.entry.reference_lang])
    changed = _changed(change) if change else None
    return {**_of_any(block.entry, block.territory), "changed_in": changed, "adaptations": adaptations}


def _changed(change: Change) -> dict[str, str]:
    return {
        "commit": change.commit,
        "day": change.day.isoformat(),
        "author": change.author,
        "subject": change.subject,
    }


def _adaptation(adaptation: Adaptation, history: History) -> dict[str, Any]:
    block = adaptation.entry.reference
    read = history.changes.of_against.get(adaptation.entry.paths[adaptation.entry.reference_lang])
    row = {
        **_of_any(adaptation.entry, adaptation.territory),
        "overrides": adaptation.above.id,
        "mode": block.mode.value if block.mode else None,
        "audiences": [*block.audiences],
        "against": block.against,
        "read_on": read.day.isoformat() if read else None,
        "reading": adaptation.reading.value,
        "changed": [part.value for part in adaptation.changed],
        "acts": adaptation.acts,
    }
    if history.words_in and adaptation.reading is Reading.OLDER:
        found = difference(history.words_in, adaptation)
        row["since"] = found.value if isinstance(found, Silent) else {part.value: text for part, text in found.items()}
    return row


def _of_any(entry: BlockEntry, territory: str) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.reference.title,
        "territory": territory,
        "edition": entry.reference.edition,
        "languages": [*entry.versions],
        "path": entry.paths[entry.reference_lang],
    }


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
