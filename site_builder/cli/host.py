"""Finding the host, only when something has to be rendered or shown."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from site_builder.collector import collector_paused
from site_builder.host import HOST_FILE, OWN_THEME, Answer, HostTheme
from site_builder.incremental.inputs import Inputs, fingerprint
from site_builder.kept import KeptFiles, name_of

THEMES = "portail.hosts"
SERVERS = "portail.servers"
DEFAULT = "mkdocs"
FOLDER = "host"
INHERIT = "INHERIT"
"""The host's word for a file of settings that may stand anywhere."""

Server = Callable[[Callable[[], bool], Sequence[Path], Callable[[str], Answer], str, int], None]
"""``serve(renew, watch, answer, host, port)``: answers until Ctrl+C; when ``watch`` changes (it need not be there yet),
``renew`` is called, which says whether open pages are to reload."""


@collector_paused()
def host_theme(root: Path, inputs: Inputs | None = None) -> HostTheme:
    """What the host of the portal lends. With its ``inputs``, the answer is kept for who asks the same again.

    Raises LookupError when no host is installed.
    """
    theme: HostTheme | None = former_theme(root, inputs) if inputs else None
    if theme is None:
        theme = _loaded(THEMES)(root)
        if inputs:
            _keep(root, inputs, theme)
    return theme


def former_theme(root: Path, inputs: Inputs) -> HostTheme | None:
    """What the host answered when it was asked for the same portal; nothing of it is started.

    None where it was never asked, and where a setting is inherited from a file that is none of the portal's.
    """
    with suppress(OSError, ValueError, KeyError):
        written = json.loads(KeptFiles(root, FOLDER).path(_name(root, inputs)).read_bytes())
        theme = HostTheme(
            template_dirs=tuple(map(Path, written["template_dirs"])),
            static_dirs=tuple(map(Path, written["static_dirs"])),
            site_url=written["site_url"],
            site_dir=Path(written["site_dir"]),
        )
        return theme if all(folder.is_dir() for folder in theme.template_dirs) else None
    return None


def _keep(root: Path, inputs: Inputs, theme: HostTheme) -> None:
    with suppress(OSError):  # a folder that nobody may write into: the host will be asked again
        settings = (root / HOST_FILE).read_bytes()
        answered = fingerprint(settings) == inputs.portal[HOST_FILE]  # else it may have read what was saved meanwhile
        if answered and INHERIT.encode() not in settings:
            kept = KeptFiles(root, FOLDER)
            kept.put(_name(root, inputs), json.dumps(asdict(theme), default=str).encode())
            kept.prune()


def _name(root: Path, inputs: Inputs) -> str:
    """Another one also when the portal gets a theme of its own, or that gets assets: the host is asked for both."""
    own = root / OWN_THEME
    there = (str(folder.is_dir() and not own.is_symlink()) for folder in (own, own / "assets"))
    return name_of(str(root), inputs.host, *there)


def development_server() -> Server:
    """What shows the site while one works on it. Raises LookupError when no host is installed."""
    server: Server = _loaded(SERVERS)
    return server


def _loaded(group: str) -> Any:
    found = entry_points(group=group, name=DEFAULT)
    if not found:
        raise LookupError(f"no host in the entry point group {group}")
    return next(iter(found)).load()
