"""The words of the interface, by language: ``theme/strings/<lang>.yml`` of the engine, completed by the portal's own.

A language that lacks a key borrows it from the reference language, then from the engine's French, then from whichever
has it; a test keeps the engine's own languages complete.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from string import Formatter

from babel import Locale, UnknownLocaleError

ENGINE_LANGUAGE = "fr"
ROUTES = "route."
"""The beginning of the keys whose texts are parts of addresses."""

OTHER_LEVELS = "other_levels."
"""The beginning of the keys whose texts take the place of others where the nearest level is not the commune."""
COMMUNE = "commune"

INFLECTED = frozenset({"at", "of", "to"})
"""Forms of a place; its ``name`` is always given with them, for the languages that have no such form."""

Category = Callable[[str, float], str]
"""The plural category of a number in a language."""

Texts = Mapping[str, Mapping[str, str]]
"""By language and dotted key (``guide.title``)."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


@dataclass(frozen=True, slots=True)
class Interface:
    """The texts that pages show."""

    texts: Texts
    reference: str
    names: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)
    """The ``{names}`` that the engine fills in each of its texts, by key without plural category."""
    keys: frozenset[str] = field(default=frozenset(), compare=False)
    """The keys of the engine's texts."""

    def t(self, lang: str, key: str, values: Mapping[str, object], count: float | None = None) -> str:
        """The text of ``key`` in ``lang``, its ``{names}`` filled; ``count`` chooses between ``.one`` and ``.other``.

        Raises KeyError when no language has the key: a mistake in the theme, found by any build.
        """
        found, _ = self._found(lang, key, count)
        return found.format(**values) if values else found

    def nth(self, lang: str, key: str, values: Mapping[str, object], place: float) -> str:
        """As `t`, for a place in an order: English has 1st, 2nd, 3rd and 4th (CLDR, ordinal categories)."""
        return self._found(lang, key, place, _ordinal_category)[0].format(**values)

    def spoken(self, lang: str, key: str, count: float | None = None) -> str:
        """The language in which `t` says ``key`` to readers of ``lang``."""
        return self._found(lang, key, count)[1]

    def _found(self, lang: str, key: str, count: float | None, category: Category | None = None) -> tuple[str, str]:
        own = self.texts.get(lang, {}).get(key)
        if own is not None:
            return own, lang
        for language in (lang, self.reference, ENGINE_LANGUAGE, *self.texts):
            texts = self.texts.get(language, {})
            found = texts.get(_plural_key(texts, language, key, count, category or _category))
            if found is not None:
                return found, language
        raise KeyError(key)

    def has(self, lang: str, key: str) -> bool:
        """Whether ``lang`` itself has the key."""
        return key in self.texts.get(lang, {})

    def lacking(self, lang: str) -> list[str]:
        """The engine's keys that ``lang`` borrows from another language; plurals count once."""
        own = {_whole(key) for key in self.texts.get(lang, {})}
        return sorted({_whole(key) for key in self.keys} - own)


def texts_for_level(engine: Texts, nearest: str) -> dict[str, dict[str, str]]:
    """The engine's texts for a portal whose nearest level is ``nearest``: no valley is called a commune."""
    texts = {}
    for lang, written in engine.items():
        texts[lang] = {key: text for key, text in written.items() if not key.startswith(OTHER_LEVELS)}
        if nearest != COMMUNE:
            other = (key for key in written if key.startswith(OTHER_LEVELS))
            texts[lang] |= {key.removeprefix(OTHER_LEVELS): written[key] for key in other}
    return texts


def interface_of(own: Texts, engine: Texts, languages: Iterable[str], reference: str) -> Interface:
    """The portal's ``own`` texts over the engine's, in every language that its pages may need.

    One that cannot be used leaves the engine's in its place.
    """
    names = _names_filled(engine)
    texts: dict[str, dict[str, str]] = {}
    for lang in dict.fromkeys((*languages, reference, ENGINE_LANGUAGE, *engine)):
        both = (*engine.get(lang, {}).items(), *own.get(lang, {}).items())
        texts[lang] = {key: text for key, text in both if is_usable(key, text) and not unfilled(names, key, text)}
    keys = frozenset(key for each in engine.values() for key in each)
    return Interface(texts, reference, names, keys)


def is_usable(key: str, text: str) -> bool:
    """Words of addresses (``route.guide``) name folders of the site: whatever is not a slug stays out of it."""
    return not key.startswith(ROUTES) or bool(_SLUG.fullmatch(text))


def unfilled(names: Mapping[str, frozenset[str]], key: str, text: str) -> str:
    """What of ``text`` the engine could not fill: ``{att}``, a brace that is never closed; empty when all is well.

    The names of a key that the engine does not have are the business of the portal's own templates.
    """
    try:
        fields = _fields(text)
    except ValueError:
        return "{" if "{" in text else "}"
    known = names.get(_whole(key)) if fields else None
    for name, form, conversion in fields:
        if known is not None and (name not in known or form or conversion):
            return f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"
    return ""


def known_names(names: Mapping[str, frozenset[str]], key: str) -> list[str]:
    """The names that a text of ``key`` may hold, as they are written."""
    return [f"{{{name}}}" for name in sorted(names.get(_whole(key), ()))]


def plural_like(key: str, keys: frozenset[str]) -> bool:
    """Whether ``key`` is one of ``keys``, or another plural category of one: languages do not have the same ones."""
    head, _, tail = key.rpartition(".")
    return key in keys or (tail in _PLURALS and f"{head}.other" in keys)


def _names_filled(engine: Texts) -> dict[str, frozenset[str]]:
    """The names in the engine's own texts, all its languages together: each takes those that its grammar asks for."""
    names: dict[str, frozenset[str]] = {}
    for key, text in chain.from_iterable(texts.items() for texts in engine.values()):
        whole, found = _whole(key), _names_in(text)
        if found or whole not in names:
            names[whole] = names.get(whole, frozenset()) | found
    return {key: found | {"name"} if found & INFLECTED else found for key, found in names.items()}


@lru_cache(maxsize=4096)
def _names_in(text: str) -> frozenset[str]:
    """The ``{names}`` of a text; none where a brace is never closed."""
    try:
        return frozenset(name for name, _, _ in _fields(text) if name)
    except ValueError:
        return frozenset()


@lru_cache(maxsize=4096)
def _fields(text: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """What stands in the braces of a text: name, form, conversion. Raises ValueError where one is never closed.

    The engine's texts are the same at each check.
    """
    if "{" not in text and "}" not in text:
        return ()
    return tuple((name, form, conversion) for _, name, form, conversion in Formatter().parse(text) if name is not None)


@cache
def _locale(lang: str) -> Locale | None:
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=4096)
def _category(lang: str, number: float) -> str:
    locale = _locale(lang)
    return str(locale.plural_form(number)) if locale else "other"


@lru_cache(maxsize=4096)
def _ordinal_category(lang: str, number: float) -> str:
    locale = _locale(lang)
    return str(locale.ordinal_form(number)) if locale else "other"


@lru_cache(maxsize=4096)
def _whole(key: str) -> str:
    """The key without its plural category (CLDR): languages do not have the same ones."""
    head, _, tail = key.rpartition(".")
    return head if tail in _PLURALS else key


def _plural_key(texts: Mapping[str, str], lang: str, key: str, number: float | None, category_of: Category) -> str:
    if key in texts or number is None:
        return key
    category = category_of(lang, number)
    return f"{key}.{category}" if f"{key}.{category}" in texts else f"{key}.other"
