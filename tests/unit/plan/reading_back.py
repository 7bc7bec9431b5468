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
KIT = re.compile("(?:faire-un-lien|link-to-us)/.+")
"""Tools that others use on the spot: nobody links to a part of one."""
FOR_SCRIPTS = frozenset({"main", "input", "select"})
"""Elements of every page, and fields of forms: their ids are for labels and scripts."""


@dataclass(frozen=True, order=True)
class Link:
    """An address and an anchor; ``mark``: of the text that it led to, where that is one."""

    address: str
    anchor: str = ""
    mark: str = ""


def links(folder: PortalFolder, world: World) -> Iterator[Link]:
    """To every page of the site as it is, every part of one, and by every permanent address."""
    marks = {text.mark: name for name, text in world.texts.items()}
    for file in folder.site.rglob("index.html"):
        address, html = _address(folder, file), file.read_text(encoding="utf-8")
        if address.startswith("q/"):
            text = world.texts.get(file.parent.name)
            yield Link(address, mark=text.mark if text else "")
        elif not FURTHER.search(html) and not GONE.search(html):
            said = [mark for mark in marks if mark in html]
            own = said[0] if len(said) == 1 else ""
            yield Link(address, mark=own)
            for anchor in () if KIT.search(address) else _ids(html):
                names = (name for name in marks.values() if f"{anchor}-".startswith(f"{name}-"))
                owner = max(names, key=len, default="")
                yield Link(address, anchor, world.texts[owner].mark if owner else own)


def why_lost(folder: PortalFolder, world: World, link: Link) -> str:
    """What keeps readers from what the link led to; nothing where they arrive."""
    mark = world.speaks_for(link.mark)
    hidden = mark in {world.texts[name].mark for name in world.hidden}
    return _why_lost(folder, Link(link.address, link.anchor, mark), hidden=hidden)


def _why_lost(folder: PortalFolder, link: Link, *, hidden: bool, seen: tuple[str, ...] = ()) -> str:
    file = folder.site / link.address / "index.html"
    if link.address in seen:
        return f"goes round: {seen}"
    if not file.is_file():
        return "no page"
    html, seen = file.read_text(encoding="utf-8"), (*seen, link.address)
    if link.address.startswith("q/"):
        ways = LexborHTMLParser(html).css("main a[hreflang]")
        further = [(way.attributes["href"] or "").removeprefix("/").partition("#")[::2] for way in ways] or [("?", "")]
    else:
        further = [(found[1], link.anchor) for found in FURTHER.finditer(html)]
    for address, anchor in further:
        why = _why_lost(folder, Link(address, anchor, link.mark), hidden=hidden, seen=seen)
        if why:
            return f"{address}: {why}"
    if further or hidden or (GONE.search(html) and not link.mark):
        return ""
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
