"""The printed guides, each beside its page."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from site_builder.output import Output
from site_builder.paper.stage import Packs
from site_builder.plan.files import pack_file
from site_builder.plan.pages import SitePlan, guide_key


def pack_sources(packs: Packs, site: SitePlan) -> tuple[tuple[str, Path], ...]:
    """Where each printed guide goes, and the file that it is now."""
    pages = ((site.get(guide_key(code), lang), pack.path) for (code, lang), pack in packs.items())
    return tuple((pack_file(page), path) for page, path in pages if page)


def pack_outputs(sources: Iterable[tuple[str, Path]]) -> Iterator[Output]:
    """The printed guides, one in memory at a time."""
    for path, source in sources:
        yield Output(path, source.read_bytes())
