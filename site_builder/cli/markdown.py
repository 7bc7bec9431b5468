"""Lists for an issue of the repository: what comes from files is shown as it is, and never acts."""

import re
from collections.abc import Iterator, Sequence

from site_builder.cli.words import say

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 for the text of an issue."""
Section = tuple[str, Sequence[str]]
"""A heading, and the items below it."""


def code(text: str) -> str:
    """The text on one line between more backquotes than it has: no link, no mention, no markup."""
    flat = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    space = " " if flat[:1] == "`" or flat[-1:] == "`" else ""
    return f"{fence}{space}{flat}{space}{fence}"


def plain(text: str) -> str:
    """A sentence whose signs do nothing: no markup, no link, no reference to a person or an issue."""
    flat = " ".join(text.split())
    return re.sub(r"([\\`*_\[\]()<>#!|~@&])", lambda sign: f"&#{ord(sign[0])};", flat).replace("://", ":&#47;&#47;")


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
