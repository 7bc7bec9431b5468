"""Which files of the site that is published would be made again as they are.

Whatever is made may look at all that is read of a portal, so that a change of anything is one of the common *ground*,
but for the few things that are asked for by name (`incremental/asking.py`): the contacts of a territory, a printed
file. Where the ground is as it was, a file stands as long as all that it asked for is.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from site_builder.incremental.asking import Asking
from site_builder.output import Kept, Made, Output
from site_builder.publish.known import KnownTree
from site_builder.publish.pieces import Pieces, pieces_of

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What this build is made from, to be noted; and what the live tree was, where the ground is the same."""

    ground: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    former: KnownTree | None = None
    before: Pieces | None = None

    def knowing(self, more: Mapping[str, str]) -> "Standing":
        """The same, where ``more`` can be asked for by name."""
        return replace(self, known={**self.known, **more})

    def under(self, asked: Iterable[str]) -> "Standing":
        """What stands of files that all show what has asked for these."""
        return self if self._changed.isdisjoint(asked) else replace(self, before=None)

    @cached_property
    def files(self) -> Mapping[str, Kept]:
        """Those that stand, by their paths."""
        if self.before is None or self.former is None:
            return {}
        changed, manifest = self._changed, self.former.manifest
        return {
            path: Kept(path, manifest[path].fingerprint, asked)
            for path, asked in self.before.asked.items()
            if changed.isdisjoint(asked) and path in manifest
        }

    def kept_all(self, paths: Iterable[str]) -> tuple[Kept, ...] | None:
        """The files of these paths; None unless all of them stand, and are there still."""
        found = []
        for path in paths:
            kept = self.files.get(path)
            if kept is None or self.former is None or not self.former.believed(path, kept.fingerprint):
                return None
            found.append(kept)
        return tuple(found)

    def stands(self, name: str) -> bool:
        """Whether all files of the output ``name`` do: they are sooner looked at than a process is started."""
        paths = self.before.outputs.get(name) if self.before else None
        return bool(paths) and all(path in self.files for path in paths or ())

    def output(self, name: str, asking: Asking, make: Callable[[], Iterable[Output]]) -> tuple[Made, ...]:
        """The files of the output ``name``: as they are, else as ``make`` makes them."""
        paths = self.before.outputs.get(name) if self.before else None
        kept = self.kept_all(paths) if paths else None
        if kept:
            return kept
        with asking.noting() as asked:
            made = tuple(make())
        return tuple(replace(each, asked=tuple(sorted(asked))) for each in made)

    @cached_property
    def _changed(self) -> frozenset[str]:
        before = self.before.known if self.before else self.known
        names = before.keys() | self.known.keys()
        return frozenset(name for name in names if before.get(name) != self.known.get(name))


NOTHING_STANDS = Standing()


def standing(ground: str, known: Mapping[str, str], former: KnownTree) -> Standing:
    """What stands of the ``former`` tree."""
    before = pieces_of(former.root)
    same = before if before and before.ground == ground else None
    return Standing(ground=ground, known=known, former=former, before=same)
