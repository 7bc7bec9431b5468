import pytest

from site_builder.check.colours import contrast


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#FFFFFF", "#000000", 21.0),
        ("#777777", "#777777", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#0A0A0A", "#000000", 1.06),
    ],
)
def test_contrast(one: str, other: str, expected: float) -> None:
    """The figures that WebAIM's contrast checker gives."""
    assert round(contrast(one, other), 2) == expected
