"""The addresses that links write, found in a text as it stands in its file, and changed there alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath

from site_builder.editing.front_matter import ending_of, lines_of
from site_builder.model.paths import linked_path, written
from site_builder.prose.prose_scan import prose_lines

_ADDRESSES = (
    re.compile(
        r"\]\([ \t]*(?:(?:\r\n?|\n)[ \t]*)?"
        r"(?:<(?P<framed>[^<>\r\n]*)>|(?P<bare>[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*))"
    ),
    re.compile(
        r"(?:^|(?<=\r))[ ]{0,3}\[[^\[\]\r\n]+\]:[ \t]*(?:<(?P<framed>[^<>\r\n]*)>|(?P<bare>[^\s<>]+))", re.MULTILINE
    ),
    re.compile(
        r"<(?:a|img)(?=\s)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?\s(?:href|src)\s*=\s*"
        r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s<>\"']+))",
        re.IGNORECASE,
    ),
)
"""Of a link (one line end may come before it), of an address that several links name, of a tag."""
_NOT_A_FILE = re.compile(r"[^/#?]*:|[/#?]|$")
"""How an address begins that names no file of the portal: a scheme, the site’s root, an anchor of this page."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Which files of the portal go where, by path."""

    files: Mapping[str, str]

    def of(self, path: str) -> str:
        """Where a file is afterwards."""
        return self.files.get(path, path)

    def address(self, own: str, address: str) -> str:
        """An address in the file ``own`` (a path of before), as it has to be written afterwards."""
        if _NOT_A_FILE.match(address):
            return address
        path, mark, rest = _parted(address)
        target = self.of(linked_path(own, path))
        if linked_path(self.of(own), path) == target:
            return address
        return f"{written(relpath(target, dirname(self.of(own)) or '.'))}{mark}{rest}"


def rewritten(text: str, own: str, moves: Moves) -> str:
    """A text in Markdown of the file ``own`` with its addresses as they have to be afterwards; nothing else changes.

    What stands in code is no link.
    """
    found = {(start, end): moves.address(own, text[start:end]) for start, end in _spans(_without_code(text))}
    for (start, end), address in sorted(found.items(), reverse=True):
        text = f"{text[:start]}{address}{text[end:]}"
    return text


def _parted(address: str) -> tuple[str, str, str]:
    """The path, and what follows it with its sign."""
    found = re.search(r"[#?]", address)
    return (address[: found.start()], found[0], address[found.end() :]) if found else (address, "", "")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            yield from (match.span(name) for name, address in match.groupdict().items() if address)


def _without_code(text: str) -> str:
    """The text with spaces for code: as many signs, and the same lines."""
    lines = [(line.rstrip("\r\n"), ending_of(line)) for line in lines_of(text)]
    shown = dict(prose_lines("\n".join(line for line, _ in lines), 0))
    return "".join(f"{shown.get(number, ' ' * len(line))}{ending}" for number, (line, ending) in enumerate(lines))
