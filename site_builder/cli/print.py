"""``portail print``: the guide of one territory as PDF."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from site_builder.check.host_file import host_problems, is_example
from site_builder.cli.check import everything_wrong
from site_builder.cli.find import MOST_SHOWN, line_of, nobody_answers
from site_builder.cli.host import host_theme
from site_builder.cli.progress import progress_in
from site_builder.cli.telling import report
from site_builder.cli.words import say
from site_builder.host import HOST_FILE, HostTheme
from site_builder.language.numbers import format_number
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.paper.dense import page_count
from site_builder.paper.formats import BY_ID, Format
from site_builder.paper.stage import print_one, printer
from site_builder.plan.stage import Planned
from site_builder.problems import Place, Problem, has_errors
from site_builder.problems.report import as_text, sorted_problems
from site_builder.progress import UNWATCHED
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.stage import Materials, press_of
from site_builder.resolve.portal import Portal
from site_builder.validate.closest import closest

UNCLEAR = 2
FORMAT_WORDS = {
    "guide": "pack",
    "depliant": "leaflet",
    "prospectus": "flyer",
    "affiche": "poster",
    "enfants": "children",
}
"""What a French hand writes for a format, folded."""


def print(options: argparse.Namespace) -> int:  # noqa: A001 - commands are called as they are typed
    """Write the PDF. Exit code 1 where the portal has errors, no single territory answers, or texts stop it.

    2 where no format has the name that was typed.
    """
    root = options.root.resolve()
    form = _format(options.paper)
    if form is None:
        sys.stderr.write(_no_such_format(options.paper, options.lang))
        return UNCLEAR
    if has_errors(host_problems(root, os.environ)):
        report(everything_wrong(root, UNWATCHED), "text", options.lang)
        return 1
    with progress_in(options.lang) as progress:
        checked = check_portal(root, progress=progress)
    if has_errors(checked.problems) or checked.planned is None:
        sys.stderr.write(as_text([p for p in checked.problems if has_errors([p])], options.lang))
        return 1
    territory = _territory(checked.planned.portal, " ".join(options.words), options.lang)
    lang = _language(checked.planned, options)
    return _printed(checked.planned, territory, lang, form, options) if territory and lang else 1


def _format(typed: str) -> Format | None:
    """The format of that name, in English or in French, with or without capitals and accents."""
    name = fold(typed)
    return BY_ID.get(FORMAT_WORDS.get(name, name))


def _no_such_format(typed: str, lang: str) -> str:
    meant = closest(typed, (*BY_ID, *FORMAT_WORDS))
    if meant:
        return say(lang, "format-meant", named=typed, meant=FORMAT_WORDS.get(meant, meant))
    return say(lang, "no-such-format", named=typed, known=", ".join(BY_ID))


def _printed(planned: Planned, territory: Territory, lang: str, form: Format, options: argparse.Namespace) -> int:
    theme = host_theme(options.root.resolve())
    press = press_of(planned, theme, Materials(geography=geography(planned.portal)))
    made, problems = print_one(printer(press, options.root.resolve()), territory.code, lang, form)
    problems = sorted_problems([*problems, *_of_the_address(planned, theme)])
    if problems:
        sys.stderr.write(as_text(problems, options.lang))
    if made is None:
        return 1
    path: Path = options.output or Path(f"{planned.portal.slugs[territory.code]}-{form.id}-{lang}.pdf")
    try:
        path.write_bytes(made)
    except OSError as error:
        sys.stderr.write(say(options.lang, "not-written", path=path, error=error.strerror))
        return 1
    pages = page_count(made)
    size = format_number(round(len(made) / 1000), options.lang)
    sys.stdout.write(
        say(options.lang, "printed" if pages > 1 else "printed-one", path=path, pages=pages, kilobytes=size)
    )
    return 0


def _territory(portal: Portal, typed: str, lang: str) -> Territory | None:
    """The one that answers, as ``portail find`` looks for it: an exact code or name, or the only one found.

    An official code may be another place's postal code: it is no more exact than that.
    """
    territories = portal.territories
    found = territories.search(typed, limit=MOST_SHOWN + 1)
    exact = [t for t in found if typed == t.code or typed in t.postal_codes or fold(typed) == fold(t.name)]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if not found:
        sys.stderr.write(nobody_answers(portal, typed, lang))
        return None
    coded = typed in territories and typed in found[0].postal_codes
    sys.stderr.write(say(lang, "several-coded" if coded else "several-found", words=typed))
    sys.stderr.writelines(line_of(territories, each) for each in found[:MOST_SHOWN])
    if len(found) > MOST_SHOWN:
        sys.stderr.write(say(lang, "more-found", shown=MOST_SHOWN))
    return None


def _language(planned: Planned, options: argparse.Namespace) -> str | None:
    known = planned.portal.languages
    lang: str = options.paper_lang or known[0]
    if lang in known:
        return lang
    sys.stderr.write(say(options.lang, "no-such-language", named=lang, known=", ".join(known)))
    return None


def _of_the_address(planned: Planned, theme: HostTheme) -> Iterable[Problem]:
    """What is printed outlives a repository's name: is the address that it gives there to stay, or even there?"""
    if not theme.site_url:
        yield Problem("paper-address-missing", Place(HOST_FILE))
    elif is_example(theme.site_url):
        yield Problem("paper-address-example", Place(HOST_FILE), {"address": theme.site_url})
    elif not planned.portal.settings.permanent_address:
        yield Problem("paper-address", Place("data/portal.yml"), {"address": theme.site_url})
