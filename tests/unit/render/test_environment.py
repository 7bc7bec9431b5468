import traceback
from functools import partial
from pathlib import Path

import pytest
from jinja2 import TemplateError, TemplateNotFound, UndefinedError
from markupsafe import Markup, escape

from site_builder.host import ThemeFault
from site_builder.render.environment import environment
from site_builder.render.said import Mixed


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<ul>\n    <li>{{ x }}</li>\n</ul>\n", "<ul><li>&lt;b&gt;</li></ul>"),
        ("<p>un\n   <b>deux</b>\n</p>", "<p>un\n<b>deux</b></p>"),  # a space between words stays
        ("{% if x %}\n  <p>oui</p>\n{% endif %}\n<p>fin</p>", "<p>oui</p>\n<p>fin</p>"),
        ("<pre>\n  a\n    b\n</pre>", "<pre>\n  a\n    b\n</pre>"),
        ("<textarea>\n  a\n</textarea>", "<textarea>\n  a\n</textarea>"),
        ("{{ missing | default('rien') }}|{{ missing is defined }}", "rien|False"),
    ],
)
def test_templates_are_compact_and_escape(source: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text(source, encoding="utf-8")
    assert environment([tmp_path]).get_template("t.html").render(x="<b>") == text


PRINTED = ("plain", "", "<b> & \"c\" 'd'", Markup("<i>é</i>"), Mixed((("a <", None), ("b", "fr"))), 7, 2.5, None, True)


def test_a_template_prints_what_escaping_gives(tmp_path: Path) -> None:
    """Also inside a macro, and of what a method of ours is called with."""
    macro = "{% macro of(each) %}{{ each }}{% endmacro %}"
    rows = "{% for each in all %}{{ each }}|{{ of(each) }}|{{ same(each) }}\n{% endfor %}"
    (tmp_path / "t.html").write_text(macro + rows, encoding="utf-8")
    text = environment([tmp_path]).get_template("t.html").render(all=PRINTED, same=partial(lambda value: value))
    assert text.splitlines() == ["|".join([str(escape(each))] * 3) for each in PRINTED]


@pytest.mark.parametrize(
    "source", ["{{ missing }}", "{% if missing %}a{% endif %}", "{{ x.missing }}", "{{ missing or x }}"]
)
def test_a_name_that_nobody_gives_is_a_mistake(source: str, tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text(source, encoding="utf-8")
    with pytest.raises(UndefinedError, match="missing"):
        environment([tmp_path]).get_template("t.html").render(x="<b>")


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    for folder, names in (("own", ["a"]), ("engine", ["a", "b"])):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text(folder, encoding="utf-8")
    env = environment([tmp_path / "own", tmp_path / "engine"])
    assert [env.get_template(name).render() for name in ("a", "b")] == ["own", "engine"]


def test_templates_are_plain_files_of_their_folders(tmp_path: Path) -> None:
    for folder, text in (("own", "own"), ("engine", "engine")):
        (tmp_path / folder / "pages").mkdir(parents=True)
        (tmp_path / folder / "pages" / "b.html").write_text(text, encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "own" / "pages" / "b.html").unlink()
    for link in ("b.html", "c.html"):
        (tmp_path / "own" / "pages" / link).symlink_to(tmp_path / "secret.html")
    env = environment([tmp_path / "own", tmp_path / "engine"])
    assert env.get_template("pages/b.html").render() == "engine"
    for lost in ("pages/c.html", "../secret.html", "pages/../../secret.html", str(tmp_path / "secret.html")):
        with pytest.raises(TemplateNotFound):
            env.get_template(lost)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("<ul>\n  <li>a</li>\n\n  <li>{{ missing }}</li>\n</ul>", 4),
        ("{% if x %}\n\n\n  {{ missing }}\n{% endif %}", 4),
        ("<p>a\n\n  {{ x if\n\n  x else y }}</p>\n<p>{% if %}</p>", 6),
        ("{# a\n\n b #}\n\n{{ missing }}", 5),
        ("<pre>\n\n</pre>\n\n{{ missing }}", 5),
    ],
)
def test_what_is_wrong_is_told_at_the_line_where_it_is_written(source: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text(source, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        environment([tmp_path]).get_template("t.html").render(x="<b>")
    frames = traceback.extract_tb(caught.value.__traceback__)
    assert [frame.lineno for frame in frames if frame.filename == str(tmp_path / "t.html")] == [line]


def test_a_template_that_is_no_utf_8_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "outer.html").write_text('{% include "inner.html" %}', encoding="utf-8")
    (tmp_path / "inner.html").write_bytes("<p>Bienvenue à l’été</p>".encode("cp1252"))
    with pytest.raises(ThemeFault, match=r"inner\.html: .*utf-8") as fault:
        environment([tmp_path]).get_template("outer.html").render()
    assert str(fault.value).startswith(str(tmp_path / "inner.html"))


def test_of_a_template_that_is_edited_all_day_only_the_last_compilation_is_kept(tmp_path: Path) -> None:
    template, days = tmp_path / "t.html", [f"day {number}" for number in range(50)]
    for day in days:
        template.write_text(day, encoding="utf-8")
        assert environment([tmp_path]).get_template("t.html").render() == day
    env = environment([tmp_path])
    assert env.bytecode_cache
    kept = [day for day in days if env.bytecode_cache.get_bucket(env, "t.html", str(template), day).code]
    assert kept == days[-1:]
