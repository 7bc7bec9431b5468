"""What comes from files, in Markdown that GitHub shows: it is shown as it is, and never acts."""

import re

from site_builder.problems.sentences import flat

_SIGNS = re.compile(r"[\\`*_\[\]()<>#!|~@&$]|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_NAMING = re.compile(r"(?<=&#(?:35|64);)(?=\w)")
"""After # and @: GitHub looks for issues and people once entities are characters again."""


def code(text: str) -> str:
    """The text on one line between more backquotes than it has: no link, no mention, no markup."""
    line = flat(text).strip()
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    space = " " if line[:1] == "`" or line[-1:] == "`" else ""
    return f"{fence}{space}{line}{space}{fence}"


def plain(text: str) -> str:
    """A sentence, or a cell of a table, whose signs do nothing: no markup, link, mention or reference to an issue."""
    return _NAMING.sub("&#8203;", _SIGNS.sub(_entities, flat(text).strip()))


def _entities(signs: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in signs[0])
