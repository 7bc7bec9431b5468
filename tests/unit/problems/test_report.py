import json

import pytest

from site_builder.problems import Place, Problem, Severity
from site_builder.problems.report import (
    FORMATS,
    Aside,
    as_github,
    as_json,
    as_json_stopped,
    as_markdown,
    as_text,
    render,
    shortened,
    sorted_problems,
    summary,
)

COLON = Problem("yaml-colon", Place("content/a.md", 3, 8), {"fixed": 'title: "Dax : ici"', "detail": ""})
EMPTY = Problem("empty-file", Place("content/b.md"))
OPEN = Problem("front-matter-missing", Place("content/c.md"))
BARE = Problem("bare-url", Place("content/a.md", 9, 2), {"url": "https://x.fr/"})

TEXT_FR = """\
content/a.md:3:8 [yaml-colon] Cette valeur contient deux-points suivis d’une espace\u00a0: \
YAML la prend pour une autre clé.
    → title: "Dax : ici"
content/c.md:1:1 [front-matter-missing] La fiche ne commence pas par son en-tête.
    → ---
    → id: nom-de-la-fiche
    → title: Titre de la page
    → ---
content/a.md:9:2 [bare-url] Cette adresse n’est pas un lien, et se lit mal\u00a0: https://x.fr/
    → [nom du site](https://x.fr/)
À corriger\u00a0: 2. Avertissements\u00a0: 1.
"""
GITHUB_EN = (
    "::error file=content/a.md,line=3,col=8,title=yaml-colon::This value contains a colon followed by a space: "
    'YAML takes it for another key.%0Atitle: "Dax : ici"\n'
    "::warning file=content/a.md,line=9,col=2,title=bare-url::This address is not a link, and reads badly: "
    "https://x.fr/%0A[name of the site](https://x.fr/)\n"
    "To mend: 1. Warnings: 1.\n"
)
MARKDOWN_FR = """\
### À corriger\u00a0: 1. Avertissements\u00a0: 1.

- ❌ `content/c.md:1:1` **front-matter-missing** La fiche ne commence pas par son en-tête.

  ```
  ---
  id: nom-de-la-fiche
  title: Titre de la page
  ---
  ```
- ⚠️ `content/a.md:9:2` **bare-url** Cette adresse n’est pas un lien, et se lit mal\u00a0: https:&#47;&#47;x.fr/

  ```
  [nom du site](https://x.fr/)
  ```
"""


def test_errors_come_first_then_files_in_order_and_nothing_twice() -> None:
    later = Problem("empty-file", Place("content/a.md", 10, 1))
    earlier = Problem("duplicate-key", Place("content/a.md", 9, 30), {"key": "id", "first": 2})
    assert sorted_problems([BARE, EMPTY, later, COLON, EMPTY, earlier]) == [COLON, earlier, later, EMPTY, BARE]


def test_two_problems_at_one_place_are_both_kept_as_they_were_found() -> None:
    one, other = (Problem("missing-field", Place("a", 2), {"field": f, "fixed": ""}) for f in ("id", "title"))
    assert sorted_problems([other, one]) == [other, one]


@pytest.mark.parametrize(
    ("problems", "lang", "expected"),
    [
        ([], "fr", "Tout est en ordre."),
        ([], "en", "Everything is in order."),
        ([EMPTY, COLON], "fr", "À corriger\u00a0: 2. Avertissements\u00a0: 0."),
        ([BARE], "en", "To mend: 0. Warnings: 1."),
    ],
)
def test_summary(problems: list[Problem], lang: str, expected: str) -> None:
    assert summary(problems, lang) == expected


def test_text() -> None:
    assert as_text([COLON, OPEN, BARE], "fr") == TEXT_FR
    assert as_text([], "en") == "Everything is in order.\n"


def test_json() -> None:
    assert json.loads(render([COLON, BARE], "json", "en")) == {
        "problems": [
            {
                "code": "yaml-colon",
                "severity": "error",
                "path": "content/a.md",
                "line": 3,
                "column": 8,
                "message": "This value contains a colon followed by a space: YAML takes it for another key.",
                "fix": 'title: "Dax : ici"',
            },
            {
                "code": "bare-url",
                "severity": "warning",
                "path": "content/a.md",
                "line": 9,
                "column": 2,
                "message": "This address is not a link, and reads badly: https://x.fr/",
                "fix": "[name of the site](https://x.fr/)",
            },
        ]
    }
    assert render([], "json", "fr") == '{\n  "problems": []\n}\n'


def test_json_keeps_accents_readable() -> None:
    assert "en-tête" in render([OPEN], "json", "fr")


