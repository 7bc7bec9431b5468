from pathlib import Path

import pytest
from jinja2 import UndefinedError

from site_builder.render.environment import environment


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
