"""A server that sends files as GitHub Pages does: compressed with gzip, to be kept ten minutes, below a base path."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.first_view import TEXTS


class _StaticHost(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, base: str, **more: object) -> None:
        self.base = base
        super().__init__(*arguments, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        inside = path.startswith(self.base)
        file = Path(self.directory) / path.removeprefix(self.base) if inside else Path()
        file = file / "index.html" if path.endswith("/") else file
        found = inside and file.is_file()
        if not found:
            file = Path(self.directory) / "404.html"
        body, packed = _body(file)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(file.as_posix()))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path: object) -> str:
        named = super().guess_type(str(path))
        return f"{named}; charset=utf-8" if named.startswith("text/") else named

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the class above
        """Nothing is said of each request."""


@cache
def _body(file: Path) -> tuple[bytes, bool]:
    data = file.read_bytes()
    packed = file.suffix in TEXTS
    return (gzip.compress(data, 9, mtime=0) if packed else data), packed


@contextmanager
def hosted(folder: Path, base: str) -> Iterator[str]:
    """The origin at which the files of ``folder`` are served below ``base``."""
    handler = partial(_StaticHost, directory=str(folder), base=base)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
