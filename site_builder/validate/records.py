"""One node to one model: pydantic says what is wrong, the node says where."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, key_place, node_at, place_of, plain
from site_builder.load.yaml_mistakes import as_value, quoted
from site_builder.model.entry import Needed
from site_builder.model.slugs import fold, slugify
from site_builder.problems import Place, Problem
from site_builder.validate.examples import shape_of

M = TypeVar("M", bound=BaseModel)
Path = Sequence[str | int]

_MISSING = "missing-field"
_CODES: Mapping[str, str] = {
    "missing": _MISSING,
    "enum": "bad-choice",
    "literal_error": "bad-choice",
    "too_short": "empty-list",
    "string_too_long": "too-long",
    "string_too_short": "empty-field",
    **dict.fromkeys(("date_from_datetime_parsing", "date_parsing", "date_type", "bad_date"), "bad-date"),
    **dict.fromkeys(
        ("int_parsing", "int_type", "float_parsing", "float_type", "int_from_float", "int_parsing_size"), "bad-number"
    ),
    **dict.fromkeys(("greater_than_equal", "less_than_equal", "finite_number"), "out-of-range"),
    **dict.fromkeys(("tuple_type", "list_type"), "not-a-list"),
    "string_type": "not-a-text",
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), "not-a-mapping"),
    "bad_url": "bad-url",
    "bad_telephone": "bad-telephone",
    "bad_email": "bad-email",
    "bad_boolean": "bad-boolean",
    "bad_language": "bad-language",
    "bad_time_zone": "bad-time-zone",
    "block_section": "block-section",
    "block_mode": "block-mode",
    "asset_person": "asset-person",
    "step_day": "step-day",
    "testimonial_field": "testimonial-field",
    "bad_when": "bad-when",
    "ends_early": "ends-early",
    "ends_otherwise": "ends-otherwise",
}
"""Types of pydantic's errors, and of our validators', to codes of the catalogue."""
_TOLD_BY_THE_MODEL = frozenset({"step-day", "ends-early", "ends-otherwise"})
"""Whoever finds them knows the value that is nearest to what was written."""
_PATTERNS = {
    "-[a-z0-9]": "bad-id",
    "_-": "bad-code",
    "#[0-9": "bad-colour",
    "days|": "bad-duration",
    "A-Z -": "bad-postal-code",
    r"\.)+": "bad-domain",
    "[+]": "bad-country-code",
}
"""A piece of a pattern that only one kind of text has, to codes of the catalogue."""
_FRENCH = {
    "adresse": "address",
    "apprendre": "learning",
    "associations": "associations-culture",
    "auteur": "credit",
    "benevolat": "voluntary-work",
    "brouillon": "draft",
    "corps": "body",
    "courriel": "email",
    "demandeur_d_emploi": "job-seeker",
    "description": "summary",
    "economie": "economy",
    "etranger": "from-abroad",
    "etudiant": "student",
    "famille": "family",
    "identifiant": "id",
    "image_alt": "alt",
    "lien": "website",
    "longueur": "longitude",
    "mairie": "town-hall",
    "metier": "occupation",
    "naissance": "born",
    "deces": "died",
    "nom": "name",
    "ordre": "order",
    "patrimoine": "historical-heritage",
    "patrimoine_culturel": "historical-heritage",
    "patrimoine_historique": "historical-heritage",
    "patrimoine_naturel": "natural-heritage",
    "public": "audiences",
    "publics": "audiences",
    "publie": "published",
    "remplacer": "replace",
    "masquer": "hide",
    "ajouter": "append",
    "resume": "summary",
    "retraite": "retiree",
    "rubrique": "section",
    "salarie": "employee",
    "sante": "health",
    "services_publics": "public-services",
    "site": "website",
    "site_web": "website",
    "statut": "status",
    "telephone": "telephone",
    "territoire": "territory",
    "texte": "text",
    "titre": "title",
    "url": "website",
    "vie_professionnelle": "professional-life",
    "vie_publique": "public-life",
    "voir": "see",
    "adhesion": "membership",
    "annule": "cancelled",
    "atelier": "workshop",
    "bon": "voucher",
    "bon_d_achat": "voucher",
    "cadeau": "gift",
    "carte": "map",
    "ceremonie": "ceremony",
    "commence_le": "starts",
    "comment": "how",
    "debut": "starts",
    "expire_le": "expires_on",
    "fin": "ends",
    "inscription": "registration",
    "jusqu_au": "expires_on",
    "langues": "languages",
    "lieu": "place",
    "offert_par": "offered_by",
    "organisateur": "organiser",
    "rencontre": "meeting",
    "visite": "visit",
}
"""What a French hand writes for our English words, folded."""
_TRUE_WORDS = frozenset({"oui", "o", "vrai", "yes", "y", "on", "1", "true"})
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
"""A sign between groups of three digits."""
_HOUR = re.compile(r"(?:T| à | at |,? )(\d{1,2})[:hH.](\d{2})?")
"""An hour after a day."""
_SHOWN = 120
"""Characters of a value that are repeated in a message."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word a person most likely meant, or None. Case, accents and French words are no obstacle."""
    by_key = {fold(each): each for each in sorted(known, reverse=True)}
    key = fold(word)
    french = fold(_FRENCH.get(key.replace(" ", "_"), ""))
    for exact in (key, french):
        if exact and exact in by_key:
            return by_key[exact]
    matches = difflib.get_close_matches(key[:_SHOWN], by_key, n=1, cutoff=0.6)
    begins = [each for each in by_key if len(key) > 3 and " " not in key and each.startswith(key[:4])]
    found = (matches or begins)[:1]
    return by_key[found[0]] if found else None


