"""``portail confirm --format markdown``: what is to be checked and what ends, for an issue of the repository."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from site_builder.cli.markdown import code, issue, plain
from site_builder.cli.words import say
from site_builder.language.dates import format_date
from site_builder.language.tags import is_french
from site_builder.model.consent import Consent
from site_builder.model.entry import Content, Entry
from site_builder.order import Checked
from site_builder.plan.stage import Planned
from site_builder.problems import Problem
from site_builder.resolve.reviews import Review, reviews_ahead, reviews_due

SOON = timedelta(days=30)
ENDING = frozenset({"alert-over", "consent-expired", "event-over", "expires-soon", "perk-over"})
"""Problems that are about what ends."""


def as_markdown(checked: Checked, planned: Planned) -> str:
    """A title and a list in the portal's language; nothing when there is nothing to do."""
    lang = "fr" if is_french(planned.portal.reference_lang) else "en"
    entries = tuple(entry for kind in planned.portal.entries.values() for entry in kind)
    due, ahead = (
        [*_rows([*reviews], word, lang)]
        for reviews, word in (
            (reviews_due(entries, planned.today), "review-since"),
            (reviews_ahead(entries, planned.today, SOON), "review-on"),
        )
    )
    ending = [_ends(problem, lang) for problem in checked.problems if problem.code in ENDING]
    ending += _consents(entries, planned.today, lang)
    headings = ("reviews-due", "reviews-ahead", "reviews-ending")
    sections = [(say(lang, heading), items) for heading, items in zip(headings, (due, ahead, ending), strict=True)]
    return issue(say(lang, "reviews-title"), say(lang, "reviews-about"), sections, lang)


def _rows(reviews: Sequence[Review], word: str, lang: str) -> Iterator[str]:
    """The oldest first; what nobody ever checked comes last."""
    for review in sorted(reviews, key=lambda each: (each.due is None, each.due or date.max, each.entry.path)):
        said = say(lang, word, day=format_date(review.due, lang)) if review.due else say(lang, "review-never")
        owner = f" · {code(review.owner)}" if review.owner else ""
        yield f"{code(review.entry.path)} · {said}{owner}"


def _consents(entries: Iterable[Entry[Content]], today: date, lang: str) -> Iterator[str]:
    """Published people whose consent is about to end: they leave the site that day unless somebody asks them again."""
    for entry in entries:
        consent = getattr(entry.reference, "consent", None)
        if isinstance(consent, Consent) and entry.published and today <= consent.expires_on <= today + SOON:
            said = say(lang, "consent-until", day=format_date(consent.expires_on, lang))
            yield f"{code(entry.path)} · {said}"


def _ends(problem: Problem, lang: str) -> str:
    return f"{code(f'{problem.place.path}:{problem.place.line}')} · {plain(problem.message(lang))}"
