"""What the command line asks of MkDocs: its theme folders, and its development server.

Found through the entry point group `portail.hosts`. MkDocs is imported by the functions that need it, because
loading it costs more than finding that nothing has changed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from site_builder.host import HOST_FILE, Answer, HostTheme

from .portail import host_theme


def theme_source(root: Path) -> HostTheme:
    """The theme that ``root/mkdocs.yml`` asks for; SystemExit, with MkDocs' own words, when it is wrong."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(str(root / HOST_FILE))
    except MkDocsException as error:
        raise SystemExit(f"{HOST_FILE}: {error}") from None
    return host_theme(config)


def serve(
    renew: Callable[[], bool], watch: Sequence[Path], answer: Callable[[str], Answer], host: str, port: int
) -> None:
    """Answer until Ctrl+C, each path with what ``answer`` says.

    When something under ``watch`` changes, or comes to be there, ``renew`` is called; where it says so, open pages
    reload. Neither of the two raises anything. Raises OSError when the port is taken.
    """
    from .server import PressServer

    server = PressServer(renew, answer, host, port)
    for path in watch:
        server.watch_when_there(path)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
