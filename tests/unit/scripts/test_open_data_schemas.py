"""The schemas of the open data are those of the shapes and models, and inside v1 nothing is taken away."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.make_open_data_schemas import FOLDER, WHAT_TO_DO, broken_promises, main, published_schemas
from scripts.open_data_promises import breaks
from scripts.open_data_schemas import open_data_schemas
from tests.conftest import REPOSITORY

TEXT = {"type": "string"}
DAY = {"type": "string", "format": "date"}


def record(*required: str, **fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(required)}


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return open_data_schemas()


def test_nothing_is_taken_from_whoever_reads_v1(made: dict[str, Any]) -> None:
    broken = [*broken_promises(published_schemas(REPOSITORY / FOLDER), made)]
    assert not broken, "\n".join((*broken, WHAT_TO_DO))


def test_the_schemas_are_up_to_date(made: dict[str, Any]) -> None:
    assert published_schemas(REPOSITORY / FOLDER) == made, "run `python -m scripts.make_open_data_schemas`"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (record(a=TEXT), record(a=TEXT, b=TEXT), []),
        (record("a", a=TEXT), record("a", "b", a=TEXT, b=TEXT), []),
        (record(a=TEXT), record(a={**TEXT, "description": "Other words."}), []),
        (record(a=TEXT), record(), ["a is no longer there"]),
        (record("a", a=TEXT), record("b", b=TEXT), ["a is no longer there"]),
        (record(a=TEXT), record(a={"type": "integer"}), ["a was string and is now integer"]),
        (record(a=DAY), record(a=TEXT), ["a was string (date) and is now string"]),
        (record("a", a=TEXT), record(a=TEXT), ["a was always there and may now be missing"]),
        (
            record(a={"type": "array", "items": record(b=TEXT)}),
            record(a={"type": "array", "items": record(c=TEXT)}),
            ["a[].b is no longer there"],
        ),
        (
            record(a={"type": "object", "additionalProperties": record(b=TEXT)}),
            record(a={"type": "object"}),
            ["a.* was object and is now anything"],
        ),
        (
            record(a={"anyOf": [TEXT, DAY]}),
            record(a={"anyOf": [TEXT]}),
            ["a was sometimes string (date) and never is now"],
        ),
        (record(a={"enum": ["x"]}), record(a={"enum": ["x", "y"]}), []),
    ],
)
def test_what_is_taken_away_is_told(old: dict[str, Any], new: dict[str, Any], told: list[str]) -> None:
    assert [*breaks(old, new)] == told


def test_a_schema_that_breaks_a_promise_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "contacts.json").write_text(json.dumps(record(fax=TEXT)), encoding="utf-8")
    assert main(["--root", str(tmp_path)]) == 1
    assert [path.name for path in folder.iterdir()] == ["contacts.json"]
    assert capsys.readouterr().out == f"contacts.json: fax is no longer there\n{WHAT_TO_DO}\n"
