"""The validate stage: sources to typed records, with every problem found on the way."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.geo.outlines import Outline
from site_builder.load.sources import Sources
from site_builder.model.entry import Content, Entry
from site_builder.model.guide import GuideFrame
from site_builder.model.settings import PortalSettings
from site_builder.problems import Place, Problem
from site_builder.validate.absent_tables import absent_tables, missing_tables
from site_builder.validate.data_files import DataRecords, validate_data
from site_builder.validate.entries import validate_entries
from site_builder.validate.media import MediaFile, read_media
from site_builder.validate.open_data import OpenData, read_open_data, unknown_tables
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
    media: Mapping[str, MediaFile]
    outlines: Mapping[str, Outline]


def validate(sources: Sources) -> tuple[Records | None, list[Problem]]:
    """Records, or None without data/portal.yml or a table that others rest on: nothing can be said of such a portal."""
    data, problems = validate_data(sources.data)
    lost = [*missing_tables(sources)]
    if lost:
        problems += [*lost, *unknown_tables(sources.tables)]  # one of these may be the other's name misspelt
    if data.settings is None or lost:
        _, found = validate_entries(sources.documents, _languages_written(sources), sources.all_paths)
        return None, [*problems, *found]
    if "data/guide.yml" not in sources.all_paths and any(p.startswith("content/welcome/") for p in sources.documents):
        problems.append(Problem("guide-missing", Place("data/guide.yml")))
    settings = data.settings
    written = data.named["territories"]
    open_data, open_data_problems = read_open_data(sources.tables, settings, data.place_forms, written)
    languages = [language.code for language in settings.languages]
    entries, entry_problems = validate_entries(sources.documents, languages, sources.all_paths)
    media, media_problems = read_media(sources)
    outlines, outline_problems = validate_outlines(sources.outlines)
    problems.extend(absent_tables(sources, outlines))
    records = Records(
        sources=sources,
        settings=settings,
        guide=data.guide or GuideFrame(sections=()),
        data=data,
        open_data=open_data,
        entries=entries,
        media=media,
        outlines=outlines,
    )
    return records, [*problems, *open_data_problems, *entry_problems, *media_problems, *outline_problems]


def _languages_written(sources: Sources) -> list[str]:
    """The languages that file names announce: enough to look at content/ while portal.yml cannot be read."""
    suffixes = {path.removesuffix(".md").rpartition(".")[2] for path in sources.documents}
    return ["fr", *sorted(s for s in suffixes if len(s) == 2 and s != "fr")]
