"""What is too large to be published is told before it is sent."""

import pytest

from site_builder.publish.limits import beyond_limits


@pytest.mark.parametrize(
    ("size", "files", "told"),
    [
        (0, 0, []),
        (630_500_000, 58_200, []),
        (630_500_001, 0, ["site-large"]),
        (650_000_000, 0, ["site-large"]),
        (650_000_001, 0, ["site-too-large"]),
        (0, 58_201, ["files-many"]),
        (0, 60_000, ["files-many"]),
        (0, 60_001, ["files-too-many"]),
        (650_000_001, 60_001, ["site-too-large", "files-too-many"]),
    ],
)
def test_a_site_near_the_limit_is_told_and_one_beyond_it_refused(size: int, files: int, told: list[str]) -> None:
    assert [problem.code for problem in beyond_limits(size, files)] == told


def test_the_sizes_are_said() -> None:
    (problem,) = beyond_limits(641_345_678, 0)
    assert problem.message("en") == "The site weighs 641 MB: 98% of the 650 MB that a portal may weigh."
    assert problem.message("fr").startswith("Le site pèse 641\u00a0Mo\u00a0: 98\u00a0% des 650\u00a0Mo")
    (problem,) = beyond_limits(0, 61_000)
    assert problem.message("en").startswith("The site has 61000 files, more than the 60000 that a portal may have")
