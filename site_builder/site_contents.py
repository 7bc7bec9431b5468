"""What a site consists of, in shares that together make each file once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from site_builder.output import Made
from site_builder.outputs.from_caches import kept_outputs
from site_builder.outputs.maps import map_paths, territory_maps
from site_builder.outputs.vignettes import vignette_files
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.render.map_plans import MapPlan
from site_builder.render.stage import Press
from site_builder.render.vignettes import Vignette
from site_builder.shard import WHOLE, Shard
from site_builder.standing import NOTHING_STANDS, Standing
from site_builder.tally import PAGES

SEARCH = "search"
"""The output that is made last."""


class PlannedFile(NamedTuple):
    """A file of the site: what it is of, and the name of the output under which it is counted."""

    path: str
    of: str
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContents:
    """Pages, maps, vignettes, files ``kept`` in caches by their paths, and ``small`` ones that are made already.

    The last two by the names of their outputs. Of all but the small ones, a ``shard`` makes its part; it is given the
    small ones that it makes.
    """

    press: Press
    maps: Sequence[MapPlan]
    vignettes: Sequence[Vignette]
    kept: Mapping[str, Sequence[tuple[str, Path]]]
    small: Mapping[str, Sequence[Made]]
    shard: Shard = WHOLE
    standing: Standing = NOTHING_STANDS
    """Pages, maps and vignettes that the site has already, as they would be made."""

    @property
    def site(self) -> SitePlan:
        """All pages."""
        return self.press.scene.site

    @property
    def pages(self) -> tuple[PagePlan, ...]:
        """The pages that the shard makes."""
        return self.site.share(*self.shard.share(0, 1))

    def share(self, share: int, shares: int) -> Iterator[Made]:
        """The files of one share (`site_builder.output.Make`)."""
        first, step = self.shard.share(share, shares)
        return chain(
            self._pages(self.site.share(first, step)),
            self._maps(self.maps[first::step]),
            self._vignettes(self.vignettes[first::step]),
            *(kept_outputs(sources[first::step]) for sources in self.kept.values()),
            *(files[share::shares] for files in self.small.values()),
        )

    def _pages(self, pages: Iterable[PagePlan]) -> Iterator[Made]:
        for page in pages:
            yield self.standing.kept(page.file) or self.press.page(page)

    def _maps(self, plans: Iterable[MapPlan]) -> Iterator[Made]:
        wanted: list[MapPlan] = []
        for plan in plans:
            kept = [self.standing.kept(path) for path, _ in map_paths((plan,))]
            if all(kept):
                yield from (each for each in kept if each)
            else:
                wanted.append(plan)
        yield from territory_maps(self.press.scene, wanted)

    def _vignettes(self, vignettes: Iterable[Vignette]) -> Iterator[Made]:
        wanted: list[Vignette] = []
        for vignette in vignettes:
            kept = self.standing.kept(vignette.path)
            if kept:
                yield kept
            else:
                wanted.append(vignette)
        yield from vignette_files(self.press.scene, wanted)

    def files(self) -> Iterator[PlannedFile]:
        """Every file that the shard makes."""
        return chain(self._shared(self.shard), self._small())

    def all_files(self) -> Iterator[PlannedFile]:
        """Those that all shards make together, and the small ones of this one."""
        return chain(self.shared_files(), self._small())

    def shared_files(self) -> Iterator[PlannedFile]:
        """Every file that all shards make together."""
        return self._shared(WHOLE)

    def _shared(self, shard: Shard) -> Iterator[PlannedFile]:
        """What each output is called is said here."""
        pages = self.site.share(*shard.share(0, 1))
        yield from (PlannedFile(page.file, f"{page.key} ({page.lang})", f"{PAGES}{page.kind}") for page in pages)
        yield from (PlannedFile(path, of, "maps") for path, of in map_paths(shard.among(self.maps)))
        yield from (PlannedFile(vignette.path, "a vignette", "vignettes") for vignette in shard.among(self.vignettes))
        for output, sources in self.kept.items():
            yield from (PlannedFile(path, "a printed file or a picture", output) for path, _ in shard.among(sources))

    def _small(self) -> Iterator[PlannedFile]:
        for output, small in self.small.items():
            yield from files_of_output(small, output)


def files_of_output(files: Iterable[Made], output: str) -> Iterator[PlannedFile]:
    """Files that belong to no page."""
    return (PlannedFile(each.path, "a file of the whole site", output) for each in files)
