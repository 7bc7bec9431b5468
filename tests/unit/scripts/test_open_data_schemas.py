"""The schemas of the open data are those of the shapes and models, and inside v1 nothing is taken away."""

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from scripts.make_open_data_schemas import FOLDER, WHAT_TO_DO, broken_promises, main, published_schemas
from scripts.open_data_promises import breaks
from scripts.open_data_schemas import open_data_schemas
from tests.conftest import REPOSITORY

TEXT = {"type": "string"}
DAY = {"type": "string", "format": "date"}


NEVER_PUBLISHED = {"news.json: news[].kind was always there and may now be missing"}
"""What a schema promised for some hours, before any portal was published with it."""


def record(*required: str, **fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(required)}


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return open_data_schemas()


def test_nothing_is_taken_from_whoever_reads_v1(made: dict[str, Any]) -> None:
    broken = [*broken_promises(published_schemas(REPOSITORY / FOLDER), made)]
    assert not broken, "\n".join((*broken, WHAT_TO_DO))


def test_nothing_is_taken_that_was_ever_committed(made: dict[str, Any]) -> None:
    """Whoever takes a field away and mends the schema by hand as well is found by the history, as far as it goes."""
    editions = committed_editions()
    if not editions:
        pytest.skip("no history here")
    broken = {sentence for schemas in editions for sentence in broken_promises(schemas, made)}
    assert broken <= NEVER_PUBLISHED, "\n".join((*sorted(broken - NEVER_PUBLISHED), WHAT_TO_DO))


def committed_editions() -> list[dict[str, Any]]:
    """The schemas as each commit that changed them left them."""
    commits = git("log", "--format=%H", "--", FOLDER.as_posix()).decode().split()
    archives = (ZipFile(BytesIO(git("archive", "--format=zip", "-0", f"{commit}:{FOLDER}"))) for commit in commits)
    return [{Path(file).stem: json.loads(each.read(file)) for file in each.namelist()} for each in archives]


def git(*arguments: str) -> bytes:
    """What Git answers here; nothing where it does not."""
    return subprocess.run(["git", *arguments], cwd=REPOSITORY, check=False, capture_output=True).stdout


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
        (record(a={"enum": ["x", "y"]}), record(a={"enum": ["y"]}), ["a is never x any more"]),
        (record(a={"enum": ["x"]}), record(a={"enum": ["x", 1]}), ["a may now be 1"]),
        (record(a={"enum": ["x", "y"]}), record(a={}), ["a was one of 2 values and is now anything"]),
        (record(a=TEXT), record("a", a=TEXT), []),
        (record(a=TEXT), record(a=DAY), ["a was string and is now string (date)"]),
        (record(a=TEXT), record(a={"type": ["string", "null"]}), ["a was string and is now ['string', 'null']"]),
        (
            record(a={"type": "array", "items": TEXT}),
            record(a={"type": "array"}),
            ["a[] was string and is now anything"],
        ),
        (
            record(a=record(b=TEXT)),
            record(a={**record(b=TEXT), "additionalProperties": False}),
            ["a takes no other fields any more: none could be added"],
        ),
        (
            record(a={"type": "object", "additionalProperties": TEXT}),
            record(a={"type": "object", "additionalProperties": False}),
            ["a takes no other fields any more: none could be added"],
        ),
        (
            record(a={"anyOf": [TEXT]}),
            record(a={"anyOf": [TEXT, DAY]}),
            ["a may now be string (date), which it never was"],
        ),
        (
            record(a=TEXT),
            record(a={"$ref": "#/$defs/a"}),
            ["a says $ref, which is not compared", "a was string and is now anything"],
        ),
        (record(a=TEXT), record(a={**TEXT, "maxLength": 9}), ["a says maxLength, which is not compared"]),
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
