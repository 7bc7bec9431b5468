"""Finding the host adapter, only when something has to be rendered."""

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

from site_builder.host import HostTheme

GROUP = "portail.hosts"
DEFAULT = "mkdocs"


def host_theme(root: Path) -> HostTheme:
    """What the host of the portal lends. Raises LookupError when none is installed."""
    return _adapter()(root)


def _adapter() -> Callable[[Path], HostTheme]:
    found = entry_points(group=GROUP, name=DEFAULT)
    if not found:
        raise LookupError(f"no host adapter in the entry point group {GROUP}")
    adapter: Callable[[Path], HostTheme] = next(iter(found)).load()
    return adapter
