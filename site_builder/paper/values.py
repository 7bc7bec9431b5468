"""The edition of a territory: its page's values, gathered for paper."""

from dataclasses import replace
from functools import cache

from site_builder.model.values import Lang
from site_builder.paper.children import children
from site_builder.paper.contacts import (
    MOST_CONTACTS,
    contact_of_town,
    contacts,
    contacts_source,
    directory,
    emergency,
    first_contact,
    own_places,
    places,
    unrecorded,
)
from site_builder.paper.directories import welcome
from site_builder.paper.edition import Code, Edition
from site_builder.paper.facts import facts
from site_builder.paper.glossary import used_terms
from site_builder.paper.journey import first_steps, stages
from site_builder.paper.manuscript import Manuscript, Once, manuscript
from site_builder.paper.outline import mark_of, territory_outline
from site_builder.paper.rich import tree
from site_builder.paper.sections import reasons, sections
from site_builder.paper.words import credit_lines, edition_of, legal_lines, paper_words
from site_builder.render.stage import Press


class Editions:
    """Makes editions one by one; what several have in common (texts, outlines) is made once."""

    def __init__(self, press: Press, fonts: tuple[str, ...]) -> None:
        """``fonts``: names of families, the first to be tried first."""
        self._press = press
        self._fonts = fonts
        origin = press.scene.links.origin
        self._tree = cache(lambda html: tree(html, origin))
        mark = cache(mark_of)
        self._outline = cache(lambda code: territory_outline(press.scene, code, mark))
        self._once = Once()

    def manuscript(self, code: str, lang: Lang) -> Manuscript:
        """What the edition of ``code`` in ``lang`` is made from."""
        return manuscript(self._press, code, lang, self._tree, self._outline, self._once)

    def edition(self, code: str, lang: Lang) -> Edition:
        """The edition of ``code`` in ``lang``."""
        return edition(self.manuscript(code, lang), self._fonts)


def edition(copy: Manuscript, fonts: tuple[str, ...]) -> Edition:
    """Everything that templates may print of the territory."""
    scene, words, settings = copy.scene, copy.words, copy.scene.portal.settings
    address = copy.address()
    legal, legal_short = legal_lines(words, settings)
    journey = stages(copy)
    guide = sections(copy)
    answered = contacts(copy)
    written = Edition(
        lang=copy.lang,
        direction=settings.language(copy.lang).direction,
        fonts=fonts,
        colours=settings.light.as_dict(),
        words=paper_words(copy),
        portal=words.label(settings.name).text,
        tagline=words.label(settings.tagline).text,
        name=copy.guide.place.name,
        title=copy.page.title,
        iso=scene.today.replace(day=1).isoformat(),
        edition=edition_of(words, scene.today),
        site_address=address,
        credits=credit_lines(words, settings),
        legal=legal,
        legal_short=legal_short,
        outline=copy.outline(copy.code),
        qr=Code(url=address, colour=settings.light.ink) if address else None,
        contact=first_contact(copy),
        contact_of_town=contact_of_town(copy),
        contact_places=own_places(copy),
        emergency=emergency(copy),
        facts=facts(copy),
        facts_source=copy.guide.facts_source,
        stages=journey,
        first_steps=first_steps(copy),
        sections=guide,
        reasons=reasons(guide),
        contacts=answered,
        places=places(copy, MOST_CONTACTS - len(answered)),
        contacts_source=contacts_source(copy),
        directory=directory(copy),
        unrecorded=unrecorded(copy),
        welcome=welcome(copy),
        children=children(copy),
    )
    return replace(written, terms=used_terms(copy, written))
