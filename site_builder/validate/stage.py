"""The validate stage: sources to typed records, with every problem found on the way."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from site_builder.geo.outlines import Outline
from site_builder.incremental.parts import Holder, Memory, by_value, part, passing
from site_builder.incremental.watched import split, watched
from site_builder.load.sources import Sources
from site_builder.load.tables import Row
from site_builder.model.entry import Content, Entry
from site_builder.model.guide import GuideFrame
from site_builder.model.ledger import Ledger
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import PlaceForms
from site_builder.problems import Place, Problem
from site_builder.validate.absent_tables import absent_tables, missing_tables
from site_builder.validate.data_files import DataRecords, validate_data
from site_builder.validate.entries import OF_NAMES, validate_entries
from site_builder.validate.ledger import read_ledger
from site_builder.validate.media import MediaFile, read_media
from site_builder.validate.open_data import Given, OpenData, OpenDataReading, unknown_tables
from site_builder.validate.outlines import validate_outlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything typed; references between records are not yet followed."""

    sources: Sources
    settings: PortalSettings
    guide: GuideFrame
    data: DataRecords
    open_data: OpenData
    entries: tuple[Entry[Content], ...]
    meant_paths: frozenset[str]
    """Where files would be read whose names are wrong, and told: of the sources, and of languages."""
    media: Mapping[str, MediaFile]
    outlines: Mapping[str, Outline]
    ledger: Ledger
    """What was ever published."""


def validate(sources: Sources, memory: Memory | None = None) -> tuple[Records | None, list[Problem]]:
    """Records, or None without data/portal.yml or a table that others rest on: nothing can be said of such a portal."""
    validating = _Validating(memory or Memory(), sources)
    if not validating.is_possible:
        return None, [*validating.problems_of_data, *validating.problems_of_what_is_lost]
    return watched(Records, validating), [*validating.problems_of_data, *validating.problems_of_the_rest]


class _Validating(Holder):
    """How each part of the records is made, and what is wrong with it."""

    def __init__(self, memory: Memory, sources: Sources) -> None:
        super().__init__(memory, "records")
        self.sources = sources
        self.data = split(DataRecords, memory, "records.data", lambda: self.read_data[0])
        self._reading = OpenDataReading(memory, watched(Given, self))
        self.open_data = watched(OpenData, self._reading)

    read_data = passing(lambda self: validate_data(self.sources.data, self.sources.left_out))
    problems_of_data = part(lambda self: self.read_data[1])
    lost_tables = part(lambda self: [*missing_tables(self.sources)])

    @part
    def settings(self) -> PortalSettings:
        assert self.data.settings  # else nobody asks for records
        return self.data.settings

    @part
    def guide(self) -> GuideFrame:
        return self.data.guide or GuideFrame(sections=())

    @property
    def tables(self) -> Mapping[str, tuple[Row, ...]]:
        return self.sources.tables

    @property
    def place_forms(self) -> Mapping[str, Mapping[str, PlaceForms]]:
        return self.data.place_forms

    @property
    def written(self) -> Collection[str]:
        return self.data.named["territories"]

    @passing
    def read_entries(self) -> tuple[tuple[Entry[Content], ...], list[Problem]]:
        languages = [language.code for language in self.settings.languages]
        return validate_entries(self.sources.documents, languages, self.sources.all_paths)

    read_media = passing(lambda self: read_media(self.sources))
    read_ledger = passing(lambda self: read_ledger(self.sources.tables))
    ledger = part(lambda self: self.read_ledger[0])
    problems_of_ledger = part(lambda self: self.read_ledger[1])
    read_outlines = passing(lambda self: validate_outlines(self.sources.outlines))
    entries = part(lambda self: self.read_entries[0])
    media = part(lambda self: self.read_media[0])
    outlines = part(lambda self: self.read_outlines[0])

    @by_value
    def meant_paths(self) -> frozenset[str]:
        found = self.read_entries[1]
        renamed = (str(problem.values["fixed"]) for problem in found if problem.code in OF_NAMES)
        return self.sources.meant_paths.union(renamed)

    @property
    def is_possible(self) -> bool:
        return self.data.settings is not None and not self.lost_tables

    @part
    def problems_of_what_is_lost(self) -> list[Problem]:
        """One of the tables that are lost may be an unknown one whose name is misspelt."""
        lost = [*self.lost_tables, *unknown_tables(self.sources.tables)] if self.lost_tables else []
        sources = self.sources
        _, found = validate_entries(sources.documents, _languages_written(sources), sources.all_paths)
        return [*lost, *found]

    @part
    def problems_of_absence(self) -> list[Problem]:
        problems = [*absent_tables(self.sources, self.outlines)]
        paths = self.sources.all_paths
        if "data/guide.yml" not in paths and any(p.startswith("content/welcome/") for p in self.sources.documents):
            problems.append(Problem("guide-missing", Place("data/guide.yml")))
        return problems

    problems_of_entries = part(lambda self: self.read_entries[1])
    problems_of_media = part(lambda self: self.read_media[1])
    problems_of_outlines = part(lambda self: self.read_outlines[1])

    @property
    def problems_of_the_rest(self) -> list[Problem]:
        return [
            *self.problems_of_absence,
            *self._reading.problems,
            *self.problems_of_entries,
            *self.problems_of_media,
            *self.problems_of_outlines,
            *self.problems_of_ledger,
        ]


def _languages_written(sources: Sources) -> list[str]:
    """The languages that file names announce: enough to look at content/ while portal.yml cannot be read."""
    suffixes = {path.removesuffix(".md").rpartition(".")[2] for path in sources.documents}
    return ["fr", *sorted(s for s in suffixes if len(s) == 2 and s != "fr")]
