"""Where the links of a text lead: ``.md`` files, ``territory:CODE`` and images become addresses of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from site_builder.model.entry import Content, Entry
from site_builder.model.paths import linked_path
from site_builder.model.proof import Proof
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.model.when import first_moment
from site_builder.pictures.picture import Picture
from site_builder.plan.pages import CHILDREN, EASY, NEWS, PROOFS, SitePlan, guide_key, journey_key, list_key
from site_builder.render.links import Links
from site_builder.render.proof_notes import ProofNote, proof_note
from site_builder.render.source_sets import SourceSets, fallback_address, source_sets
from site_builder.render.words import Words
from site_builder.resolve.portal import Portal
from site_builder.resolve.proofs import proof_of


@dataclass(frozen=True, slots=True)
class Target:
    """An address; the language of its page when it is not the reader's; the width and height of an image, its files.

    ``note``: of a proof, what is said behind the claim; ``until``: from when an image is no longer shown, because
    somebody on it leaves.
    """

    href: str
    hreflang: str | None = None
    size: tuple[int, int] | None = None
    sources: SourceSets | None = None
    note: ProofNote | None = None
    until: str = ""


@dataclass(frozen=True, slots=True)
class Targets:
    """Resolves the links of one file for readers of one language. ``words``: of the language that it is written in."""

    portal: Portal
    site: SitePlan
    links: Links
    lang: Lang
    path: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    words: Words | None = None

    def __call__(self, written: str) -> Target | None:
        """The target of a link as an editor wrote it; None for links that are already complete."""
        address, _, fragment = written.partition("#")
        if address.startswith("territory:"):
            return self._page(guide_key(address.removeprefix("territory:")), fragment)
        if not address:
            return self._within(fragment)
        return None if ":" in address else self.file(linked_path(self.path, address), fragment)

    def file(self, path: str, fragment: str = "") -> Target | None:
        """An image, or the page of an entry; a block stands in the guide of the territory that wrote it.

        So does a step in the nearest journey above that territory, and an edition's text among the others of its kind.
        """
        if path in self.portal.media:
            return self._image(path)
        entry = self.portal.by_path.get(path)
        if entry is None:
            return None
        proof = proof_of(entry)
        if proof:
            return self._proof(proof)
        return self._page(entry.key, fragment) if BY_KIND[entry.kind].paged else self._shared(entry)

    def _proof(self, proof: Entry[Proof]) -> Target | None:
        """Its part of the page of proofs."""
        found = self._page(PROOFS, proof.id)
        note = proof_note(self.portal, proof, self.words) if self.words else None
        return found and replace(found, note=note)

    def _image(self, path: str) -> Target:
        picture, day = self.pictures.get(path), self.portal.pictures_over.get(path)
        until = first_moment(day, self.portal.settings.time_zone) if day else ""
        if picture is None:
            return Target(self.links.file(path), size=self.portal.media[path].size, until=until)
        address = fallback_address(picture, path, self.links)
        return Target(address, size=picture.size, sources=source_sets(picture, path, self.links), until=until)

    def _shared(self, entry: Entry[Content]) -> Target | None:
        """The part of a page that shows several entries; without a page of their own, that of the list of its kind."""
        code = entry.reference.territory or self.portal.settings.territory
        wider = [journey_key(ancestor) for ancestor in reversed(self.portal.territories.chain(code))]
        pages = {"block": [guide_key(code)], "step": wider, "easy": [EASY], "child": [CHILDREN], "news": [NEWS]}
        keys = pages.get(entry.kind, [list_key(entry.kind)])
        return next(filter(None, (self._page(key, entry.id) for key in keys)), None)

    def _within(self, fragment: str) -> Target | None:
        """A heading of the same text; where texts share a page, their anchors begin with their id."""
        entry = self.portal.by_path.get(self.path)
        shared = entry is not None and not BY_KIND[entry.kind].paged
        return Target(f"#{entry.id}-{fragment}") if entry and shared and fragment else None

    def _page(self, key: str, fragment: str) -> Target | None:
        page = self.site.get(key, self.lang) or next(iter(self.site.versions(key)), None)
        if page is None:
            return None
        return Target(self.links.to(page, fragment), None if page.lang == self.lang else page.lang)