def validate_node(
    model: type[M], node: Node, extra: Mapping[str, Any] | None = None, written_here: Collection[str] = ()
) -> tuple[M | None, list[Problem]]:
    """A record of ``model`` from ``node`` (with ``extra`` values of ours), or None and the problems.

    ``written_here`` are the fields that this file may hold, by default all: problems of the others are said where
    they are written.
    """
    if not isinstance(node, MapNode):
        return None, [Problem("not-a-mapping", node.place, {"fixed": _mapping_example(model)})]
    values = plain(node)
    assert isinstance(values, dict)
    try:
        return model.model_validate({**values, **(extra or {})}), []
    except ValidationError as error:
        complaint = _Complaint(model, node, frozenset(written_here) or frozenset(model.model_fields))
        return None, list(complaint.problems(error.errors()))


def _mapping_example(model: type[BaseModel]) -> str:
    shape = shape_of(model)
    names = shape.at(()).get("required", ())
    return "\n".join(f"{name}: {shape.example((name,))}" for name in names) or shape.example(())


class _Complaint:
    """Pydantic's errors about one node, in our words and at their places."""

    def __init__(self, model: type[BaseModel], node: MapNode, fields: frozenset[str]) -> None:
        self._model = model
        self._shape = shape_of(model)
        self._node = node
        self._fields = fields

    def problems(self, details: Sequence[ErrorDetails]) -> Iterator[Problem]:
        """All of them but those which follow from another, or are said of another file."""
        paths = [tuple(step for step in detail["loc"] if step not in {"[key]", ""}) for detail in details]
        unknown = [
            self._unknown_field(p) for d, p in zip(details, paths, strict=True) if d["type"] == "extra_forbidden"
        ]
        meant = {problem.values.get("suggestion") for problem in unknown}
        yield from unknown
        for detail, path in zip(details, paths, strict=True):
            kind = detail["type"]
            elsewhere = path[0] not in self._fields if path else not kind.startswith("block")
            follows = _has_more(paths, path) if kind == "too_short" else kind == "missing" and path[-1] in meant
            if not (elsewhere or follows or kind == "extra_forbidden"):
                yield self._problem(detail, path)

    def _problem(self, detail: ErrorDetails, path: Path) -> Problem:
        context: Mapping[str, Any] = detail.get("ctx") or {}
        code = self._needed(path) if detail["type"] == "missing" else _code(detail["type"], context)
        written = _written(detail["input"])
        field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        if code == "block-mode":
            field = "overrides" if "mode" in self._node.keys else "mode"
        values: dict[str, object] = {"field": field, "written": _shortened(written), "detail": detail["msg"]}
        if code == "bad-choice":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            values |= {"choices": ", ".join(choices)}
            fixed = closest(written, choices) or "…"
        else:
            fixed = self._shape.example(path[:-1]) if _is_key(detail) else self._fixed(code, path, written)
        if code in _TOLD_BY_THE_MODEL:
            values |= context
            fixed = str(context["nearest"])
        alone = _is_key(detail) or (path and isinstance(path[-1], int))
        values |= {"limits": self._shape.limits(path), "most": context.get("max_length", "")}
        values |= {"value": fixed, "fixed": fixed if alone else f"{field}: {fixed}"}
        return Problem(code, self._place(detail, path), values)

    def _needed(self, path: Path) -> str:
        """The problem of a field that is not there; some say why they are needed."""
        field = self._model.model_fields.get(str(path[0])) if len(path) == 1 else None
        return next((m.code for m in field.metadata if isinstance(m, Needed)), _MISSING) if field else _MISSING

    def _place(self, detail: ErrorDetails, path: Path) -> Place:
        if detail["type"] == "block_mode":
            return key_place(self._node, ("mode" if "mode" in self._node.keys else "overrides",))
        if detail["type"] == "missing" or _is_key(detail):
            return key_place(self._node, path)
        return place_of(self._node, path)

    def _fixed(self, code: str, path: Path, written: str) -> str:
        if code == "not-a-text":
            return self._one_text(path)
        if code == "block-mode":
            return "…" if "mode" in self._node.keys else "replace"
        if code == "not-a-list" and written and self._shape.fields((*path, 0)):
            first = next(iter(self._shape.at((*path, 0)).get("required", ("name",))))
            return f"[{{{first}: {as_value(_shortened(written))}}}]"
        if code == "not-a-mapping" and "latitude" in self._shape.fields(path):
            return self._position(path) or self._shape.example(path)
        whole = code == "bad-number" and self._shape.at(path).get("type") == "integer"
        mend = _whole_number if whole else _MENDED.get(code)
        return (mend(written) if mend else "") or self._shape.example(path)

    def _one_text(self, path: Path) -> str:
        """What was written as a list or a mapping, as one text."""
        node = node_at(self._node, path)
        items = node.items if isinstance(node, ListNode) else ()
        texts = [item.text for item in items if isinstance(item, Scalar) and item.text]
        if isinstance(node, MapNode) and len(node.values) == 1:
            (value,) = node.values.values()
            texts = [value.text] if isinstance(value, Scalar) and value.text else []
        return quoted(_shortened(", ".join(texts) or "…"))

    def _position(self, path: Path) -> str:
        """Two numbers that were written as a list or as a text."""
        node = node_at(self._node, path)
        texts = (
            [item.text or "" for item in node.items if isinstance(item, Scalar)] if isinstance(node, ListNode) else []
        )
        numbers = [_number(text) for text in texts or re.split(r"[,;]? +", _text_of(node))]
        return f"{{latitude: {numbers[0]}, longitude: {numbers[1]}}}" if len(numbers) == 2 and all(numbers) else ""

    def _unknown_field(self, path: Path) -> Problem:
        name = str(path[-1])
        place = key_place(self._node, path)
        above = node_at(self._node, path[:-1])
        here = frozenset(above.values) if isinstance(above, MapNode) else frozenset[str]()
        fields = self._fields if len(path) == 1 else self._shape.fields(path[:-1])
        value = node_at(self._node, path)
        suggestion = closest(name, fields - here)
        misplaced = len(path) > 1 and name in self._fields - frozenset(self._node.values)
        if misplaced:
            values = {"field": name, "parent": str(path[0]), "fixed": _pair(name, value)}
            return Problem("misplaced-field", place, values)
        if suggestion:
            values = {"field": _shortened(name), "suggestion": suggestion, "fixed": _pair(suggestion, value)}
            return Problem("unknown-field", place, values)
        return Problem("unexpected-field", place, {"field": _shortened(name), "known": ", ".join(sorted(fields))})


