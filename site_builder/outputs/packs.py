"""What is printed, for territories that have become a part of another as well: their links lead to that one's."""

from collections.abc import Mapping
from pathlib import Path

from site_builder.paper.printed import Packs
from site_builder.plan.files import printed_file
from site_builder.plan.pages import SitePlan, guide_key


def pack_sources(packs: Packs, site: SitePlan, former_codes: Mapping[str, str]) -> tuple[tuple[str, Path], ...]:
    """Where each printed file goes, and the file that it is now."""
    former = {(guide_key(old), lang): guide_key(now) for old, now in former_codes.items() for lang in site.languages}
    found = {which: pack.path for which, pack in packs.items() if site.get(*which)}
    taken = {(old, lang): found[now, lang] for (old, lang), now in former.items() if (now, lang) in found}
    return tuple((printed_file(key, lang), path) for (key, lang), path in (*found.items(), *taken.items()))
