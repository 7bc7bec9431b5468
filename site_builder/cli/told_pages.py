"""What ``portail serve`` tells on the pages themselves: whoever writes looks there, not at the terminal."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from site_builder.cli.words import say
from site_builder.problems import Problem, Severity, has_errors
from site_builder.problems.report import shortened, summary

MOST_SHOWN = 50
"""Of a portal with more, the terminal has the rest."""
_BODY = re.compile(rb"<body[^>]*>")
_STYLE = """
.told{position:fixed;inset-block-end:.5rem;inset-inline-start:.5rem;z-index:1000;overflow:auto;padding:.6rem 1rem;
max-block-size:60vh;max-inline-size:50rem;font:1rem/1.5 system-ui,sans-serif;
background:#fff4d6;color:#2b2100;border:2px solid #b26a00}
.told.wrong{position:sticky;inset:0 0 auto;max-inline-size:none;background:#fdecea;color:#3b0a06;border:solid #b3261e;
border-width:0 0 3px}
.told summary{font-weight:700;cursor:pointer}.told ol{margin:.5rem 0 0;padding-inline-start:1.5rem}
.told li{margin-block-end:.7rem}.told a,.told code{color:inherit;overflow-wrap:anywhere}
.told pre{margin:.2rem 0 0;padding:.3rem .5rem;white-space:pre-wrap;background:#fff9;color:inherit}
@media print{.told{display:none}}
"""


def with_problems(page: bytes, problems: Sequence[Problem], lang: str, root: Path | None) -> bytes:
    """A page of the portal, and on it what is wrong: errors alone, open; else warnings, which wait to be opened.

    ``root``: the portal's folder, where its files can be opened by who looks: on this computer.
    """
    if not problems:
        return page
    return _above(page, _listed(problems, lang, root, say(lang, "shown-as-before").strip()))


def with_words(page: bytes, words: str, lang: str) -> bytes:
    """A page as it was before something stopped, and above it what that was."""
    return _above(page, _framed(f"<p>{escape(say(lang, 'shown-before'))}</p><pre>{escape(words)}</pre>", lang))


def told_page(lang: str, problems: Sequence[Problem], words: str, root: Path | None) -> bytes:
    """A page of ours in the place of one that cannot be shown: because of ``words``, else of the problems."""
    title = escape(say(lang, "no-page"))
    head = f"<meta charset=utf-8><meta name=viewport content=width=device-width><title>{title}</title>"
    told = _framed(f"<pre>{escape(words)}</pre>", lang) if words else _listed(problems, lang, root, "")
    return f"<!doctype html><html lang={lang}><head>{head}</head><body><h1>{title}</h1>{told}</body></html>".encode()


def _listed(problems: Sequence[Problem], lang: str, root: Path | None, until: str) -> str:
    """Errors, else warnings, one below the other. ``until``: what is shown as long as there are errors."""
    wrong = has_errors(problems)
    shown = shortened([each for each in problems if not wrong or each.severity is Severity.ERROR])
    items = "".join(_item(problem, lang, root) for problem in shown[:MOST_SHOWN])
    more = f"<p>{escape(say(lang, 'more-told', count=len(shown) - MOST_SHOWN))}</p>" if len(shown) > MOST_SHOWN else ""
    said = " ".join(filter(None, (summary(problems, lang), until if wrong else "")))
    opened = " open" if wrong else ""
    return _framed(
        f"<details{opened}><summary>{escape(said)}</summary><ol>{items}</ol>{more}</details>", lang, wrong=wrong
    )


def _framed(inside: str, lang: str, *, wrong: bool = True) -> str:
    name = escape(say(lang, "told-here"))
    kind = "told wrong" if wrong else "told"
    return f'<aside class="{kind}" lang={lang} aria-label="{name}"><style>{_STYLE}</style>{inside}</aside>'


def _item(problem: Problem, lang: str, root: Path | None) -> str:
    fix = problem.fix(lang)
    mend = f"<pre>{escape(fix)}</pre>" if fix else ""
    return f"<li>{_place(problem, root)} [{problem.code}] {escape(problem.message(lang))}{mend}</li>"


def _place(problem: Problem, root: Path | None) -> str:
    """Where it is; a link that VS Code opens at that very place, where there is a file to open."""
    place = problem.place
    shown = f"<code>{escape(str(place))}</code>"
    if root is None or not (root / place.path).is_file():
        return shown
    file = quote((root / place.path).as_posix(), safe="/:")
    return f'<a href="vscode://file/{file.lstrip("/")}:{place.line}:{place.column}">{shown}</a>'


def _above(page: bytes, told: str) -> bytes:
    return _BODY.sub(lambda body: body[0] + told.encode(), page, count=1)