def _is_key(detail: ErrorDetails) -> bool:
    """Whether it is the name of a value that is wrong, not the value."""
    return detail["loc"][-1:] == ("[key]",)


def _has_more(paths: Iterable[Path], path: Path) -> bool:
    """Whether something is wrong inside ``path`` too: an item that is no record counts as missing."""
    return any(len(other) > len(path) and tuple(other[: len(path)]) == tuple(path) for other in paths)


def _code(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        return next((code for piece, code in _PATTERNS.items() if piece in pattern), "bad-value")
    return _CODES.get(kind, "bad-value")


def _text_of(node: Node | None) -> str:
    return (node.text or "") if isinstance(node, Scalar) else ""


def _written(value: object) -> str:
    return value if isinstance(value, str) else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _pair(key: str, node: Node | None) -> str:
    """``key: value`` on one line where the value is one text or a list of texts; the key alone elsewhere."""
    if isinstance(node, Scalar):
        text = _shortened(node.text or "…")
        return f"{key}: {quoted(text) if node.quoted else as_value(text)}"
    if isinstance(node, ListNode) and all(isinstance(item, Scalar) for item in node.items):
        texts = [as_value(_shortened(item.text or "")) for item in node.items if isinstance(item, Scalar)]
        return f"{key}: [{', '.join(texts)}]"
    return f"{key}:"


def _iso_date(written: str) -> str:
    """The date a French or British hand most likely meant, as ISO 8601; empty when nobody can tell."""
    match = re.fullmatch(r"(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ](\d{4})", written.strip())
    turned = re.fullmatch(r"(\d{4})[/.\- ]?(\d{1,2})[/.\- ]?(\d{1,2})(?:[T ].*)?", written.strip())
    parts = (match[3], match[2], match[1] or 1) if match else turned.groups() if turned else ()
    with suppress(ValueError):
        return date(*(int(part) for part in parts)).isoformat() if parts else ""
    return ""


def _when(written: str) -> str:
    """The day, or the day and the hour, meant by ``16/01/2027 à 18h30`` or ``2027-01-16 18:30:00``."""
    hour = _HOUR.search(written)
    day = _iso_date(written[: hour.start()] if hour else written)
    if not day or hour is None:
        return day
    hours, minutes = int(hour[1]), int(hour[2] or 0)
    return f"{day}T{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""


def _number(written: str) -> str:
    """The number meant by ``44,5896``, ``22 109`` or ``120 m``, the year of a date; empty when there is none."""
    day = _iso_date(written)
    if day:
        return str(int(day[:4]))
    if re.search(r"\d[A-Za-z]+\d", written):  # 1e999, 0x10, 10h30
        return ""
    match = re.match(r"\D*?(-?\d+(?:\.\d+)?)(?!\.?\d)", _SPACES.sub("", written.replace(",", ".")))
    return match[1] if match and len(match[1]) < 16 else ""


def _whole_number(written: str) -> str:
    """As ``_number``, but ``12.500`` and ``12,500`` are thousands, and nothing is meant by ``1.5``."""
    number = _number(_THOUSANDS.sub("", _SPACES.sub("", written)) if not _iso_date(written) else written)
    return number if "." not in number else ""


def _language(written: str) -> str:
    """The code meant by ``FR`` or ``fr_CA``; empty for a name."""
    first, *rest = re.split(r"[_-]", written.strip())
    code = "-".join((first.lower(), *rest))
    return code if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", code) else ""


def _url(written: str) -> str:
    host = written.strip().rpartition("//")[2]
    return f"https://{host}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", host) else "https://…"


def _domain(written: str) -> str:
    host = written.strip().lower().rpartition("//")[2].partition("/")[0]
    return host if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) else ""


def _list_of(written: str) -> str:
    return f"[{as_value(_shortened(written))}]" if written else ""


def _true_or_false(written: str) -> str:
    return "true" if fold(written) in _TRUE_WORDS else "false"


_MENDED: Mapping[str, Callable[[str], str]] = {
    "bad-date": _iso_date,
    "bad-when": _when,
    "bad-id": slugify,
    "bad-code": slugify,
    "bad-number": _number,
    "bad-language": _language,
    "bad-boolean": _true_or_false,
    "bad-url": _url,
    "bad-domain": _domain,
    "not-a-list": _list_of,
}
"""What was most likely meant, by code; an empty text asks for the field's example."""
