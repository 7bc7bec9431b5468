"""What the form calls things, in one language: the words of the documentation, and those of the theme."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

import site_builder.model
from site_builder.interface import Interface
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.values import Frozen, Lang, Localized, pick

FORM_LANGUAGES = ("fr", "en")
"""Those of the documentation: the form speaks them whatever the languages of the portal are."""
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_HEADINGS = {type(each.groups[0]).__name__: each.kind for each in CONTENT_TYPES if each.groups}


def written_words() -> Mapping[str, Any]:
    """The file from which docs/content-model.md is made, too."""
    file = Path(next(iter(site_builder.model.__path__))) / "content-model.yml"
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


@dataclass(frozen=True, kw_only=True)
class FormWords:
    """``written``: as `written_words` reads them; ``reference``: the portal's first language."""

    lang: Lang
    reference: Lang
    interface: Interface
    written: Mapping[str, Any]

    def t(self, key: str, **values: object) -> str:
        """A text of the theme."""
        return self.interface.t(self.lang, key, values)

    def field(self, name: str) -> str:
        """What a field is called."""
        return str(self.written["fields"][name][self.lang])

    def meaning(self, model: type[Frozen], name: str) -> str:
        """What it means, as the model that declares it says; without the signs of Markdown that the form would show."""
        owner = next(base for base in model.__mro__ if name in base.__annotations__)
        fields = self.written["models"][owner.__name__]["fields"]
        return _LINK.sub(r"\1", str(fields[name][self.lang])).replace("`", "") if name in fields else ""

    def record(self, model: type[Frozen]) -> str:
        """What a record is called."""
        return str(self.written["names"][model.__name__][self.lang])

    def choice(self, value: StrEnum) -> str:
        """What a value of a closed list is called; a heading of a list page as on that page."""
        name = type(value).__name__
        if name in _HEADINGS:
            return self.interface.t(self.lang, f"group.{_HEADINGS[name]}.{value}", {})
        return str(self.written["choices"][name][value.value][self.lang])

    def label(self, label: Localized) -> str:
        """A label of the portal's data."""
        return pick(label, self.lang, self.reference).text
