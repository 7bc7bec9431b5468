"""MkDocs' development server, which asks the core for what it answers, and looks for changes more often."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.livereload import LiveReloadServer

from site_builder.host import Answer

SECONDS = 0.2
"""Between two looks at the files: one takes a hundredth of a second for a region."""


class PressServer(LiveReloadServer):
    """Answers while a change is being read: with what was there before. Open pages reload when that is done."""

    def __init__(self, renew: Callable[[], bool], answer: Callable[[str], Answer], host: str, port: int) -> None:
        """``renew``: called after a change; whether there is something new to see."""
        super().__init__(builder=self._renewed, host=host, port=port, root="", polling_interval=SECONDS)
        self._renew = renew
        self._answer = answer
        self._awaited: set[Path] = set()

    def watch_when_there(self, path: Path) -> None:
        """As `watch`, which wants a folder that is there: one that comes later, a first photograph's, is a change."""
        if path.exists():
            self.watch(str(path))
        else:
            self._awaited.add(path)

    def service_actions(self) -> None:
        """Called several times a second while requests are waited for."""
        super().service_actions()
        for path in [path for path in self._awaited if path.exists()]:
            self._awaited.remove(path)
            self.watch(str(path))
            with self._rebuild_cond:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

    def _renewed(self) -> None:
        if not self._renew():
            self._wanted_epoch = self._visible_epoch

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The core's answer to a path, and the host's to the script that waits for changes."""
        if environ["PATH_INFO"].startswith("/livereload/"):
            waited: Iterable[bytes] = super().serve_request(environ, start_response)
            return waited
        epoch = self._visible_epoch  # asked for first: a page of before will reload
        answer = self._answer(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"))
        status = f"{answer.status} {HTTPStatus(answer.status).phrase}"
        if answer.location:
            start_response(status, [("Location", quote(answer.location))])
            return []
        data = self._with_script(answer.data, epoch) if answer.path.endswith(".html") else answer.data
        kind: str = self._guess_type(answer.path)  # type: ignore[no-untyped-call]
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(data)))])
        return [data]

    def _with_script(self, page: bytes, epoch: int) -> bytes:
        told: bytes = self._inject_js_into_html(page, epoch)  # type: ignore[no-untyped-call]
        return told
