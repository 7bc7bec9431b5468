"""``portail fmt``: the keys of front matter in the order of their model."""

import argparse
import stat
import sys

from site_builder.cli.commands import command
from site_builder.cli.confirming import portal_path
from site_builder.cli.words import counted, say
from site_builder.editing.disk import replace_file
from site_builder.editing.formatting import Formatted, formatted_files, is_named


def fmt(options: argparse.Namespace) -> int:
    """Put the files that were named in order, or all of content/; with ``--check`` only say which are not.

    Exit code 1 when one has to be mended first, or is no entry, and with ``--check`` when one is not in order. Nothing
    is written unless every file that was named is an entry, and every folder has one.
    """
    root = options.root.resolve()
    paths = list(dict.fromkeys(portal_path(root, file) for file in options.files))
    found = [*formatted_files(root, paths)]
    for unknown in (path for path in paths if not any(is_named(each.path, path) for each in found)):
        sys.stderr.write(say(options.lang, "confirm-no-entry", path=unknown))
        return 1
    for each in found:
        _told(each, options)
    to_do = [each for each in found if not each.is_in_order]
    if not to_do:
        sys.stdout.write(say(options.lang, "fmt-in-order", files=counted(options.lang, "files", len(found))))
    left = [each for each in to_do if each.wanted is None]
    if left:
        sys.stderr.write(say(options.lang, "fmt-mend", look=command(options, "check", options.root)))
    return int(bool(to_do if options.check else left))


def _told(each: Formatted, options: argparse.Namespace) -> None:
    """Write the file, unless it is only looked at, and say what became of it."""
    if each.wanted is None:
        sys.stderr.write(say(options.lang, "fmt-left", path=each.path))
    elif not each.is_in_order:
        if not options.check:
            replace_file(each.file, each.wanted, stat.S_IMODE(each.file.stat().st_mode))
        sys.stdout.write(say(options.lang, "fmt-to-order" if options.check else "fmt-ordered", path=each.path))
