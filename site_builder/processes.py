"""Work in several processes; nothing is shared but what was read before.

`make_all`: each makes shares of the outputs and writes them. `beside`: one thing is worked out while another is.
Where processes cannot be forked safely, one process does everything: the bytes are the same.
"""

import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import IO, Generic, NoReturn, TypeVar

from site_builder.host import ThemeFault
from site_builder.output import Made, Make
from site_builder.publish.tree import NotKept, TreeWriter, WrittenFile, WrittenFiles
from site_builder.tally import Tally

Result = TypeVar("Result")
_PATIENCE = 10.0
"""Seconds for a process to leave and to take what it has begun along."""
_NUMBER = 4
"""Bytes of the number of a share in the pipe that the processes take them from."""
_MOST_WAITING = 4096 // _NUMBER
"""Shares in that pipe: it holds 64 KiB, but one page where a user has many pipes (pipe(7)), and who fills it waits."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What progress is told of: pages, unless ``all_outputs`` count; ``every`` so many of them.

    ``tally``: what the work adds to while it makes files, wherever they are made.
    """

    every: int = 250
    all_outputs: bool = False
    tally: Tally | None = None


class WorkerFailure(Exception):
    """A process failed; the message is the child's own, where it could still say one."""


def make_all(
    make: Make,
    writer: TreeWriter,
    jobs: int,
    advance: Callable[[int], None],
    counts: Counts = Counts(),
    shares_each: int = 1,
) -> WrittenFiles:
    """Have ``writer`` write every file with ``jobs`` processes. ``advance(n)``: n more that count are written.

    With one where forking is not safe (`can_fork`). There are ``shares_each`` times as many shares as processes, if the
    pipe has room for them: who has made one takes the next, so that all end together whatever each share costs and
    whatever else is running.
    Raises the child's OSError as it is, so that a full disk is called so, and NotKept; ThemeFault for a template
    at fault, WorkerFailure for what else fails there.
    """
    if jobs < 2 or not can_fork():
        return _write(make(0, 1), writer, advance, counts)
    context = multiprocessing.get_context("fork")
    receivers: list[Connection] = []
    children: list[BaseProcess] = []
    shares = min(jobs * shares_each, jobs + _MOST_WAITING)
    try:
        with _no_interruption(), _numbers(range(jobs, shares)) as more:
            for first in range(jobs):
                receiver, sender = context.Pipe(duplex=False)
                files = partial(_files, make, first, shares, more)
                receivers.append(receiver)
                child: BaseProcess = context.Process(
                    target=_child, args=(files, writer, tuple(receivers), sender, counts)
                )
                child.start()
                sender.close()
                children.append(child)
        total, failure = _collect(receivers, advance, counts.tally)
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


@dataclass(frozen=True, slots=True)
class Awaited(Generic[Result]):
    """``result()`` waits for what another process works out. Where it is not ``elsewhere``, asking works it out."""

    result: Callable[[], Result]
    elsewhere: bool


@contextmanager
def beside(work: Callable[[], Result], jobs: int) -> Iterator[Awaited[Result]]:
    """``work`` in a process of its own, which ends with the block at the latest.

    With one job, where forking is not safe, and where the process failed, whoever asks for the result works it out: an
    exception is raised there as it is.
    """
    if jobs < 2 or not can_fork():
        yield Awaited(cache(work), elsewhere=False)
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    with tempfile.TemporaryFile() as sheet:
        child = context.Process(target=_work_out, args=(work, sheet, receiver, sender))
        with _no_interruption():
            child.start()
        sender.close()
        try:
            yield Awaited(cache(lambda: _received(receiver, sheet, work)), elsewhere=True)
        finally:
            child.terminate()
            child.join(_PATIENCE)
            child.kill()  # what it was at may have swallowed the word to leave
            child.join()
            receiver.close()


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


@contextmanager
def _numbers(numbers: Iterable[int]) -> Iterator[int]:
    """A pipe that holds ``numbers`` and nothing more: each goes to whoever reads first, without a lock to die with.

    There are ``_MOST_WAITING`` at most, and reads of so few bytes are never cut in two.
    """
    reading, writing = os.pipe()
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.writelines(number.to_bytes(_NUMBER, "big") for number in numbers)
        yield reading
    finally:
        os.close(reading)


