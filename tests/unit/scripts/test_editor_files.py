"""What VS Code is told says what the models say, and judges files as `portail check` does."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from scripts.make_editor_files import BEGUN, ENDED, FOLDER, HERE, TOLD, files, main
from site_builder.cli.words import say
from site_builder.model.registry import CONTENT_TYPES
from site_builder.problems import Place, Problem
from site_builder.problems.report import as_text
from tests.conftest import PORTALS, REPOSITORY, files_of
from tests.editor_schemas import VSCODE, as_read, complaints, portal_files, schema_names, validator
from tests.unit.test_mistakes import MISTAKES, Mistake

STRUCTURAL = frozenset(
    """
    bad-boolean bad-choice bad-code bad-colour bad-date bad-domain bad-duration bad-email bad-id bad-number
    bad-postal-code bad-repository bad-telephone bad-url bad-when body-field empty-list image-alt image-credit
    image-licence misplaced-field missing-field no-such-day not-a-list not-a-mapping not-a-text out-of-range
    perk-without-end too-long translation-field translation-only-field unexpected-field unknown-field
    """.split()
)
"""Mistakes of one field, which a schema can see."""
UNSEEN = {
    ("date_impossible", "content/assets/dune.md"),
    ("date_impossible", "content/assets/lac.md"),
    ("event_when", "content/events/minuit.md"),
}
"""Days and hours that no calendar has."""
STRICTER = {"optional_empty_fine": "a key that has no value", "language_twice": "a translation into French"}
"""Portals of which a schema says more than `portail check` does of these files."""
SCHEMAS = sorted(path.relative_to(VSCODE / "schemas").as_posix() for path in (VSCODE / "schemas").rglob("*.json"))


@pytest.mark.parametrize("folder", [FOLDER, HERE], ids=str)
def test_files_are_up_to_date(folder: Path) -> None:
    """When this fails: ``.venv/bin/python -m scripts.make_editor_files``."""
    made = {path: text for path, text in files(REPOSITORY).items() if path.is_relative_to(folder)}
    there = {path.relative_to(REPOSITORY) for path in (REPOSITORY / folder).rglob("*") if path.is_file()}
    assert there == made.keys()
    assert [path for path, text in made.items() if (REPOSITORY / path).read_text(encoding="utf-8") != text] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_that_explains_every_field(name: str) -> None:
    schema = json.loads((VSCODE / "schemas" / name).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    assert [field for field, text in fields(schema) if not text] == []


def fields(schema: object) -> Iterator[tuple[str, str]]:
    """Every field with its description."""
    if isinstance(schema, list):
        for each in schema:
            yield from fields(each)
    elif isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            yield name, field.get("description", "")
        for each in schema.values():
            yield from fields(each)


def test_both_languages_ask_for_the_same() -> None:
    names = [name.partition("/") for name in SCHEMAS]
    french, english = ({name for lang, _, name in names if lang == wanted} for wanted in ("fr", "en"))
    assert french == english
    for name in french:
        asked = [
            re.sub(r'"(description|title|patternErrorMessage)": "[^"\n]*"', "", as_text_of(name, lang))
            for lang in ("fr", "en")
        ]
        without_words = [re.sub(r'"enumDescriptions": \[[^\]]*\]', "", text) for text in asked]
        assert without_words[0] == without_words[1]


def as_text_of(name: str, lang: str) -> str:
    return (VSCODE / "schemas" / lang / name).read_text(encoding="utf-8").replace(r"\"", "'")


@pytest.mark.parametrize(
    "root", [REPOSITORY, REPOSITORY / "starter", *sorted(PORTALS.iterdir())], ids=lambda root: root.name
)
def test_every_file_of_a_portal_has_one_schema_that_accepts_it(root: Path) -> None:
    paths = list(portal_files(root))
    assert len(paths) > 30
    assert [path for path in paths if len(schema_names(path)) != 1] == []
    said = {path: list(complaints(path, (root / path).read_text(encoding="utf-8"))) for path in paths}
    assert {path: found for path, found in said.items() if found} == {}


def judged(mistake: Mistake) -> Iterator[tuple[str, bool]]:
    """The files of a portal of the corpus that can be read, and whether schemas complain."""
    for path, text in files_of(mistake.sections.get("files", "")).items():
        if path.startswith(("content/", "data/", "media/")) and path.endswith((".md", ".yml")):
            try:
                yield path, any(complaints(path, text))
            except (ValueError, yaml.YAMLError):
                continue


def told(mistake: Mistake) -> dict[str, set[str]]:
    """The codes of what `portail check` tells, by file."""
    codes: dict[str, set[str]] = defaultdict(set)
    for path, code in re.findall(r"^(\S.*?):\d+:\d+ \[([a-z0-9-]+)\] ", mistake.sections["en"], re.MULTILINE):
        codes[path].add(code)
    return codes


def test_mistakes_of_one_field_are_seen_while_one_types() -> None:
    found = [
        (mistake.name, path, seen)
        for mistake in MISTAKES
        for path, seen in judged(mistake)
        if told(mistake)[path] & STRUCTURAL
    ]
    assert len(found) > 90
    assert {(name, path) for name, path, seen in found if not seen} == UNSEEN


def test_what_the_check_accepts_is_accepted() -> None:
    named = {mistake.name for mistake in MISTAKES for path, seen in judged(mistake) if seen and not told(mistake)[path]}
    assert named == STRICTER.keys()


@pytest.mark.parametrize(
    ("path", "field", "said"),
    [
        ("data/portal.yml", "territory", "Tout le territoire\u00a0; il doit exister dans data/."),
        ("content/assets/x.md", "angle", "Sous quel titre de la liste il se range."),
        ("content/assets/x.en.md", "title", "Titre de la page ou du bloc"),
    ],
)
def test_a_field_is_explained(path: str, field: str, said: str) -> None:
    (name,) = schema_names(path)
    assert validator(name).schema["properties"][field]["description"].startswith(said)


def test_a_text_of_another_form_is_told_in_words() -> None:
    contact = validator("lists.json").schema["properties"]["contacts"]["items"]["properties"]
    assert contact["verified_on"]["patternErrorMessage"] == "On attend\u00a0: date `2026-03-31`."
    review = validator("content/asset.json").schema["properties"]["review_every"]
    assert review["patternErrorMessage"].startswith("Tous les combien relire\u00a0: `6 months`, `2 years`, `30 days`.")
    names = validator("portal.json").schema["definitions"]["Localized"]
    assert names["title"] == "libellé `{fr: …, en: …}`"


def test_choices_are_explained() -> None:
    mode = validator("content/block.json").schema["definitions"]["Mode"]
    assert dict(zip(mode["enum"], mode["enumDescriptions"], strict=True)) == {
        "replace": "le remplace",
        "append": "le suit",
        "prepend": "le précède",
        "hide": "le masque",
    }


def test_values_are_read_as_the_editor_s_extension_reads_them() -> None:
    text = "a: 40088\nb: no\nc: 2026-03-31\nd: 1.5\ne: true\nf:\ng: 10:30\nh: '1'\n"
    read = as_read("data/x.yml", text)
    assert list(read.values()) == [40088, "no", "2026-03-31", 1.5, True, None, "10:30", "1"]


def test_a_snippet_begins_an_entry_of_each_type() -> None:
    snippets = json.loads((VSCODE / "portail.code-snippets").read_text(encoding="utf-8"))
    by_folder = {snippet["description"]: snippet for snippet in snippets.values()}
    assert by_folder.keys() == {f"content/{content_type.folder}/" for content_type in CONTENT_TYPES}
    assert by_folder["content/assets/"] == {
        "scope": "markdown",
        "prefix": ["asset", "atout"],
        "description": "content/assets/",
        "body": [
            "---",
            "id: ${1:$TM_FILENAME_BASE}",
            'title: "${2:…}"',
            "angle: ${3|public-services,associations-culture,economy,natural-heritage,historical-heritage,health|}",
            'summary: "${4:…}"',
            'territory: "${5:…}"',
            'see: "${6:…}"',
            r"sources: ${7:[{name: …\}]}",
            "---",
            "",
            "$0",
        ],
    }


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_editor_reads_what_the_terminal_says(lang: str) -> None:
    problem = Problem("bad-id", Place("content/a b.md", 3, 5), {"field": "id", "written": "É", "fixed": "id: e"})
    first, *_, last = as_text([problem], lang).splitlines()
    match = re.match(TOLD, first)
    assert match is not None
    assert match.groups()[:4] == ("content/a b.md", "3", "5", "bad-id")
    assert re.match(BEGUN, say(lang, "checked-now"))
    assert re.match(ENDED, last)
    assert re.match(ENDED, as_text([], lang))


def test_command_writes_what_it_finds_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    labels = "site_builder/model/content-model.yml"
    (tmp_path / labels).parent.mkdir(parents=True)
    (tmp_path / labels).write_bytes((REPOSITORY / labels).read_bytes())
    root = ["--root", str(tmp_path)]
    assert main(root) == 0
    assert main(["--check", *root]) == 0
    (tmp_path / FOLDER / "schemas/fr/portal.json").write_text("{}", encoding="utf-8")
    (tmp_path / FOLDER / "schemas/fr/former.json").write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert main(["--check", *root]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{FOLDER}/schemas/fr/{name}.json: out of date, run scripts/make_editor_files.py"
        for name in ("portal", "former")
    ]
    assert main(root) == 0
    assert main(["--check", *root]) == 0
    assert not (tmp_path / FOLDER / "schemas/fr/former.json").exists()
