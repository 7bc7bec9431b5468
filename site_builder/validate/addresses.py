"""data/reference/addresses.csv: addresses of territories whose name does not give them, by code.

former_addresses.csv: those that they had before, and those of territories that have become a part of another one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from site_builder.load.tables import Row
from site_builder.model.slugs import LONGEST_SLUG, slugify
from site_builder.model.values import Slug
from site_builder.problems import Problem

FOLDER = "data/reference"
ADDRESSES = f"{FOLDER}/addresses.csv"
ADDRESS_COLUMNS = ("code", "slug")
FORMER = f"{FOLDER}/former_addresses.csv"
FORMER_COLUMNS = ("slug", "territory", "code")
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


def read_addresses(rows: Iterable[Row], known: Collection[str] | None) -> tuple[dict[str, str], list[Problem]]:
    """Slugs by code. A wrong line is an error, for the address that it fails to keep is printed somewhere.

    ``known`` are the codes of all territories; None when nobody can tell.
    """
    addresses: dict[str, str] = {}
    problems: list[Problem] = []
    for row in rows:
        code, slug = row["code"], row["slug"]
        if known is not None and code not in known:
            problems.append(Problem("address-of-nobody", row.place(ADDRESSES, "code"), {"code": code}))
            continue
        if not _is_slug(slug):
            mended = slugify(slug)[:LONGEST_SLUG].strip("-")
            values = {"field": "slug", "written": slug, "fixed": f"{code},{mended or '…'}"}
            told = "address-value" if slug.strip() else "table-empty"
            problems.append(Problem(told, row.place(ADDRESSES, "slug"), values))
            slug = mended or slugify(code)  # any one: the lack of the address that it should have kept is told
        addresses.setdefault(code, slug)  # a code twice is told of every table
    return addresses, problems


@dataclass(frozen=True, slots=True)
class FormerAddresses:
    """Codes of the territories to which former addresses lead: by slug, and by the code of a territory that was."""

    slugs: Mapping[str, str]
    codes: Mapping[str, str]


def read_former(rows: Iterable[Row], known: Collection[str] | None) -> tuple[FormerAddresses, list[Problem]]:
    """What leads to territories that there are. ``known``: as for `read_addresses`."""
    slugs: dict[str, str] = {}
    codes: dict[str, str] = {}
    problems: list[Problem] = []
    for row in rows:
        slug, territory = row["slug"], row["territory"]
        if not _is_slug(slug):
            values = {"field": "slug", "written": slug, "fixed": f"{slugify(slug) or '…'},{territory},{row['code']}"}
            problems.append(Problem("address-value", row.place(FORMER, "slug"), values))
            continue
        if known is not None and territory not in known:
            problems.append(Problem("address-of-nobody", row.place(FORMER, "territory"), {"code": territory}))
            continue
        slugs.setdefault(slug, territory)
        if row["code"]:
            codes.setdefault(row["code"], territory)
    return FormerAddresses(slugs, codes), problems


def _is_slug(written: str) -> bool:
    try:
        _SLUG.validate_python(written)
    except ValidationError:
        return False
    return True
