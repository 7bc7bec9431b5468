"""What a site consists of, in shares that together make each file once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from site_builder.model.territory import Territory
from site_builder.output import Kept, Made
from site_builder.outputs.embeds import embed_files
from site_builder.outputs.from_caches import kept_outputs
from site_builder.outputs.maps import map_paths, territory_maps
from site_builder.outputs.open_data.territories import territory_files
from site_builder.outputs.vignettes import vignette_files
from site_builder.plan.files import territory_data_file
from site_builder.plan.pages import PagePlan, SitePlan
from site_builder.render.embeds import EmbedPlan
from site_builder.render.map_plans import MapPlan
from site_builder.render.stage import Press
from site_builder.render.vignettes import Vignette
from site_builder.shard import WHOLE, Shard
from site_builder.tally import PAGES

SEARCH = "search"
"""The output that is made last."""
Item = TypeVar("Item")


class PlannedFile(NamedTuple):
    """A file of the site: what it is of, and the name of the output under which it is counted."""

    path: str
    of: str
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContents:
    """Pages, maps, vignettes, ``embeds``, the open data of ``territories``, files ``kept`` in caches by their paths,
    and ``small`` ones that are made already.

    The last two by the names of their outputs. Of all but the small ones, a ``shard`` makes its part; it is given the
    small ones that it makes.
    """

    press: Press
    maps: Sequence[MapPlan]
    vignettes: Sequence[Vignette]
    territories: Sequence[Territory] = ()
    """Those of which there is open data."""
    embeds: Sequence[EmbedPlan] = ()
    kept: Mapping[str, Sequence[tuple[str, Path]]]
    small: Mapping[str, Sequence[Made]]
    shard: Shard = WHOLE
    standing: Mapping[str, Kept] = field(default_factory=dict)
    """Pages, maps, vignettes, embeds and open data that the site has already, as they would be made, by their paths."""

    @property
    def site(self) -> SitePlan:
        """All pages."""
        return self.press.scene.site

    @property
    def pages(self) -> tuple[PagePlan, ...]:
        """The pages that the shard makes."""
        return self.site.share(*self.shard.share(0, 1))

    def divided(self) -> tuple[list[Kept], "Remaining"]:
        """What stays as it is, and what is to be made; a map that is drawn in several files, as a whole."""
        kept: list[Kept] = []

        def wanted(items: Sequence[Item], paths: Callable[[Item], Iterable[str]]) -> list[Item]:
            found = []
            for item in items:
                stands = [self.standing.get(path) for path in paths(item)]
                if all(stands):
                    kept.extend(each for each in stands if each)
                else:
                    found.append(item)
            return found

        remaining = Remaining(
            contents=self,
            pages=self.site.by_key(wanted(self.site.pages, lambda page: (page.file,))),
            maps=wanted(self.maps, lambda plan: (path for path, _ in map_paths((plan,)))),
            vignettes=wanted(self.vignettes, lambda vignette: (vignette.path,)),
            territories=wanted(self.territories, lambda territory: (territory_data_file(territory.code),)),
            embeds=wanted(self.embeds, lambda plan: (plan.path,)),
        )
        return kept, remaining

    def makers(self) -> Iterator[tuple[str, Callable[[], Iterable[Made]]]]:
        """How each file that the shard makes is made without the others; a map comes with what it was drawn from."""
        press, scene = self.press, self.press.scene
        for page in self.pages:
            yield page.file, partial(press.pages, (page,))
        for plan in self.shard.among(self.maps):
            yield from ((path, partial(territory_maps, scene, (plan,))) for path, _ in map_paths((plan,)))
        for vignette in self.shard.among(self.vignettes):
            yield vignette.path, partial(vignette_files, scene, (vignette,))
        for territory in self.shard.among(self.territories):
            yield territory_data_file(territory.code), partial(territory_files, scene, (territory,))
        for embed in self.shard.among(self.embeds):
            yield embed.path, partial(embed_files, scene, (embed,))
        for source in chain.from_iterable(map(self.shard.among, self.kept.values())):
            yield source[0], partial(kept_outputs, (source,))
        for output in chain.from_iterable(self.small.values()):
            yield output.path, partial(iter, (output,))

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
        for territory in shard.among(self.territories):
            path = territory_data_file(territory.code)
            yield PlannedFile(path, f"open data of {territory.code}", "open_data/territories")
        yield from (PlannedFile(plan.path, "an embed", "embeds") for plan in shard.among(self.embeds))
        for output, sources in self.kept.items():
            yield from (PlannedFile(path, "a printed file or a picture", output) for path, _ in shard.among(sources))

    def _small(self) -> Iterator[PlannedFile]:
        for output, small in self.small.items():
            yield from files_of_output(small, output)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaining:
    """What of the ``contents`` is to be made, pages of a key together, for they have much in common."""

    contents: SiteContents
    pages: Sequence[Sequence[PagePlan]]
    maps: Sequence[MapPlan]
    vignettes: Sequence[Vignette]
    territories: Sequence[Territory]
    embeds: Sequence[EmbedPlan]

    def share(self, share: int, shares: int) -> Iterator[Made]:
        """The files of one share (`site_builder.output.Make`)."""
        whole, press = self.contents, self.contents.press
        first, step = whole.shard.share(share, shares)
        return chain(
            (press.page(page) for pages in self.pages[first::step] for page in pages),
            territory_maps(press.scene, self.maps[first::step]),
            vignette_files(press.scene, self.vignettes[first::step]),
            territory_files(press.scene, self.territories[first::step]),
            embed_files(press.scene, self.embeds[first::step]),
            *(kept_outputs(sources[first::step]) for sources in whole.kept.values()),
            *(files[share::shares] for files in whole.small.values()),
        )


def files_of_output(files: Iterable[Made], output: str) -> Iterator[PlannedFile]:
    """Files that belong to no page."""
    return (PlannedFile(each.path, "a file of the whole site", output) for each in files)
