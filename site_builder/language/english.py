"""English sentences around French place names.

English keeps the name with its article ("in Le Bouscat", "of L’Absie"), and a French institution's own name.
"""

import re

from site_builder.language import french
from site_builder.language.forms import PlaceName

_WITHOUT_ARTICLE = ("Grand ", "Haut ", "Haute ", "Nord ", "Sud ")
_WITH_ARTICLE = ("Bassin ", "Pays ", "Porte ", "Portes ", "Terres ", "Val ", "Vallée ")
_ISLANDS = ("Île ", "Îles ")


def commune_name(name: str) -> PlaceName:
    """The forms of a commune: "in Le Bouscat", "of Le Bouscat", welcome to "Le Bouscat"."""
    known = french.commune_name(name)
    return _around(name=known.name, short=known.short, spoken=known.name.split(" (")[0])


def intercommunality_name(name: str, kind: str) -> PlaceName:
    """The forms of an intercommunality, from its name in official files and its type."""
    return institution_name(french.intercommunality_name(name, kind))


def institution_name(known: PlaceName) -> PlaceName:
    """The English forms of a French institution: its whole name alone, its short one in sentences.

    A French article becomes "the" ("du Niortais": "in the Niortais"), and some nouns want it anyway ("in
    the Pays de Nay"), but not what English names without one ("in Grand Dax", "in Haute Saintonge"), nor what
    is already an institution's whole name ("in Val de Garonne Agglomération"). One is on an island.
    """
    spoken = f"the {known.short}" if _wants_article(known) else known.short
    forms = _around(name=known.name, short=known.short, spoken=spoken)
    return forms._replace(at=f"on {spoken}") if known.short.startswith(_ISLANDS) else forms


def _wants_article(known: PlaceName) -> bool:
    if known.name == known.short or known.short.startswith(_WITHOUT_ARTICLE):
        return False
    articled = re.search(rf" (?:du |des |de la |de l’|Les ){re.escape(known.short)}", known.name)
    return articled is not None or known.short.startswith(_WITH_ARTICLE)


def _around(*, name: str, short: str, spoken: str) -> PlaceName:
    return PlaceName(name=name, short=short, at=f"in {spoken}", of=f"of {spoken}", to=spoken)
