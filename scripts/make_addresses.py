"""Write the first data/reference/addresses.csv of a portal: who shares a name gets an address of their own.

    python -m scripts.make_addresses [--root .]

The address is the name followed by the code of the widest territory it lies in (`saint-sauveur-33`), or by its own
code where two namesakes lie in the same one. Addresses are printed on paper: a table that exists is never written
again. Later lines are added by hand, where `portail check` asks for them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from scripts.extract_reference import table
from site_builder.load.sources import load
from site_builder.model.slugs import slugify
from site_builder.resolve.portal import Portal, resolve
from site_builder.validate.addresses import ADDRESS_COLUMNS, ADDRESSES
from site_builder.validate.stage import validate


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table and say how many lines it holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=Path(), help="the portal’s folder (default: here)")
    root: Path = parser.parse_args(arguments).root
    file = root / ADDRESSES
    if file.exists():
        print(f"{file} exists: its addresses are in use, and it is not written again.", file=sys.stderr)
        return 1
    records, _ = validate(load(root)[0])
    if records is None:
        print(f"{root} is no portal: run `portail check`.", file=sys.stderr)
        return 1
    lines = first_addresses(resolve(records, date.min))
    file.write_bytes(table(ADDRESS_COLUMNS, sorted(lines.items())).encode())
    print(f"{file}: {len(lines)} rows")
    return 0


def first_addresses(portal: Portal) -> dict[str, str]:
    """The slug of every territory whose name gives it the address of another, by code."""
    takers = Counter(portal.slugs.values())
    shared = [t.code for t in portal.territories if takers[portal.slugs[t.code]] > 1 and not t.slug]
    wider = {code: _followed(portal.slugs, code, portal.territories.widest_parent(code) or code) for code in shared}
    same = Counter(wider.values())
    return {code: slug if same[slug] == 1 else _followed(portal.slugs, code, code) for code, slug in wider.items()}


def _followed(slugs: Mapping[str, str], code: str, by: str) -> str:
    return f"{slugs[code]}-{slugify(by)}"


if __name__ == "__main__":
    sys.exit(main())
