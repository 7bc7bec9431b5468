"""French place names: articles, contractions, elision.

The rules know the language; a name that has its own usage belongs in the portal's table of exceptions.
"""

import re
import unicodedata
from functools import cache

from site_builder.language.forms import PlaceName, bare
from site_builder.language.typography import typographic_apostrophes

INSTITUTIONS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d’agglomération",
    "CU": "Communauté urbaine",
    "METRO": "Métropole",
}

# Common nouns with an aspirated h (Dictionnaire de l'Académie française) that begin names of places.
# Any other h is mute, as in the official geographic code: "d’Hendaye", "d’Hagetmau".
_ASPIRATED = re.compile(
    r"haut"  # however it goes on: Hautefort, Haut-Mauco, Hautes-Vignes
    r"|(?:haies?|halles?|hameaux?|haras|havre|hayes?|hêtres?|houlette|houx|hure|huttes?)\b"
)

_VOWELS = frozenset("aeiouœæ")
_OWN_NAME_ENDINGS = (" agglo", " agglomération", " communauté", " métropole", "’agglo", "’agglomération")
_INSTITUTION_NOUN = re.compile(r"(?:communauté|agglomération|métropole|eurométropole)\b", re.IGNORECASE)
_PREFIX = re.compile(r"(?:CC|CA|CU)\s+")
_ACRONYM = re.compile(r"\s*\(([^()]*)\)$")
_LINK = re.compile(r"^(?:du |des |de la |de l’|de |d’|Le |Les )")
# As the official name writes it, alone, after "de". Not "La", which is a town's: "La Rochefoucauld Porte du Périgord".
_WRITTEN_ARTICLES = (
    ("du ", "le ", "du "),
    ("Le ", "le ", "du "),
    ("des ", "les ", "des "),
    ("Les ", "les ", "des "),
    ("de la ", "la ", "de la "),
    ("de l’", "l’", "de l’"),
)
_SECOND_LINK = re.compile(r" et (?:du |des |de |d’)")
_MENDINGS = (
    (re.compile(r"\bIle(s?)\b"), r"Île\1"),
    (re.compile(r"(?<=[Cc])oeur"), "œur"),
    (re.compile(r"\b(Sainte?) (?=[A-ZÀ-Ý])"), r"\1-"),
    (re.compile(r"\s+-\s+"), " – "),
    (re.compile(r"(?<=\w)(?:- | -)(?=\w)"), "-"),
)


@cache  # pure; asked for each language of a portal, and again for the town hall
def commune_name(name: str) -> PlaceName:
    """The forms of a commune: "au Bouscat, du Bouscat", "à L’Absie, de L’Absie", "à Yvrac, d’Yvrac".

    A precision in brackets ("Bors (Canton de Charente-Sud)") stays in the name and is not said in sentences.
    """
    written = typographic_apostrophes(name).replace("(Canton ", "(canton ")
    spoken = written.split(" (")[0]
    return PlaceName(name=written, short=written, at=at(spoken), of=of(spoken), to=at(spoken))


def intercommunality_name(name: str, kind: str) -> PlaceName:
    """The forms of an intercommunality, from its official name ("CC de l'Ile de Ré") and its type ("CC").

    Sentences say the short name where the official one writes its article ("dans le Grand Dax", "des Luys en
    Béarn") or already names an institution ("d’Albret Communauté"). One arrives "à Bordeaux Métropole", and lives
    and works "dans Bordeaux Métropole": "un emploi à Bordeaux Métropole" would be a job with it. Elsewhere they say
    the whole name, a noun of the language ("la communauté de communes de Blaye"), since a wrong article is worse
    than a long name. An unknown type is left without grammar.
    """
    written = mend(_PREFIX.sub("", name, count=1))
    acronym = _ACRONYM.search(written)
    spoken = _ACRONYM.sub("", written)
    if _INSTITUTION_NOUN.match(spoken):
        return _of_noun(written, short=spoken, spoken=spoken)
    if kind == "METRO" or spoken.lower().endswith(_OWN_NAME_ENDINGS):
        return PlaceName(name=written, short=spoken, at=f"dans {spoken}", of=of(spoken), to=at(spoken))
    if kind not in INSTITUTIONS:
        return bare(written, spoken)
    spoken = re.sub(r"^les? ", lambda article: article.group().capitalize(), spoken)
    full = f"{INSTITUTIONS[kind]} {spoken}"
    full_with_acronym = f"{full} ({acronym.group(1)})" if acronym else full
    short = _without_link(spoken)
    return _with_article(full_with_acronym, short, spoken) or _of_noun(full_with_acronym, short=short, spoken=full)


def mend(name: str) -> str:
    """An intercommunality's name with the signs that official files drop: Île, Cœur, Saint-, ’ and –."""
    text = typographic_apostrophes(name.replace('"', "").strip())
    for pattern, mended in _MENDINGS:
        text = pattern.sub(mended, text)
    return text


def at(name: str) -> str:
    """`name` after "à": "au Bouscat", "aux Adjots", "à La Rochelle", "à L’Absie"."""
    return _contracted(name, le="au", les="aux") or f"à {name}"


def of(name: str) -> str:
    """`name` after "de": "du Bouscat", "des Adjots", "de La Rochelle", "d’Abzac", "de Hautefort"."""
    return _contracted(name, le="du", les="des") or of_word(name)


def of_word(word: str) -> str:
    """A word without an article after "de": "de novembre", "d’août"."""
    return f"d’{word}" if elides(word) else f"de {word}"


def elides(word: str) -> bool:
    """Whether "de" loses its e before `word`: a vowel, a mute h, a y before a consonant ("d’Yvrac")."""
    lowered = word.lower()
    first, second = _letter(lowered[:1]), _letter(lowered[1:2])
    if first == "h":
        return not _ASPIRATED.match(lowered)
    if first == "y":
        return second not in _VOWELS
    return first in _VOWELS


def _letter(character: str) -> str:
    """A letter without its accent; nothing for nothing."""
    return unicodedata.normalize("NFD", character)[:1]


def _contracted(name: str, *, le: str, les: str) -> str | None:
    article, _, noun = name.partition(" ")
    contraction = {"Le": le, "Les": les}.get(article)
    return f"{contraction} {noun}" if contraction and noun else None


def _with_article(name: str, short: str, spoken: str) -> PlaceName | None:
    """The forms around the article that `spoken` begins with: "dans le Grand Dax", "sur l’Île de Ré".

    None without one, or where a second "de" would need its own: "du Confluent et des Coteaux".
    """
    for written, article, after_de in _WRITTEN_ARTICLES:
        noun = spoken.removeprefix(written)
        if noun != spoken and not _SECOND_LINK.search(noun):
            located = f"{'sur' if noun.startswith('Île ') else 'dans'} {article}{noun}"
            return PlaceName(name=name, short=short, at=located, of=f"{after_de}{noun}", to=located)
    return None


def _of_noun(name: str, *, short: str, spoken: str) -> PlaceName:
    noun = spoken[0].lower() + spoken[1:]
    article = "l’" if elides(noun) else "la "
    located = f"dans {article}{noun}"
    return PlaceName(name=name, short=short, at=located, of=f"de {article}{noun}", to=located)


def _without_link(spoken: str) -> str:
    """What a card shows: "Grand Dax" of "du Grand Dax", but "La Rochelle" of "de La Rochelle"."""
    short = _LINK.sub("", spoken, count=1)
    return short[0].upper() + short[1:]
