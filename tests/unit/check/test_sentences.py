"""Sentences of more than thirty words, where they begin."""

from collections.abc import Callable

import pytest

from site_builder.check.sentences import as_problems, long_sentences, long_sentences_of
from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]
ENTRY = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    summary: "{summary}"
    angle: natural-heritage
    ---
"""


def words(number: int) -> str:
    return " ".join(["sable"] * number)


def found(folder: PortalFolder) -> list[str]:
    sight = folder.check().sight
    assert sight
    return [f"{each.place} {each.words}" for each in long_sentences(sight)]


def body(*lines: str, summary: str = "Du sable.") -> str:
    return ENTRY.format(summary=summary) + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"{words(30)}."], []),
        ([f"{words(31)}."], ["7:1 31"]),
        ([f"Du sable. Du {words(18)}", f"{words(11)}. Du sable."], []),
        ([f"Du sable. Du {words(19)}", f"{words(11)}. Du sable."], ["7:11 31"]),
        ([f"Du sable. Du {words(20)},", f"{words(30)}. Du sable.", "", f"Du {words(30)}"], ["7:11 51", "10:1 31"]),
        ([f"- {words(20)}", f"- {words(20)}", f"  {words(10)}", f"  {words(2)}"], ["8:3 32"]),
        ([f"# {words(20)}", words(20), f"> {words(20)}"], []),
        ([f"| {words(20)} | {words(20)} |", "| --- | --- |", f"| {words(20)} | {words(20)} |"], []),
        ([f"Du sable à 9 h 30 ({words(24)}) : [{words(2)}](https://sable.example/un)."], ["7:1 32"]),
        (["```", words(40), "```", f"<!-- {words(40)} -->"], []),
    ],
)
def test_where_they_begin(lines: list[str], expected: list[str], portal: Make) -> None:
    assert found(portal(body(*lines))) == [f"content/assets/dune.md:{each}" for each in expected]


def test_the_longest_first_in_every_published_text(portal: Make) -> None:
    english = f"\ncontent/assets/dune.en.md\n    ---\n    title: The dune\n    ---\n    {words(40)}\n"
    draft = body(words(50)).replace("dune", "draft").replace("title:", "status: draft\n    title:")
    folder = portal(body(f"{words(33)}.", summary=f"Le {words(30)}.") + english + draft)
    assert found(folder) == [
        "content/assets/dune.en.md:4:1 40",
        "content/assets/dune.md:7:1 33",
        "content/assets/dune.md:4:10 31",
    ]


def test_those_of_single_files(portal: Make) -> None:
    english = f"\ncontent/assets/dune.en.md\n    ---\n    title: The dune\n    ---\n    {words(40)}\n"
    sight = portal(body(f"{words(33)}.") + english).check().sight
    assert sight
    (one,) = long_sentences_of(sight, "content/assets/dune.en.md".__eq__)
    assert (one.place.path, one.words) == ("content/assets/dune.en.md", 40)
    assert long_sentences_of(sight, "content/assets/other.md".__eq__) == ()


def test_as_something_to_mend(portal: Make) -> None:
    sight = portal(body(f"{words(31)}.")).check().sight
    assert sight
    (problem,) = as_problems(long_sentences(sight))
    assert problem.message("en") == "This sentence has 31 words: beyond 30, readers often have to go back."
    assert problem.fix("fr") == "Coupez-la en deux\u00a0: un point là où commence une autre idée."
