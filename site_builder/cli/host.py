"""Finding the host, only when something has to be rendered or shown."""

from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from site_builder.host import HostTheme

THEMES = "portail.hosts"
SERVERS = "portail.servers"
DEFAULT = "mkdocs"

Server = Callable[[Callable[[], object], Sequence[Path], Path, str, int], None]
"""``serve(build, watch, site, host, port)``: shows ``site`` until Ctrl+C, builds again when ``watch`` changes."""


def host_theme(root: Path) -> HostTheme:
    """What the host of the portal lends. Raises LookupError when none is installed."""
    theme: HostTheme = _loaded(THEMES)(root)
    return theme


def development_server() -> Server:
    """What shows the site while one works on it. Raises LookupError when no host is installed."""
    server: Server = _loaded(SERVERS)
    return server


def _loaded(group: str) -> Any:
    found = entry_points(group=group, name=DEFAULT)
    if not found:
        raise LookupError(f"no host in the entry point group {group}")
    return next(iter(found)).load()
