"""One value of front matter written in place."""

import pytest

from site_builder.editing.field_order import field_order
from site_builder.editing.field_values import with_list, with_text
from site_builder.editing.front_matter import cut
from site_builder.model.asset import Asset

PATH = "content/assets/dune.md"
ORDER = field_order(Asset)
OLD = "old_paths"


def document(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "slug: rien\n"])


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (document("id: a", "title: A", "angle: x"), document("id: a", "title: A", "slug: b", "angle: x")),
        (document("title: A", "angle: x", "id: a"), document("title: A", "angle: x", "id: a", "slug: b")),
        (document("title: >-", "  A", "# x", "angle: x"), document("title: >-", "  A", "slug: b", "# x", "angle: x")),
        (document("angle: x"), document("slug: b", "angle: x")),
        (document("  title: A"), document("  title: A", "  slug: b")),
        (document('slug: "a"  # oui'), document('slug: "b"  # oui')),
        (document("slug:"), document("slug: b")),
        (document("slug:", "  a  # oui"), document("slug:", "  b  # oui")),
    ],
)  # fmt: skip
def test_a_text(before: str, after: str, ending: str) -> None:
    front = cut(before.replace("\n", ending).encode(), PATH)
    assert front
    assert with_text(front, "slug", "b", ORDER) == after.replace("\n", ending).encode()


@pytest.mark.parametrize("line", ["slug: [a]", "slug: >\n  a", "slug: {a: b}"])
def test_a_text_that_no_line_can_change(line: str) -> None:
    front = cut(document(line).encode(), PATH)
    assert front
    assert with_text(front, "slug", "b", ORDER) is None


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("lines", "values", "after"),
    [
        (("title: A",), ["a/", "b/"], ("title: A", "old_paths: [a/, b/]")),
        (("old_paths:  # avant",), ["a/"], ("old_paths: [a/]  # avant",)),
        (("old_paths: [a/]  # avant",), ["a/", "b/"], ("old_paths: [a/, b/]  # avant",)),
        (("old_paths: []",), ["a/"], ("old_paths: [a/]",)),
        (("old_paths: [a/, b/]",), ["b/", "c/"], ("old_paths: [b/, c/]",)),
        (("old_paths:", "  - a/"), ["a/", "b/"], ("old_paths:", "  - a/", "  - b/")),
        (("old_paths:", "- a/  # oui", "# non", "- b/", "website: x"), ["b/", "c/"],
         ("old_paths:", "# non", "- b/", "- c/", "website: x")),
        (("old_paths:", "  - a/"), ["b/"], ("old_paths:", "  - b/")),
        (("old_paths:", '  - "a/"', "sources:", "  - name: A"), ["a/", "b/"],
         ("old_paths:", '  - "a/"', "  - b/", "sources:", "  - name: A")),
        (("old_paths: [a/]",), ["a/"], ("old_paths: [a/]",)),
        (("title: A",), [], ("title: A",)),
    ],
)  # fmt: skip
def test_a_list(lines: tuple[str, ...], values: list[str], after: tuple[str, ...], ending: str) -> None:
    front = cut(document(*lines).replace("\n", ending).encode(), PATH)
    assert front
    assert with_list(front, OLD, values, ORDER) == document(*after).replace("\n", ending).encode()


@pytest.mark.parametrize("lines", [("old_paths: [a/,", "  b/]"), ("old_paths: a/",), ("old_paths:", "  - {a: b}")])
def test_a_list_that_no_line_can_change(lines: tuple[str, ...]) -> None:
    front = cut(document(*lines).encode(), PATH)
    assert front
    assert with_list(front, OLD, ["c/"], ORDER) is None
