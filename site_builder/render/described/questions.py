"""Free pages that are made of questions and their answers (https://schema.org/FAQPage)."""

import re
from collections.abc import Iterator
from html import unescape

from site_builder.plan.pages import PagePlan
from site_builder.render.described.writing import Json
from site_builder.render.scene import Scene

FEWEST = 2
_TAG, _SPACE = re.compile(r"<[^>]*>"), re.compile(r"[ \t\n]+")
"""Of sanitised HTML; spaces that do not break are kept."""
_HEADING = re.compile(r"<h2[ >].*?</h2>", re.DOTALL)


def questions(scene: Scene, page: PagePlan) -> list[Json]:
    """The questions of a page; none unless all its sections are questions, each with an answer, and two at least."""
    entry = scene.portal.by_key.get(page.key)
    if entry is None:
        return []
    found = list(_sections(str(scene.html(entry, page.lang).text)))
    if len(found) < FEWEST or not all(asked.endswith("?") and answer for asked, answer in found):
        return []
    return [
        {"@type": "Question", "name": asked, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for asked, answer in found
    ]


def _sections(html: str) -> Iterator[tuple[str, str]]:
    """Each section's heading and its text, in words alone; before the first one, a page may say something else."""
    headings = list(_HEADING.finditer(html))
    ends = [*(each.start() for each in headings[1:]), len(html)]
    for heading, end in zip(headings, ends, strict=False):
        yield _words(heading.group()), _words(html[heading.end() : end])


def _words(html: str) -> str:
    return _SPACE.sub(" ", unescape(_TAG.sub("", html))).strip(" ")
