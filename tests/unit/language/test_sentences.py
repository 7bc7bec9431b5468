"""Where sentences end, and how many words they have."""

import pytest

from site_builder.language.sentences import sentences, word_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un mot. Deux mots. 3 mots.", ["Un mot.", "Deux mots.", "3 mots."]),
        ("Venez à 9 h 30. C’est ouvert.", ["Venez à 9 h 30.", "C’est ouvert."]),
        (
            "M. Dupont et Mme. Durand, J.-C. Arnaud. Ils sont là.",
            ["M. Dupont et Mme. Durand, J.-C. Arnaud.", "Ils sont là."],
        ),
        ("Voir art. L. 123 et p. 12. Fin.", ["Voir art. L. 123 et p. 12.", "Fin."]),
        ("Il a dit : « Venez. » Nous sommes venus.", ["Il a dit : « Venez. »", "Nous sommes venus."]),
        (
            "Vraiment\u00a0? Oui\u00a0! Bien sûr… Peut-être.",
            ["Vraiment\u00a0?", "Oui\u00a0!", "Bien sûr…", "Peut-être."],
        ),
        ("Il attend… puis il part.", ["Il attend… puis il part."]),
        ("Écrivez sur ville.example. Élisez. « Ici. »", ["Écrivez sur ville.example.", "Élisez.", "« Ici. »"]),
        ("Open at 9.30 a.m. on Mondays, e.g. today. Come.", ["Open at 9.30 a.m. on Mondays, e.g. today.", "Come."]),
        (
            "Mr. Smith (of St. Ives) came. “Hello.” They left.",
            ["Mr. Smith (of St. Ives) came.", "“Hello.”", "They left."],
        ),
        ("**Un.** *Deux.* [Trois](a).", ["**Un.**", "*Deux.*", "[Trois](a)."]),
        ("  ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    found = [*sentences(text)]
    assert [sentence for _, sentence in found] == expected
    assert all(text[at:].startswith(sentence) for at, sentence in found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("L’accueil est ouvert : à 9 h 30 !", 7), ("« Ici »", 1), ("— et – …", 1), ("rendez-vous, 1 000 €", 3), ("", 0)],
)
def test_words_are_counted_as_a_reader_meets_them(sentence: str, words: int) -> None:
    assert word_count(sentence) == words
