"""The words of the interface, by language: ``theme/strings/<lang>.yml`` of the engine, completed by the portal's own.

A language that lacks a key borrows it from the reference language, and from the engine's French last; a test keeps
the engine's own languages complete.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

ENGINE_LANGUAGE = "fr"
ROUTES = "route."
"""The beginning of the keys whose texts are parts of addresses."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Interface:
    """Texts by language and dotted key (``guide.title``)."""

    texts: Mapping[str, Mapping[str, str]]
    reference: str

    def t(self, lang: str, key: str, values: Mapping[str, object], count: float | None = None) -> str:
        """The text of ``key`` in ``lang``, its ``{names}`` filled; ``count`` chooses between ``.one`` and ``.other``.

        Raises KeyError when no language has the key: a mistake in the theme, found by any build.
        """
        for language in (lang, self.reference, ENGINE_LANGUAGE):
            texts = self.texts.get(language, {})
            found = texts.get(_plural_key(texts, language, key, count))
            if found is not None:
                return found.format(**values) if values else found
        raise KeyError(key)

    def has(self, lang: str, key: str) -> bool:
        """Whether ``lang`` itself has the key."""
        return key in self.texts.get(lang, {})

    def lacking(self, lang: str) -> list[str]:
        """The keys that ``lang`` borrows from another language; plurals count once."""
        own = {_whole(key) for key in self.texts.get(lang, {})}
        return sorted({_whole(key) for key in self.texts[ENGINE_LANGUAGE]} - own)


def read_interface(theme_dirs: Sequence[Path], languages: Iterable[str], reference: str) -> Interface:
    """Texts from ``strings/<lang>.yml`` of each theme folder; the first folder that has a key wins."""
    texts: dict[str, dict[str, str]] = {}
    for lang in {*languages, reference, ENGINE_LANGUAGE}:
        merged: dict[str, str] = {}
        for folder in reversed(theme_dirs):
            file = folder / "strings" / f"{lang}.yml"
            if file.is_file():
                merged.update((key, text) for key, text in _texts(file).items() if is_usable(key, text))
        texts[lang] = merged
    return Interface(texts, reference)


def is_usable(key: str, text: str) -> bool:
    """Words of addresses (``route.guide``) name folders of the site: whatever is not a slug stays out of it."""
    return not key.startswith(ROUTES) or bool(_SLUG.fullmatch(text))


def _texts(file: Path) -> dict[str, str]:
    """The texts of one file; none where it cannot be read, which the load stage tells."""
    try:
        tree = yaml.load(file.read_bytes(), Loader=_LOADER)  # noqa: S506 - the safe loader, in C
    except yaml.YAMLError:
        return {}
    return flatten(tree) if isinstance(tree, Mapping) else {}


def flatten(tree: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """``{"guide": {"title": "…"}}`` → ``{"guide.title": "…"}``."""
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat.update(flatten(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


@cache
def _locale(lang: str) -> Locale | None:
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _category(lang: str, number: float) -> str:
    locale = _locale(lang)
    return str(locale.plural_form(number)) if locale else "other"


def _whole(key: str) -> str:
    """The key without its plural category (CLDR): languages do not have the same ones."""
    head, _, tail = key.rpartition(".")
    return head if tail in {"zero", "one", "two", "few", "many", "other"} else key


def _plural_key(texts: Mapping[str, str], lang: str, key: str, number: float | None) -> str:
    if key in texts or number is None:
        return key
    category = _category(lang, number)
    return f"{key}.{category}" if f"{key}.{category}" in texts else f"{key}.other"
