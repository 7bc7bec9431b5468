"""Every label of a portal, with the YAML that it was read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from site_builder.check.sight import Sight
from site_builder.load.nodes import ListNode, MapNode, Node
from site_builder.model.values import Localized, ProperName


@dataclass(frozen=True, slots=True)
class WrittenLabel:
    """A short text in several languages, its field and the YAML that it was read from."""

    field: str
    value: Localized
    node: Node
    is_name: bool


def labels_of(sight: Sight) -> Iterator[WrittenLabel]:
    """Every label of data/, content/ and the images."""
    for record, node in _records(sight):
        yield from _labels(record, node)


def _records(sight: Sight) -> Iterator[tuple[BaseModel, Node]]:
    """The records that may hold labels, and the YAML of each."""
    records, files = sight.records.data, sight.records.sources.data
    for path, single in (
        ("data/portal.yml", sight.portal.settings),
        ("data/guide.yml", records.guide),
        ("data/glossary.yml", records.glossary),
        ("data/rgaa.yml", records.rgaa),
    ):
        if single is not None and path in files:
            yield single, files[path]
    for listed in (records.organisations, records.sectors, records.contacts, records.absences, records.alerts):
        yield from ((placed.record, placed.node) for placed in listed)
    for entry in sight.entries:
        yield entry.reference, sight.document(entry).front
    for media in {item.sidecar_path: item for item in sight.records.media.values()}.values():
        yield media.sidecar, sight.records.sources.sidecars[media.sidecar_path]


def _labels(record: BaseModel, node: Node) -> Iterator[WrittenLabel]:
    """Every label of a record and of those inside it."""
    if not isinstance(node, MapNode):
        return
    for field, info in type(record).model_fields.items():
        if field in node.values:
            is_name = any(mark is ProperName for mark in info.metadata)
            for value, written in _pairs(getattr(record, field), node.values[field]):
                if isinstance(value, Localized):
                    yield WrittenLabel(field, value, written, is_name)
                elif isinstance(value, BaseModel):
                    yield from _labels(value, written)


def _pairs(value: Any, node: Node) -> Iterable[tuple[Any, Node]]:
    """A value and its YAML, one by one in a list; a file that could not be read has none."""
    return zip(value, node.items, strict=False) if isinstance(node, ListNode) else ((value, node),)
