"""``portail new``: the questions of a kind of entry, then its files in every language that was answered."""

import argparse
import secrets
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_builder.cli.asking import Asking, NoAnswer
from site_builder.cli.commands import command
from site_builder.cli.words import say
from site_builder.editing.asked import name_of
from site_builder.editing.creating import Drafted, Draftsman, IdTaken, NoAgreement
from site_builder.editing.disk import change_files
from site_builder.editing.judging import Judge
from site_builder.editing.trial import as_it_is
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.problems import report
from site_builder.validate.closest import closest


def new(options: argparse.Namespace) -> int:
    """List the kinds of entries, or ask what one needs and write it. Exit code 1: nothing was written."""
    if options.kind is None:
        sys.stdout.write(_kinds(options))
        return 0
    content_type = _content_type(options.kind)
    if content_type is None:
        sys.stderr.write(say(options.lang, "new-unknown-kind", kind=options.kind))
        sys.stderr.write(_kinds(options))
        return 1
    given = _given(options.set)
    if given is None:
        sys.stderr.write(say(options.lang, "new-set-form"))
        return 1
    return _written(content_type, given, options)


def _written(content_type: ContentType, given: Mapping[str, Sequence[str]], options: argparse.Namespace) -> int:
    portal = as_it_is(options.root.resolve())
    if portal.read.planned is None:
        sys.stderr.write(report.as_text(portal.problems, options.lang))
        return 1
    asking = Asking(options.lang, given, is_silent=options.no_questions)
    draftsman = Draftsman(Judge(portal, content_type), asking, secrets.token_hex)
    try:
        drafted = draftsman.draft()
    except NoAgreement:
        sys.stderr.write(say(options.lang, "new-no-agreement"))
        return 1
    except NoAnswer as left:
        sys.stderr.write(_unanswered(left, draftsman, asking))
        return 1
    except IdTaken as taken:
        sys.stderr.write(say(options.lang, "new-id-taken", id=taken))
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\n" + say(options.lang, "new-nothing"))
        raise
    errors = drafted.errors(portal)
    if errors:
        sys.stderr.write(say(options.lang, "new-problems"))
        sys.stderr.write(report.as_text(errors, options.lang))
        return 1
    change_files(portal.root, drafted.changes)
    _tell(drafted, options)
    return 0


def _unanswered(left: NoAnswer, draftsman: Draftsman, asking: Asking) -> str:
    """That answers are missing; which, as ``--set`` takes them, where nobody is asked."""
    refused = [left.name] if left.name and left.name not in asking.given else []
    missing = dict.fromkeys([*refused, *draftsman.missing()]) if asking.is_silent else {}
    if not missing:
        return say(asking.lang, "new-nothing")
    return say(asking.lang, "new-missing", missing=" ".join(f"--set {name}=…" for name in missing))


def _tell(drafted: Drafted, options: argparse.Namespace) -> None:
    """Which files, what they lack, and what to do next."""
    said = ["\n", *(say(options.lang, "new-file", path=path) for path in drafted.changes)]
    said += [say(options.lang, "new-untranslated", path=path) for path in drafted.untranslated]
    if drafted.is_draft:
        said.append(say(options.lang, "new-draft"))
    said.append(say(options.lang, "new-next", look=command(options, "check", options.root)))
    sys.stdout.write("".join(said))


def _kinds(options: argparse.Namespace) -> str:
    """One line a kind: the word to write, what it is, where its files are."""
    named = ((each, name_of(each.kind).in_language(options.lang)) for each in CONTENT_TYPES)
    rows = [f"  {each.kind:<12} {name:<26} content/{each.folder}/\n" for each, name in named]
    return "".join([say(options.lang, "new-kinds", new=command(options, "new", options.root)), *rows])


def _content_type(said: str) -> ContentType | None:
    """The kind of that name: its own, its folder’s, or what people call it."""
    named = {content_type.folder: content_type for content_type in CONTENT_TYPES}
    for content_type in CONTENT_TYPES:
        words = name_of(content_type.kind)
        named |= dict.fromkeys((content_type.kind, words.fr, words.en), content_type)
    meant = closest(said, named)
    return named[meant] if meant else None


def _given(said: Sequence[str]) -> Mapping[str, Sequence[str]] | None:
    """``FIELD=VALUE`` by field, several values for a list; None where one is not so."""
    given = defaultdict[str, list[str]](list)
    for each in said:
        name, equals, value = each.partition("=")
        if not equals:
            return None
        given[name.strip()].append(value)
    return given
