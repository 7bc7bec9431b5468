import pytest

from site_builder.load.front_matter import ids_in, read_document
from site_builder.load.nodes import plain
from site_builder.problems import Place


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\na: b\n---\nOne\n\nTwo\n", "One\n\nTwo\n", 4),
        ("---\na: b\n---", "", 4),
        ("\n \n---\na: b\n---\nOne", "One", 6),
        ("--- \na: b\n---  \nOne", "One", 4),
        ("---\na: b\n\n# c\n- d: e\n---\nOne", None, 0),
        ("---\na: b\n\n# remark\n---\nOne\n---\nTwo", "One\n---\nTwo", 6),
    ],
)
def test_body(text: str, body: str | None, body_line: int) -> None:
    document, problems = read_document(text, "a.md")
    if body is None:
        assert document is None
        assert [problem.code for problem in problems] == ["yaml-alignment"]
    else:
        assert problems == []
        assert document is not None
        assert (plain(document.front), document.body, document.body_line) == ({"a": "b"}, body, body_line)
        assert document.place == Place("a.md")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty-file", 1),
        (" \n\n", "empty-file", 1),
        ("One", "front-matter-missing", 1),
        ("\n# One", "front-matter-missing", 2),
        (" ---\na: b\n---\n", "front-matter-fence", 1),
        ("----\na: b\n---\n", "front-matter-fence", 1),
        ("—\na: b\n—\n", "front-matter-fence", 1),
        ("- - -\na: b\n", "front-matter-missing", 1),
        ("---\na: b\n----\nOne", "front-matter-fence", 3),
        ("---\na: b\n***\nOne", "front-matter-fence", 3),
        ("---\na: b\n...\nOne", "front-matter-fence", 3),
        ("---\na: b\n –– \nOne", "front-matter-fence", 3),
        ("---\na: b\n\nOne", "front-matter-open", 3),
        ("---\na: b\nOne", "front-matter-open", 3),
        ("---\na: b", "front-matter-open", 2),
        ("---\na:\n  - b\n  - c\n", "front-matter-open", 5),
        ("---\na: b\n\nOne\n\n---\nTwo", "front-matter-open", 3),
        ("---\na: b\n\nOne: two.\n\n---\nTwo", "unexpected", 0),
        ("---\n- a\n---\n", "front-matter-shape", 2),
        ("---\na\n---\n", "front-matter-shape", 2),
        ("---\na:b\n---\n", "yaml-space", 2),
    ],
)
def test_limits(text: str, code: str, line: int) -> None:
    document, problems = read_document(text, "a.md")
    if code == "unexpected":  # "One: two." looks like a field; the model says that there is none of that name
        assert document is not None
        assert plain(document.front) == {"a": "b", "One": "two."}
        return
    assert document is None
    assert [(problem.code, problem.place.line) for problem in problems] == [(code, line)]


def test_lines_of_the_header_are_those_of_the_file() -> None:
    _, problems = read_document("\n---\na: b\na: c\n---\n", "a.md")
    assert [problem.place for problem in problems] == [Place("a.md", 4, 1)]


@pytest.mark.parametrize("text", ["---\n---\nOne", "---\n\n---\nOne", "---\n# to fill\n---\nOne"])
def test_an_empty_header_has_no_field(text: str) -> None:
    document, problems = read_document(text, "a.md")
    assert problems == []
    assert document is not None
    assert plain(document.front) == {}
    assert document.front.place == Place("a.md", 2)
    assert document.body == "One"


@pytest.mark.parametrize("line", ["id: dune", "'id': dune", '"id" : "dune"', "  id:dune"])
def test_a_file_that_cannot_be_read_still_says_what_it_calls_itself(line: str) -> None:
    assert ids_in(f"---\n{line}\ntitle: [\n") == ["dune"]
