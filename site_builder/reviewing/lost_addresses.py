"""Addresses that entries had before a proposal, and that lead nowhere with it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.incremental.recollection import Recollection
from site_builder.load.yaml_mistakes import in_braces
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.order import BuildOrder
from site_builder.plan.stage import Planned
from site_builder.problems import Place
from site_builder.progress import UNWATCHED
from site_builder.publish.manifest import Manifest
from site_builder.reading import PortalRead, read_portal

FIELD = "old_paths"


@dataclass(frozen=True, slots=True, kw_only=True)
class LostAddresses:
    """The former addresses of one entry (``atouts/dune/``) that nobody thought of.

    ``place``: the line of its reference file where the field that keeps them alive stands or may stand; ``fixed``: that
    line, with the former addresses that it has already.
    """

    place: Place
    addresses: tuple[str, ...]
    fixed: str


def lost_addresses(order: BuildOrder, former: Path, before: Manifest, after: Manifest) -> tuple[LostAddresses, ...]:
    """Of the entries that have a page in the portal of ``order``: by file.

    ``former`` is the folder of the portal before; the manifests say what each of the two sites has, redirects included.
    What is no longer published has left on purpose, and what has errors is told by them: neither is told here.
    """
    was, now = (read_portal(root, order.today, UNWATCHED, Recollection(root, None)) for root in (former, order.root))
    if was.planned is None or now.planned is None or now.sight is None:
        return ()
    lost: dict[str, list[str]] = defaultdict(list)
    for entry, address in _addresses(was.planned):
        file = f"{address}index.html"
        present = _same(now.planned, entry, after) if file in before and file not in after else None
        if present:
            lost[present.key].append(address)
    found = (_told(now, now.planned.portal.by_key[key], addresses) for key, addresses in lost.items())
    return tuple(sorted(found, key=lambda each: each.place))


def _addresses(planned: Planned) -> Iterator[tuple[Entry[Content], str]]:
    """Where readers find each entry: its pages, and what leads on to them."""
    for entry in planned.portal.published:
        if BY_KIND[entry.kind].paged:
            yield from ((entry, page.path) for page in planned.site.versions(entry.key))
            yield from ((entry, f"{old.strip('/')}/") for old in entry.reference.old_paths)


def _same(planned: Planned, former: Entry[Content], after: Manifest) -> Entry[Content] | None:
    """The entry of that name, or of the same file under another name; None where the site has no page of it."""
    portal = planned.portal
    found = portal.by_key.get(former.key) or portal.by_path.get(former.path)
    return found if found and any(page.file in after for page in planned.site.versions(found.key)) else None


def _told(read: PortalRead, entry: Entry[Content], addresses: list[str]) -> LostAddresses:
    assert read.sight
    front = read.sight.document(entry).front
    place = next(front.keys[key] for key in (FIELD, "slug", "id") if key in front.keys)
    kept = dict.fromkeys([*entry.reference.old_paths, *addresses])
    written = f"{FIELD}: [{', '.join(map(in_braces, kept))}]"
    return LostAddresses(place=place, addresses=tuple(dict.fromkeys(addresses)), fixed=written)
