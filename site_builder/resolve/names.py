"""Names of territories in each language, with their articles; addresses made from them."""

from collections.abc import Mapping, Sequence

from site_builder.language.place_names import PlaceName, place_name
from site_builder.model.slugs import slugify
from site_builder.model.territory import PlaceForms, Territory
from site_builder.model.values import Lang
from site_builder.resolve.territories import Territories

_LONGEST_SLUG = 80
"""Characters of a name in an address, as of the slugs that editors write."""


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
        if code not in self._territories.homonyms:
            return None
        parents = [p for p in self._territories[code].parents if p in self._territories]
        return min(parents, key=lambda p: self._territories.rank(self._territories[p])) if parents else None

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


def territory_slugs(territories: Territories, names: PlaceNames) -> Mapping[str, str]:
    """One address per territory, which does not change when another territory appears at a wider level.

    The nearest level has its plain name (``dax``), followed by its wider code for homonyms (``saint-sauveur-33``).
    Wider levels say what they are (``departement-landes``, ``ca-du-grand-dax``), so that none meets a commune.
    """
    slugs: dict[str, str] = {}
    for territory in territories:
        name = slugify(territory.name)[:_LONGEST_SLUG].strip("-") or territory.code.lower()
        qualifier = names.qualifier(territory.code)
        if territory.slug:
            name = territory.slug
        elif qualifier:
            name = f"{name}-{qualifier.lower()}"
        elif territory.level != territories.levels[-1] and territory.parents and not territory.kind:
            name = f"{territory.level}-{name}"
        slugs[territory.code] = name
    return slugs
