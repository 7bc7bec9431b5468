"""Moving an entry or an image: all that has to change with it, worked out before anything does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from site_builder.editing.disk import Changed
from site_builder.editing.field_values import with_value
from site_builder.editing.formatting import content_type_of
from site_builder.editing.link_addresses import Moves
from site_builder.editing.relinking import relinked
from site_builder.editing.remarking import remarked
from site_builder.editing.trial import Trial
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.problems import Problem
from site_builder.problems.problem import Severity

Slugs = Mapping[Lang, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why nothing is moved: a word of the command line with its values, and what the check would say."""

    word: str
    values: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What changes: every file by its new path, those that move (from, to), addresses (from, to), texts with links."""

    changes: Mapping[str, Changed]
    files: Mapping[str, str]
    addresses: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]


def moved_entry(portal: Trial, entry: Entry[Content], stem: str, slugs: Slugs) -> Move | Refused:
    """The entry under another name (``content/assets/dune``, without its ending), and with these slugs.

    Where an address was the name of the file, it becomes the new name. Each former address leads on.
    """
    own = stem_of(entry.path, portal)
    paths = [path for path in portal.sources.all_paths if path.endswith(".md") and stem_of(path, portal) == own]
    files = {path: f"{stem}{path.removeprefix(own)}" for path in sorted(paths)}
    slugs = {**_following(entry, own, stem), **slugs}
    addresses = tuple(_addresses(portal, entry, slugs))
    made = _texts(portal, Moves(files))
    for lang, path in entry.paths.items():
        wanted = _named(entry, lang, slugs, addresses)
        for key, value in wanted.items():
            data = with_value(made.get(path) or _bytes(portal, path), path, key, value)
            if data is None:
                return Refused(word="mv-by-hand", values={"path": path, "field": key})
            made[path] = data
    return _tried(portal, files, made, addresses)


def moved_image(portal: Trial, image: str, stem: str) -> Move | Refused:
    """The image under another name (``media/dune``, without its ending), with its sidecar and its other formats."""
    own = image.rpartition(".")[0]
    paths = [path for path in portal.sources.all_paths if path.startswith("media/") and path.rpartition(".")[0] == own]
    files = {path: f"{stem}{path.removeprefix(own)}" for path in sorted(paths)}
    return _tried(portal, files, _texts(portal, Moves(files)), ())


def stem_of(path: str, portal: Trial) -> str:
    """``content/assets/dune.en.md`` → ``content/assets/dune``: what all languages of an entry have in common."""
    stem = path.removesuffix(".md")
    whole, _, suffix = stem.rpartition(".")
    assert portal.read.planned
    return whole if suffix in portal.read.planned.portal.languages else stem


def _following(entry: Entry[Content], own: str, stem: str) -> Slugs:
    """The new name, for the languages whose address is the former one; a living person's address tells no name."""
    former, name = PurePosixPath(own).name, PurePosixPath(stem).name
    content_type = content_type_of(entry.path)
    if former == name or entry.reference.living or not (content_type and content_type.paged):
        return {}
    return {lang: name for lang, version in entry.versions.items() if version.last_part == former}


def _addresses(portal: Trial, entry: Entry[Content], slugs: Slugs) -> Iterator[tuple[str, str]]:
    """The addresses that change; what is not published has none that anybody knows."""
    assert portal.read.planned
    for page in portal.read.planned.site.versions(entry.key):
        former = f"{entry.versions[page.lang].last_part}/"
        new = f"{page.path.removesuffix(former)}{slugs.get(page.lang, former.strip('/'))}/"
        if new != page.path:
            yield page.path, new


def _named(
    entry: Entry[Content], lang: Lang, slugs: Slugs, addresses: Sequence[tuple[str, str]]
) -> Mapping[str, str | list[str]]:
    """What the front matter of a language has to say: its slug, and in the reference file the former addresses."""
    named: dict[str, str | list[str]] = {"slug": slugs[lang]} if lang in slugs else {}
    if lang == entry.reference_lang and addresses:
        former, new = ([address[side] for address in addresses] for side in (0, 1))
        known = [old for old in entry.reference.old_paths if f"{old.strip('/')}/" not in {*former, *new}]
        named["old_paths"] = [*known, *former]
    return named


def _texts(portal: Trial, moves: Moves) -> dict[str, bytes]:
    """The texts of which something changes, by their former path: links, images, and marks of what was read."""
    texts = {path: _bytes(portal, path) for path in portal.sources.documents}
    linked = {path: relinked(data, path, moves) for path, data in texts.items()}
    assert portal.read.sight
    marked = remarked(portal.read.sight.entries, linked, moves)
    return {path: data for path, data in marked.items() if data != texts[path]}


def _bytes(portal: Trial, path: str) -> bytes:
    return (portal.root / path).read_bytes()


def _tried(
    portal: Trial, files: Mapping[str, str], made: Mapping[str, bytes], addresses: tuple[tuple[str, str], ...]
) -> Move | Refused:
    """What would change, unless the portal would then have an error that it has not now."""
    changed = {path: files.get(path, path) for path in sorted({*files, *made}) if path in made or files[path] != path}
    changes = {
        path: Changed(data=made[was] if was in made else _bytes(portal, was), was=was) for was, path in changed.items()
    }
    known = {(problem.code, files.get(problem.place.path, problem.place.path)) for problem in portal.problems}
    found = tuple(
        problem
        for problem in portal.with_changes(changes).problems
        if problem.severity is Severity.ERROR and (problem.code, problem.place.path) not in known
    )
    if found:
        return Refused(word="mv-problems", problems=found)
    texts = tuple(path for path in made if path not in files)
    return Move(changes=changes, files=files, addresses=addresses, texts=texts)
