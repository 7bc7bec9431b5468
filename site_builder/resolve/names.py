"""Names of territories in each language, with their articles; addresses made from them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from site_builder.language.place_names import PlaceName, place_name
from site_builder.model.slugs import LONGEST_SLUG, fold, slugify
from site_builder.model.territory import PlaceForms, Territory
from site_builder.model.values import Lang, Localized, pick
from site_builder.resolve.territories import Territories


class PlaceNames:
    """The forms of every territory's name, by language and code."""

    def __init__(
        self,
        territories: Territories,
        languages: Sequence[Lang],
        forms: Mapping[str, Mapping[str, PlaceForms]],
        levels: Mapping[str, Localized],
    ) -> None:
        """``levels``: what a territory of each level is called."""
        self._territories = territories
        self._forms = {
            lang: {t.code: _forms_of(t, lang, forms.get(t.code, {})) for t in territories} for lang in languages
        }
        self._kinds = {lang: {level: pick(levels[level], lang, languages[0]) for level in levels} for lang in languages}
        self._distinctions = {lang: self._distinguish(lang) for lang in languages}

    def get(self, code: str, lang: Lang) -> PlaceName:
        """How the place is called in ``lang``."""
        return self._forms[lang][code]

    def distinction(self, code: str, lang: Lang) -> str:
        """What the title of a guide adds in brackets to a name that is not its own; nothing to one that is.

        ``Saint-Sauveur`` → ``Gironde``, its widest parent; ``Corrèze`` of the Corrèze → ``commune``;
        ``Bors (canton de Charente-Sud)`` → ``canton de Charente-Sud``.
        """
        return self._distinctions[lang][code]

    def distinction_lang(self, code: str, lang: Lang) -> Lang:
        """The language of those words: what a level is called may be said in another one only."""
        territory = self._territories[code]
        level = self._kinds[lang].get(territory.level)
        borrowed = level and code in self._territories.homonyms and not self._telling_parent(territory)
        return level.lang if level and borrowed else lang

    def _distinguish(self, lang: Lang) -> Mapping[str, str]:
        """By code; names that a parent or a level does not tell apart take the official code as well."""
        found = {t.code: self._words_apart(t, lang) for t in self._territories}
        titles = {t.code: (fold(self.get(t.code, lang).short), fold(found[t.code])) for t in self._territories}
        times = Counter(titles.values())
        return {
            code: f"{words}, {code}" if words and times[titles[code]] > 1 else words for code, words in found.items()
        }

    def _words_apart(self, territory: Territory, lang: Lang) -> str:
        if territory.code in self._territories.homonyms:
            parent, level = self._telling_parent(territory), self._kinds[lang].get(territory.level)
            if parent:
                return self.get(parent, lang).short
            return level.text if level else territory.level
        if not self._territories.is_nearest(territory):
            return ""
        _, bracket, precision = self.get(territory.code, lang).name.partition(" (")
        return precision.removesuffix(")") if bracket else ""

    def _telling_parent(self, territory: Territory) -> str | None:
        """The widest parent, where its name tells the territory from its namesakes."""
        parent = self._territories.widest_parent(territory.code)
        return parent if parent and fold(self._territories[parent].name) != fold(territory.name) else None


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
    nearest = territories.nearest_level
    return {t.code: t.slug or written.get(t.code) or _slug_of_name(t, nearest) for t in territories}


def _slug_of_name(territory: Territory, nearest: str) -> str:
    """The nearest level has its plain name (``dax``).

    Wider levels say what they are (``departement-landes``, ``ca-du-grand-dax``), so that none meets a commune.
    """
    name = slugify(territory.name)[:LONGEST_SLUG].strip("-") or territory.code.lower()
    says_what_it_is = territory.level == nearest or not territory.parents or territory.kind
    return name if says_what_it_is else f"{territory.level}-{name}"
