"""What paper says of the glossary's words: on a page that is printed, each is explained in brackets where it stands.

A style sheet for print alone, one a language: browsers fetch it after all else, and no page carries its words.
"""

from collections.abc import Mapping

from site_builder.model.terms import Term
from site_builder.model.values import Lang, pick
from site_builder.render.glosses import ROLE
from site_builder.render.views.frame import PRINTED_WORDS
from site_builder.resolve.portal import Portal

_SENTENCE_END = ". "


def printed_words(portal: Portal) -> Mapping[str, str]:
    """The style sheets by name; none where texts use no word of the glossary."""
    linked = [term for term in portal.glossary.terms if term.acronym or term.forms]
    found = {lang: [_rule(portal, term, lang) for term in linked] for lang in portal.languages}
    return {PRINTED_WORDS.format(lang=lang): "\n".join(rules) for lang, rules in found.items() if rules}


def _rule(portal: Portal, term: Term, lang: Lang) -> str:
    """An acronym is spelt out; of another word, the first sentence of its meaning is enough."""
    label = term.term if term.acronym else term.meaning
    text = pick(label, lang, portal.reference_lang).text
    sentence = text.partition(_SENTENCE_END)[0].removesuffix(".")
    said = text if term.acronym else sentence[0].lower() + sentence[1:]
    return f'a[role="{ROLE}"][href$="#t-{term.id}"]::after{{content:{_string(f" ({said})")}}}'


def _string(text: str) -> str:
    """A CSS string (CSS Syntax 3 §4.3.5)."""
    return '"' + text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\a ") + '"'
