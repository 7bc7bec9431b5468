"""Distances that read the same are the same distance, so that each is worded once."""

import pytest

from site_builder.language.numbers import format_distance, shown_km


@pytest.mark.parametrize(
    ("kilometres", "shown"),
    [
        (0.0, 0.0),
        (0.344, 0.34),
        (0.994, 0.99),
        (0.996, 1.0),
        (3.44, 3.4),
        (9.949, 9.9),
        (9.96, 10),
        (12.4, 12),
        (29.6, 30),
    ],
)
def test_shown_distances(kilometres: float, shown: float) -> None:
    assert shown_km(kilometres) == shown
    assert shown_km(shown) == shown


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_shown_distance_is_worded_as_the_exact_one(lang: str) -> None:
    exact = [metres / 1000 for metres in range(0, 31_000, 7)]
    assert [format_distance(shown_km(km), lang) for km in exact] == [format_distance(km, lang) for km in exact]
