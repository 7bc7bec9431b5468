"""What the host would refuse is told before it is sent."""

import pytest

from site_builder.publish.limits import beyond_limits


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, []),
        (650_000_000, []),
        (650_000_001, ["site-large"]),
        (1_000_000_000, ["site-large"]),
        (1_000_000_001, ["site-too-large"]),
    ],
)
def test_a_site_near_the_limit_is_told_and_one_beyond_it_refused(size: int, told: list[str]) -> None:
    assert [problem.code for problem in beyond_limits(size)] == told


def test_the_sizes_are_said() -> None:
    (problem,) = beyond_limits(812_345_678)
    assert problem.message("en") == "The site weighs 812 MB: 81% of the 1000 MB that the host accepts."
    assert problem.message("fr").startswith("Le site pèse 812\u00a0Mo")
