"""What a shard says of itself, and whether several of them are one site.

A shard is published like a site, into a folder of its own; this stands there in a file, which no site has.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from site_builder.incremental.inputs import fingerprint_of
from site_builder.output import SITE_MARK, Output
from site_builder.publish.manifest import Manifest
from site_builder.publish.refused import PublishingStopped
from site_builder.shard import Shard

RECORD = ".portail-shard.json"
"""In the folder of a shard; merging leaves it out, as it makes the mark of a site anew."""
_KIND = "portail shard 1"
_NAMED = 5
"""Files that a message lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardRecord:
    """What a shard is: which ``part`` of what, and its ``files`` by path, each with its fingerprint.

    ``order``: of all that decides what the site is, the day included; ``shared``: of the paths that all shards make
    together; ``alone``: paths among its files that are not of these, made by the first shard; ``pages``: of its own.
    """

    part: Shard
    order: str
    shared: str
    alone: tuple[str, ...]
    pages: int
    files: Mapping[str, str]

    def as_output(self) -> Output:
        """The file that says so."""
        parts = {"kind": _KIND, **asdict(self), "part": str(self.part)}
        return Output(RECORD, json.dumps(parts, ensure_ascii=False, indent=0).encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundShard:
    """A shard in the folder where it was found."""

    folder: Path
    record: ShardRecord

    def sources(self) -> Iterable[tuple[str, Path]]:
        """Its files by their paths in the site."""
        return ((path, self.folder / path) for path in self.record.files)


def of_paths(paths: Iterable[str]) -> str:
    """The fingerprint of a set of paths, each written once however often it is named."""
    return fingerprint_of(sorted(set(paths)))


def recorded(manifest: Manifest) -> dict[str, str]:
    """What a shard has made, by path, its fingerprints beside; the mark of a site is every folder's."""
    return {path: record.fingerprint for path, record in sorted(manifest.items()) if path != SITE_MARK.path}


def refuse_whole_site(folder: Path) -> None:
    """Raises PublishingStopped where a whole site stands: a part of one is not published in its place."""
    if (folder / SITE_MARK.path).exists() and not (folder / RECORD).exists():
        raise PublishingStopped("shard-over-site", folder)


def found_in(folder: Path) -> FoundShard:
    """The shard in a folder. Raises PublishingStopped where there is none, or one that lacks a file."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        written = json.loads((folder / RECORD).read_bytes())
        if written.pop("kind") == _KIND:
            number, of = map(int, written.pop("part").split("/"))
            record = ShardRecord(part=Shard(number, of), alone=tuple(written.pop("alone")), **written)
            lost = [path for path in record.files if not _is_plain(folder, path)]
            if lost:
                raise PublishingStopped("shard-damaged", folder, files=_named(lost))
            return FoundShard(folder=folder, record=record)
    raise PublishingStopped("shard-unknown", folder, record=RECORD)


def refuse_other_than_one_site(shards: Sequence[FoundShard]) -> None:
    """Raises PublishingStopped unless the shards are those of one site, each once, and make each file of it once."""
    first = shards[0]
    for shard in shards[1:]:
        if (shard.record.order, shard.record.part.of) != (first.record.order, first.record.part.of):
            raise PublishingStopped("shards-differ", shard.folder, other=first.folder)
        same = next(other for other in shards if other.record.part == shard.record.part)
        if same is not shard:
            raise PublishingStopped("shard-twice", shard.folder, other=same.folder, shard=shard.record.part)
    numbers = {shard.record.part.number for shard in shards}
    of = first.record.part.of
    missing = [str(Shard(number, of)) for number in range(1, of + 1) if number not in numbers]
    if missing:
        raise PublishingStopped("shards-missing", first.folder, shards=", ".join(missing))
    _refuse_other_files(shards)


def _refuse_other_files(shards: Sequence[FoundShard]) -> None:
    """Raises PublishingStopped where two shards make one file (also for disks that know no case), or none makes it."""
    taken = Counter(path.casefold() for shard in shards for path in shard.record.files)
    twice = sorted(path for shard in shards for path in shard.record.files if taken[path.casefold()] > 1)
    if twice:
        raise PublishingStopped("shards-overlap", shards[0].folder, files=_named(twice))
    alone = {path for shard in shards for path in shard.record.alone}
    made = of_paths(path for shard in shards for path in shard.record.files if path not in alone)
    if any(shard.record.shared != made for shard in shards):
        raise PublishingStopped("shards-incomplete", shards[0].folder)


def refuse_altered(shards: Sequence[FoundShard], written: Manifest) -> None:
    """Raises PublishingStopped where a file was written that is not the one that its shard has made."""
    for shard in shards:
        altered = [path for path, said in shard.record.files.items() if written[path].fingerprint != said]
        if altered:
            raise PublishingStopped("shard-damaged", shard.folder, files=_named(altered))


def _is_plain(folder: Path, path: str) -> bool:
    """Whether it is a file below the folder, on a way that no link is part of."""
    place = folder / path
    return place.is_file() and place.resolve() == folder.resolve() / path


def _named(paths: Sequence[str]) -> str:
    return ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
