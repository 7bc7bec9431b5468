"""The plan stage: which pages exist, in which languages, at which addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.interface import Interface
from site_builder.model.entry import Content, Entry
from site_builder.model.page import Door, Page
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.model.values import Lang, pick
from site_builder.plan.pages import (
    GLOSSARY,
    HOME,
    NOT_FOUND,
    PLACES,
    WORDING,
    PagePlan,
    SitePlan,
    guide_key,
    list_key,
)
from site_builder.resolve.portal import Portal


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A portal, its pages, its words, on a day: all that rendering needs of the stages before it."""

    portal: Portal
    site: SitePlan
    interface: Interface
    today: date


def plan(portal: Portal, interface: Interface, today: date) -> Planned:
    """Every page of the portal. That two claim one address is told by `shared_pages`."""
    site = SitePlan(_Planner(portal, interface).pages(), portal.languages)
    return Planned(portal=portal, site=site, interface=interface, today=today)


class _Planner:
    def __init__(self, portal: Portal, interface: Interface) -> None:
        self.portal = portal
        self.interface = interface

    def pages(self) -> Iterator[PagePlan]:
        for lang in self.portal.languages:
            yield self._home(lang)
            yield self._places(lang)
            yield from self._guides(lang)
            for content_type in CONTENT_TYPES:
                if content_type.listed:
                    yield self._list(content_type, lang)
            yield from self._words(lang)
        for content_type in CONTENT_TYPES:
            if content_type.paged:
                for entry in self.portal.entries.get(content_type.kind, ()):
                    yield from self._entry(content_type, entry)
        yield self._not_found()

    def _say(self, lang: Lang, key: str, **values: object) -> str:
        return self.interface.t(lang, key, values)

    def _prefix(self, lang: Lang) -> str:
        return "" if lang == self.portal.reference_lang else f"{lang}/"

    def _route(self, kind: str, lang: Lang) -> str:
        return f"{self._prefix(lang)}{self._say(lang, f'route.{kind}')}/"

    def _home(self, lang: Lang) -> PagePlan:
        settings = self.portal.settings
        return PagePlan(
            key=HOME,
            kind=HOME,
            lang=lang,
            path=self._prefix(lang),
            title=pick(settings.name, lang, self.portal.reference_lang).text,
            description=pick(settings.tagline, lang, self.portal.reference_lang).text,
            door=Door.BOTH,
            section=HOME,
            parent=None,
            subject="",
        )

    def _places(self, lang: Lang) -> PagePlan:
        place = self.portal.names.get(self.portal.settings.territory, lang)
        return PagePlan(
            key=PLACES,
            kind=PLACES,
            lang=lang,
            path=self._route("guide", lang),
            title=self._say(lang, "places.title"),
            description=self._say(lang, "places.summary", at=place.at, of=place.of, name=place.name),
            door=Door.WELCOME,
            section=PLACES,
            parent=HOME,
            subject="",
        )

    def _guides(self, lang: Lang) -> Iterator[PagePlan]:
        base = self._route("guide", lang)
        for territory in self.portal.territories:
            place = self.portal.names.get(territory.code, lang)
            title = self._say(lang, "guide.title", at=place.at, of=place.of, to=place.to, name=place.name)
            distinction = self.portal.names.distinction(territory.code, lang)
            if distinction:
                title = f"{title} ({distinction})"
            ancestors = self.portal.territories.ancestors(territory.code)
            yield PagePlan(
                key=guide_key(territory.code),
                kind="guide",
                lang=lang,
                path=f"{base}{self.portal.slugs[territory.code]}/",
                title=title,
                description=self._say(lang, "guide.description", at=place.at, of=place.of, name=place.name),
                door=Door.WELCOME,
                section=PLACES,
                parent=guide_key(ancestors[-1].code) if ancestors else PLACES,
                subject=territory.code,
            )

    def _list(self, content_type: ContentType, lang: Lang) -> PagePlan:
        kind = content_type.kind
        place = self.portal.names.get(self.portal.settings.territory, lang)
        return PagePlan(
            key=list_key(kind),
            kind="list",
            lang=lang,
            path=self._route(kind, lang),
            title=self._say(lang, f"list.{kind}.title", of=place.of, name=place.name),
            description=self._say(lang, f"list.{kind}.summary", of=place.of, name=place.name),
            door=content_type.door,
            section=list_key(kind),
            parent=HOME,
            subject=kind,
        )

    def _words(self, lang: Lang) -> Iterator[PagePlan]:
        """The words that newcomers meet, behind the first door; those that partners choose, within the Carnet."""
        carnet = list_key("guideline")
        inside = f"{self._route('guideline', lang)}{self._say(lang, 'route.wording')}/"
        for key, written, door, section, parent, path in (
            (GLOSSARY, self.portal.glossary.terms, Door.WELCOME, GLOSSARY, HOME, self._route("glossary", lang)),
            (WORDING, self.portal.glossary.wording, Door.PARTNERS, carnet, carnet, inside),
        ):
            if written:
                yield PagePlan(
                    key=key,
                    kind=key,
                    lang=lang,
                    path=path,
                    title=self._say(lang, f"{key}.title"),
                    description=self._say(lang, f"{key}.summary"),
                    door=door,
                    section=section,
                    parent=parent,
                    subject="",
                )

    def _entry(self, content_type: ContentType, entry: Entry[Content]) -> Iterator[PagePlan]:
        for lang in self.portal.languages:
            version = entry.versions.get(lang)
            if version is None:
                continue
            base = self._route(content_type.kind, lang) if content_type.listed else self._prefix(lang)
            door = version.door if isinstance(version, Page) else content_type.door
            yield PagePlan(
                key=entry.key,
                kind=content_type.kind,
                lang=lang,
                path=f"{base}{version.address}/",
                title=version.title,
                description=version.summary or version.title,
                door=door,
                section=list_key(content_type.kind) if content_type.listed else entry.key,
                parent=list_key(content_type.kind) if content_type.listed else HOME,
                subject=entry.id,
            )

    def _not_found(self) -> PagePlan:
        lang = self.portal.reference_lang
        title = " · ".join(self._say(code, "not_found.title") for code in self.portal.languages)
        return PagePlan(
            key=NOT_FOUND,
            kind=NOT_FOUND,
            lang=lang,
            path="404.html",
            title=title,
            description=title,
            door=Door.BOTH,
            section=NOT_FOUND,
            parent=None,
            subject="",
        )
