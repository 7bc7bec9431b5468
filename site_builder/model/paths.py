"""Paths of a portal's files, in the one form that is compared, and as links write them.

One computer writes ``é`` as one character, another as an e and its accent; a link may be written with ``%20``.
"""

import re
from posixpath import dirname, join, normpath
from unicodedata import normalize
from urllib.parse import quote, unquote

_NOT_AS_IT_IS = re.compile(r"[\s%#?:()<>\[\]\\\"'`*]")
"""What a path cannot hold inside a Markdown link; letters with accents stay readable."""


def composed(path: str) -> str:
    """``path`` with each accent in its letter (Unicode NFC)."""
    return normalize("NFC", path)


def unwritten(address: str) -> str:
    """``ma%20page.md`` → ``ma page.md``: what an address says, however it is written."""
    return composed(unquote(address))


def linked_path(own: str, address: str) -> str:
    """The file that ``address``, without its fragment, names in a text of the file ``own``."""
    return normpath(join(dirname(own), unwritten(address)))


def written(path: str) -> str:
    """A path as a link can write it: ``ma page.md`` → ``ma%20page.md``."""
    return _NOT_AS_IT_IS.sub(lambda sign: quote(sign[0]), path)
