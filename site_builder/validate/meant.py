"""What was most likely meant by a value that is not written as it should be."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from site_builder.load.yaml_mistakes import as_value, in_braces, quoted
from site_builder.model.slugs import fold, slugify
from site_builder.validate.closest import shortened

_TRUE_WORDS = frozenset({"oui", "o", "vrai", "yes", "y", "on", "1", "true"})

_SPACES = re.compile(r"[\s\u00a0\u202f]")

_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
"""A sign between groups of three digits."""

_REPOSITORY = re.compile(
    r"(?:https?://|git@)?(?:([\w-]+(?:\.[\w-]+)+)[/:])?([\w-]+)/([\w.-]+?)(?:\.git)?(?:/.*)?", re.ASCII
)
"""Host, account and name."""

_NUMBERS = {
    **dict.fromkeys(("un", "une", "one", "a"), 1),
    **dict.fromkeys(("deux", "two"), 2),
    **dict.fromkeys(("trois", "three"), 3),
    **dict.fromkeys(("six",), 6),
}

_UNITS = {
    **dict.fromkeys(("jour", "jours", "j", "day", "days", "d"), ("day", 1)),
    **dict.fromkeys(("semaine", "semaines", "week", "weeks"), ("day", 7)),
    **dict.fromkeys(("mois", "month", "months", "m"), ("month", 1)),
    **dict.fromkeys(("trimestre", "trimestres", "quarter", "quarters"), ("month", 3)),
    **dict.fromkeys(("an", "ans", "annee", "annees", "year", "years", "y"), ("year", 1)),
}
"""What is written for a length of time, folded, to a word that the model knows and how many of them."""

_MONTHS = tuple(
    re.compile(rf"(?:{names})[a-z]*")
    for names in (
        "jan",
        "fev|feb",
        "mar",
        "avr|apr",
        "mai|may",
        "juin|jun",
        "juil|jul",
        "aou|aug",
        "sep",
        "oct",
        "nov",
        "dec",
    )
)
"""The months in French and English, folded, in full or cut short."""

_DAY_AND_MONTH = re.compile(
    r"(?:(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?([a-z]+)|([a-z]+) (\d{1,2})(?:st|nd|rd|th)?),? (\d{4})"
)

_HOUR = re.compile(r"(?:T| à | at |,? )(\d{1,2})[:hH.](\d{2})?")
"""An hour after a day."""


def _iso_date(written: str) -> str:
    """The date a French or British hand most likely meant, as ISO 8601; empty when nobody can tell."""
    with_month = _with_month(written)
    if with_month:
        return with_month
    match = re.fullmatch(r"(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ](\d{4})", written.strip())
    turned = re.fullmatch(r"(\d{4})[/.\- ]?(\d{1,2})[/.\- ]?(\d{1,2})(?:[T ].*)?", written.strip())
    parts = (match[3], match[2], match[1] or 1) if match else turned.groups() if turned else ()
    with suppress(ValueError):
        return date(*(int(part) for part in parts)).isoformat() if parts else ""
    return ""


def _with_month(written: str) -> str:
    """The date meant by ``3 mars 2026`` or ``March 3rd, 2026``; empty where it has no month in letters."""
    found = _DAY_AND_MONTH.fullmatch(re.sub(r"[\s.]+", " ", fold(written)).strip())
    if found is None:
        return ""
    day, name = found[1] or found[4], found[2] or found[3]
    month = next((number for number, names in enumerate(_MONTHS, 1) if names.fullmatch(name)), 0)
    with suppress(ValueError):
        return date(int(found[5]), month, int(day)).isoformat()
    return ""


def _duration(written: str) -> str:
    """The length of time meant by ``6 mois``, ``six mois``, ``2 semaines`` or ``1 an``; a year when nobody can tell."""
    found = re.search(r"(\d{1,3}|[a-z]+) ?([a-z]+)$", fold(written).strip())
    count, unit = (found[1], _UNITS.get(found[2])) if found else ("", None)
    number = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
    if not unit or not 0 < number * unit[1] < 1000:
        return "12 months"
    return f"{number * unit[1]} {unit[0]}{'s' if number * unit[1] > 1 else ''}"


def _last_day(written: str) -> str:
    """The last day of the month of ``2026-11-31``; empty where there is no such month."""
    year, month, _ = map(int, written.split("-"))
    with suppress(ValueError):
        return date(year, month, monthrange(year, month)[1]).isoformat()
    return ""


def _iso_date_or_year(written: str) -> str:
    """The date that was meant, or the year alone, of ``mars 2021`` or ``2020-2021`` the last one."""
    years = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", written)
    return _iso_date(written) or (years[-1] if years else "")


def _when(written: str) -> str:
    """The day, or the day and the hour, meant by ``16/01/2027 à 18h30`` or ``2027-01-16 18:30:00``."""
    hour = _HOUR.search(written)
    day = _iso_date(written[: hour.start()] if hour else written)
    if not day or hour is None:
        return day
    hours, minutes = int(hour[1]), int(hour[2] or 0)
    return f"{day}T{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""


def a_number(written: str) -> str:
    """The number meant by ``44,5896``, ``22 109`` or ``120 m``, the year of a date; empty when there is none."""
    day = _iso_date(written)
    if day:
        return str(int(day[:4]))
    if re.search(r"\d[A-Za-z]+\d", written):  # 1e999, 0x10, 10h30
        return ""
    match = re.match(r"\D*?(-?\d+(?:\.\d+)?)(?!\.?\d)", _SPACES.sub("", written.replace(",", ".")))
    return match[1] if match and len(match[1]) < 16 else ""


def whole_number(written: str) -> str:
    """As ``a_number``, but ``12.500`` and ``12,500`` are thousands, and nothing is meant by ``1.5``."""
    number = a_number(_THOUSANDS.sub("", _SPACES.sub("", written)) if not _iso_date(written) else written)
    return number if "." not in number else ""


def _language(written: str) -> str:
    """The code meant by ``FR`` or ``fr_CA``; empty for a name."""
    first, *rest = re.split(r"[_-]", written.strip())
    code = "-".join((first.lower(), *rest))
    return code if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", code) else ""


def _url(written: str) -> str:
    host = written.strip().rpartition("//")[2]
    return f"https://{host}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", host) else "https://…"


def _repository(written: str) -> str:
    """The repository meant by ``account/name``, by the address of one of its pages, or by what git clones."""
    match = _REPOSITORY.fullmatch(written.strip())
    host, owner, name = match.groups() if match else (None, "…", "…")
    return f"https://{(host or 'github.com').lower()}/{owner}/{name}"


def way_to_reach(written: str) -> tuple[str, str] | None:
    """The field that a lone ``mairie@bourg.fr``, ``05 58 00 00 00`` or web address belongs in, and how to write it."""
    written = written.strip()
    if re.fullmatch(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+", written):
        return "email", in_braces(written)
    if re.fullmatch(r"\+?\d[\d\s.()-]*\d", written):
        return "telephone", quoted(written)
    address = written if re.fullmatch(r"https?://\S+", written) else _url(written)
    return None if address == "https://…" else ("website", in_braces(address))


def _domain(written: str) -> str:
    host = written.strip().lower().rpartition("//")[2].partition("/")[0]
    return host if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) else ""


def _siren(written: str) -> str:
    """With the quotes without which YAML reads a number; of a SIRET, what it begins with."""
    digits = re.sub(r"\D", "", written)[:9]
    return f'"{digits}"' if len(digits) == 9 else ""


def _list_of(written: str) -> str:
    return f"[{as_value(shortened(written))}]" if written else ""


def _true_or_false(written: str) -> str:
    return "true" if fold(written) in _TRUE_WORDS else "false"


MENDED: Mapping[str, Callable[[str], str]] = {
    "bad-date": _iso_date,
    "no-such-day": _last_day,
    "bad-duration": _duration,
    "bad-when": _when,
    "bad-source-date": _iso_date_or_year,
    "bad-id": slugify,
    "bad-code": slugify,
    "bad-siren": _siren,
    "bad-number": a_number,
    "bad-language": _language,
    "bad-boolean": _true_or_false,
    "bad-url": _url,
    "bad-domain": _domain,
    "bad-repository": _repository,
    "not-a-list": _list_of,
}
"""What was most likely meant, by code; an empty text asks for the field's example."""
