"""The words of the interface, by language: ``theme/strings/<lang>.yml`` of the engine, completed by the portal's own.

A language that lacks a key borrows it from the reference language, and from the engine's French last; a test keeps
the engine's own languages complete.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

ENGINE_LANGUAGE = "fr"
ROUTES = "route."
"""The beginning of the keys whose texts are parts of addresses."""

INFLECTED = frozenset({"at", "of", "to"})
"""Forms of a place; its ``name`` is always given with them, for the languages that have no such form."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Interface:
    """Texts by language and dotted key (``guide.title``)."""

    texts: Mapping[str, Mapping[str, str]]
    reference: str
    names: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)
    """The ``{names}`` that the engine fills in each of its texts, by key without plural category."""

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
    names = _names_filled(theme_dirs[-1])
    for lang in {*languages, reference, ENGINE_LANGUAGE}:
        merged: dict[str, str] = {}
        for folder in reversed(theme_dirs):
            own = _texts(folder / "strings" / f"{lang}.yml")
            merged.update(
                (key, text) for key, text in own.items() if is_usable(key, text) and not unfilled(names, key, text)
            )
        texts[lang] = merged
    return Interface(texts, reference, names)


def is_usable(key: str, text: str) -> bool:
    """Words of addresses (``route.guide``) name folders of the site: whatever is not a slug stays out of it."""
    return not key.startswith(ROUTES) or bool(_SLUG.fullmatch(text))


def unfilled(names: Mapping[str, frozenset[str]], key: str, text: str) -> str:
    """What of ``text`` the engine could not fill: ``{att}``, a brace that is never closed; empty when all is well.

    The names of a key that the engine does not have are the business of the portal's own templates.
    """
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return "{" if "{" in text else "}"
    known = names.get(_whole(key))
    for _, name, form, conversion in fields:
        if known is not None and (name not in known or form or conversion):
            return f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"
    return ""


def known_names(names: Mapping[str, frozenset[str]], key: str) -> list[str]:
    """The names that a text of ``key`` may hold, as they are written."""
    return [f"{{{name}}}" for name in sorted(names.get(_whole(key), ()))]


def _names_filled(engine: Path) -> dict[str, frozenset[str]]:
    """The names in the engine's own texts, all its languages together: each takes those that its grammar asks for."""
    names: dict[str, frozenset[str]] = {}
    for file in sorted((engine / "strings").glob("*.yml")):
        for key, text in _texts(file).items():
            found = frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
            names[_whole(key)] = names.get(_whole(key), frozenset()) | found
    return {key: found | {"name"} if found & INFLECTED else found for key, found in names.items()}


def _texts(file: Path) -> dict[str, str]:
    """The texts of one file; none where it cannot be read, which the load stage tells."""
    if not file.is_file():
        return {}
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
