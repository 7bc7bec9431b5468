"""Code between fences: the same lines as the parser that readers' pages are made with."""

import markdown
import pytest
from markdown.extensions.fenced_code import FencedCodeExtension

from site_builder.model.fences import in_code


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("## a\n```\n## b\n```\n\n## c", "ac"),
        ("```python\n## a\n```\n\n## b", "b"),
        ("``` {.yaml title=x}\n## a\n```\n\n## b", "b"),
        ("```\n## a\n```python\n## b\n```\n\n## c", "c"),
        ("````\n```\n## a\n```\n## b\n````\n\n## c", "c"),
        ("~~~\n## a\n```\n## b\n~~~~\n## c\n~~~  \n\n## d", "d"),
        ("``` trois signes ``` dans une phrase\n\n## a", "a"),
        ("```x```\n\n## a", "a"),
        ("   ```\n\n## a\n\n   ```", "a"),
        ("``\n\n## a\n\n``", "a"),
    ],
)
def test_the_parser_sees_the_same_code(text: str, headings: str) -> None:
    lines = text.split("\n")
    prose = [line for line, is_code in zip(lines, in_code(lines), strict=True) if not is_code]
    assert [line for line in prose if line.startswith("## ")] == [f"## {name}" for name in headings]
    html = markdown.markdown(text, extensions=[FencedCodeExtension()])
    assert html.count("<h2>") == len(headings)
    assert all(f"<h2>{name}</h2>" in html for name in headings)
