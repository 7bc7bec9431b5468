"""``portail mv``: an entry or an image under another name, in another folder, at another address."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from site_builder.cli.commands import command
from site_builder.cli.confirming import portal_path
from site_builder.cli.words import say
from site_builder.editing.destinations import destination, own_stem, through_link
from site_builder.editing.disk import change_files
from site_builder.editing.formatting import content_type_of
from site_builder.editing.moving import Move, Refused, moved_entry, moved_image
from site_builder.editing.trial import Trial, as_it_is
from site_builder.model.entry import Content, Entry
from site_builder.problems import report


def mv(options: argparse.Namespace) -> int:
    """Move it and all that names it, or say why not; exit code 1 then, and nothing has changed."""
    root = options.root.resolve()
    portal = as_it_is(root)
    if portal.read.planned is None:
        sys.stderr.write(report.as_text(portal.problems, options.lang))
        return 1
    move = _planned(portal, options)
    if isinstance(move, Refused):
        sys.stderr.write(say(options.lang, move.word, **move.values))
        if move.problems:
            sys.stderr.write(report.as_text(move.problems, options.lang))
        return 1
    if not options.dry_run:
        change_files(root, move.changes)
    _tell(portal, move, options)
    return 0


def _planned(portal: Trial, options: argparse.Namespace) -> Move | Refused:
    """What the command asks for."""
    old = _named(portal.root, options.old)
    if through_link(portal.root, old):
        return Refused(word="mv-link", values={"path": old})
    entry = _entry(portal, old)
    if entry is None and old not in portal.sources.images:
        known = content_type_of(old) and old in portal.sources.all_paths
        look = command(options, "check", options.root)
        return Refused(word="mv-mend" if known else "mv-no-entry", values={"path": old, "look": look})
    stem = destination(portal, old, options.new, Path.cwd()) if options.new else own_stem(portal, old)
    if isinstance(stem, Refused):
        return stem
    if entry is None:
        if options.slug:
            return Refused(word="mv-no-page", values={"path": old})
        return moved_image(portal, old, stem) if stem != own_stem(portal, old) else Refused(word="mv-nothing")
    return _entry_moved(portal, entry, stem, options, _slugs(options.slug, entry, old))


def _entry_moved(
    portal: Trial, entry: Entry[Content], stem: str, options: argparse.Namespace, slugs: Mapping[str, str]
) -> Move | Refused:
    content_type = content_type_of(entry.path)
    name = stem.rpartition("/")[2]
    if slugs and not (content_type and content_type.paged):
        return Refused(word="mv-no-page", values={"path": entry.path})
    for lang in slugs.keys() - entry.versions.keys():
        return Refused(word="mv-no-version", values={"path": entry.path, "language": lang})
    if entry.reference.living and name not in {own_stem(portal, entry.path).rpartition("/")[2], entry.id}:
        return Refused(word="mv-person", values={"name": f"{entry.id}.md"})
    for path in _broken(portal, entry):
        return Refused(word="mv-mend", values={"path": path, "look": command(options, "check", options.root)})
    move = moved_entry(portal, entry, stem, slugs)
    return Refused(word="mv-nothing") if isinstance(move, Move) and not move.changes else move


def _named(root: Path, file: str) -> str:
    """The file as the portal names it; a link is not followed."""
    here = Path.cwd() / file
    return file if here.is_symlink() and here.is_relative_to(root) else portal_path(root, file)


def _entry(portal: Trial, path: str) -> Entry[Content] | None:
    entries = portal.read.sight.entries if portal.read.sight else ()
    return next((entry for entry in entries if path in entry.paths.values()), None)


def _broken(portal: Trial, entry: Entry[Content]) -> list[str]:
    """The files of the entry that are to be mended before anybody can say what they hold."""
    own = own_stem(portal, entry.path)
    files = {path for path in portal.sources.all_paths if path.endswith(".md") and own_stem(portal, path) == own}
    return sorted(files - {*entry.paths.values()})


def _slugs(said: list[str], entry: Entry[Content], named: str) -> Mapping[str, str]:
    """``moulin`` or ``en=mill``, by language; that of the file which was ``named`` where none is said."""
    own = next(lang for lang, path in entry.paths.items() if path == named)
    parted = (each.rpartition("=") for each in said)
    return {lang or own: slug for lang, _, slug in parted}


def _tell(portal: Trial, move: Move, options: argparse.Namespace) -> None:
    """What has changed, or would."""
    said = [say(options.lang, "mv-file", old=old, new=new) for old, new in move.files.items() if old != new]
    said += [say(options.lang, "mv-address", old=old, new=new) for old, new in move.addresses]
    if said and not move.addresses:
        said += [say(options.lang, "mv-same-address", address=address) for address in _kept(portal, move)]
    said += [say(options.lang, "mv-text", path=path) for path in move.texts]
    if options.dry_run:
        said.append(say(options.lang, "mv-dry"))
    else:
        said.append(say(options.lang, "mv-done", look=command(options, "check", options.root)))
    sys.stdout.write("".join(said))


def _kept(portal: Trial, move: Move) -> list[str]:
    """The addresses of what moves."""
    assert portal.read.planned
    site = portal.read.planned.site
    found = (_entry(portal, path) for path in move.files)
    keys = dict.fromkeys(entry.key for entry in found if entry)
    return [page.path for key in keys for page in site.versions(key)]
