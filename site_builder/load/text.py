"""Bytes to text: what editors' tools do to a file is said, never guessed at."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from site_builder.problems import Place, Problem

CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\uf8ff\ufeff\ufffe\uffff]"
)
"""Controls, forced directions (which show a text otherwise than it is), halves of characters, private use."""
MOST_BYTES = 200_000
MOST_IN_A_LINE = 5_000
MOST_SIGNS = 2_000
"""Of a Markdown file, of a line, of a paragraph: far above any page that is read; below what would keep the Markdown
parser busy for minutes."""
MOST_BYTES_OF_DATA = 5_000_000
MOST_BYTES_OF_A_TABLE = 50_000_000
"""Of a YAML file; of a table or outlines. Above both, a slip (an export of the whole country) or an attack."""
_SIGNS = re.compile(r"[\\`*_\[\]<&]")
_OTHER_LINE_ENDS = "\x85\u2028\u2029"


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file, and what was wrong with its bytes.

    Line ends become ``\\n``; the rarer ones, which YAML would count as lines and editors do not show as such, become
    spaces. A file that is not UTF-8 is read as UTF-16 or Windows-1252 so that its other problems can be reported in
    the same run; it stays an error.
    """
    text, problems = _characters(data.removeprefix(BOM_UTF8), path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line_end in _OTHER_LINE_ENDS:  # thirty times as fast as `translate`, for what is nearly never there
        text = text.replace(line_end, " ")
    control = CONTROLS.search(text)
    if control:
        position = control.start()
        line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
        code = "null-byte" if control[0] == "\0" else "control-character"
        problems.append(Problem(code, Place(path, line, column), {"character": f"U+{ord(control[0]):04X}"}))
        text = CONTROLS.sub(" ", text)
    return text, problems


def long_lines(body: str, place: Place) -> Iterator[Problem]:
    """The first line beyond ``MOST_IN_A_LINE`` of a text that begins at ``place``."""
    for number, line in enumerate(body.split("\n"), start=place.line):
        if len(line) > MOST_IN_A_LINE:
            values = {"length": len(line), "most": MOST_IN_A_LINE}
            yield Problem("line-long", Place(place.path, number, MOST_IN_A_LINE + 1), values)
            return


def crowded_paragraphs(body: str, place: Place) -> Iterator[Problem]:
    """The line that goes beyond ``MOST_SIGNS`` in its paragraph, the first one of a text that begins at ``place``.

    The parser takes a time that grows with the square of their number, paragraph by paragraph.
    """
    count = 0
    for number, line in enumerate(body.split("\n"), start=place.line):
        count = count + len(_SIGNS.findall(line)) if line.strip() else 0
        if count > MOST_SIGNS:
            yield Problem("too-many-signs", Place(place.path, number), {"most": MOST_SIGNS})
            return


def _characters(data: bytes, path: str) -> tuple[str, list[Problem]]:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), [Problem("not-utf8", Place(path))]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        return data.decode("cp1252", errors="replace"), [Problem("not-utf8", Place(path, line, column))]
