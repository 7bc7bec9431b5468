"""The steps that each territory must get, in order: ``keys@D1 0`` is a step of territory D1 whose day is 0."""

import pytest

from site_builder.model.entry import Entry
from site_builder.model.step import JourneyStep, Stage
from site_builder.model.territory import Territory
from site_builder.resolve.journeys import Journeys
from site_builder.resolve.territories import Territories

LEVELS = ("region", "departement", "epci", "commune")
TREE = {
    "R": ("region", ()),
    "D1": ("departement", ("R",)),
    "D2": ("departement", ("R",)),
    "E": ("epci", ("D1", "D2")),  # lies over both
    "C1": ("commune", ("E", "D1")),
    "C2": ("commune", ("E", "D2")),
}
TERRITORIES = Territories(
    (Territory(code=code, level=level, name=code, parents=parents) for code, (level, parents) in TREE.items()), LEVELS
)


def entry(line: str) -> Entry[JourneyStep]:
    """No territory is the whole portal's."""
    name, day = line.split()
    step_id, _, territory = name.partition("@")
    stage = next(stage for stage in Stage if int(day) in stage.days)
    step = JourneyStep(id=step_id, title=step_id, territory=territory or None, stage=stage, day=int(day))
    return Entry(kind="step", reference_lang="fr", versions={"fr": step}, paths={"fr": f"content/{step_id}.md"})


def journeys(*lines: str) -> Journeys:
    return Journeys([entry(line) for line in lines], TERRITORIES, "R")


GOLDEN = {
    "what the region writes, everyone inherits": (["a 0", "b@R 3"], dict.fromkeys(TREE, "a b")),
    "the earliest first, whoever wrote it": (
        ["late@R 90", "home@D1 -60", "lease@E -7", "keys@C1 0"],
        {"R": "late", "D1": "home late", "E": "home lease late", "C1": "home lease keys late", "D2": "late"},
    ),
    "of one day, in the order of ids": (["c@C1 7", "b@R 7", "a@D1 7"], {"R": "b", "D1": "a b", "C1": "a b c"}),
    "a territory over two has the steps of the first; a commune those of its own": (
        ["a@R 1", "one@D1 2", "two@D2 3", "of-both@E 4"],
        {"E": "a one of-both", "C1": "a one of-both", "C2": "a two of-both"},
    ),
    "nothing comes up from below": (["a@C1 1"], {"R": "", "E": "", "C2": "", "C1": "a"}),
    "none": ([], dict.fromkeys(TREE, "")),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_journeys(name: str) -> None:
    lines, expected = GOLDEN[name]
    made = journeys(*lines)
    assert {code: " ".join(step.id for step in made.steps(code)) for code in expected} == expected


@pytest.mark.parametrize(
    ("lines", "writers"),
    [(["a 1"], ["R"]), (["a@R 1", "b@R 2"], ["R"]), (["a@D1 1", "b@C2 1"], ["D1", "C2"]), ([], [])],
)
def test_who_writes_steps(lines: list[str], writers: list[str]) -> None:
    made = journeys(*lines)
    assert [code for code in TREE if made.writes(code)] == writers


@pytest.mark.parametrize(
    ("lines", "shared"),
    [
        ([], "C1:R C1:D1 C1:E C2:R C2:D2 C2:E"),
        (["a@R 1"], "C1:R C1:D1 C1:E C2:R C2:D2 C2:E"),
        (["a@D1 1"], "C1:D1 C1:E C2:R C2:D2"),  # the steps of D1 are not for C2
        (["a@D2 1"], "C1:R C1:D1 C1:E C2:D2"),
        (["a@E 1"], "C1:E C2:E"),
        (["a@D1 1", "b@E 1"], "C1:E"),
        (["a@C1 1"], "C1:R C1:D1 C1:E C2:R C2:D2 C2:E"),  # but for its own
    ],
)
def test_whose_journey_is_that_of_a_commune_too(lines: list[str], shared: str) -> None:
    made = journeys(*lines)
    found = [f"{c}:{wider}" for c in ("C1", "C2") for wider in TERRITORIES.line(c)[:-1] if made.shared(c, wider)]
    assert " ".join(found) == shared


@pytest.mark.parametrize(
    ("lines", "follow"),
    [
        ([], ["D1", "D2", "E", "C1", "C2"]),
        (["a@D1 1"], ["D2", "E", "C1", "C2"]),
        (["a@D1 1", "b@D2 1"], ["E", "C1", "C2"]),
        (["a@E 1", "b@D2 1"], ["D1", "C1"]),  # nobody's journey is what C2 gets from D2 and from E
        (["a@C1 1"], ["D1", "D2", "E", "C2"]),
    ],
)
def test_who_has_the_journey_of_somebody_above(lines: list[str], follow: list[str]) -> None:
    made = journeys(*lines)
    assert [code for code in TREE if made.follow(code)] == follow
