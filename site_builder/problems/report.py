"""The same list of problems for people, for programs and for GitHub."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.problems.markdown import code, plain
from site_builder.problems.problem import Problem, Severity
from site_builder.problems.sentences import flat

FORMATS = ("text", "json", "github")
MOST_ALIKE = 20
"""Of one code in one file: enough to see what was done there; a page pasted from a word processor has thousands."""
GITHUB_ANNOTATIONS = 10  # GitHub shows ten annotations of each level per step; the rest goes to the summary.


@dataclass(frozen=True, slots=True)
class Aside:
    """What is told after the problems and is none: a line for people, values for programs."""

    line: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


NOTHING_MORE = Aside()


def sorted_problems(problems: Sequence[Problem]) -> list[Problem]:
    """Errors first, then by file and position; a problem found twice is reported once."""
    unique = {(p.code, p.place, p.message("en")): p for p in problems}
    return sorted(unique.values(), key=lambda p: (p.severity is Severity.WARNING, p.place, p.code))


def shortened(problems: Sequence[Problem]) -> list[Problem]:
    """At most ``MOST_ALIKE`` problems of one code in one file, and how many more there are at the first left out."""
    alike = Counter((problem.place.path, problem.code) for problem in problems)
    seen: Counter[tuple[str, str]] = Counter()
    shown = []
    for problem in problems:
        kind = (problem.place.path, problem.code)
        seen[kind] += 1
        if seen[kind] <= MOST_ALIKE:
            shown.append(problem)
        elif seen[kind] == MOST_ALIKE + 1:
            more = "more-errors" if problem.severity is Severity.ERROR else "more-warnings"
            shown.append(Problem(more, problem.place, {"count": alike[kind] - MOST_ALIKE, "code": problem.code}))
    return shown


def as_text(problems: Sequence[Problem], lang: str, aside: Aside = NOTHING_MORE) -> str:
    """One paragraph per problem: ``path:line:column [code] what`` and the fix below it."""
    lines = []
    for problem in shortened(problems):
        lines.append(f"{flat(str(problem.place))} [{problem.code}] {problem.message(lang)}")
        lines.extend(f"    → {line}" for line in problem.fix(lang).splitlines())
    lines += _closing(problems, lang, aside)
    return "\n".join(lines) + "\n"


def _closing(problems: Sequence[Problem], lang: str, aside: Aside) -> list[str]:
    return [summary(problems, lang), *filter(None, [flat(aside.line)])]


def summary(problems: Sequence[Problem], lang: str) -> str:
    """The closing line: how many errors and warnings."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = len(problems) - errors
    if lang == "fr":
        if not problems:
            return "Tout est en ordre."
        return f"À corriger\u00a0: {errors}. Avertissements\u00a0: {warnings}."
    if not problems:
        return "Everything is in order."
    return f"To mend: {errors}. Warnings: {warnings}."


def as_json(problems: Sequence[Problem], lang: str, aside: Aside = NOTHING_MORE) -> str:
    """``{"problems": [{code, severity, path, line, column, message, fix}], …}``; see also `as_json_stopped`."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message(lang),
            "fix": problem.fix(lang),
        }
        for problem in shortened(problems)
    ]
    return json.dumps({"problems": rows, **aside.values}, ensure_ascii=False, indent=2) + "\n"


def as_json_stopped(said: str) -> str:
    """``{"problems": [], "stopped": …}``: the tool or the disk failed before the portal had been looked at in whole."""
    return json.dumps({"problems": [], "stopped": said.strip()}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], lang: str, aside: Aside = NOTHING_MORE) -> str:
    """GitHub workflow commands: the first ten problems as annotations on the lines of the change."""
    lines = []
    for problem in problems[:GITHUB_ANNOTATIONS]:
        text = _escape_data(f"{problem.message(lang)}\n{problem.fix(lang)}")
        where = f"file={_escape_property(problem.place.path)},line={problem.place.line},col={problem.place.column}"
        lines.append(f"::{problem.severity.value} {where},title={_escape_property(problem.code)}::{text}")
    lines += _closing(problems, lang, aside)
    return "\n".join(lines) + "\n"


def as_markdown(problems: Sequence[Problem], lang: str, aside: Aside = NOTHING_MORE) -> str:
    """The problems as a Markdown list, for GitHub's job summary."""
    head = [f"### {summary(problems, lang)}", "", *((plain(aside.line), "") if aside.line else ())]
    return "\n".join(head) + "\n" + as_list(problems, lang)


def as_list(problems: Sequence[Problem], lang: str) -> str:
    """An item of a Markdown list for each problem: where, what, and the fix as lines to copy."""
    lines = []
    for problem in shortened(problems):
        mark = "❌" if problem.severity is Severity.ERROR else "⚠️"
        lines.append(f"- {mark} {code(str(problem.place))} **{problem.code}** {plain(problem.message(lang))}\n")
        lines.extend(f"  {line}" for line in _fenced(problem.fix(lang)))
    return "".join(f"{line}\n" for line in lines)


def render(problems: Sequence[Problem], form: str, lang: str, aside: Aside = NOTHING_MORE) -> str:
    """The list in one of ``FORMATS``."""
    return {"text": as_text, "json": as_json, "github": as_github}[form](problems, lang, aside)


def _fenced(text: str) -> list[str]:
    """A code block whose fence no line of ``text`` can close."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *text.splitlines(), fence]


def _escape_data(text: str) -> str:
    """GitHub's escaping of a command's message (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
