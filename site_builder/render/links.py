"""Addresses as pages write them: from the site's root, under its base path."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from site_builder.plan.pages import PagePlan


@dataclass(frozen=True, slots=True)
class Links:
    """``site_url`` as the host gives it (``https://name.github.io/repository/``); empty when it is not known."""

    site_url: str

    @property
    def base_path(self) -> str:
        """``/`` or ``/repository/``."""
        path = urlsplit(self.site_url).path
        return path if path.endswith("/") else f"{path}/"

    @property
    def origin(self) -> str:
        """``https://name.github.io``; empty when the site's address is not known."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    def to(self, page: PagePlan, fragment: str = "") -> str:
        """The address of a page, from the root of its host."""
        return self.file(page.path) + (f"#{fragment}" if fragment else "")

    def file(self, path: str) -> str:
        """The address of a file of the site."""
        return f"{self.base_path}{quote(path)}"

    def absolute(self, path: str) -> str:
        """The whole address of a path below the site's root, for other sites and search engines."""
        return f"{self.origin}{self.base_path}{quote(path)}"
