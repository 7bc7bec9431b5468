"""What is printed, for territories that have become a part of another as well: their links lead to that one's."""

from collections.abc import Mapping
from pathlib import Path

from site_builder.paper.printed import Packs
from site_builder.plan.files import printed_file
from site_builder.plan.pages import SitePlan, guide_key, kit_key


def pack_sources(packs: Packs, site: SitePlan, former_codes: Mapping[str, str]) -> tuple[tuple[str, Path], ...]:
    """Where each printed file goes, and the file that it is now."""
    found = {which: pack.path for which, pack in packs.items() if site.get(*which)}
    for old, now in former_codes.items():
        for key, former in ((guide_key(now), guide_key(old)), (kit_key(guide_key(now)), kit_key(guide_key(old)))):
            found |= {(former, lang): found[key, lang] for lang in site.languages if (key, lang) in found}
    return tuple((printed_file(key, lang), path) for (key, lang), path in found.items())
