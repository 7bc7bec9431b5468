"""What every planner draws on: the portal, its words, and the beginning of addresses."""

from dataclasses import dataclass

from site_builder.interface import Interface
from site_builder.language.place_names import PlaceName
from site_builder.model.values import Lang
from site_builder.resolve.portal import Portal


@dataclass(frozen=True, slots=True)
class Draft:
    """The portal whose pages are planned, and the interface that words their titles and addresses."""

    portal: Portal
    interface: Interface

    def say(self, lang: Lang, key: str, /, n: int | None = None, **values: object) -> str:
        """A text of the interface; ``n`` chooses the plural."""
        return self.interface.t(lang, key, values if n is None else {**values, "n": n}, count=n)

    def prefix(self, lang: Lang) -> str:
        """What the addresses of a language begin with; the reference language lives at the root."""
        return "" if lang == self.portal.reference_lang else f"{lang}/"

    def route(self, name: str, lang: Lang) -> str:
        """The folder called ``route.<name>`` in the strings."""
        return f"{self.prefix(lang)}{self.say(lang, f'route.{name}')}/"

    def place(self, code: str, lang: Lang) -> PlaceName:
        """How a territory is called."""
        return self.portal.names.get(code, lang)

    def root(self, lang: Lang) -> PlaceName:
        """How the portal's own territory is called."""
        return self.place(self.portal.settings.territory, lang)
