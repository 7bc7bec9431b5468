"""How a text has changed, word by word, in plain characters: ``[-was-]`` and ``{+is+}``."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

AROUND = 6
"""Words shown on each side of a change."""
LONG = 2_000
"""Words above which the common ones are passed over: the comparison takes a time that grows with their square."""
CUT = "…"
_BREAK = "¶"
"""Stands between paragraphs, a word among the others."""


def word_changes(then: str, now: str) -> str:
    """What was taken out and put in, each with the words around it; empty where only the spacing is another."""
    old, new = _words(then), _words(now)
    steps = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > LONG).get_opcodes()
    if all(kind == "equal" for kind, *_ in steps):
        return ""
    return " ".join(_shown(old, new, steps))


def _words(text: str) -> list[str]:
    paragraphs = [paragraph.split() for paragraph in text.strip().split("\n\n")]
    words = [word for paragraph in paragraphs if paragraph for word in (*paragraph, _BREAK)]
    return words[:-1]


def _shown(old: Sequence[str], new: Sequence[str], steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[str]:
    for at, (kind, i, j, k, m) in enumerate(steps):
        if kind == "equal":
            yield from _context(old[i:j], first=at == 0, last=at == len(steps) - 1)
        if kind in {"delete", "replace"}:
            yield f"[-{' '.join(old[i:j])}-]"
        if kind in {"insert", "replace"}:
            yield f"{{+{' '.join(new[k:m])}+}}"


def _context(words: Sequence[str], *, first: bool, last: bool) -> Iterator[str]:
    """The words nearest to the changes beside them; a cut says that there are more."""
    before, after = (0 if first else AROUND), (0 if last else AROUND)
    if len(words) <= before + after + 1:
        yield from words
        return
    yield from words[:before]
    yield CUT
    yield from words[len(words) - after :]
