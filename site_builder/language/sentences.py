"""Where sentences begin, and how many words they have: what a reader takes in without a pause."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[)»”’\"'*_\]]*(?:\s+[»)])?(?=\s+[«“‘\"(\[*_]*\s*[^\W_a-zà-öø-ÿœ])")
"""Signs that end a sentence, what closes behind them, then a space and a capital letter or a number."""
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«’'\u00a0])(?:[^\W\d_]|(?:[^\W\d_]\.)+-?[^\W\d_]?|M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|av|bd|boul|chap|cf|dir|éd|env|ex|"
    r"fig|hab|no|n°|p|pp|tél|tel|vol|art|Mr|Mrs|Ms|Prof|vs|approx|e\.g|i\.e|Rev|J\.-C)\.$"
)
"""What a full stop ends without ending the sentence: one letter, initials, titles, words cut short."""
_WORD = re.compile(r"\S*[^\W_]\S*")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a paragraph and where it begins."""
    begins = 0
    for end in _END.finditer(text):
        if not _ABBREVIATED.search(text[begins : end.end()]):
            yield from _trimmed(text, begins, end.end())
            begins = end.end()
    yield from _trimmed(text, begins, len(text))


def word_count(sentence: str) -> int:
    """What stands between spaces and has a letter or a figure: « l’accueil » is one word, « 9 h 30 » three."""
    return sum(1 for _ in _WORD.finditer(sentence))


def _trimmed(text: str, begins: int, ends: int) -> Iterator[tuple[int, str]]:
    sentence = text[begins:ends]
    if sentence.strip():
        yield begins + len(sentence) - len(sentence.lstrip()), sentence.strip()
