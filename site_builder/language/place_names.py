"""The one entry to place names: rules of the language first, then the portal's own exceptions."""

from collections.abc import Mapping
from types import MappingProxyType

from site_builder.language import english, french
from site_builder.language.forms import GivenForms, PlaceName, bare
from site_builder.language.tags import is_french
from site_builder.language.typography import typographic_apostrophes

__all__ = ["GivenForms", "PlaceName", "place_name"]

FRENCH = "fr"
"""The tag of the forms that every French, and every other language, starts from."""
_NO_EXCEPTION: Mapping[str, GivenForms] = MappingProxyType({})


def place_name(
    *,
    level: str,
    name: str,
    kind: str | None,
    lang: str,
    exceptions: Mapping[str, GivenForms] = _NO_EXCEPTION,
) -> PlaceName:
    """How a territory is named in `lang`.

    `level` is region, departement, epci, commune or any other; `kind` is the type of an intercommunality (CC,
    CA, CU, METRO) and does not matter elsewhere. `exceptions` holds this territory's own forms by language.
    Where neither a rule nor an exception speaks, no grammar is invented: `at`, `of` and `to` are the name.
    """
    known = _with_exceptions(_by_french_rule(level, name, kind or ""), exceptions.get(FRENCH))
    own_forms = exceptions.get(lang)
    if is_french(lang):
        return known if lang == FRENCH else _with_exceptions(known, own_forms)
    if lang == "en":
        return _with_exceptions(_by_english_rule(level, name, known), own_forms, introduced_by="in ")
    own_name = own_forms.name if own_forms else None
    return _with_exceptions(bare(own_name) if own_name else bare(known.name, known.short), own_forms)


def _by_french_rule(level: str, name: str, kind: str) -> PlaceName:
    match level:
        case "commune":
            return french.commune_name(name)
        case "epci":
            return french.intercommunality_name(name, kind)
        case _:
            return bare(typographic_apostrophes(name))


def _by_english_rule(level: str, name: str, known: PlaceName) -> PlaceName:
    match level:
        case "commune":
            return english.commune_name(name)
        case "epci":
            return english.institution_name(known)
        case _:
            return bare(known.name, known.short)


def _with_exceptions(ruled: PlaceName, given: GivenForms | None, *, introduced_by: str = "") -> PlaceName:
    """`ruled` with the given forms; `to` follows a given `at`, less the preposition said by "welcome to"."""
    if given is None:
        return ruled
    implied_to = given.at.removeprefix(introduced_by) if given.at else ruled.to
    return PlaceName(
        name=given.name or ruled.name,
        short=given.short or ruled.short,
        at=given.at or ruled.at,
        of=given.of or ruled.of,
        to=given.to or implied_to,
    )
