"""Where the links of a text lead: ``.md`` files, ``territory:CODE`` and images become addresses of the site."""

from dataclasses import dataclass

from site_builder.model.paths import linked_path
from site_builder.model.values import Lang
from site_builder.plan.pages import SitePlan, guide_key
from site_builder.render.links import Links
from site_builder.resolve.portal import Portal


@dataclass(frozen=True, slots=True)
class Target:
    """An address; the language of its page when it is not the reader's; the width and height of an image."""

    href: str
    hreflang: str | None = None
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """Resolves the links of one file for readers of one language."""

    portal: Portal
    site: SitePlan
    links: Links
    lang: Lang
    path: str

    def __call__(self, written: str) -> Target | None:
        """The target of a link as an editor wrote it; None for links that are already complete."""
        address, _, fragment = written.partition("#")
        if address.startswith("territory:"):
            return self._page(guide_key(address.removeprefix("territory:")), fragment)
        if not address:
            return self._within(fragment)
        return None if ":" in address else self._file(linked_path(self.path, address), fragment)

    def _file(self, path: str, fragment: str) -> Target | None:
        """An image, or the page of an entry; a block stands in the guide of the territory that wrote it."""
        if path in self.portal.media:
            return Target(self.links.file(path), size=self.portal.media[path].size)
        entry = self.portal.by_path.get(path)
        if entry is None:
            return None
        if entry.kind == "block":
            code = getattr(entry.reference, "territory", None) or self.portal.settings.territory
            return self._page(guide_key(code), entry.id)
        return self._page(entry.key, fragment)

    def _within(self, fragment: str) -> Target | None:
        """A heading of the same text; blocks share a page, where their anchors begin with their id."""
        entry = self.portal.by_path.get(self.path)
        return Target(f"#{entry.id}-{fragment}") if entry and entry.kind == "block" and fragment else None

    def _page(self, key: str, fragment: str) -> Target | None:
        page = self.site.get(key, self.lang) or next(iter(self.site.versions(key)), None)
        if page is None:
            return None
        return Target(self.links.to(page, fragment), None if page.lang == self.lang else page.lang)
