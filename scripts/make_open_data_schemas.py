"""Makes the JSON Schemas of the open data, which every portal publishes below /api/v1/schemas/.

Inside v1 fields are only added: a schema that would take something from whoever reads the files is not written. With
``--check`` nothing is written: exit code 1 when a schema is out of date.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.open_data_promises import Schema, breaks
from scripts.open_data_schemas import open_data_schemas

FOLDER = Path("site_builder/outputs/open_data/schemas")
OUT_OF_DATE = "out of date, run scripts/make_open_data_schemas.py"
WHAT_TO_DO = (
    "Inside v1 fields are only added: leave what was there as it was and add a field beside it, or publish the new "
    "form below /api/v2/ and keep /api/v1/ as it is."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the schemas, or compare them with what is written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when a schema is out of date")
    parser.add_argument("--root", type=Path, default=Path(), help="the repository (default: here)")
    options = parser.parse_args(arguments)
    folder, made = options.root / FOLDER, open_data_schemas()
    broken = [*broken_promises(published_schemas(folder), made)]
    if broken:
        print(*broken, WHAT_TO_DO, sep="\n")
        return 1
    stale = [name for name, schema in made.items() if _written(folder / f"{name}.json") != as_text(schema)]
    for name in stale:
        if not options.check:
            (folder / f"{name}.json").write_text(as_text(made[name]), encoding="utf-8")
        print(f"{FOLDER}/{name}.json: {OUT_OF_DATE if options.check else 'written'}")
    return 1 if stale and options.check else 0


def published_schemas(folder: Path) -> dict[str, Schema]:
    """As they were written last."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def broken_promises(published: Mapping[str, Schema], made: Mapping[str, Schema]) -> Iterator[str]:
    """What whoever reads by the published schemas would miss, a line each."""
    for name, schema in published.items():
        if name not in made:
            yield f"{name}.json: no file has this form any more"
        else:
            yield from (f"{name}.json: {each}" for each in breaks(schema, made[name]))


def as_text(schema: Schema) -> str:
    """A line for each word of a schema, so that a change of it is read in a comparison."""
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
