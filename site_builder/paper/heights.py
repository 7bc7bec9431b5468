"""How tall parts of a pack are, which most territories share: each is measured once, and told to the template."""

import json
from collections.abc import Callable
from dataclasses import replace

from site_builder.model.values import Lang
from site_builder.paper.edition import Code, Edition, RowHeights
from site_builder.paper.written import Fingerprints

ANY_CODE = Code(url="https://portal.example/", colour="#000000")
"""Codes are all of one size."""
Measure = Callable[[Edition], str]
"""What ``theme/print/heights.typ`` says of an edition: ``{"sections": [[…]…], "rows": {"stages": [[…]…]…}}``."""


class Heights:
    """The heights that are known."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._fingerprints = Fingerprints()
        self._sections: dict[tuple[Lang, str], tuple[float, float]] = {}
        self._rows: dict[tuple[Lang, str, str], RowHeights] = {}

    def told(self, edition: Edition) -> Edition:
        """With the heights of its sections, whatever their codes say, and of rows that are no territory's own."""
        bare = [replace(section, qr=ANY_CODE if section.qr else None) for section in edition.sections]
        keys = [(edition.lang, self._fingerprints.of_part(section)) for section in bare]
        parts = {"stages": edition.stages, "terms": edition.terms, "unrecorded": edition.unrecorded}
        rows = {name: (edition.lang, name, self._fingerprints.of_part(part)) for name, part in parts.items()}
        sections = {key: each for key, each in zip(keys, bare, strict=True) if key not in self._sections}
        known = [name for name, key in rows.items() if key in self._rows]
        if sections or len(known) < len(rows):
            asked = replace(
                edition,
                sections=tuple(sections.values()),
                stages=() if "stages" in known else edition.stages,
                terms=() if "terms" in known else edition.terms,
                unrecorded=() if "unrecorded" in known else edition.unrecorded,
            )
            found = json.loads(self._measure(asked))
            self._sections.update(zip(sections, map(tuple, found["sections"]), strict=True))
            measured = {name: tuple(map(tuple, each)) for name, each in found["rows"].items()}
            self._rows.update((key, measured[name]) for name, key in rows.items() if key not in self._rows)
        return replace(
            edition,
            sections=tuple(
                replace(section, heights=self._sections[key])
                for section, key in zip(edition.sections, keys, strict=True)
            ),
            row_heights={name: self._rows[key] for name, key in rows.items()},
        )
