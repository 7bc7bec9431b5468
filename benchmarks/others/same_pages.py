"""Whether two trees hold the same pages: what they say, where they lead, what they weigh."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

FAR = 0.10
"""Pages whose bytes differ by more are not the same work."""
WHOLE = "html"
_LEADS = {"a": "href", "link": "href", "img": "src", "script": "src"}


@dataclass(frozen=True, slots=True)
class Contents:
    """The words of a page or of a part of it, white space apart; where its links and pictures lead, in their order."""

    words: tuple[str, ...]
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What the comparison of ``pages`` pages of two trees found; ``bytes`` are theirs for each of ours."""

    pages: int
    bytes: float
    differences: tuple[str, ...]


def sample(paths: Sequence[str], size: int) -> list[str]:
    """The first, the last and, drawn in the same way each time, some pages between them."""
    chosen = set(random.Random(0).sample(sorted(paths), min(size, len(paths))))  # noqa: S311 - no secret
    return sorted(chosen | {min(paths), max(paths)})


def page_paths(tree: Path) -> frozenset[str]:
    """The pages of a tree, relative to it."""
    return frozenset(file.relative_to(tree).as_posix() for file in tree.rglob("index.html"))


def compare(ours: Path, theirs: Path, *, size: int, parts: tuple[str, str] = (WHOLE, WHOLE)) -> Likeness:
    """Each page of ours must be among theirs; ``size`` of them are read.

    ``parts``: what is compared, as CSS selects it on our pages and on theirs. Whole pages that differ in bytes by more
    than a tenth count as different too.
    """
    expected, found = page_paths(ours), page_paths(theirs)
    differences = [f"{path}: not there" for path in sorted(expected - found)]
    read = sample([*expected & found], size) if expected & found else []
    for path in read:
        mine, other = (ours / path).read_bytes(), (theirs / path).read_bytes()
        differences += (
            f"{path}: {each}" for each in contents_differ(contents(mine, parts[0]), contents(other, parts[1]))
        )
    weights = [sum((tree / path).stat().st_size for path in read) for tree in (ours, theirs)]
    ratio = weights[1] / weights[0] if weights[0] else 0.0
    if parts == (WHOLE, WHOLE) and abs(ratio - 1) > FAR:
        differences.append(f"bytes of {len(read)} pages: {weights[0]:,} and {weights[1]:,}")
    return Likeness(pages=len(read), bytes=ratio, differences=tuple(differences))


def contents(html: bytes, part: str = WHOLE) -> Contents:
    """What is compared of a page. Raises ValueError for one without that part."""
    page = LexborHTMLParser(html)
    page.unwrap_tags(["span"])  # "in French<span>…</span>." is two words, not three
    page.merge_text_nodes()
    found = page.css_first(part)
    if found is None:
        raise ValueError(f"a page without {part}")
    return Contents(
        words=tuple(found.text(separator=" ").split()),
        leads=tuple(_leads(found)),
    )


def _leads(node: LexborNode) -> Iterator[str]:
    for element in node.css("a[href], link[href], img[src], script[src]"):
        yield unquote(element.attributes[_LEADS[str(element.tag)]] or "")  # some write é as %C3%A9


def contents_differ(mine: Contents, other: Contents) -> Iterator[str]:
    """The first difference of each part."""
    for name in ("words", "leads"):
        for at, (one, two) in enumerate(zip_longest(getattr(mine, name), getattr(other, name))):
            if one != two:
                yield f"{name}, at {at}: {one!r} and {two!r}"
                break
