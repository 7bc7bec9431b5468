"""How a change of words is written."""

import pytest

from site_builder.cli.wording import LONG, word_changes


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ("Allez à la mairie.", "Allez à la mairie.", ""),
        ("Allez à\n  la mairie.\n", "Allez à la mairie.", ""),
        ("", "", ""),
        ("", "Allez voir.", "{+Allez voir.+}"),
        ("Allez voir.", "", "[-Allez voir.-]"),
        ("Avant le mardi soir", "Avant le jeudi soir", "Avant le [-mardi-] {+jeudi+} soir"),
        ("Un. Deux.", "Un. Et demi. Deux.", "Un. {+Et demi.+} Deux."),
        ("Un.\n\nDeux.", "Un.\n\nTrois.", "Un. ¶ [-Deux.-] {+Trois.+}"),
        ("Un. Deux.", "Un.\n\nDeux.", "Un. {+¶+} Deux."),
        ("a b c d e f g h", "A b c d e f g h", "[-a-] {+A+} b c d e f g h"),
        ("a b c d e f g h i", "A b c d e f g h i", "[-a-] {+A+} b c d e f g …"),
        ("a b c d e f g h i", "a b c d e f g h I", "… c d e f g h [-i-] {+I+}"),
        ("x a b c d e f g h i j k l m n y", "a b c d e f g h i j k l m n", "[-x-] a b c d e f … i j k l m n [-y-]"),
        ("x a b c d e f g h i j k l m y", "a b c d e f g h i j k l m", "[-x-] a b c d e f g h i j k l m [-y-]"),
    ],
)
def test_changes(then: str, now: str, said: str) -> None:
    assert word_changes(then, now) == said


def test_a_very_long_text_is_compared_in_a_moment() -> None:
    """Thirty thousand times one word, with another in the middle: a full comparison would take hours."""
    many = ["mot"] * 15 * LONG
    changed = word_changes(" ".join(many), " ".join([*many[: 5 * LONG], "autre", *many[5 * LONG :]]))
    assert "autre" in changed
