"""Superlatives that nothing proves (F18): "the highest", "unique", where no proof stands beside them.

In a body the paragraph, or the item of a list, has a link to a proof. A title, a summary or a line "to see" has none to
hold one: the entry names the proof in its field ``proofs``.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from posixpath import dirname, relpath

from site_builder.check.lines import plain, prose_alone, unquoted
from site_builder.check.sight import Sight
from site_builder.engine import engine_folder
from site_builder.load.nodes import place_of
from site_builder.load.text import decode
from site_builder.load.yaml_reader import read_yaml
from site_builder.model.entry import Content, Entry
from site_builder.model.proof import Proof
from site_builder.model.terms import Superlatives
from site_builder.model.testimonial import Testimonial
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem
from site_builder.prose.markdown_text import comments_out
from site_builder.resolve.proofs import linked_proofs
from site_builder.validate.records import validate_node

FILE = "superlatives.yml"
"""The engine's, below theme/."""
_FIELDS = ("title", "summary", "see")
_NOT_LOOKED_AT = (Proof, Testimonial)
"""What is proved by its own sources; what somebody else says."""
_QUOTATION = re.compile(r" {0,3}>")
_CUT = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])|\n(?=[ \t]*[|#])")
"""Between two paragraphs, items of a list, rows of a table."""
_NOTATION = re.compile(r"…|\(([^()]*)\)|\s+")


Found = tuple[tuple[int, str], ...]
"""Where in a text each superlative begins, and as it is written."""
Find = Callable[[str], Found]


def unproved_superlatives(sight: Sight) -> Iterator[Problem]:
    """Each superlative of a published text beside which no proof stands, but for what is quoted."""
    own = sight.portal.glossary.superlatives or Superlatives()
    engine = _engine((engine_folder("theme") / FILE).read_bytes())
    find = sight.memory.remembered("check.superlatives", _found)
    expressions = {lang: _sought(engine, own, lang) for lang in sight.portal.languages}
    for entry, lang, version in sight.versions():
        expression = expressions[lang]
        if expression and entry.published and not isinstance(version, _NOT_LOOKED_AT):
            yield from _in_fields(sight, entry, lang, partial(find, expression))
            yield from _in_body(sight, entry, lang, partial(find, expression))


def _in_fields(sight: Sight, entry: Entry[Content], lang: Lang, find: Find) -> Iterator[Problem]:
    front, by_path = sight.document(entry, lang).front, sight.portal.by_path
    named = any(f"proof:{name}" in sight.portal.by_key for name in entry.reference.proofs)
    for name in () if named else _FIELDS:
        written = getattr(entry.versions[lang], name, None)
        if written and name in front.values and not any(linked_proofs(written, entry.paths[lang], by_path)):
            for _, said in find(written):
                yield Problem("superlative-unnamed", place_of(front, (name,)), {"written": said})


def _in_body(sight: Sight, entry: Entry[Content], lang: Lang, find: Find) -> Iterator[Problem]:
    document, path = sight.document(entry, lang), entry.paths[lang]
    body, found = document.body, find(document.body)
    if not found:
        return
    ends = [match.end() for match in _CUT.finditer(body)]
    proved = {bisect_right(ends, at) for at, _ in linked_proofs(body, path, sight.portal.by_path)}
    for at, said in found:
        if bisect_right(ends, at) not in proved:
            line, column = body.count("\n", 0, at), at - body.rfind("\n", 0, at)
            place = Place(path, document.body_line + line, column)
            link = relpath("content/proofs/….md", dirname(path))
            yield Problem("superlative", place, {"written": said, "link": f"[{said}]({link})"})


def _found(expression: str, text: str) -> Found:
    spoken = (match for match in re.finditer(expression, plain(_own_words(text))) if match["said"])
    return tuple((match.start(), " ".join(text[match.start() : match.end()].split())) for match in spoken)


def _own_words(text: str) -> str:
    """As many signs, and spaces instead of what is no prose, or somebody else's."""
    lines = comments_out(text, _blank).split("\n")
    return "\n".join(" " * len(line) if _QUOTATION.match(line) else unquoted(prose_alone(line)) for line in lines)


def _blank(comment: str) -> str:
    return re.sub(r"[^\n]", " ", comment)


@lru_cache(maxsize=2)
def _engine(data: bytes) -> Superlatives:
    """The list that every portal has."""
    text, _ = decode(data, FILE)
    node, _ = read_yaml(text, FILE)
    read, problems = validate_node(Superlatives, node) if node else (None, [])
    if read is None:
        raise ValueError(f"{FILE}: {problems}")
    return read


def _sought(engine: Superlatives, own: Superlatives, lang: Lang) -> str:
    """A regular expression; empty where nothing is reported.

    What is reported is ``said``; what is allowed is found first, and is not.
    """
    reported = [form for each in (own, engine) if each.reported for form in each.reported.of(lang)]
    allowed = [form for each in (own, engine) if each.allowed for form in each.allowed.of(lang)]
    if not reported:
        return ""
    spared = "|".join(map(_expression, allowed)) or "(?!)"
    return rf"(?<![\w-])(?:(?:{spared})|(?P<said>{'|'.join(map(_expression, reported))}))(?![\w-])"


def _expression(form: str) -> str:
    """``(le|la) plus …`` as a regular expression: ``…`` is one word."""
    pieces, end = [], 0
    written = plain(form)
    for found in _NOTATION.finditer(written):
        pieces += [re.escape(written[end : found.start()]), _meaning(found)]
        end = found.end()
    return "".join((*pieces, re.escape(written[end:])))


def _meaning(found: re.Match[str]) -> str:
    if found[1] is not None:
        return f"(?:{'|'.join(map(_expression, found[1].split('|')))})"
    return r"\w(?:[\w'-]*\w)?" if found[0] == "…" else r"\s+"
