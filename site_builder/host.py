"""What a host (MkDocs, ProperDocs) lends the core: theme folders, the site's address; and what is taken from them."""

from dataclasses import dataclass
from pathlib import Path

HOST_FILE = "mkdocs.yml"
"""The host's own settings, at the top of every portal."""
OWN_THEME = "theme"
"""The folder of a portal's own templates, words and style. It has this name in every portal: no host is asked."""
WATCHED = ("content", "data", "media", OWN_THEME)
"""The folders that a portal is made of: whoever serves it builds anew when something in them changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTheme:
    """Template and static folders in order of precedence. ``site_url`` is empty when the host does not know it.

    ``served``: the site is for whoever writes, on a development server. That reloads pages by an inline script, so they
    have no security policy; and no device keeps them.
    """

    template_dirs: tuple[Path, ...]
    static_dirs: tuple[Path, ...]
    site_url: str
    site_dir: Path
    served: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a development server answers: ``data`` of the file ``path``, whose ending says what it is.

    ``location``: the address to go to instead, with a status that says so.
    """

    status: int = 200
    path: str = ""
    data: bytes = b""
    location: str = ""


class ThemeFault(Exception):
    """A file of a theme that cannot be used, the portal's own or the engine's; the message names it."""


def plain_file(folder: Path, path: str) -> Path | None:
    """The regular file ``path`` (with ``/``) of a theme's folder, None where there is none.

    Neither it nor a folder on the way is a link, and no step leads up: a theme publishes nothing else of this computer.
    """
    place = folder
    for step in path.split("/"):
        place = place / step
        if step in {"", ".", ".."} or "\\" in step or place.is_symlink():
            return None
    return place if place.is_file() else None
