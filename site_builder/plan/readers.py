"""Pages for readers of their own: the guide's blocks in easy words, and the children's edition."""

from collections.abc import Iterator

from site_builder.model.page import Door
from site_builder.model.values import Lang
from site_builder.plan.draft import Draft
from site_builder.plan.pages import CHILDREN, EASY, PLACES, PagePlan

KINDS = {EASY: "easy", CHILDREN: "child"}
"""The content type that each page shows whole."""


def editions(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """A page for each of them that has something to show."""
    root = draft.root(lang)
    for key, kind in KINDS.items():
        if draft.portal.entries.get(kind):
            yield PagePlan(
                key=key,
                kind=key,
                lang=lang,
                path=draft.route(key, lang),
                title=draft.say(lang, f"{key}.title", at=root.at, of=root.of, to=root.to, name=root.name),
                description=draft.say(lang, f"{key}.summary", at=root.at, of=root.of, to=root.to, name=root.name),
                door=Door.WELCOME,
                section=PLACES,
                parent=PLACES,
                subject=kind,
            )
