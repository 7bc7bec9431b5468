from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError

from site_builder.incremental.inputs import Inputs
from site_builder.render.compiled import KeptTemplates, compile_templates
from site_builder.render.environment import CompiledOnce, environment

INPUTS = Inputs(portal={"theme/a.html": "1", "data/b.yml": "1"}, engine="e", libraries="l", environment="", history="")


def elsewhere(theme: Path) -> Environment:
    """The templates of ``theme`` as another process finds them, that has compiled none."""
    compiled = CompiledOnce()
    compiled.take(compile_templates([theme]))
    return environment([theme]).overlay(bytecode_cache=compiled)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "guide.html").write_text("<p>{{ x }}</p>", encoding="utf-8")
    (tmp_path / "pages" / "list.html").write_text("{% if %}", encoding="utf-8")
    return tmp_path


def compiles_nothing(*_: object, **__: object) -> None:
    raise AssertionError("a template is compiled")


def test_what_one_process_compiled_serves_in_another(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = elsewhere(theme)
    monkeypatch.setattr(Environment, "compile", compiles_nothing)
    assert there.get_template("pages/guide.html").render(x="<") == "<p>&lt;</p>"


def test_a_template_edited_since_is_compiled_anew(theme: Path) -> None:
    there = elsewhere(theme)
    (theme / "pages" / "guide.html").write_text("<b>{{ x }}</b>", encoding="utf-8")
    assert there.get_template("pages/guide.html").render(x="<") == "<b>&lt;</b>"


def test_a_template_at_fault_is_told_by_whoever_asks_for_it(theme: Path) -> None:
    there = elsewhere(theme)
    with pytest.raises(TemplateSyntaxError, match="Expected an expression"):
        there.get_template("pages/list.html")


@pytest.mark.parametrize(
    ("inputs", "folder", "found"),
    [
        (INPUTS, "theme", b"compiled"),
        (replace(INPUTS, portal={**INPUTS.portal, "data/b.yml": "2"}), "theme", b"compiled"),
        (replace(INPUTS, portal={**INPUTS.portal, "theme/a.html": "2"}), "theme", None),
        (replace(INPUTS, engine="f"), "theme", None),
        (replace(INPUTS, libraries="m"), "theme", None),
        (INPUTS, "other", None),
    ],
)
def test_kept_templates_serve_for_the_same_theme_alone(
    inputs: Inputs, folder: str, found: bytes | None, tmp_path: Path
) -> None:
    KeptTemplates(tmp_path, INPUTS, [tmp_path / "theme"]).put(b"compiled")
    assert KeptTemplates(tmp_path, inputs, [tmp_path / folder]).get() == found


def test_kept_templates_of_which_a_part_is_lost_are_compiled_again(tmp_path: Path) -> None:
    KeptTemplates(tmp_path, INPUTS, []).put(b"compiled")
    (kept,) = (tmp_path / ".portail" / "templates").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert KeptTemplates(tmp_path, INPUTS, []).get() is None
