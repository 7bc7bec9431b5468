"""Addresses as pages write them: from the site's root, under its base path."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import quote, urlsplit

from site_builder.plan.pages import PagePlan


@dataclass(frozen=True)
class Links:
    """``site_url`` as the host gives it (``https://name.github.io/repository/``); empty when it is not known.

    A page is named by some forty others: each address is written once.
    """

    site_url: str

    @cached_property
    def base_path(self) -> str:
        """``/`` or ``/repository/``."""
        path = urlsplit(self.site_url).path
        return path if path.endswith("/") else f"{path}/"

    @cached_property
    def origin(self) -> str:
        """``https://name.github.io``; empty when the site's address is not known."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @property
    def is_public(self) -> bool:
        """Whether others can follow the site's address: not when it is unknown, or this computer's own."""
        return urlsplit(self.site_url).hostname not in {None, "localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104

    def to(self, page: PagePlan, fragment: str = "") -> str:
        """The address of a page, from the root of its host."""
        return self.file(page.path) + (f"#{fragment}" if fragment else "")

    def file(self, path: str) -> str:
        """The address of a file of the site."""
        return self._written(path)

    def absolute(self, path: str) -> str:
        """The whole address of a path below the site's root, for other sites and search engines."""
        return f"{self.origin}{self._written(path)}"

    @cached_property
    def _written(self) -> Callable[[str], str]:
        return cache(lambda path: f"{self.base_path}{quote(path)}")
