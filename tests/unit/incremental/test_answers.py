"""What a function gave for its arguments is kept from one build to the next, and what nobody asks for is dropped."""

import pytest

from site_builder.incremental.former import Former
from site_builder.incremental.parts import Memory


class Shouting:
    """A function that says what it was asked, and the memories of builds that ask it one after the other."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, text: str) -> str:
        self.made.append(text)
        return text.upper()

    def build(self, *texts: str, former: dict[str, Former] | None = None) -> dict[str, Former]:
        """One build that asks for these, and what it leaves."""
        memory = Memory({}, former)
        found = memory.remembered("words.shout", self)
        assert [found(text) for text in texts] == [text.upper() for text in texts]
        return memory.kept()


@pytest.fixture
def shouting() -> Shouting:
    return Shouting()


def test_an_answer_of_the_last_build_serves(shouting: Shouting) -> None:
    left = shouting.build("a", "b")
    shouting.build("b", "c", former=left)
    assert shouting.made == ["a", "b", "c"]


def test_what_the_last_build_did_not_ask_for_is_forgotten(shouting: Shouting) -> None:
    left = shouting.build("b", former=shouting.build("a", "b"))
    shouting.build("a", "b", former=left)
    assert shouting.made == ["a", "b", "a"]


def test_a_build_that_asks_for_the_same_leaves_the_same(shouting: Shouting) -> None:
    left = shouting.build("a", "b")
    assert shouting.build("b", "a", former=left) == left


def test_answers_that_nobody_asked_for_are_kept_as_they_were(shouting: Shouting) -> None:
    left = shouting.build("a")
    assert shouting.build(former=left) == left
    assert Memory({}, left).kept() == left  # in a build that does not even come to the function


def test_answers_belong_to_a_holder_as_parts_do(shouting: Shouting) -> None:
    left = shouting.build("a")
    assert Memory({}, left).kept("words") == left
    assert Memory({}, left).kept("others") == {}


def test_what_another_process_worked_out_is_newer_than_what_was_not_asked_for_here(shouting: Shouting) -> None:
    left, elsewhere = shouting.build("a"), shouting.build("b")
    memory = Memory({}, left)
    memory.adopt(elsewhere)
    assert memory.kept() == elsewhere


def test_a_memory_that_knows_nothing_of_the_outside_keeps_no_answers(shouting: Shouting) -> None:
    memory = Memory()
    assert memory.remembered("words.shout", shouting)("a") == "A"
    assert memory.kept() == {}
