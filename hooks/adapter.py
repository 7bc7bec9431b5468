"""What the command line asks of MkDocs: its theme folders, and its development server.

Found through the entry point group `portail.hosts`. MkDocs is imported by the functions that need it, because
loading it costs more than finding that nothing has changed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from site_builder.host import HOST_FILE, HostTheme

from .portail import host_theme

NOT_FOUND = 404


def theme_source(root: Path) -> HostTheme:
    """The theme that ``root/mkdocs.yml`` asks for; SystemExit, with MkDocs' own words, when it is wrong."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(str(root / HOST_FILE))
    except MkDocsException as error:
        raise SystemExit(f"{HOST_FILE}: {error}") from None
    return host_theme(config)


def serve(build: Callable[[], None], watch: Sequence[Path], root: Path, host: str, port: int) -> None:
    """Serve the site in ``root``, already built, until Ctrl+C.

    When something under ``watch`` changes, ``build`` is called and open pages reload. ``build`` says itself
    what is wrong: an exception is printed with its traceback, SystemExit ends the server.
    Raises OSError when the port is taken.
    """
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(builder=build, host=host, port=port, root=str(root))
    server.error_handler = lambda code: error_page(root, code)
    for path in watch:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def error_page(root: Path, code: int) -> bytes | None:
    """The portal's own 404 page, as GitHub Pages would serve it; None leaves the host's plain words."""
    page = root / f"{code}.html"
    return page.read_bytes() if code == NOT_FOUND and page.is_file() else None
