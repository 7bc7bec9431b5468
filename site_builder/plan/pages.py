"""What a page plan is, and the index of all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from site_builder.model.page import Door
from site_builder.model.values import Lang

HOME = "home"
PLACES = "places"
GUIDE = "guide"
JOURNEY = "journey"
AUDIENCE = "audience"
GLOSSARY = "glossary"
WORDING = "wording"
NOT_FOUND = "not-found"
GONE = "gone"
OFFLINE = "offline"
SEARCH = "search"
EASY = "easy"
CHILDREN = "children"
PROOFS = "proofs"
NEWS = "news"
OVERRIDES = "overrides"
TRANSLATIONS = "translations"
CRITERIA = "criteria"
OPEN_DATA = "open-data"
LINK_TO_US = "link-to-us"
KIT = "kit"
WORKPLACES = "workplaces"
WORKPLACE = "workplace"
PARTNER_WORK = "partner-work"
PORTRAIT = "portrait"
LIST = "list"
HEADING = "heading"
DIRECTORY = "directory"
"""Kinds of pages; of those that are alone of their kind, the key as well. An entry's page has the entry's kind."""

UNINDEXED = frozenset({NOT_FOUND, GONE, OFFLINE, OVERRIDES, TRANSLATIONS, KIT})
"""Kinds of pages that search engines are asked to leave out."""


def guide_key(code: str) -> str:
    """The key of a territory's guide."""
    return f"{GUIDE}:{code}"


def journey_key(code: str) -> str:
    """The key of the steps of whoever settles in a territory."""
    return f"{JOURNEY}:{code}"


def workplace_key(code: str) -> str:
    """The key of the places around a town where one works."""
    return f"{WORKPLACE}:{code}"


def partner_work_key(code: str) -> str:
    """The key of the work that the partner of whoever settles in a territory may find."""
    return f"{PARTNER_WORK}:{code}"


def portrait_key(code: str) -> str:
    """The key of the portrait of a territory."""
    return f"{PORTRAIT}:{code}"


def kit_key(key: str) -> str:
    """The key of what others need to link to the page of that key."""
    return f"{KIT}:{key}"


def gone_key(name: str) -> str:
    """The key of what stands at the address of a profile that has left, by its id, or of anything else, by address."""
    return f"{GONE}:{name}"


def audience_key(audience: str) -> str:
    """The key of the widest guide for one audience."""
    return f"{AUDIENCE}:{audience}"


def list_key(kind: str) -> str:
    """The key of the page that lists the entries of a kind."""
    return f"{kind}-list"


def heading_key(kind: str, group: str) -> str:
    """The key of the page of one heading of that list."""
    return f"{list_key(kind)}:{group}"


def language_of_address(address: str, languages: Sequence[Lang]) -> Lang:
    """The one that an address begins with; else the reference one, which is the first."""
    return next((lang for lang in languages[1:] if address.startswith(f"{lang}/")), languages[0])


class PagePlan(NamedTuple):
    """One page in one language: a tuple, for there are thousands, and each build reads them.

    ``key`` is the same in all languages (``asset:dune-du-pilat``); ``path`` is the address relative to the site's
    root, ending in ``/`` (or a file name); ``parent`` is the key of the page above it; ``subject`` what it shows.
    """

    key: str
    kind: str
    lang: Lang
    path: str
    title: str
    description: str
    door: Door
    section: str
    parent: str | None
    subject: str
    is_empty: bool = False
    """Whether it has nothing to show yet."""

    @property
    def is_indexed(self) -> bool:
        """Whether search engines are shown it."""
        return self.kind not in UNINDEXED and not self.is_empty

    @property
    def file(self) -> str:
        """Where the page is written below the output folder."""
        return f"{self.path}index.html" if self.path.endswith("/") or not self.path else self.path


class SitePlan:
    """All page plans, looked up by key and language."""

    def __init__(self, pages: Iterable[PagePlan], languages: tuple[Lang, ...]) -> None:
        self.languages = languages
        self.pages: tuple[PagePlan, ...] = tuple(pages)
        versions: dict[str, dict[Lang, PagePlan]] = defaultdict(dict)
        for page in self.pages:
            versions[page.key][page.lang] = page
        self._versions: Mapping[str, Mapping[Lang, PagePlan]] = {
            key: {lang: found[lang] for lang in languages if lang in found} for key, found in versions.items()
        }

    def __iter__(self) -> Iterator[PagePlan]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def share(self, number: int, shares: int) -> tuple[PagePlan, ...]:
        """The pages that one process of several makes: those of a key together, for they have much in common."""
        keys = tuple(self._versions)[number::shares]
        return tuple(page for key in keys for page in self.versions(key))

    def by_key(self, pages: Iterable[PagePlan]) -> list[tuple[PagePlan, ...]]:
        """Those of each key together, in the order of the plan."""
        found: dict[str, list[PagePlan]] = {}
        for page in pages:
            found.setdefault(page.key, []).append(page)
        return [tuple(sorted(each, key=lambda page: self.languages.index(page.lang))) for each in found.values()]

    def get(self, key: str, lang: Lang) -> PagePlan | None:
        """The page in exactly that language, or None."""
        return self._versions.get(key, {}).get(lang)

    def first(self, key: str) -> PagePlan | None:
        """The page in the first language of the portal that has it, or None."""
        return next(iter(self.versions(key)), None) if key in self._versions else None

    def versions(self, key: str) -> tuple[PagePlan, ...]:
        """The languages in which the page really exists, in the portal's order."""
        return tuple(self._versions.get(key, {}).values())

    def alternates(self, key: str) -> tuple[tuple[str, str], ...]:
        """hreflang and path of each real translation, then of x-default, the reference one; none for a single page.

        Each version names all the others and itself (Google, "localized versions").
        """
        versions = self.versions(key)
        if len(versions) < 2:
            return ()
        named = [(version.lang, version.path) for version in versions]
        default = self.get(key, self.languages[0])
        return (*named, *([("x-default", default.path)] if default else []))

    def nearest(self, key: str, lang: Lang) -> PagePlan | None:
        """The page in ``lang``; where it has no translation, its nearest parent that has one."""
        current: str | None = key
        while current is not None:
            found = self.get(current, lang)
            if found:
                return found
            current = next((version.parent for version in self.versions(current)), None)
        return None

    def crumbs(self, page: PagePlan) -> tuple[PagePlan, ...]:
        """The pages above, from the home page down, each in the page's language where it exists."""
        above: list[PagePlan] = []
        current = page.parent
        while current is not None:
            parent = self.get(current, page.lang) or next(iter(self.versions(current)), None)
            if parent is None:
                break
            above.append(parent)
            current = parent.parent
        return tuple(reversed(above))
