"""All that rendering reads: nothing in it changes while pages are made, so that any process can make any page."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from pathlib import PurePosixPath
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from jinja2 import Environment, Template
from markupsafe import Markup

from site_builder.geo.maps import OutlineDrawing
from site_builder.incremental.asking import Asking
from site_builder.interface import Interface
from site_builder.load.git import LastChanges
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND, PEOPLE
from site_builder.model.values import Lang
from site_builder.model.when import first_moment
from site_builder.pictures.picture import Picture
from site_builder.plan.pages import HOME, NOT_FOUND, PagePlan, SitePlan, guide_key, list_key
from site_builder.render.contact_places import ContactPlaces, contact_places
from site_builder.render.geography import Geography
from site_builder.render.glosses import Gloss, Pair
from site_builder.render.links import Links
from site_builder.render.older import Original, noted
from site_builder.render.prose import Typesetter
from site_builder.render.targets import Targets
from site_builder.render.terse import terse
from site_builder.render.words import Words
from site_builder.resolve.portal import Portal
from site_builder.tally import Tally


@dataclass(frozen=True, slots=True)
class EntryHtml:
    """The prose of an entry in one language: its body, and the line "to see".

    ``text``: the body without what its readers are told of the translation.
    """

    body: Markup
    see: Markup
    text: Markup


ORNAMENTED = frozenset({HOME, list_key("ambassador"), NOT_FOUND})
"""Sections whose pages show the root's outline: the shell holds it once, and they may use it."""

KEPT = 10_000
"""Fragments, and values of one kind, kept, the ones asked for last: pages of one neighbourhood follow each other."""

P = ParamSpec("P")
Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class Scene:
    """The portal, its plan, its words and its templates."""

    portal: Portal
    site: SitePlan
    interface: Interface
    links: Links
    environment: Environment
    words: Mapping[Lang, Words]
    prose: Mapping[tuple[str, str, Lang], EntryHtml]
    glosses: Mapping[Pair, Gloss]
    geography: Geography
    assets: Mapping[str, str]
    pictures: Mapping[str, Picture]
    """By the path of the original; none where nobody asked for any."""
    today: date
    changes: LastChanges
    """When the files of adaptations changed, where there is a Git history."""
    served: bool
    """By a development server, whose own script is inline."""
    asking: Asking = field(default_factory=Asking, compare=False)
    """What pages ask of the directory, noted for each of them."""
    tally: Tally = field(default_factory=Counter, compare=False)
    """What has been done with it so far. This and ``asking`` change; no page reads them."""

    def template(self, name: str, lang: Lang, **context: object) -> Markup:
        """A content template or a fragment, with the words of ``lang``; ``gloss(text)`` explains those of a text."""
        words = self.words[lang]
        template = self._named(name)
        self.tally[name] += 1
        gloss = self.glosses[lang, lang].said
        return Markup(template.render(lang=lang, t=words.t, say=words.say, gloss=gloss, **context))  # noqa: S704 - the template autoescapes

    @cached_property
    def _named(self) -> Callable[[str], Template]:
        return cache(self.environment.get_template)

    def fragment(self, name: str, lang: Lang, **context: Hashable) -> Markup:
        """A fragment that many pages show with the same values: rendered once for all of them, and made short."""
        return self._fragment(name, lang, tuple(context.items()))

    @cached_property
    def _fragment(self) -> Callable[[str, Lang, tuple[tuple[str, Hashable], ...]], Markup]:
        return lru_cache(KEPT)(lambda name, lang, context: terse(self.template(name, lang, **dict(context))))

    def once(self, make: Callable[Concatenate["Scene", P], Made], *args: P.args, **kwargs: P.kwargs) -> Made:
        """What ``make(scene, …)`` says, made once for all pages that show it: the languages of one territory, say.

        It asks again, in the name of the page that shows it now, for all that it was made from.
        """
        value, asked = self._made(make)(*args, **kwargs)
        if asked:
            self.asking.ask(asked)
        return value  # type: ignore[no-any-return]

    @cached_property
    def _made(self) -> Callable[[Callable[..., Any]], Callable[..., tuple[Any, frozenset[str]]]]:
        return cache(self._remembering)

    def _remembering(self, make: Callable[..., Any]) -> Callable[..., tuple[Any, frozenset[str]]]:
        @lru_cache(KEPT)
        def made(*args: Hashable, **kwargs: Hashable) -> tuple[Any, frozenset[str]]:
            with self.asking.noting() as asked:
                value = make(self, *args, **kwargs)
            return value, frozenset(asked)

        return made

    @cached_property
    def contact_places(self) -> ContactPlaces:
        """Where the directory's contacts are. To look for the nearest is to ask for all of them."""
        with self.asking.noting():
            return contact_places(self.portal, self.geography)

    def url(self, key: str, lang: Lang, fragment: str = "") -> str:
        """The address of a page in ``lang``, or in the first language that has it; empty when nobody does."""
        page = self.page(key, lang)
        return self.links.to(page, fragment) if page else ""

    def emergency_url(self, lang: Lang) -> str:
        """Where the widest guide lists whom to call; empty where it lists nobody."""
        written = self.portal.frame.emergency
        return self.url(guide_key(self.portal.settings.territory), lang, "emergency") if written else ""

    def ornament(self, page: PagePlan) -> OutlineDrawing | None:
        """The root's outline, on the pages that show it; None where nobody drew it."""
        return self.geography.ornament if page.section in ORNAMENTED else None

    def page(self, key: str, lang: Lang) -> PagePlan | None:
        """The page in ``lang``, or in the first language that has it."""
        return self.site.get(key, lang) or self.site.first(key)

    def until(self, entry: Entry[Content]) -> str:
        """From when an entry is no longer shown, where the portal is (ISO 8601); empty for what does not end.

        What names somebody is over when they leave.
        """
        named = (self.portal.by_key.get(f"{kind}:{each}") for each in entry.reference.named for kind in PEOPLE)
        days = (each.reference.over_on for each in (entry, *named) if each)
        return self._moment(min((day for day in days if day), default=None))

    def picture_until(self, path: str | None) -> str:
        """The same of an image: somebody whom it shows leaves."""
        return self._moment(self.portal.pictures_over.get(path or ""))

    def _moment(self, day: date | None) -> str:
        return first_moment(day, self.portal.settings.time_zone) if day else ""

    def html(self, entry: Entry[Content], lang: Lang) -> EntryHtml:
        """The prose of ``entry`` for readers of ``lang``."""
        return self.prose[entry.kind, entry.id, lang]


