"""Days in the sentences of problems."""

from datetime import date

from site_builder.problems import Place, Problem
from site_builder.validate.days import in_words


def test_a_sentence_says_a_day_as_people_do() -> None:
    problem = Problem("entry-over", Place("content/pages/fair.md", 5, 13), {"date": in_words(date(2026, 12, 1))})
    assert problem.message("fr") == "Cette fiche a pris fin le 1er décembre 2026\u00a0: elle n’est plus publiée."
    assert problem.message("en") == "This entry ended on 1 December 2026: it is no longer published."
