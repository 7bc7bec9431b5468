"""Pages for readers of their own: the guide for one audience, its blocks in easy words, the children's edition."""

from collections.abc import Iterator

from site_builder.model.page import Door
from site_builder.model.values import Lang, pick
from site_builder.plan.draft import Draft
from site_builder.plan.pages import AUDIENCE, CHILDREN, EASY, PLACES, PagePlan, audience_key, guide_key
from site_builder.plan.single import sole_page

KINDS = {EASY: "easy", CHILDREN: "child"}
"""The content type that each page shows whole."""


def editions(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """A page for each of them that has something to show."""
    forms = draft.root(lang).forms
    for key, kind in KINDS.items():
        if draft.portal.entries.get(kind):
            path = draft.route(key, lang)
            yield sole_page(
                draft, lang, key, path, door=Door.WELCOME, section=PLACES, parent=PLACES, subject=kind, **forms
            )


def audiences(draft: Draft, lang: Lang) -> Iterator[PagePlan]:
    """The widest guide for each audience: what the filter of every guide leads to where no script turns it."""
    root, reference = draft.root(lang), draft.portal.reference_lang
    inside = f"{draft.route('guide', lang)}{draft.say(lang, 'route.audience')}/"
    for audience in draft.portal.frame.audiences:
        title = pick(audience.title, lang, reference).text
        yield PagePlan(
            key=audience_key(audience.id),
            kind=AUDIENCE,
            lang=lang,
            path=f"{inside}{audience.address(lang, reference)}/",
            title=draft.say(lang, "audience.title", audience=title, **root.forms),
            description=draft.say(lang, "audience.description", **root.forms),
            door=Door.WELCOME,
            section=PLACES,
            parent=guide_key(draft.portal.settings.territory),
            subject=audience.id,
        )
