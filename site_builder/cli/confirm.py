"""``portail confirm``: what is to be checked again, and writing that it has been checked."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from site_builder.check.sight import Sight
from site_builder.cli.commands import command
from site_builder.cli.confirming import confirmed, portal_path, told
from site_builder.cli.planned import planned_portal
from site_builder.cli.verifications_as_markdown import as_markdown, since
from site_builder.cli.words import say
from site_builder.editing.confirming import FrontLine
from site_builder.editing.formatting import is_named
from site_builder.model.entry import Content, Entry
from site_builder.resolve.verifications import Verification, verifications_due


def confirm(options: argparse.Namespace) -> int:
    """Print what is to be checked again, or write the day into the entries that were named.

    They are named by a file, that of a translation too, or by a folder that holds them. Exit code 1 when a file or a
    folder has no entry of the portal, when one has to be mended first, or was not written. Nothing is written unless
    each name stands for one.
    """
    root = options.root.resolve()
    found = planned_portal(options)
    if found is None:
        return 1
    checked, planned = found
    today = planned.today
    if not options.files and options.format == "markdown":
        sys.stdout.write(as_markdown(checked, planned))
        return 0
    if not options.files:
        sys.stdout.write(_as_text([*verifications_due(planned.portal.published, today)], options.lang))
        return 0
    assert checked.sight
    written = checked.sight.entries  # drafts too
    named = {path: _entries_of(path, written) for path in (portal_path(root, file) for file in options.files)}
    unread = {path: _unread(path, checked.sight) for path in named}
    unknown = [path for path, found in named.items() if not found and not unread[path]]
    if unknown:
        sys.stderr.write("".join(say(options.lang, "confirm-no-entry", path=path) for path in unknown))
        return 1
    paths = dict.fromkeys(path for found in named.values() for path in found)
    done = [_written(root, path, today, options.lang) for path in paths]
    left = dict.fromkeys(path for found in unread.values() for path in found)
    if left:
        sys.stderr.write("".join(say(options.lang, "fmt-left", path=path) for path in left))
        sys.stderr.write(say(options.lang, "fmt-mend", look=command(options, "check", options.root)))
    return max([*done, int(bool(left))])


def _entries_of(path: str, entries: Iterable[Entry[Content]]) -> list[str]:
    """The entries that a file is of, whichever its language, or that are below a folder: their reference files."""
    below = "" if path == "." else f"{path}/"
    return sorted(each.path for each in entries if path in each.paths.values() or each.path.startswith(below))


def _unread(named: str, sight: Sight) -> list[str]:
    """The files of content/ that are named, or below a folder, and whose mistakes keep them from being entries."""
    read = {path for entry in sight.entries for path in entry.paths.values()}
    there = (path for path in sight.told if path.startswith("content/") and path.endswith(".md"))
    left = (path for path in there if is_named(path, named) and path not in read)
    return sorted(path for path in left if f"{path.removesuffix('.md').rpartition('.')[0]}.md" not in read)


def _written(root: Path, path: str, today: date, lang: str) -> int:
    line = FrontLine("verified_on", today.isoformat())
    return told(path, line, *confirmed(root, path, line), lang)


def _as_text(due: Sequence[Verification], lang: str) -> str:
    """By owner, the oldest first; what nobody ever checked comes last."""
    if not due:
        return say(lang, "verifications-none")
    owners = defaultdict[str, list[Verification]](list)
    for each in sorted(due, key=lambda each: each.order_key):
        owners[each.owner or say(lang, "translations-nobody")].append(each)
    return "\n".join(
        "".join(f"{line}\n" for line in (owner, *(f"  {_row(each, lang)}" for each in theirs)))
        for owner, theirs in sorted(owners.items())
    )


def _row(each: Verification, lang: str) -> str:
    return f"{each.entry.path} · {since(each, lang)}"
