import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import site_builder
from site_builder.problems import Place, Problem, Severity, has_errors
from site_builder.problems.catalogue import CATALOGUE
from site_builder.problems.sentences import LANGUAGES, Sentences
from site_builder.validate.records import CODES, PATTERNS

CORE = Path(site_builder.__file__).parent
CATALOGUE_FOLDER = CORE / "problems" / "catalogue"
ENTRIES = list(CATALOGUE.items())
IDS = list(CATALOGUE)
ENGLISH_ONLY = {"detail"}
"""What a library says, in its own language, which only the English sentences repeat."""


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def written_strings() -> Iterator[str]:
    """Every string constant of the core outside the catalogue itself."""
    for file in CORE.rglob("*.py"):
        if file.parent != CATALOGUE_FOLDER:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def codes_of_problems() -> Iterator[str]:
    """The first argument of every ``Problem(…)`` written in the core as a constant or a choice of constants."""
    for file in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                for value in ast.walk(node.args[0]):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield value.value


def test_every_code_of_the_core_has_its_sentences() -> None:
    used = {*codes_of_problems(), *CODES.values(), *PATTERNS.values()}
    assert len(used) > 60
    assert used - CATALOGUE.keys() == set()


def test_every_code_of_the_catalogue_is_used() -> None:
    assert CATALOGUE.keys() - set(written_strings()) == set()


def test_the_groups_of_the_catalogue_do_not_overlap() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in CATALOGUE_FOLDER.glob("*.py"))
    assert len(re.findall(r"^    \"[a-z0-9-]+\": Sentences\(", source, re.MULTILINE)) == len(CATALOGUE)


@pytest.mark.parametrize(("code", "sentences"), ENTRIES, ids=IDS)
def test_both_languages_use_the_same_names(code: str, sentences: Sentences) -> None:
    french = names(sentences.fr) | names(sentences.fr_fix)
    english = names(sentences.en) | names(sentences.en_fix)
    assert french - ENGLISH_ONLY == english - ENGLISH_ONLY


@pytest.mark.parametrize(("code", "sentences"), ENTRIES, ids=IDS)
def test_sentences_are_written_with_care(code: str, sentences: Sentences) -> None:
    assert re.fullmatch(r"[a-z]+[0-9]*(-[a-z0-9]+)*", code)
    for message in (sentences.fr, sentences.en):
        assert re.search(r"[.?…}\])/]$", message), message
        assert "\n" not in message
        assert "'" not in message, f"a straight apostrophe: {message}"
        assert "!" not in message.replace("« ! »", "").replace("`!`", "")
    for french in (sentences.fr, sentences.fr_fix):
        assert re.search(r" [;:!?»](\s|$)|« ", french) is None, f"an ordinary space: {french}"
    assert sentences.fr_fix
    assert sentences.en_fix


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_that_lacks_a_value_is_a_mistake_of_ours(lang: str) -> None:
    with pytest.raises(KeyError):
        Problem("duplicate-key", Place("a.md")).message(lang)


def test_values_are_written_as_they_are() -> None:
    braces = Problem("yaml-tag", Place("a.md"), {"tag": "!{x} %s"})
    assert braces.message("en") == "The YAML tag “!{x} %s” is not accepted."


@pytest.mark.parametrize(
    ("codes", "expected"),
    [([], False), (["bare-url"], False), (["bare-url", "empty-file"], True), (["empty-file"], True)],
)
def test_only_errors_stop_publication(codes: list[str], expected: bool) -> None:
    problems = [Problem(code, Place("a.md"), {"url": ""}) for code in codes]
    assert has_errors(problems) is expected
    assert [p.severity for p in problems] == [
        Severity.WARNING if code == "bare-url" else Severity.ERROR for code in codes
    ]


def test_places_are_written_as_editors_jump_to_them() -> None:
    assert str(Place("data/guide.yml", 12, 9)) == "data/guide.yml:12:9"
    assert str(Place("data/guide.yml")) == "data/guide.yml:1:1"
    assert sorted([Place("b"), Place("a", 10), Place("a", 9, 2), Place("a", 9)]) == [
        Place("a", 9),
        Place("a", 9, 2),
        Place("a", 10),
        Place("b"),
    ]
