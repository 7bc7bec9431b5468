"""data/search.yml: what the search knows of the words that readers use."""

from typing import Annotated

from pydantic import Field

from site_builder.model.values import Frozen, LanguageKey, Line


class SearchLanguage(Frozen):
    """The words of one language. ``same``: groups that mean the same; ``ignored``: words that look for nothing."""

    code: Annotated[LanguageKey, Field(min_length=2)]
    same: tuple[tuple[Line, ...], ...] = ()
    ignored: tuple[Line, ...] = ()


class SearchWords(Frozen):
    """data/search.yml. Words of several languages may stand in one group: readers bring theirs along."""

    languages: tuple[SearchLanguage, ...] = ()

    def of(self, code: str) -> SearchLanguage:
        """The words of that language; none where nobody wrote any."""
        return next((each for each in self.languages if each.code == code), SearchLanguage(code=code))
