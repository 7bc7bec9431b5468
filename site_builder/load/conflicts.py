"""The marks that git leaves in a file where two versions of it could not be joined."""

import re
from collections.abc import Iterator

from site_builder.problems import Place, Problem

_MARK = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
"""How a block begins or ends. The line between its versions, ``=======``, also underlines a title: it tells nothing."""


def conflict_marks(text: str, path: str) -> Iterator[Problem]:
    """The first line of each block; its last one where the first is gone."""
    is_open = False
    for mark in _MARK.finditer(text):
        begins = mark[1][0] == "<"
        if begins or not is_open:
            yield Problem("conflict-marks", Place(path, text.count("\n", 0, mark.start()) + 1))
        is_open = begins
