"""Names of territories in each language, with their articles; addresses made from them."""

from collections.abc import Mapping, Sequence

from site_builder.language.place_names import PlaceName, place_name
from site_builder.model.slugs import LONGEST_SLUG, slugify
from site_builder.model.territory import PlaceForms, Territory
from site_builder.model.values import Lang
from site_builder.resolve.territories import Territories


class PlaceNames:
    """The forms of every territory's name, by language and code."""

    def __init__(
        self,
        territories: Territories,
        languages: Sequence[Lang],
        forms: Mapping[str, Mapping[str, PlaceForms]],
    ) -> None:
        self._territories = territories
        self._forms = {
            lang: {t.code: _forms_of(t, lang, forms.get(t.code, {})) for t in territories} for lang in languages
        }

    def get(self, code: str, lang: Lang) -> PlaceName:
        """How the place is called in ``lang``."""
        return self._forms[lang][code]

    def qualifier(self, code: str) -> str | None:
        """Code of the wider territory that tells a homonym from the others: its last named parent."""
        return self._territories.widest_parent(code) if code in self._territories.homonyms else None

    def distinction(self, code: str, lang: Lang) -> str:
        """What the title of a place of the nearest level adds in brackets; nothing when its name is its own.

        ``Saint-Sauveur`` → ``Gironde``; ``Bors (canton de Charente-Sud)`` → ``canton de Charente-Sud``.
        """
        wider = self.qualifier(code)
        if wider:
            return self.get(wider, lang).short
        if self._territories[code].level != self._territories.levels[-1]:
            return ""
        _, bracket, precision = self.get(code, lang).name.partition(" (")
        return precision.removesuffix(")") if bracket else ""


def _forms_of(territory: Territory, lang: Lang, forms: Mapping[str, PlaceForms]) -> PlaceName:
    return place_name(
        level=territory.level,
        name=territory.name,
        kind=territory.kind,
        lang=lang,
        exceptions={**territory.names, **forms},
    )


def territory_slugs(territories: Territories, written: Mapping[str, str]) -> Mapping[str, str]:
    """The address of each territory, which is printed on paper: it depends on no other territory.

    Its own ``slug:``, else its line of data/reference/addresses.csv (``written``, by code), else what its name gives.
    Two territories at one address are a problem of ``check``, which asks for a line.
    """
    nearest = territories.levels[-1]
    return {t.code: t.slug or written.get(t.code) or _slug_of_name(t, nearest) for t in territories}


def _slug_of_name(territory: Territory, nearest: str) -> str:
    """The nearest level has its plain name (``dax``).

    Wider levels say what they are (``departement-landes``, ``ca-du-grand-dax``), so that none meets a commune.
    """
    name = slugify(territory.name)[:LONGEST_SLUG].strip("-") or territory.code.lower()
    says_what_it_is = territory.level == nearest or not territory.parents or territory.kind
    return name if says_what_it_is else f"{territory.level}-{name}"
