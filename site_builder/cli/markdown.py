"""Lists for an issue of the repository."""

from collections.abc import Iterator, Sequence

from site_builder.cli.words import say

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 for the text of an issue."""
Section = tuple[str, Sequence[str]]
"""A heading, and the items below it."""


def issue(title: str, about: str, sections: Sequence[Section], lang: str) -> str:
    """The title on a first line, then the text; nothing at all without any item."""
    shown = [section for section in sections if section[1]]
    if not shown:
        return ""
    lines = [f"# {title}", "", about, "", *_listed(shown, lang), say(lang, "issue-kept")]
    return "\n".join(lines) + "\n"


def _listed(sections: Sequence[Section], lang: str) -> Iterator[str]:
    room = MOST_CHARACTERS
    for heading, items in sections:
        yield from (f"## {heading}", "")
        for number, item in enumerate(items):
            room -= len(item) + 3
            if room < 0:
                yield f"- {say(lang, 'issue-more', n=len(items) - number)}"
                break
            yield f"- {item}"
        yield ""
