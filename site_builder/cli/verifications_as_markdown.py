"""``portail confirm --format markdown``: what is to be checked and what ends, for an issue of the repository."""

from collections.abc import Iterable, Iterator

from site_builder.cli.markdown import issue
from site_builder.cli.words import say, tool_language
from site_builder.language.dates import format_date
from site_builder.plan.stage import Planned
from site_builder.problems import Problem
from site_builder.problems.markdown import code, plain
from site_builder.reading import Checked
from site_builder.resolve.expiring import SOON, Expiring, Why, expiring
from site_builder.resolve.verifications import Verification, verifications_due

SAID = {Why.EXPIRES_ON: "ends-on", Why.CONSENT: "consent-until", Why.VERIFICATION: "verification-on"}
"""What is said of a day to come. Events end without anybody's help."""
ENDED = frozenset({"alert-over", "consent-expired", "entry-over", "event-over", "proof-ending", "proof-over"})
"""Problems that are about what has ended, and about proofs, of which the texts that rely on them are told."""


def as_markdown(checked: Checked, planned: Planned) -> str:
    """A title and a list in the portal's language; nothing when there is nothing to do."""
    lang = tool_language(planned.portal.reference_lang)
    portal, today = planned.portal, planned.today
    soon = expiring(portal.published, today, SOON)
    due = [*_rows(verifications_due(portal.published, today), lang)]
    ahead = [_soon(each, lang) for each in soon if each.why is Why.VERIFICATION]
    ending = [_ended(problem, lang) for problem in checked.problems if problem.code in ENDED]
    ending += [_soon(each, lang) for each in soon if each.why in SAID and each.why is not Why.VERIFICATION]
    headings = ("verifications-due", "verifications-ahead", "verifications-ending")
    sections = [(say(lang, heading), items) for heading, items in zip(headings, (due, ahead, ending), strict=True)]
    return issue(say(lang, "verifications-title"), say(lang, "verifications-about"), sections, lang)


def since(each: Verification, lang: str) -> str:
    """Since when it is due."""
    if each.due is None:
        return say(lang, "verification-never")
    return say(lang, "verification-since", day=format_date(each.due, lang))


def _rows(due: Iterable[Verification], lang: str) -> Iterator[str]:
    for each in sorted(due, key=lambda each: each.order_key):
        yield f"{code(each.entry.path)} · {since(each, lang)}{_owner(each.owner)}"


def _soon(each: Expiring, lang: str) -> str:
    said = say(lang, SAID[each.why], day=format_date(each.day, lang))
    return f"{code(each.entry.path)} · {said}{_owner(each.entry.reference.owner)}"


def _owner(owner: str | None) -> str:
    return f" · {code(owner)}" if owner else ""


def _ended(problem: Problem, lang: str) -> str:
    return f"{code(f'{problem.place.path}:{problem.place.line}')} · {plain(problem.message(lang))}"
