"""What is printed, each file beside its page."""

from pathlib import Path

from site_builder.paper.printed import Packs
from site_builder.plan.files import printed_file
from site_builder.plan.pages import SitePlan


def pack_sources(packs: Packs, site: SitePlan) -> tuple[tuple[str, Path], ...]:
    """Where each printed file goes, and the file that it is now."""
    pages = ((site.get(key, lang), pack.path) for (key, lang), pack in packs.items())
    return tuple((printed_file(page), path) for page, path in pages if page)
