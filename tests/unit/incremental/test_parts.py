"""What is worked out once serves again exactly as long as all that it asked for is as it was."""

from collections.abc import Mapping

import pytest

from site_builder.incremental.former import Former
from site_builder.incremental.parts import Holder, Memory, by_value, part, passing


class Words(Holder):
    """A small flow: a name and a day from outside, the initial of one, and a greeting made of one or of both."""

    def __init__(self, memory: Memory, **texts: str) -> None:
        super().__init__(memory, "words")
        self.texts = texts
        self.made: list[str] = []

    def _read(self, leaf: str) -> str:
        self.memory.read(leaf)
        return self.texts[leaf]

    @part
    def day(self) -> str:
        return self._read("day")

    @by_value
    def initial(self) -> str:
        self.made.append("initial")
        return self._read("name")[0]

    @passing
    def capital(self) -> str:
        self.made.append("capital")
        return self._read("name").upper()

    @part
    def greeting(self) -> str:
        self.made.append("greeting")
        return f"Hello {self.initial}" + (f", it is {self.day}" if self.initial == "D" else "")

    @part
    def shout(self) -> str:
        self.made.append("shout")
        return f"{self.capital}!"

    @part
    def itself(self) -> "Words":
        return self


def asked(former: Mapping[str, Former] | None = None, **texts: str) -> tuple[Words, Memory]:
    memory = Memory(texts, former)
    return Words(memory, **texts), memory


def test_a_part_is_worked_out_once_and_only_when_it_is_asked_for() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.made == []
    assert (words.greeting, words.greeting) == ("Hello A", "Hello A")
    assert words.made == ["greeting", "initial"]
    assert memory.worked_out == {"words.greeting", "words.initial"}


def test_what_is_kept_serves_again_without_being_worked_out() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.greeting
    again, memory = asked(memory.kept(), name="Anne", day="Tuesday")
    assert again.greeting == "Hello A"
    assert (again.made, memory.worked_out) == ([], frozenset())


@pytest.mark.parametrize(
    ("texts", "greeting", "made"),
    [
        ({"name": "Denis", "day": "Monday"}, "Hello D, it is Monday", ["initial", "greeting"]),
        ({"name": "Alice", "day": "Monday"}, "Hello A", ["initial"]),  # another name, of the same initial
        ({"name": "Anne", "day": "Friday"}, "Hello A", []),
    ],
)
def test_what_asked_for_something_that_has_changed_is_worked_out_anew(
    texts: dict[str, str], greeting: str, made: list[str]
) -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.greeting == "Hello A"
    again, memory = asked(memory.kept(), **texts)
    assert again.greeting == greeting
    assert again.made == made


def test_what_was_asked_for_only_in_that_case_is_noted_in_that_case() -> None:
    words, memory = asked(name="Denis", day="Monday")
    assert words.greeting == "Hello D, it is Monday"
    again, memory = asked(memory.kept(), name="Denis", day="Tuesday")
    assert again.greeting == "Hello D, it is Tuesday"
    assert again.made == ["greeting"]


def test_what_is_not_kept_is_worked_out_again_by_whoever_needs_it_alone() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.shout == "ANNE!"
    again, memory = asked(memory.kept(), name="Anne", day="Monday")
    assert (again.shout, again.made) == ("ANNE!", [])
    assert (again.capital, again.made) == ("ANNE", ["capital"])
    other, memory = asked(memory.kept(), name="Denis", day="Monday")
    assert (other.shout, other.made) == ("DENIS!", ["capital", "shout"])


def test_what_nobody_asked_for_in_between_is_still_kept() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.greeting
    between, memory = asked(memory.kept(), name="Anne", day="Tuesday")
    assert between.day == "Tuesday"
    again, memory = asked(memory.kept(), name="Anne", day="Monday")
    assert (again.greeting, again.made) == ("Hello A", [])


@pytest.mark.parametrize("build", range(3))
def test_what_is_kept_is_the_same_whoever_worked_it_out(build: int) -> None:
    words, memory = asked(name="Denis", day="Monday")
    assert words.greeting + words.shout
    expected = memory.kept()
    for _ in range(build):
        again, memory = asked(memory.kept(), name="Denis", day="Monday")
        assert again.greeting + again.shout
    assert memory.kept() == expected


def test_what_asked_for_something_that_is_no_more_is_worked_out_anew() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.greeting
    kept = memory.kept()
    gone = Former(kept["words.initial"].fingerprint, {"words.surname": "0" * 32}, kept["words.initial"].value)
    again, memory = asked({**kept, "words.initial": gone}, name="Denis", day="Monday")
    assert again.greeting == "Hello D, it is Monday"


def test_a_value_that_is_no_more_is_worked_out_anew_and_kept() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.greeting
    kept = memory.kept()
    former = kept["words.greeting"]
    harmed = Former(former.fingerprint, former.asked, lambda: None)
    again, memory = asked({**kept, "words.greeting": harmed}, name="Anne", day="Monday")
    assert again.greeting == "Hello A"
    assert again.made == ["greeting"]
    assert memory.kept()["words.greeting"] == former


def test_whoever_watches_learns_what_is_asked_for_and_not_what_that_asks_for() -> None:
    words, memory = asked(name="Anne", day="Monday")
    with memory.watching() as found:
        assert words.greeting
        assert memory.fingerprint("words.shout")
    assert found == {"words.greeting"}
    assert memory.asked is None


def test_what_would_be_wrong_is_refused() -> None:
    words, memory = asked(name="Anne", day="Monday")
    with pytest.raises(AttributeError, match="day is worked out, not set"):
        words.day = "Friday"
    with pytest.raises(ValueError, match=r"two parts are called words\."):
        Words(memory)
    with memory.watching(), pytest.raises(KeyError):
        memory.read("surname")
    assert words.itself is words
    with pytest.raises(TypeError, match="Words has parts, and is no part itself"):
        memory.kept()


def test_values_are_passed_on_in_one_process() -> None:
    """As they are, also those that nobody writes for another; a part whose leaf has changed is worked out anew."""
    words, memory = asked(name="Anne", day="Monday")
    assert (words.greeting, words.shout) == ("Hello A", "ANNE!")
    later = memory.passed_on({"name": "Anne", "day": "Tuesday"})
    again = Words(later, name="Anne", day="Tuesday")
    assert (again.greeting, again.capital, again.made) == ("Hello A", "ANNE", [])
    assert again.greeting is words.greeting
    assert later.kept() == {}
    last = Words(later.passed_on({"name": "Denis", "day": "Friday"}), name="Denis", day="Friday")
    assert (last.greeting, last.shout) == ("Hello D, it is Friday", "DENIS!")


def test_what_was_not_asked_for_in_between_is_passed_on_too() -> None:
    words, memory = asked(name="Anne", day="Monday")
    assert words.greeting
    between = memory.passed_on({"name": "Anne", "day": "Monday"})
    again = Words(between.passed_on({"name": "Anne", "day": "Monday"}), name="Anne", day="Monday")
    assert (again.greeting, again.made) == ("Hello A", [])


def test_a_piece_is_made_again_only_where_it_is_another() -> None:
    made: list[str] = []

    def shout(text: str) -> str:
        made.append(text)
        return text.upper()

    memory = Memory({})
    for texts in (("a", "b", "a"), ("b", "c"), ("a", "c")):
        found = memory.remembered("shout", shout)
        assert [found(text) for text in texts] == [text.upper() for text in texts]
        memory = memory.passed_on({})
    assert made == ["a", "b", "c", "a"]  # what the last time did not ask for is forgotten
