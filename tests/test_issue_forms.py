"""The forms of the repository: valid for GitHub, filled by links of the pages, and asking for no one's name."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.model.ambassador import Theme
from site_builder.render.feedback import FORMS
from tests.conftest import REPOSITORY

FOLDER = Path(".github/ISSUE_TEMPLATE")
CHECKER = Path(sys.executable).parent / "check-jsonschema"
WORDS = {lang: yaml.safe_load((REPOSITORY / f"theme/strings/{lang}.yml").read_text("utf-8")) for lang in ("fr", "en")}


def form(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((REPOSITORY / FOLDER / name).read_text(encoding="utf-8"))
    return read


def fields(name: str) -> dict[str, dict[str, Any]]:
    """By their ids, in order."""
    return {field["id"]: field for field in form(name)["body"] if field["type"] != "markdown"}


def test_there_is_a_form_for_each_subject() -> None:
    assert sorted(path.name for path in (REPOSITORY / FOLDER).iterdir()) == sorted(["config.yml", *FORMS.values()])


def test_portals_begin_with_the_same_forms() -> None:
    ours, theirs = (
        {path.name: path.read_bytes() for path in (REPOSITORY / root / FOLDER).iterdir()} for root in ("", "starter")
    )
    assert theirs == ours


@pytest.mark.parametrize("name", ["config.yml", *FORMS.values()])
def test_github_understands_it(name: str) -> None:
    schema = "vendor.github-issue-config" if name == "config.yml" else "vendor.github-issue-forms"
    subprocess.run(
        [str(CHECKER), "--builtin-schema", schema, str(REPOSITORY / FOLDER / name)], check=True, capture_output=True
    )


@pytest.mark.parametrize("name", FORMS.values())
def test_links_fill_the_page_in(name: str) -> None:
    assert fields(name)["page"]["type"] == "input"


@pytest.mark.parametrize("name", FORMS.values())
def test_each_label_is_in_both_languages(name: str) -> None:
    labels = [form(name)["name"], *(field["attributes"]["label"] for field in fields(name).values())]
    assert [label for label in labels if label.count(" / ") != 1] == []


def test_an_ambassador_agrees_before_anything_is_asked() -> None:
    """And nothing is asked by which somebody could be recognised: the form is public."""
    asked = fields(FORMS[next(subject for subject in FORMS if subject == "ambassador")])
    assert list(asked) == ["consent", "theme", "territory", "role", "reach", "page"]
    assert [option["required"] for option in asked["consent"]["attributes"]["options"]] == [True, True, True]
    first, *_ = form("propose-an-ambassador.yml")["body"]
    assert first["type"] == "markdown"
    assert "N’écrivez ici ni le nom" in first["attributes"]["value"]


def test_the_themes_of_ambassadors_are_called_as_on_the_site() -> None:
    said = [words["group"]["ambassador"] for words in WORDS.values()]
    called = [" / ".join(words[theme] for words in said) for theme in Theme]
    assert fields("propose-an-ambassador.yml")["theme"]["attributes"]["options"][:-1] == called
