"""What readers of a built site may write down, and whether it leads there years later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PortalFolder
from tests.unit.plan.changing import World

GONE = re.compile("<h1>[^<]*(?:n’est plus publiée|no longer published)")
FURTHER = re.compile('data-to="/([^"]*)"')
TOOL = '<meta name="robots" content="noindex">'
"""On pages that are used on the spot: nobody links to a part of one."""
GROUP = "in-"
"""A part of a list: what is of one territory. It goes with the last of that; its link opens the list."""
FOR_SCRIPTS = frozenset({"main", "input", "select"})
"""Elements of every page, and fields of forms: their ids are for labels and scripts."""


@dataclass(frozen=True, order=True)
class Link:
    """An address and an anchor; ``mark``: of the text that it led to, where that is one."""

    address: str
    anchor: str = ""
    mark: str = ""


def links(folder: PortalFolder, world: World) -> Iterator[Link]:
    """To every page of the site as it is, every part of one, by every permanent address, to what programs ask for."""
    marks = {text.mark: name for name, text in world.texts.items()}
    for file in (*folder.site.rglob("*.ics"), *folder.site.rglob("*.rss"), *(folder.site / "embed").rglob("*.html")):
        own = next((text.mark for name, text in world.texts.items() if file.stem in {name, f"event-{name}"}), "")
        yield Link(file.relative_to(folder.site).as_posix(), mark=own)
    for file in folder.site.rglob("index.html"):
        address, html = _address(folder, file), file.read_text(encoding="utf-8")
        if address.startswith("q/"):
            text = world.texts.get(file.parent.name)
            yield Link(address, mark=text.mark if text else "")
        elif not FURTHER.search(html) and not GONE.search(html):
            said = [mark for mark in marks if mark in html]
            own = said[0] if len(said) == 1 else ""
            yield Link(address, mark=own)
            for anchor in () if TOOL in html else _ids(html):
                if anchor.startswith(GROUP):
                    continue
                names = (name for name in marks.values() if f"{anchor}-".startswith(f"{name}-"))
                owner = max(names, key=len, default="")
                yield Link(address, anchor, world.texts[owner].mark if owner else own)


def why_lost(folder: PortalFolder, world: World, link: Link) -> str:
    """What keeps readers from what the link led to; nothing where they arrive."""
    mark = world.speaks_for(link.mark)
    hidden = mark in {world.texts[name].mark for name in world.hidden}
    if link.address and not link.address.endswith("/"):
        return "" if hidden or (folder.site / link.address).is_file() else "no file"
    return _on_the_way(folder, Link(link.address, link.anchor, mark), hidden=hidden)


def _on_the_way(folder: PortalFolder, link: Link, *, hidden: bool, seen: tuple[str, ...] = ()) -> str:
    """The same of a page, and of those to which it leads its readers on."""
    file = folder.site / link.address / "index.html"
    if link.address in seen or not file.is_file():
        return f"goes round: {seen}" if link.address in seen else "no page"
    html = file.read_text(encoding="utf-8")
    further = _further(link, html)
    for address, anchor in further:
        why = _on_the_way(folder, Link(address, anchor, link.mark), hidden=hidden, seen=(*seen, link.address))
        if why:
            return f"{address}: {why}"
    return "" if further or hidden or (GONE.search(html) and not link.mark) else _lacks(link, html)


def _further(link: Link, html: str) -> list[tuple[str, str]]:
    """Where the page leads on, and to which part."""
    if not link.address.startswith("q/"):
        return [(found[1], link.anchor) for found in FURTHER.finditer(html)]
    ways = [way.attributes["href"] or "" for way in LexborHTMLParser(html).css("main a[hreflang]")]
    assert ways
    return [(address.removeprefix("/"), anchor) for address, _, anchor in (way.partition("#") for way in ways)]


def _lacks(link: Link, html: str) -> str:
    if link.mark not in html:
        return "another text"
    return "" if link.anchor in {"", *_ids(html)} else "no such part"


@lru_cache(maxsize=500)
def _ids(html: str) -> tuple[str, ...]:
    main = LexborHTMLParser(html).css_first("main")
    nodes = main.css("[id]") if main else []
    return tuple(node.attributes["id"] or "" for node in nodes if node.tag not in FOR_SCRIPTS)


def _address(folder: PortalFolder, file: Path) -> str:
    address = file.parent.relative_to(folder.site).as_posix()
    return "" if address == "." else f"{address}/"
