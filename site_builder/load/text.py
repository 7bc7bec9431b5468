"""Bytes to text: what editors' tools do to a file is said, never guessed at."""

from site_builder.problems import Place, Problem


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file, and what was wrong with its bytes.

    Line ends become ``\\n``. A file that is not UTF-8 is read as Windows-1252 so that its other problems can be
    reported in the same run; it stays an error.
    """
    problems: list[Problem] = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        problems.append(Problem("not-utf8", Place(path, line, column)))
        text = data.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    position = text.find("\0")
    if position >= 0:
        line = text.count("\n", 0, position) + 1
        column = position - text.rfind("\n", 0, position)
        problems.append(Problem("null-byte", Place(path, line, column)))
        text = text.replace("\0", " ")
    return text, problems