def test_github() -> None:
    assert as_github([COLON, BARE], "en") == GITHUB_EN


def test_github_escapes_what_its_commands_would_read() -> None:
    odd = Problem("empty-file", Place("content/a,b:c%.md", 1, 1))
    assert as_github([odd], "en").split("\n")[0] == (
        "::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,title=empty-file::This file is empty."
        "%0ADelete it, or write its content (the editors’ guide has examples)."
    )


def test_github_shows_ten_annotations_and_counts_all() -> None:
    problems = [Problem("empty-file", Place(f"content/{i:02}.md")) for i in range(12)]
    lines = as_github(problems, "en").splitlines()
    assert [line.partition(",")[0] for line in lines[:-1]] == [f"::error file=content/{i:02}.md" for i in range(10)]
    assert lines[-1] == "To mend: 12. Warnings: 0."


def test_markdown() -> None:
    assert as_markdown([OPEN, BARE], "fr") == MARKDOWN_FR


def test_markdown_fences_are_longer_than_those_in_a_fix() -> None:
    quoted = Problem("link-form", Place("a.md"), {"written": "x", "fixed": "```"})
    assert as_markdown([quoted], "en") == (
        "### To mend: 1. Warnings: 0.\n\n- ❌ `a.md:1:1` **link-form** This is not written as a link: x\n\n"
        "  ````\n  ```\n  ````\n"
    )


HOSTILE = Problem(
    "bare-url", Place("a\n::error::b.md"), {"url": "x\n::error::@team\r::add-mask::<img src=y>![](https://z.fr)"}
)


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_value_or_a_path_gives_no_command_to_github(form: str) -> None:
    """Which reads one at the beginning of any line of a log."""
    lines = render([HOSTILE], form, "en", Aside("One.\n::error::c")).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert [line.partition(" ")[0] for line in commands] == ["::warning"] * (form == "github")
    assert any("badly: x ::error::@team ::add-mask::<img" in line for line in lines)


def test_markdown_shows_values_and_nothing_of_them_acts() -> None:
    said = as_markdown([HOSTILE], "en", Aside("One <b>.")).split("```")[0]
    assert said == (
        "### To mend: 0. Warnings: 1.\n\nOne &#60;b&#62;.\n\n- ⚠️ `a ::error::b.md:1:1` **bare-url** "
        "This address is not a link, and reads badly: x ::error::&#64;&#8203;team ::add-mask::&#60;img src=y&#62;"
        "&#33;&#91;&#93;&#40;https:&#47;&#47;z.fr&#41;\n\n  "
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_format_ends_its_last_line(form: str, lang: str) -> None:
    assert render([COLON, OPEN], form, lang).endswith("\n")


@pytest.mark.parametrize(("alike", "shown", "more"), [(20, 20, None), (21, 20, 1), (37_240, 20, 37_220)])
def test_many_alike_are_counted(alike: int, shown: int, more: int | None) -> None:
    """Of one code in one file; the summary counts them all."""
    many = [Problem("bare-url", Place("content/a.md", line), {"url": "x"}) for line in range(1, alike + 1)]
    others = [EMPTY, Problem("bare-url", Place("content/b.md"), {"url": "x"})]
    rows = json.loads(as_json([*many, *others], "en"))["problems"]
    told = [(row["code"], row["severity"], row["line"]) for row in rows if row["path"] == "content/a.md"]
    assert told == [("bare-url", "warning", line) for line in range(1, shown + 1)] + (
        [("more-warnings", "warning", 21)] if more else []
    )
    assert [(row["code"], row["path"]) for row in rows[len(told) :]] == [(p.code, p.place.path) for p in others]
    text = as_text([*many, *others], "en")
    assert text.endswith(f"To mend: 1. Warnings: {alike + 1}.\n")
    said = (
        f"content/a.md:21:1 [more-warnings] There are others like this [bare-url] in this file: {more} more, from here"
    )
    assert (said in text) is (more is not None)
    assert as_markdown([*many, *others], "en").count("**bare-url**") == shown + 1


def test_errors_beyond_are_errors() -> None:
    many = [Problem("table-row", Place("a.csv", line), {"cells": 1, "columns": 2}) for line in range(1, 23)]
    assert [(p.code, p.severity, p.place.line, p.values) for p in shortened(many)[20:]] == [
        ("more-errors", Severity.ERROR, 21, {"count": 2, "code": "table-row"})
    ]


def test_json_of_a_check_that_stopped() -> None:
    assert json.loads(as_json_stopped("Arrêté.\n")) == {"problems": [], "stopped": "Arrêté."}
