"""Words that the portal has chosen not to use (F27), where its own texts use them."""

import re
from collections.abc import Iterator, Mapping

from site_builder.check.lines import plain, published_lines, unquoted, within
from site_builder.check.sight import Sight
from site_builder.model.entry import Content, Entry
from site_builder.model.guideline import Guideline
from site_builder.model.terms import WordingRule
from site_builder.model.values import Lang
from site_builder.problems import Problem


def words_to_avoid(sight: Sight) -> Iterator[Problem]:
    """A published text that uses a word which the glossary says to avoid, each once a file.

    The Carnet, whose texts are about such words, is not looked at; nor is what stands in quotation marks.
    """
    rules = {lang: _Rules(sight.portal.glossary.wording, lang) for lang in sight.portal.languages}
    for entry, lang, version in sight.versions():
        if entry.published and not isinstance(version, Guideline) and rules[lang]:
            yield from _in_text(sight, entry, lang, version, rules[lang])


def _in_text(sight: Sight, entry: Entry[Content], lang: Lang, version: Content, rules: "_Rules") -> Iterator[Problem]:
    told: set[str | None] = set()
    for place, text in published_lines(sight, entry, lang, version):
        for start, written, rule in rules.found_in(text):
            if rule.avoid.get(lang) not in told:
                told.add(rule.avoid.get(lang))
                values = {"avoid": written, "say": rule.say.get(lang), "why": rule.why.get(lang) or ""}
                yield Problem("word-to-avoid", within(place, start), values)


class _Rules:
    """The rules of one language as one pattern: a text is read once."""

    def __init__(self, rules: tuple[WordingRule, ...], lang: Lang) -> None:
        self._rules: Mapping[str, WordingRule] = {
            plain(form): rule for rule in rules for form in rule.forms_in(lang) if rule.say.get(lang)
        }
        forms = "|".join(re.escape(form) for form in sorted(self._rules, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])") if forms else None

    def __bool__(self) -> bool:
        return self._pattern is not None

    def found_in(self, text: str) -> Iterator[tuple[int, str, WordingRule]]:
        """Where a word stands, as it is written there, and its rule."""
        assert self._pattern
        for found in self._pattern.finditer(plain(unquoted(text))):
            yield found.start(), text[found.start() : found.end()], self._rules[found[0]]
