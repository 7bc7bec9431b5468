"""``portail translations``: what is still to translate, and writing that a translation has been read again."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from site_builder.cli.commands import command
from site_builder.cli.confirming import confirmed, portal_path, told
from site_builder.cli.planned import planned_portal
from site_builder.cli.translations_as_text import as_text
from site_builder.cli.words import say
from site_builder.editing.confirming import Confirmed, FrontLine
from site_builder.model.translation import mark_of
from site_builder.problems import has_errors
from site_builder.resolve.translations import State, Translation, never_confirmed, to_do
from site_builder.resolve.translations import translations as all_translations

CONFIRM = "confirm"
UNCLEAR = 2


def translations(options: argparse.Namespace) -> int:
    """Print the work to do, or write that some translations have been read beside their originals of today.

    Exit code 1 when a file is no translation of the portal, or was not written. Nothing is written unless every file is
    a translation.
    """
    root = options.root.resolve()
    read = planned_portal(options)
    if read is None:
        return 1
    checked, planned = read
    if has_errors(checked.problems):
        sys.stderr.write(say(options.lang, "with-errors", look=command(options, "check", options.root)))
    found = all_translations(planned.portal)
    if options.action == CONFIRM:
        return _confirm(options, root, found, planned.today)
    work, unread = to_do(found), never_confirmed(found)
    if options.format == "json":
        sys.stdout.write(_as_json((*work, *unread)))
    else:
        sys.stdout.write(as_text(work, unread, options.lang, confirm=_to_confirm(options)))
    return 0


def _confirm(options: argparse.Namespace, root: Path, found: Sequence[Translation], today: date) -> int:
    written = {each.path: each for each in found if each.state is not State.MISSING}
    if not options.files and not options.all:
        sys.stderr.write(say(options.lang, "translations-which", confirm=_to_confirm(options)))
        return UNCLEAR
    paths = [portal_path(root, file) for file in options.files]
    for unknown in (path for path in paths if path not in written):
        sys.stderr.write(say(options.lang, "translations-unknown", path=unknown))
        return 1
    chosen = list(written.values()) if options.all else [written[path] for path in dict.fromkeys(paths)]
    code = 0
    for each in chosen:
        line = line_of(each, today)
        # One that says the same of another day is left as it is.
        is_read = each.state is State.CURRENT
        outcome, error = (Confirmed.ALREADY, "") if is_read else confirmed(root, each.path, line)
        code = max(code, told(each.path, line, outcome, error, options.lang))
    return code


def _to_confirm(options: argparse.Namespace) -> str:
    """The command that files follow."""
    return command(options, "translations", options.root, CONFIRM)


def line_of(each: Translation, today: date) -> FrontLine:
    """The line that says beside what the translation was read today."""
    return FrontLine("translated_from", mark_of(each.entry.reference.source_parts, today))


def _as_json(found: Sequence[Translation]) -> str:
    """``{"translations": […], "total": {LANGUAGE: {"words": …, STATE: …}}}``."""
    rows = [
        {
            "path": each.path,
            "original": each.entry.path,
            "lang": each.lang,
            "state": each.state.value,
            "read_on": each.day.isoformat() if each.day else None,
            "parts": [{"name": part.name, "section": part.section, "words": part.words} for part in each.parts],
            "surplus": [*each.surplus],
            "words": each.words,
            "owner": each.owner,
        }
        for each in found
    ]
    return json.dumps({"translations": rows, "total": dict(_totals(found))}, ensure_ascii=False, indent=2) + "\n"


def _totals(found: Sequence[Translation]) -> Iterator[tuple[str, dict[str, int]]]:
    for lang in dict.fromkeys(each.lang for each in found):
        mine = [each for each in found if each.lang == lang]
        states = {state.value: sum(each.state is state for each in mine) for state in State}
        yield lang, {"words": sum(each.words for each in mine), **{name: n for name, n in states.items() if n}}
