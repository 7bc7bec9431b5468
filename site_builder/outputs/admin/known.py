"""What the portal's own data say may stand in a field: entries of a kind, sections, audiences, roles."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from site_builder.model.values import Localized
from site_builder.outputs.admin.types import Widget
from site_builder.outputs.admin.words import FormWords
from site_builder.resolve.portal import Portal

_ENTRIES: tuple[tuple[str, str, str, bool], ...] = (
    ("JourneyStep", "block", "block", False),
    ("EasyText", "block", "block", False),
    ("Block", "overrides", "block", False),
    ("Stop", "asset", "asset", False),
    ("Image", "people", "ambassador", True),
)
"""Model, field, and the kind whose ids it holds; whether several."""


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Localized: ...


def known_values(portal: Portal, words: FormWords) -> Mapping[tuple[str, str], Widget]:
    """By the model that declares the field, and its name; a list that has nothing in it yet is left to be written."""
    frame = portal.frame
    chosen = (
        ("Block", "section", _titles(frame.sections, words), False),
        ("Content", "audiences", _titles(frame.audiences, words), True),
        ("Block", "needs", _titles(frame.roles, words), True),
        ("JourneyStep", "role", _titles(frame.roles, words), False),
        ("Guideline", "sector", _named(((each.id, each.name) for each in portal.sectors.values()), words), False),
    )
    selects = {(model, name): _select(options, many=many) for model, name, options, many in chosen if options}
    return selects | {(model, name): _relation(kind, many=many) for model, name, kind, many in _ENTRIES}


def _titles(titled: Iterable[_Titled], words: FormWords) -> list[dict[str, str]]:
    return _named(((each.id, each.title) for each in titled), words)


def _named(named: Iterable[tuple[str, Localized]], words: FormWords) -> list[dict[str, str]]:
    return [{"label": words.label(label), "value": name} for name, label in named]


def _select(options: list[dict[str, str]], *, many: bool) -> Widget:
    return {"widget": "select", "options": options, **({"multiple": True} if many else {})}


def _relation(kind: str, *, many: bool) -> Widget:
    named = {"collection": kind, "value_field": "id", "display_fields": ["title"], "search_fields": ["title", "id"]}
    return {"widget": "relation", **named, **({"multiple": True} if many else {})}
