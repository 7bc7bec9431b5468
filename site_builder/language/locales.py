"""From a language tag of the portal ("fr", "en", "pt-BR") to Babel's locale."""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global

# A European portal in English writes "12 March 2026" and "A, B and C"; Babel's plain "en" is American.
_TERRITORIES = {"en": "en_GB"}


class UnknownLanguageError(ValueError):
    """CLDR does not know the language."""


@cache
def locale_of(lang: str, *, reference: str | None = None) -> Locale:
    """The locale of `lang`, or of `reference` when CLDR does not know `lang`.

    Raises UnknownLanguageError when neither is known.
    """
    tag = _TERRITORIES.get(lang, lang)
    try:
        return Locale.parse(tag, sep="-" if "-" in tag else "_")
    except (UnknownLocaleError, ValueError) as unknown:
        if reference is None or reference == lang:
            raise UnknownLanguageError(f"no locale for the language {lang!r}") from unknown
    return locale_of(reference)


def language_names(lang: str) -> Mapping[str, str]:
    """What speakers of `lang` call the languages that CLDR knows, by code; nothing when it does not know `lang`."""
    try:
        return locale_of(lang).languages
    except UnknownLanguageError:
        return {}


def with_country(locale: Locale) -> str:
    """A locale as ``en_GB``, with the country where most of its readers live where it names none (CLDR)."""
    known = locale.territory or str(get_global("likely_subtags").get(locale.language, "")).rpartition("_")[2]
    return f"{locale.language}_{known}" if known else locale.language
