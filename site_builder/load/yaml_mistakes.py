"""What libyaml cannot read, in an editor's words: which line is at fault, and the line to write instead.

libyaml says where it gave up, which is often a line or two after the mistake; its marks and the look of the lines
around them tell which habit was at work (a colon in a sentence, a Markdown link as a value, a forgotten quote…).
"""

import re
from dataclasses import dataclass

import yaml

from site_builder.problems import Place, Problem

LONGEST = 400
"""Characters of a line that is still worth writing again in a message."""

_KEY = re.compile(r"^(?P<start> *(?:- +)*)(?P<key>[^\s:\"'\[{#-][^:]{0,60}?)[ \u00a0]*:(?P<value>.*)$")
_WHOLE_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\(")
_WORDS_AFTER_LIST = re.compile(r"\[[^\[\]{}\"',:]*\] *[^\s#,]")
"""``[Avec supplément] Visite``: what stands in square brackets is one text, and more follows it."""
_PLAIN = re.compile(r"[^\s\"'\[\]{}#&*!|>%@`,?:-](?:[^:#]|:(?! |$)|(?<! )#)*|-?\d[\d.]*")
_FLOW_SIGNS = re.compile(r"[,\[\]{}]")
_HASH = re.compile(r"(?<= )(#[^\s,\]}\"']+)")
_IN_BRACES = re.compile(r"(?P<key>[{,] *[\w-]+: +)(?P<value>[^\s\"'\[\]{}][^\"\[\]{}]*?)(?= *(?:, *[\w-]+: |[}\]]|$))")
"""One key of ``{fr: …, en: …}`` and its value, which may hold commas and colons that YAML would not allow there."""
_COLON = re.compile(r":(?: |$)")
_BEGINS_AT_CONTEXT = ("simple key", "quoted scalar", "flow", "alias", "anchor", "block scalar", "tag")
_RESERVED = tuple("@`%*&!|>,]}?")
_ODD_SPACES = ("\u00a0", "\u202f")
"""What a word processor puts beside a colon; YAML wants an ordinary space after it."""
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class _Line:
    """``start`` + ``key`` + ``: `` + ``value``: a line of YAML taken apart. ``index`` counts from 0."""

    index: int
    start: str
    key: str
    value: str
    column: int

    def with_value(self, value: str) -> str:
        return f"{self.start}{self.key}: {value}"


def quoted(value: str) -> str:
    """``value`` between quotes that YAML reads back as it is; the editor's own quotes are used up."""
    text = value.strip()
    for first, last in (('"', '"'), ("'", "'"), ("“", "”")):
        if len(text) > 1 and text.startswith(first) and (text.endswith(last) or last not in text[1:]):
            text = text[1:].removesuffix(last)
            break
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_value(text: str) -> str:
    """``text`` as a value of YAML, in quotes only where it needs them."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() != "null" and text != "~"
    return text if plain else quoted(text)


def in_braces(text: str) -> str:
    """``text`` as a value inside ``{…}``, where a comma or a bracket ends it."""
    one_line = " ".join(text.split())
    value = as_value(one_line)
    return quoted(one_line) if value == one_line and _FLOW_SIGNS.search(one_line) else value


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The problem behind an error of the parser; ``first_line`` is the line of the file where ``text`` begins."""
    lines = text.split("\n")
    index = min(_guilty(error, lines), len(lines) - 1)
    while index > 0 and not lines[index].strip():  # the end of the text, where something is still open
        index -= 1
    written = lines[index]
    code, column, fixed = _diagnosis(error, index, written)
    return Problem(code, Place(path, first_line + index, column), {"fixed": fixed, "detail": _detail(error)})


def _detail(error: yaml.MarkedYAMLError) -> str:
    return (error.problem or error.context or "").strip()


def _guilty(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """The index of the line to change."""
    mark = error.problem_mark or error.context_mark
    if error.context and error.context_mark and any(words in error.context for words in _BEGINS_AT_CONTEXT):
        return int(error.context_mark.line)
    index = int(mark.line) if mark else 0
    column = mark.column if mark else 0
    if "mapping values" in _detail(error) and ":" not in lines[index][:column] and index > 0:
        above = _take_apart(index - 1, lines[index - 1])
        if above is None or not above.value.startswith(" "):
            return index - 1  # "title Dax" or "title:Dax", which libyaml joined with the line below it
    return index


def _take_apart(index: int, written: str) -> _Line | None:
    match = _KEY.match(written) if len(written) <= LONGEST else None
    if match is None or match["value"].startswith("//"):
        return None
    value = match["value"]
    column = match.start("value") + len(value) - len(value.lstrip()) + 1
    return _Line(index, match["start"], match["key"], value, column)


def _diagnosis(error: yaml.MarkedYAMLError, index: int, written: str) -> tuple[str, int, str]:
    """Code, column and the line to write instead."""
    inside = _colon_in_braces(error, written)
    if inside:
        return inside
    line = _take_apart(index, written)
    first = len(written) - len(written.lstrip()) + 1
    if line is None:
        missing = "could not find expected ':'" in _detail(error) or "mapping values" in _detail(error)
        return ("yaml-no-colon", first, _with_colon(written)) if missing else _unexplained(error, first)
    value = line.value.strip()
    if line.value[:1] in _ODD_SPACES:
        return "yaml-colon-space", line.column, line.with_value(as_value(value))
    if line.value and not line.value[0].isspace():
        return "yaml-space", line.column, line.with_value(value)
    found = _value_mistake(error, line, value)
    return found or _unexplained(error, first)


def _colon_in_braces(error: yaml.MarkedYAMLError, written: str) -> tuple[str, int, str] | None:
    """``{fr: Accueil : ici, en: desk}``: every value that holds a colon, in quotes."""
    if "flow" not in (error.context or "") or len(written) > LONGEST:
        return None
    found = next((each for each in _IN_BRACES.finditer(written) if _COLON.search(each["value"])), None)
    if found is None:
        return None
    return "yaml-colon", found.start("value") + 1, _IN_BRACES.sub(_with_colon_quoted, written)


def _with_colon_quoted(pair: re.Match[str]) -> str:
    return pair["key"] + (quoted(pair["value"]) if _COLON.search(pair["value"]) else pair["value"])


def _value_mistake(error: yaml.MarkedYAMLError, line: _Line, value: str) -> tuple[str, int, str] | None:
    """The habits that make a value unreadable, the surest first."""
    again = line.with_value(quoted(value))
    if value.startswith(('"', "'")):
        return _quote_mistake(error, line, value)
    if value.startswith(tuple(_CLOSING)) and " #" in value:
        return "yaml-hash", line.column + value.find(" #") + 1, line.with_value(_HASH.sub(r'"\1"', value))
    is_text = _MARKDOWN_LINK.match(value) or _WORDS_AFTER_LIST.match(value)
    if value.startswith(tuple(_CLOSING)) and not is_text:
        closed = line.with_value(value.rstrip(", ") + _CLOSING[value[0]])
        return ("yaml-bracket", line.column, closed) if "flow" in (error.context or "") else None
    if value.startswith((*_RESERVED, "[")):
        return "yaml-special", line.column, again
    if ": " in value or value.endswith(":"):
        return "yaml-colon", line.column, again
    return None


def _quote_mistake(error: yaml.MarkedYAMLError, line: _Line, value: str) -> tuple[str, int, str] | None:
    if "escape" in _detail(error):
        return "yaml-backslash", line.column, line.with_value(quoted(value))
    if _WHOLE_QUOTED.fullmatch(value):
        return None
    closes = value.find(value[0], 1) > 0
    return "yaml-quote" if closes else "yaml-quote-open", line.column, line.with_value(quoted(value))


def _with_colon(written: str) -> str:
    word, _, rest = written.strip().partition(" ")
    indent = written[: len(written) - len(written.lstrip())]
    return f"{indent}{word}: {as_value(rest)}" if re.fullmatch(r"[a-z_]+", word) and rest else "title: …"


def _unexplained(error: yaml.MarkedYAMLError, column: int) -> tuple[str, int, str]:
    detail = _detail(error)
    aligned = ("expected key", "expected '-'", "document start", "mapping values", "sequence entries")
    return ("yaml-alignment" if any(words in detail for words in aligned) else "yaml-syntax"), column, ""
