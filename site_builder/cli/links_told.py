"""What ``portail links`` prints: for people, for programs, for an issue of the repository."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.cli.markdown import issue
from site_builder.cli.words import say, tool_language
from site_builder.external.history import DAYS, Report
from site_builder.language.dates import format_date
from site_builder.problems import Place
from site_builder.problems.markdown import code


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and where each of its addresses stands."""

    report: Report
    written: Mapping[str, Sequence[Place]]
    lang: str
    """Of whoever asked."""
    portal_lang: str
    """Of the portal, for whoever reads its issues."""
    is_offline: bool = False
    """Nobody answered: that nothing is to be mended cannot be said."""


def as_text(told: Told) -> str:
    """Each address, what is wrong with it, and the places below it."""
    rows = [*_dead(told.report, told.lang), *_moved(told.report, told.lang)]
    listed = "".join(
        f"{address}\n  {said}\n" + "".join(f"  {place}\n" for place in told.written[address]) for address, said in rows
    )
    report = told.report
    asked = say(told.lang, "links-asked", asked=report.asked, days=DAYS, waiting=report.waiting)
    nothing = "" if told.is_offline else say(told.lang, "links-none")
    return (listed or nothing) + asked


def as_json(told: Told) -> str:
    """``{"asked", "waiting", "dead": [{address, since, days, why, places}], "moved": [{address, to, places}]}``."""
    places = {
        address: [{"path": place.path, "line": place.line, "column": place.column} for place in found]
        for address, found in told.written.items()
    }
    dead = [
        {"address": address, "since": failure.since.isoformat(), "days": failure.days, "why": failure.why}
        | {"places": places[address]}
        for address, failure in told.report.dead.items()
    ]
    moved = [{"address": address, "to": to, "places": places[address]} for address, to in told.report.moved.items()]
    said = {"asked": told.report.asked, "waiting": told.report.waiting, "dead": dead, "moved": moved}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def as_markdown(told: Told) -> str:
    """A title and a list in the portal's language; nothing when there is nothing to mend.

    The same as last week where nothing has changed: no day of today, no count.
    """
    lang = tool_language(told.portal_lang)
    dead = [f"{code(address)} · {said}{_at(told, address)}" for address, said in _dead(told.report, lang)]
    moved = [
        f"{code(address)} · {say(lang, 'link-to', to=code(to))}{_at(told, address)}"
        for address, to in told.report.moved.items()
    ]
    sections = [(say(lang, "links-dead"), dead), (say(lang, "links-moved"), moved)]
    return issue(say(lang, "links-title"), say(lang, "links-about"), sections, lang)


TOLD: Mapping[str, Callable[[Told], str]] = {"text": as_text, "json": as_json, "markdown": as_markdown}


def _dead(report: Report, lang: str) -> Iterator[tuple[str, str]]:
    for address, failure in sorted(report.dead.items(), key=lambda item: (item[1].since, item[0])):
        day = format_date(failure.since, lang)
        yield address, say(lang, "link-since", day=day, why=_why(failure.why, lang))


def _moved(report: Report, lang: str) -> Iterator[tuple[str, str]]:
    for address, to in report.moved.items():
        yield address, say(lang, "link-to", to=to)


def _why(why: str, lang: str) -> str:
    if not why.isdecimal():
        return say(lang, f"why.{why}")
    kind = "gone" if why in {"404", "410"} else "server" if why.startswith("5") else "status"
    return say(lang, f"why.{kind}", status=why)


def _at(told: Told, address: str) -> str:
    """Below the item, each place on a line."""
    return "".join(f"\n  - {code(f'{place.path}:{place.line}')}" for place in told.written[address])