def _files(make: Make, first: int, shares: int, more: int) -> Iterator[Made]:
    """Those of the ``first`` share, then of each one that is ``more`` to be made."""
    yield from make(first, shares)
    while number := os.read(more, _NUMBER):
        yield from make(int.from_bytes(number, "big"), shares)


def _child(
    files: Callable[[], Iterator[Made]],
    writer: TreeWriter,
    receivers: Sequence[Connection],
    sender: Connection,
    counts: Counts,
) -> None:
    for receiver in receivers:
        receiver.close()  # else no pipe breaks where the parent has gone, and who is left waits for ever
    if counts.tally is not None:
        counts.tally.clear()  # this process has its own: what was done before it is in its parent's
    try:
        result: WrittenFiles | Exception = _write(files(), writer, sender.send, counts)
    except Exception as error:  # noqa: BLE001 - the parent says it
        result = _as_sent(error)
    with suppress(BrokenPipeError):  # the parent has gone: nobody is left to tell
        sender.send(result)
        if counts.tally is not None:
            sender.send(counts.tally)
    sender.close()


def _work_out(work: Callable[[], object], sheet: IO[bytes], receiver: Connection, sender: Connection) -> None:
    """In a child: write the result down and say so, or nothing. Ended early, it takes its temporary files and
    commands along.

    Through the pipe alone it would have to wait, with all its memory, until somebody asks.
    """
    signal.signal(signal.SIGTERM, _leave)
    receiver.close()  # so that the pipe breaks where the parent has gone
    with suppress(Exception):  # the parent meets it again
        pickle.dump(work(), sheet, pickle.HIGHEST_PROTOCOL)
        sheet.flush()
        sender.send(None)
    sender.close()


def _leave(_signal: int, _frame: object) -> NoReturn:
    raise SystemExit


def _received(receiver: Connection, sheet: IO[bytes], work: Callable[[], Result]) -> Result:
    try:
        receiver.recv()
    except EOFError:
        return work()
    sheet.seek(0)
    result: Result = pickle.load(sheet)  # noqa: S301 - our own child's, in a file without a name
    return result


def _as_sent(error: Exception) -> Exception:
    """An error that can pass from one process to another: the disk's by its number, the others by their words.

    Where it happened goes along as a note, which only a maintainer's traceback shows.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return OSError(error.errno, error.strerror, error.filename)
    if isinstance(error, NotKept):
        return NotKept(*error.args)
    said = f"{type(error).__name__}: {error}"
    failure = ThemeFault(str(error)) if isinstance(error, ThemeFault) else WorkerFailure(said)
    failure.add_note("".join(traceback.format_exception(error)))
    return failure


def _write(files: Iterator[Made], writer: TreeWriter, advance: Callable[[int], None], counts: Counts) -> WrittenFiles:
    def written() -> Iterator[WrittenFile]:
        done = 0
        for made in files:
            yield writer.write(made)
            done += counts.all_outputs or made.is_page
            if done == counts.every:
                advance(done)
                done = 0
        advance(done)

    return WrittenFiles.of(written())


def _collect(
    receivers: Sequence[Connection], advance: Callable[[int], None], tally: Tally | None
) -> tuple[WrittenFiles, Exception | None]:
    """What was written, and what failed; read until every child has closed its end."""
    total = WrittenFiles()
    waiting = list(receivers)
    failure: Exception | None = None
    while waiting:
        for ready in wait(waiting):
            assert isinstance(ready, Connection)
            try:
                message = ready.recv()
            except (EOFError, OSError):  # closed, or killed in the middle of a word: its exit code says so
                waiting.remove(ready)
                continue
            if isinstance(message, int):
                advance(message)
            elif isinstance(message, WrittenFiles):
                total += message
            elif tally is not None and isinstance(message, Counter):
                tally.update(message)
            else:
                failure = message
    return total, failure
