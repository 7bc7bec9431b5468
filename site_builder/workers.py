"""Making outputs in several processes. Each makes its share and writes it; nothing is shared but what was read before.

Where processes cannot be forked, one process makes everything: the bytes are the same.
"""

import multiprocessing
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from site_builder.output import Output
from site_builder.publish.tree import TreeWriter, Written

REPORT_EVERY = 250

Make = Callable[[int, int], Iterator[Output]]
"""``make(share, shares)``: the outputs of one share; together the shares make each output once."""


class WorkerFailure(Exception):
    """A process failed; the message is the child's own, where it could still say one."""


def make_all(make: Make, folder: Path, jobs: int, advance: Callable[[int], None]) -> Written:
    """Write every output below ``folder`` with ``jobs`` processes. ``advance(n)``: n more pages are written.

    Raises the child's OSError as it is, so that a full disk is called so; WorkerFailure for what else fails there.
    """
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return _write(make(0, 1), folder, advance)
    context = multiprocessing.get_context("fork")
    receivers: list[Connection] = []
    children: list[ForkProcess] = []
    try:
        with _no_interruption():
            for share in range(jobs):
                receiver, sender = context.Pipe(duplex=False)
                child = context.Process(target=_child, args=(make, share, jobs, folder, sender))
                child.start()
                sender.close()
                receivers.append(receiver)
                children.append(child)
        total, failure = _collect(receivers, advance)
    except BaseException:
        for child in children:
            child.terminate()
        raise
    finally:
        for child in children:
            child.join()
    if failure:
        raise failure
    killed = next((child.exitcode for child in children if child.exitcode), None)
    if killed is not None:
        raise WorkerFailure(f"a process ended with code {killed}: was there enough memory?")
    return total


@contextmanager
def _no_interruption() -> Iterator[None]:
    """Ctrl+C waits until the end of the block; a process forked inside never hears it, its parent ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _child(make: Make, share: int, shares: int, folder: Path, sender: Connection) -> None:
    try:
        result: Written | Exception = _write(make(share, shares), folder, sender.send)
    except Exception as error:  # noqa: BLE001 - the parent says it
        result = _as_sent(error)
    with suppress(BrokenPipeError):  # the parent has gone: nobody is left to tell
        sender.send(result)
    sender.close()


def _as_sent(error: Exception) -> Exception:
    """An error that can pass from one process to another: the disk's by its number, any other by its words.

    Where it happened goes along as a note, which only a maintainer's traceback shows.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return OSError(error.errno, error.strerror, error.filename)
    failure = WorkerFailure(f"{type(error).__name__}: {error}")
    failure.add_note("".join(traceback.format_exception(error)))
    return failure


def _write(outputs: Iterator[Output], folder: Path, advance: Callable[[int], None]) -> Written:
    writer = TreeWriter(folder)
    total = Written(0, 0)
    pages = 0
    for output in outputs:
        total += writer.write(output)
        pages += output.is_page
        if pages == REPORT_EVERY:
            advance(pages)
            pages = 0
    advance(pages)
    return total


def _collect(receivers: Sequence[Connection], advance: Callable[[int], None]) -> tuple[Written, Exception | None]:
    """What was written, and what failed; read until every child has closed its end."""
    total = Written(0, 0)
    waiting = list(receivers)
    failure: Exception | None = None
    while waiting:
        for ready in wait(waiting):
            assert isinstance(ready, Connection)
            try:
                message = ready.recv()
            except EOFError:
                waiting.remove(ready)
                continue
            if isinstance(message, int):
                advance(message)
            elif isinstance(message, Written):
                total += message
            else:
                failure = message
    return total, failure
