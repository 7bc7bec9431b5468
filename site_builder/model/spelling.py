"""data/spelling.yml: words and names that dictionaries do not have."""

from collections.abc import Mapping

from site_builder.model.terms import Forms
from site_builder.model.values import Frozen, Lang, Line


class Spelling(Frozen):
    """data/spelling.yml. ``words``: by language; ``names``: of people, places and works, the same in every language."""

    words: Forms | None = None
    names: tuple[Line, ...] = ()

    def words_in(self, lang: Lang) -> tuple[str, ...]:
        """The words that texts of ``lang`` may use."""
        written: Mapping[str, tuple[str, ...]] = self.words.root if self.words else {}
        return (*written.get("", ()), *written.get(lang, ()))
