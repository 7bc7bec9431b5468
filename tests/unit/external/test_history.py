"""Since when a link fails, and when that is told."""

import json
from datetime import date, timedelta

import pytest

from site_builder.external.answers import WHY, Answer, Outcome
from site_builder.external.history import Failure, History, Report, read_history, report_of

FIRST = date(2026, 11, 2)
FAILED, THERE, UNTOLD = Answer(Outcome.FAILED, "404"), Answer(Outcome.THERE), Answer(Outcome.UNTOLD)
LINK = "https://one.example/"


def after(*answers: tuple[int, Answer]) -> History:
    """The history after these answers, each on a day after the first."""
    history = History()
    for day, answer in answers:
        history = read_history(history.as_json()).with_answers({LINK: answer}, FIRST + timedelta(days=day))
    return history


@pytest.mark.parametrize(
    ("answers", "days"),
    [
        ([(0, FAILED)], 1),
        ([(0, FAILED), (0, FAILED), (0, FAILED), (0, FAILED)], 1),
        ([(0, FAILED), (7, FAILED)], 2),
        ([(0, FAILED), (7, FAILED), (14, FAILED)], 3),
        ([(0, FAILED), (7, UNTOLD), (14, FAILED), (21, FAILED)], 3),
        ([(0, FAILED), (7, FAILED), (14, THERE), (21, FAILED)], 1),
        ([(0, FAILED), (7, FAILED), (14, FAILED), (21, THERE)], 0),
        ([(0, FAILED), (7, FAILED), (14, FAILED), (21, Answer(Outcome.MOVED, "https://two.example/"))], 0),
        ([(0, UNTOLD)], 0),
    ],
)
def test_days_of_failure(answers: list[tuple[int, Answer]], days: int) -> None:
    history = after(*answers)
    report = report_of(history, {LINK: answers[-1][1]})
    assert sum(failure.days for failure in history.failures.values()) == days
    assert [*report.dead] == [LINK] * (days >= 3)
    assert report.waiting == (0 < days < 3)


def test_since_when_and_why_it_fails_now() -> None:
    history = after((0, FAILED), (7, FAILED), (14, Answer(Outcome.FAILED, "timeout")))
    assert history.failures[LINK] == Failure(since=FIRST, last=FIRST + timedelta(days=14), days=3, why="timeout")


def test_what_the_portal_no_longer_has_is_forgotten() -> None:
    assert after((0, FAILED)).with_answers({}, FIRST).failures == {}


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"failures": {"a": 1}}', '{"other": 1}'])
def test_a_history_that_is_none_of_ours_begins_anew(text: str | None) -> None:
    assert read_history(text) == History()


@pytest.mark.parametrize("why", ["@team", "why", "40", "4041", "٤٠٤", "404\n", "", "timeout|"])
def test_what_nobody_noted_so_is_left_out_and_the_rest_is_kept(why: str) -> None:
    """The file comes from elsewhere: only what is known to be a reason is ever told as one."""
    kept = {"since": "2026-11-02", "last": "2026-11-16", "days": 3, "why": "404"}
    history = read_history(json.dumps({"failures": {LINK: kept, "https://b.example/": {**kept, "why": why}}}))
    assert [*history.failures] == [LINK]


@pytest.mark.parametrize("why", [*WHY, "404", "999"])
def test_every_reason_is_read_again(why: str) -> None:
    assert after((0, Answer(Outcome.FAILED, why))).failures[LINK].why == why
    assert read_history(after((0, Answer(Outcome.FAILED, why))).as_json()) == after((0, Answer(Outcome.FAILED, why)))


def test_what_was_kept_of_an_address_that_the_portal_no_longer_has_is_not_told() -> None:
    history = after((0, FAILED), (7, FAILED), (14, FAILED))
    assert report_of(history, {}) == Report(dead={}, moved={}, asked=0, waiting=0)


def test_what_has_moved() -> None:
    moved = {"https://b.example/": Answer(Outcome.MOVED, "https://c.example/"), LINK: THERE}
    report = report_of(History(), moved)
    assert (report.moved, report.asked) == ({"https://b.example/": "https://c.example/"}, 2)
