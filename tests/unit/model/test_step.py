"""A step's day is of its stage, and the stages leave no day of an arrival out."""

import pytest
from pydantic import ValidationError

from site_builder.model.step import JourneyStep, Stage

VALUES = {"id": "step", "title": "Step"}


@pytest.mark.parametrize(
    ("stage", "first", "last"),
    [("before", -366, -1), ("first-week", 0, 7), ("first-month", 8, 31), ("first-three-months", 32, 92)],
)
def test_the_days_of_a_stage(stage: str, first: int, last: int) -> None:
    days = Stage(stage).days
    assert (days[0], days[-1], len(days)) == (first, last, last - first + 1)
    for day in (first, last):
        assert JourneyStep.model_validate({**VALUES, "stage": stage, "day": day}).day == day
    for day, nearest in ((first - 1, first), (last + 1, last), (-9999, first), (9999, last)):
        with pytest.raises(ValidationError) as caught:
            JourneyStep.model_validate({**VALUES, "stage": stage, "day": day})
        (error,) = caught.value.errors()
        assert (error["type"], error["loc"]) == ("step_day", ("day",))
        assert error["ctx"] == {"stage": stage, "first": first, "last": last, "nearest": nearest}


def test_the_stages_follow_each_other() -> None:
    assert [day for stage in Stage for day in stage.days] == [*range(-366, 93)]


def test_a_stage_that_does_not_exist_is_told_once() -> None:
    with pytest.raises(ValidationError) as caught:
        JourneyStep.model_validate({**VALUES, "stage": "later", "day": 5000})
    assert [error["loc"] for error in caught.value.errors()] == [("stage",)]


def test_a_step_stands_by_its_day_then_by_its_id() -> None:
    step = JourneyStep(id="a", title="Z", stage=Stage.BEFORE, day=-3)
    assert step.order_key == (-3, "a")
    assert (step.role, step.documents, step.block) == (None, (), None)
