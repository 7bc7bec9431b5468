"""An edition as the JSON that templates read, and the text by which one knows that it has changed."""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import cast

from site_builder.paper.edition import (
    Children,
    Code,
    Edition,
    PaperBlock,
    PrintedOutline,
    Shape,
    Step,
    WelcomeItem,
)
from site_builder.qr.code import qr_svg

NO_MORE: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot of each page, apart: the rules of pages must not differ between territories.

    Typst sets again whatever stands under a rule that has changed; under equal rules, a paragraph that it has set for
    one territory serves all the others.
    """

    title: str
    children: str
    edition: str
    outline: PrintedOutline | None


def foot_of(edition: Edition) -> Foot:
    """The foot of the edition's pages; of its outline, only the small one."""
    outline = edition.outline.draw() if edition.outline else None
    small = PrintedOutline(view_box=outline.view_box, path="", members=(), small=outline.small) if outline else None
    return Foot(title=edition.title, children=edition.children.title, edition=edition.edition, outline=small)


def to_json(value: Edition | Foot) -> str:
    """What templates read. The same value, the same text."""
    return _written(value, _drawn)


def fingerprint_text(edition: Edition) -> str:
    """Another text whenever `to_json` gives another one; nothing is drawn for it, which takes longer than all else."""
    return _written(edition, _undrawn)


class Fingerprints:
    """`fingerprint_text` in short: a text that many editions have stands in it by its digest, which is made once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}  # the text itself as well, whose number nobody else gets then

    def of(self, edition: Edition) -> str:
        """Another one whenever `to_json` gives another text."""
        return _written(edition, self._short)

    def of_part(self, part: object) -> str:
        """The same of a part of an edition, or of several in a tuple."""
        return _dumped(part, self._short)

    def _short(self, part: object) -> object:
        if not isinstance(part, PaperBlock | Step):
            return _undrawn(part)
        if id(part) not in self._known:
            self._known[id(part)] = (part, sha256(_written(part, _undrawn).encode()).hexdigest())
        return self._known[id(part)][1]


Drawing = Callable[[object], object]
"""What stands for a part that is not written as it is; None for the others."""


def _drawn(part: object) -> object:
    if isinstance(part, Code):
        return {"url": part.url, "svg": qr_svg(part.url, part.colour)}
    return part.draw() if isinstance(part, Shape) else None


def _undrawn(part: object) -> object:
    if isinstance(part, Code):
        return {"url": part.url, "colour": part.colour}
    return part.mark if isinstance(part, Shape) else None


def _written(value: object, drawing: Drawing, more: Mapping[str, object] = NO_MORE) -> str:
    return _dumped({**_named_parts(value), **more}, drawing)


def _dumped(value: object, drawing: Drawing) -> str:
    return json.dumps(value, default=lambda part: _plain(part, drawing), ensure_ascii=False, separators=(",", ":"))


def _plain(part: object, drawing: Drawing) -> object:
    instead = drawing(part)
    return _named_parts(part) if instead is None else instead


def _named_parts(part: object) -> dict[str, object]:
    named = ((name, getattr(part, name)) for name in _names(cast("Hashable", type(part))))
    return {name: item for name, item in named if item is not None}


@cache
def _names(of: Hashable) -> tuple[str, ...]:
    assert isinstance(of, type)
    assert is_dataclass(of)
    return tuple(field.name for field in fields(of))


def with_probe(edition: Edition, text: PaperBlock | Step | WelcomeItem) -> str:
    """What the template that sets one text alone reads: the edition's rules, and that text."""
    none = Children(title=edition.children.title, blocks=(), ticks=(), emergency=())
    bare = replace(
        edition,
        sections=(),
        stages=(),
        contacts=(),
        places=(),
        directory=(),
        unrecorded=(),
        welcome=None,
        terms=(),
        children=none,
    )
    return _written(bare, _undrawn, {"probe": text})
