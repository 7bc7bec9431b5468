"""Making outputs in several processes. Each makes its share and writes it; nothing is shared but what was read before.

Where processes cannot be forked safely, one process makes everything: the bytes are the same.
"""

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from site_builder.host import ThemeFault
from site_builder.output import Make, Output
from site_builder.publish.tree import TreeWriter, WrittenFiles


@dataclass(frozen=True, slots=True)
class Counts:
    """What progress is told of: pages, unless ``all_outputs`` count; ``every`` so many of them."""

    every: int = 250
    all_outputs: bool = False


class WorkerFailure(Exception):
    """A process failed; the message is the child's own, where it could still say one."""


def make_all(
    make: Make, folder: Path, jobs: int, advance: Callable[[int], None], counts: Counts = Counts()
) -> WrittenFiles:
    """Write every output below ``folder`` with ``jobs`` processes. ``advance(n)``: n more that count are written.

    With one where forking is not safe (`can_fork`).
    Raises the child's OSError as it is, so that a full disk is called so; ThemeFault for a template
    at fault, WorkerFailure for what else fails there.
    """
    if jobs < 2 or not can_fork():
        return _write(make(0, 1), folder, advance, counts)
    context = multiprocessing.get_context("fork")
    receivers: list[Connection] = []
    children: list[ForkProcess] = []
    try:
        with _no_interruption():
            for share in range(jobs):
                receiver, sender = context.Pipe(duplex=False)
                child = context.Process(target=_child, args=(make, share, jobs, folder, sender, counts))
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


def can_fork() -> bool:
    """Whether a child would find what it needs in a usable state.

    A lock that another thread holds stays locked in a child for ever: a development server rebuilds while its
    threads answer and watch. On macOS, libraries of the system start threads that Python does not know of.
    """
    if sys.platform == "darwin":
        return False
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def available_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _no_interruption() -> Iterator[None]:
    """Ctrl+C waits until the end of the block; a process forked inside never hears it, its parent ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _child(make: Make, share: int, shares: int, folder: Path, sender: Connection, counts: Counts) -> None:
    try:
        result: WrittenFiles | Exception = _write(make(share, shares), folder, sender.send, counts)
    except Exception as error:  # noqa: BLE001 - the parent says it
        result = _as_sent(error)
    with suppress(BrokenPipeError):  # the parent has gone: nobody is left to tell
        sender.send(result)
    sender.close()


def _as_sent(error: Exception) -> Exception:
    """An error that can pass from one process to another: the disk's by its number, the others by their words.

    Where it happened goes along as a note, which only a maintainer's traceback shows.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return OSError(error.errno, error.strerror, error.filename)
    said = f"{type(error).__name__}: {error}"
    failure = ThemeFault(str(error)) if isinstance(error, ThemeFault) else WorkerFailure(said)
    failure.add_note("".join(traceback.format_exception(error)))
    return failure


def _write(outputs: Iterator[Output], folder: Path, advance: Callable[[int], None], counts: Counts) -> WrittenFiles:
    writer = TreeWriter(folder)
    total = WrittenFiles(0, 0)
    done = 0
    for output in outputs:
        total += writer.write(output)
        done += counts.all_outputs or output.is_page
        if done == counts.every:
            advance(done)
            done = 0
    advance(done)
    return total


def _collect(receivers: Sequence[Connection], advance: Callable[[int], None]) -> tuple[WrittenFiles, Exception | None]:
    """What was written, and what failed; read until every child has closed its end."""
    total = WrittenFiles(0, 0)
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
            elif isinstance(message, WrittenFiles):
                total += message
            else:
                failure = message
    return total, failure
