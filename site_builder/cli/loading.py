"""Loading a part of this program when it is needed, quickly, and so that Ctrl+C is answered meanwhile."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from site_builder.collector import collector_paused

INTERRUPTED = 130


def loaded(module: str, name: str, *, own_process: bool) -> Any:
    """What is called ``name`` in the module of that name beside this one; the core behind it takes half a second."""
    path = f"{__package__}.{module}"
    if path not in sys.modules:
        with _left_at_once(own_process), collector_paused():
            import_module(path)
    return getattr(sys.modules[path], name)


@contextmanager
def _left_at_once(own_process: bool) -> Iterator[None]:
    """Ctrl+C ends the process inside: what is being imported may swallow a KeyboardInterrupt, as pydantic does."""
    if not own_process or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
