"""The YAML files of data/ to typed records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, node_at, place_of, stands_at
from site_builder.model.alert import Alert
from site_builder.model.contact import Absence, Contact
from site_builder.model.guide import GuideFrame
from site_builder.model.rgaa import Rgaa
from site_builder.model.search import SearchWords
from site_builder.model.settings import PortalSettings
from site_builder.model.terms import Glossary
from site_builder.model.territory import Organisation, PlaceForms, Sector, Territory
from site_builder.problems import Place, Problem
from site_builder.validate.closest import closest
from site_builder.validate.records import validate_node

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A record and the YAML that it was read from."""

    record: R
    node: Node

    def place(self, *path: str | int) -> Place:
        """The place of one of its values; of the whole where the value is not written."""
        return place_of(self.node, path)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRecords:
    """Everything data/ says, apart from the open data tables."""

    settings: PortalSettings | None
    guide: GuideFrame | None
    glossary: Glossary
    search: SearchWords
    rgaa: Rgaa
    territories: tuple[Placed[Territory], ...]
    organisations: tuple[Placed[Organisation], ...]
    sectors: tuple[Placed[Sector], ...]
    contacts: tuple[Placed[Contact], ...]
    absences: tuple[Placed[Absence], ...]
    alerts: tuple[Placed[Alert], ...]
    place_forms: Mapping[str, Mapping[str, PlaceForms]]
    named: Mapping[str, tuple[str, ...]]
    """The codes and ids that each list writes, by key, in records with mistakes too."""


PLACE_NAMES = "data/reference/place_names.yml"
SINGLE_FILES = (
    "data/portal.yml",
    "data/guide.yml",
    "data/glossary.yml",
    "data/search.yml",
    "data/rgaa.yml",
    PLACE_NAMES,
)
LIST_KEYS = ("territories", "organisations", "sectors", "contacts", "absences", "alerts")


def validate_data(
    nodes: Mapping[str, Node], left_out: Mapping[str, Collection[int]] | None = None
) -> tuple[DataRecords, list[Problem]]:
    """Typed records of data/. A list may stand in any file, under its own key.

    Items of lists that stand on the lines ``left_out`` of a file are passed over; others may name them all the same.
    """
    problems: list[Problem] = []
    lists = _Lists(nodes, problems, left_out or {})
    records = DataRecords(
        settings=_single(nodes, "data/portal.yml", PortalSettings, problems),
        guide=_single(nodes, "data/guide.yml", GuideFrame, problems),
        glossary=_single(nodes, "data/glossary.yml", Glossary, problems) or Glossary(),
        search=_single(nodes, "data/search.yml", SearchWords, problems) or SearchWords(),
        rgaa=_single(nodes, "data/rgaa.yml", Rgaa, problems) or Rgaa(),
        territories=lists.read("territories", Territory),
        organisations=lists.read("organisations", Organisation),
        sectors=lists.read("sectors", Sector),
        contacts=lists.read("contacts", Contact),
        absences=lists.read("absences", Absence),
        alerts=lists.read("alerts", Alert),
        place_forms=_place_forms(nodes.get(PLACE_NAMES), problems),
        named={key: lists.names(key) for key in LIST_KEYS},
    )
    return records, problems


def _single(nodes: Mapping[str, Node], path: str, model: type[R], problems: list[Problem]) -> R | None:
    if path not in nodes:
        return None
    record, record_problems = validate_node(model, nodes[path])
    problems.extend(record_problems)
    return record


def is_in_a_list(node: Node, line: int) -> bool:
    """Whether a record stands on ``line`` of a file of lists."""
    lists = [node.values.get(key) for key in LIST_KEYS] if isinstance(node, MapNode) else []
    return any(stands_at(item, line) for each in lists if isinstance(each, ListNode) for item in each.items)


class _Lists:
    """The lists of all data files, by key."""

    def __init__(
        self, nodes: Mapping[str, Node], problems: list[Problem], left_out: Mapping[str, Collection[int]]
    ) -> None:
        self._problems = problems
        self._left_out = left_out
        self._items: dict[str, list[Node]] = {key: [] for key in LIST_KEYS}
        for path, node in nodes.items():
            if path not in SINGLE_FILES:
                self._collect(node)

    def _collect(self, node: Node) -> None:
        if not isinstance(node, MapNode):
            self._problems.append(Problem("not-a-mapping", node.place, {"fixed": "contacts:\n  - …"}))
            return
        for key, value in node.values.items():
            if key not in self._items:
                suggestion = closest(key, LIST_KEYS)
                code = "unknown-field" if suggestion else "unexpected-field"
                values = {"field": key, "known": ", ".join(LIST_KEYS), "suggestion": suggestion}
                self._problems.append(Problem(code, node.keys[key], {**values, "fixed": f"{suggestion}:"}))
            elif isinstance(value, ListNode):
                self._items[key].extend(value.items)
            elif not isinstance(value, Scalar) or value.text is not None:
                self._problems.append(Problem("not-a-list", value.place, {"field": key, "fixed": f"{key}:\n  - …"}))

    def read(self, key: str, model: type[R]) -> tuple[Placed[R], ...]:
        records = []
        for item in self._items[key]:
            if any(stands_at(item, line) for line in self._left_out.get(item.place.path, ())):
                continue
            record, problems = validate_node(model, item)
            self._problems.extend(problems)
            if record is not None:
                records.append(Placed(record, item))
        return tuple(records)

    def names(self, key: str) -> tuple[str, ...]:
        """What the items of a list call themselves, whether they could be read or not."""
        written = (node_at(item, (field,)) for item in self._items[key] for field in ("code", "id"))
        return tuple(dict.fromkeys(node.text for node in written if isinstance(node, Scalar) and node.text))


def _place_forms(node: Node | None, problems: list[Problem]) -> dict[str, dict[str, PlaceForms]]:
    forms: dict[str, dict[str, PlaceForms]] = {}
    if node is None:
        return forms
    if not isinstance(node, MapNode):
        problems.append(Problem("not-a-mapping", node.place, {"fixed": '"40088": {fr: {at: …, of: …}}'}))
        return forms
    for code, languages in node.values.items():
        if not isinstance(languages, MapNode):
            problems.append(Problem("not-a-mapping", languages.place, {"fixed": "fr: {at: …, of: …}"}))
            continue
        for lang, form_node in languages.values.items():
            form, form_problems = validate_node(PlaceForms, form_node)
            problems.extend(form_problems)
            if form is not None:
                forms.setdefault(code, {})[lang] = form
    return forms