class TextTools(NamedTuple):
    """What texts of one language are made with."""

    typesetter: Typesetter
    words: Words


def render_prose(
    portal: Portal,
    site: SitePlan,
    links: Links,
    tools: Mapping[Lang, TextTools],
    glosses: Mapping[Pair, Gloss],
    pictures: Mapping[str, Picture],
) -> dict[tuple[str, str, Lang], EntryHtml]:
    """Every entry's Markdown, once per language; where a translation is missing, the reference text."""
    prose: dict[tuple[str, str, Lang], EntryHtml] = {}
    for entries in portal.entries.values():
        for entry in entries:
            for lang in portal.languages:  # the reference language is the first
                version, version_lang = entry.pick(lang)
                typesetter = tools[version_lang].typesetter
                said = tools[version_lang].words
                resolve = Targets(portal, site, links, lang, entry.paths[version_lang], pictures, said)
                kind = BY_KIND[entry.kind]
                prefix = "" if kind.paged else f"{entry.id}-"
                see = getattr(version, "see", None)
                text, line = glosses[lang, version_lang].mark(
                    typesetter.body(version.body, resolve, prefix, kind.title_level),
                    typesetter.line(see, resolve) if see else Markup(""),
                )
                body = text = _former_anchors(entry, text) + text
                if version_lang != entry.reference_lang:
                    original = prose[entry.kind, entry.id, entry.reference_lang].text
                    address = partial(_address, entry, Targets(portal, site, links, entry.reference_lang, entry.path))
                    body = noted(text, entry, tools[lang].words, Original(html=original, address=address))
                prose[entry.kind, entry.id, lang] = EntryHtml(body=body, see=line, text=text)
    return prose


def _former_anchors(entry: Entry[Content], text: Markup) -> Markup:
    """Empty targets for the anchors that headings of a text had before, where no heading has them now."""
    former = (old.removeprefix("#") for old in entry.reference.old_paths if old.startswith("#"))
    return Markup("").join(Markup('<i id="%s"></i>') % anchor for anchor in former if f' id="{anchor}"' not in text)


def _address(entry: Entry[Content], targets: Targets, anchor: str) -> str:
    """Where the original of an entry is read; empty where no page shows it."""
    target = targets(f"{PurePosixPath(entry.path).name}#{anchor}")
    return target.href if target else ""
