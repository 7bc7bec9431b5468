"""All that the search finds: pages, and the parts of pages that have an address of their own.

Not the guides of places: the finder knows their names, and what guides say is found once, where it is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from markupsafe import Markup, escape

from site_builder.model.block import Block, Mode
from site_builder.model.entry import Content, Entry
from site_builder.model.page import Door
from site_builder.model.step import JourneyStep
from site_builder.model.values import Lang
from site_builder.outputs.search.facets import Facets
from site_builder.outputs.search.record import Record
from site_builder.outputs.search.synonyms import Synonyms
from site_builder.plan.pages import (
    CHILDREN,
    EASY,
    GLOSSARY,
    GUIDE,
    HOME,
    JOURNEY,
    NEWS,
    PARTNER_WORK,
    PORTRAIT,
    SEARCH,
    UNINDEXED,
    WORKPLACE,
    PagePlan,
    guide_key,
    journey_key,
)
from site_builder.render.scene import Scene

PLACE, PART, WORD, EMERGENCY = "place", "part", "word", "emergency"
"""Kinds of results that are no content: portraits of places, parts of the portal, words of the glossary, whom to call
in danger."""
LEFT_OUT = UNINDEXED | {HOME, GUIDE, JOURNEY, WORKPLACE, PARTNER_WORK, SEARCH}
"""Pages that are found otherwise (by place), or that nobody looks for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What records of one language are made from."""

    scene: Scene
    lang: Lang
    facets: Facets

    def record(self, entry: Entry[Content], url: str, door: Door = Door.WELCOME) -> Record:
        """An entry, in the version that readers of the language get."""
        version, _ = entry.pick(self.lang)
        html = self.scene.html(entry, self.lang)
        summary = Markup("<p>%s</p>") % version.summary if version.summary else Markup("")
        return Record(
            url=url,
            lang=self.lang,
            kind=entry.kind,
            title=version.title,
            text=Markup("%s%s<p>%s</p>") % (summary, html.text, html.see),
            door=door,
            places=self.facets.places_of(version),
            themes=self.facets.themes(entry, version),
            audiences=self.facets.audiences(version.audiences),
            until=self.scene.until(entry),
        )


def records(scene: Scene, lang: Lang) -> tuple[Record, ...]:
    """The records of a language, with the other words that find them."""
    finding, synonyms = Finding(scene, lang, Facets(scene)), Synonyms(scene.portal.search, lang)
    return tuple(synonyms.added_to(record) for source in SOURCES for record in source(finding))


def _pages(finding: Finding) -> Iterator[Record]:
    scene = finding.scene
    for page in scene.site:
        if page.lang != finding.lang or page.kind in LEFT_OUT:
            continue
        entry = scene.portal.by_key.get(page.key)
        url = scene.links.to(page)
        yield finding.record(entry, url, page.door) if entry else _part(finding, page, url)


def _part(finding: Finding, page: PagePlan, url: str) -> Record:
    portrait = page.kind == PORTRAIT
    return Record(
        url=url,
        lang=page.lang,
        kind=PLACE if portrait else PART,
        title=page.title,
        text=Markup("<p>%s</p>") % page.description,
        door=page.door,
        places=finding.facets.places(page.subject) if portrait else (),
    )


def _sections(finding: Finding) -> Iterator[Record]:
    scene, root = finding.scene, finding.scene.portal.settings.territory
    for shown in scene.portal.guides.guide(root):
        section = scene.portal.frame.section(shown.id)
        words = scene.words[finding.lang]
        yield Record(
            url=scene.url(guide_key(root), finding.lang, section.id),
            lang=finding.lang,
            kind="block",
            title=words.label(section.title).text,
            text=Markup("<p>%s</p>") % (words.label(section.intro).text if section.intro else ""),
            door=Door.WELCOME,
            themes=(section.id,),
        )


def _emergency(finding: Finding) -> Iterator[Record]:
    """Whom to call: found by each number, by what it is called, and by the words of whoever is in danger."""
    words, written = finding.scene.words[finding.lang], finding.scene.portal.frame.emergency
    if not written:
        return
    called = [(words.label(number.title).text, number.number) for number in written]
    yield Record(
        url=finding.scene.emergency_url(finding.lang),
        lang=finding.lang,
        kind=EMERGENCY,
        title=words.t("emergency.title"),
        text=Markup("<p>%s</p>") % ", ".join(" ".join(each) for each in called),
        door=Door.BOTH,
        near=(*words.t("search.emergency_words").split(), *chain.from_iterable(called)),
    )


def _blocks(finding: Finding) -> Iterator[Record]:
    """Each where it is written: the portal's own in the widest guide, an adaptation in that of its territory."""
    scene = finding.scene
    for entry in cast("tuple[Entry[Block], ...]", scene.portal.entries.get("block", ())):
        if entry.reference.mode is Mode.HIDE or not scene.portal.guides.shows(entry.id):
            continue
        code = entry.reference.territory or scene.portal.settings.territory
        yield finding.record(entry, scene.url(guide_key(code), finding.lang, entry.id))


def _steps(finding: Finding) -> Iterator[Record]:
    scene = finding.scene
    for entry in cast("tuple[Entry[JourneyStep], ...]", scene.portal.entries.get("step", ())):
        url = scene.url(
            journey_key(entry.reference.territory or scene.portal.settings.territory), finding.lang, entry.id
        )
        if url:
            found = finding.record(entry, url)
            documents = entry.pick_field("documents", finding.lang)[0].documents
            yield replace(
                found, text=found.text + Markup("<p>%s</p>") % ", ".join(documents) if documents else found.text
            )


def _editions(finding: Finding) -> Iterator[Record]:
    scene = finding.scene
    for kind, key in (("easy", EASY), ("child", CHILDREN)):
        for entry in scene.portal.entries.get(kind, ()):
            yield finding.record(entry, scene.url(key, finding.lang, entry.id))


def _news(finding: Finding) -> Iterator[Record]:
    scene = finding.scene
    for entry in scene.portal.entries.get("news", ()):
        yield finding.record(entry, scene.url(NEWS, finding.lang, entry.id), Door.BOTH)


def _words(finding: Finding) -> Iterator[Record]:
    scene, words = finding.scene, finding.scene.words[finding.lang]
    for term in scene.portal.glossary.terms:
        named = words.label(term.term).text
        yield Record(
            url=scene.url(GLOSSARY, finding.lang, f"t-{term.id}"),
            lang=finding.lang,
            kind=WORD,
            title=f"{term.acronym} – {named}" if term.acronym else named,
            text=Markup("<p>%s</p>") % escape(words.label(term.meaning).text),
            door=Door.WELCOME,
        )


SOURCES: tuple[Callable[[Finding], Iterator[Record]], ...] = (
    _emergency,
    _pages,
    _sections,
    _blocks,
    _steps,
    _editions,
    _news,
    _words,
)
"""Where records come from, read top to bottom."""
