"""Several processes write the same bytes as one; what fails in a child is said by the parent."""

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from site_builder.output import Output
from site_builder.processes import Counts, WorkerFailure, available_cores, beside, make_all
from site_builder.publish.survey import differences
from site_builder.publish.tree import TreeWriter
from site_builder.tally import Tally

EVERY = Counts().every
COUNT = 2 * EVERY + 7


def outputs(share: int, shares: int) -> Iterator[Output]:
    """``COUNT`` pages, each of one share only, and one map a share."""
    for number in range(share, COUNT, shares):
        yield Output(f"{number % 5}/{number}.html", f"page {number}".encode())
    yield Output(f"maps/{share}.svg", b"map")


def who(share: int, shares: int) -> Iterator[Output]:
    yield Output(f"{share}.txt", f"{share} of {shares} by {os.getpid()}".encode())


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


PAGES = {f"{number % 5}/{number}.html": f"page {number}".encode() for number in range(COUNT)}


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_output_is_written_once_and_pages_are_counted(jobs: int, tmp_path: Path) -> None:
    steps: list[int] = []
    written = make_all(outputs, TreeWriter(tmp_path), jobs, steps.append)
    expected = PAGES | {f"maps/{share}.svg": b"map" for share in range(jobs)}
    assert tree(tmp_path) == expected
    assert (written.files, written.new, written.bytes) == (COUNT + jobs, COUNT + jobs, sum(map(len, expected.values())))
    assert {path: record.size for path, record in written.manifest.items()} == {p: len(b) for p, b in expected.items()}
    assert not differences(tmp_path, written.manifest)
    assert sum(steps) == COUNT
    assert max(steps) <= EVERY


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("jobs", [1, 3])
def test_what_each_process_counts_is_added_up(jobs: int, tmp_path: Path) -> None:
    tally: Tally = Counter({"before": 5})

    def make(share: int, shares: int) -> Iterator[Output]:
        for output in outputs(share, shares):
            tally["page" if output.is_page else "map"] += 1
            yield output

    make_all(make, TreeWriter(tmp_path), jobs, lambda _: None, Counts(tally=tally))
    assert tally == {"before": 5, "page": COUNT, "map": jobs}


@pytest.mark.usefixtures("alone")
def test_a_process_each(tmp_path: Path) -> None:
    make_all(who, TreeWriter(tmp_path), 3, lambda _: None)
    said = sorted(data.decode() for data in tree(tmp_path).values())
    assert [words.split(" by ")[0] for words in said] == ["0 of 3", "1 of 3", "2 of 3"]
    pids = {words.split(" by ")[1] for words in said}
    assert len(pids) == 3
    assert str(os.getpid()) not in pids


@pytest.mark.usefixtures("alone")
def test_whoever_has_made_a_share_takes_the_next(tmp_path: Path) -> None:
    def make(share: int, shares: int) -> Iterator[Output]:
        if share == 0:  # one process is slow: the other one makes all the rest
            while len(tree(tmp_path)) < shares - 1:
                time.sleep(0.01)
        yield from who(share, shares)

    make_all(make, TreeWriter(tmp_path), 2, lambda _: None, shares_each=300)
    said = [data.decode().split(" by ") for data in tree(tmp_path).values()]
    assert sorted(share for share, _ in said) == sorted(f"{number} of 600" for number in range(600))
    assert sorted(Counter(pid for _, pid in said).values()) == [1, 599]


@pytest.mark.usefixtures("alone")
def test_more_shares_than_a_pipe_has_room_for(tmp_path: Path) -> None:
    written = make_all(
        lambda share, shares: iter((Output(f"{share}-{shares}.txt", b""),)),
        TreeWriter(tmp_path),
        2,
        lambda _: None,
        shares_each=20_000,
    )
    of = {int(path.removesuffix(".txt").partition("-")[2]) for path in written.manifest}
    assert of == {written.files}


def test_what_is_worked_out_beside_waits_without_its_process() -> None:
    """However large it is: a pipe holds 64 KiB."""
    with beside(lambda: bytes(1_000_000), 2) as awaited:
        for child in multiprocessing.active_children():
            child.join(60)
        assert multiprocessing.active_children() == []
        assert awaited.result() == bytes(1_000_000)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("jobs", "elsewhere"), [(1, False), (2, True)])
def test_one_thing_is_worked_out_beside_another(jobs: int, elsewhere: bool) -> None:
    with beside(os.getpid, jobs) as awaited:
        assert awaited.elsewhere is elsewhere
        assert (awaited.result() != os.getpid()) is elsewhere
        assert awaited.result() == awaited.result()
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_beside_is_raised_as_it_is_where_it_is_awaited(jobs: int) -> None:
    contacts: dict[str, str] = {}
    with beside(lambda: contacts["Dax"], jobs) as awaited, pytest.raises(KeyError, match="Dax"):
        awaited.result()


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("end", [lambda: os._exit(9), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_what_a_process_that_is_killed_leaves_undone_is_done_here(end: Callable[[], None]) -> None:
    here = os.getpid()
    with beside(lambda: os.getpid() if os.getpid() == here else end(), 2) as awaited:
        assert awaited.result() == here


@pytest.mark.usefixtures("alone")
def test_what_nobody_waits_for_ends_with_its_temporary_files(tmp_path: Path) -> None:
    """An index of the search, say, when an error has been found elsewhere."""

    def endless() -> None:
        with TemporaryDirectory(dir=tmp_path):
            (tmp_path / "begun").touch()
            subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=False)

    with beside(endless, 2):
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
    assert [path.name for path in tmp_path.iterdir()] == ["begun"]
    assert multiprocessing.active_children() == []


@pytest.fixture
def another_thread() -> Iterator[None]:
    """Lives as long as the test, like those of a development server."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


def without_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])


def on_macos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")


@pytest.mark.parametrize("where", [without_fork, on_macos])
def test_where_processes_cannot_be_forked(
    where: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where(monkeypatch)
    make_all(who, TreeWriter(tmp_path), 3, lambda _: None)
    assert tree(tmp_path) == {"0.txt": f"0 of 1 by {os.getpid()}".encode()}


def test_beside_another_thread_no_process_is_forked(another_thread: None, tmp_path: Path) -> None:
    make_all(who, TreeWriter(tmp_path), 3, lambda _: None)
    assert tree(tmp_path) == {"0.txt": f"0 of 1 by {os.getpid()}".encode()}


def failing(share: int, shares: int) -> Iterator[Output]:
    yield Output(f"{share}.txt", b"before")
    if share == 1:
        raise ValueError("the page of Dax cannot be made")
    yield Output(f"{share}-after.txt", b"after")


@pytest.mark.usefixtures("alone")
def test_a_failure_is_reported_and_the_others_finish(tmp_path: Path) -> None:
    with pytest.raises(WorkerFailure, match=r"^ValueError: the page of Dax cannot be made\n") as failed:
        make_all(failing, TreeWriter(tmp_path), 2, lambda _: None)
    assert str(failed.value) == "ValueError: the page of Dax cannot be made"
    shown = "".join(traceback.format_exception(failed.value))
    assert f'File "{__file__}", line {failing.__code__.co_firstlineno + 3}, in failing' in shown
    assert sorted(tree(tmp_path)) == ["0-after.txt", "0.txt", "1.txt"]


def dying(share: int, shares: int) -> Iterator[Output]:
    yield Output(f"{share}.txt", b"before")
    if share == 1:
        os._exit(9)  # as when the system ends a process that takes too much memory


@pytest.mark.usefixtures("alone")
def test_a_process_that_is_killed_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(WorkerFailure, match=r"^a process ended with code 9"):
        make_all(dying, TreeWriter(tmp_path), 2, lambda _: None)


@pytest.mark.usefixtures("alone")
def test_a_process_that_is_killed_in_the_middle_of_a_word_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(connection: Connection, said: object) -> None:
        os.write(connection.fileno(), (1000).to_bytes(4, "big") + b"no more")  # as `Connection` writes 1000 bytes
        os._exit(9)

    monkeypatch.setattr(Connection, "send", cut)
    with pytest.raises(WorkerFailure, match=r"^a process ended with code 9"):
        make_all(who, TreeWriter(tmp_path), 2, lambda _: None)


def full(share: int, shares: int) -> Iterator[Output]:
    yield Output(f"{share}.txt", b"before")
    raise OSError(28, "No space left on device", "/site/index.html")


def unfinished(share: int, shares: int) -> Iterator[Output]:
    yield Output(f"{share}.txt", b"before")
    raise FileNotFoundError("no-such-template.html")


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_disk_s_errors_come_as_they_are(jobs: int, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as failed:
        make_all(full, TreeWriter(tmp_path), jobs, lambda _: None)
    assert (failed.value.errno, failed.value.filename) == (28, "/site/index.html")


@pytest.mark.usefixtures("alone")
def test_an_error_without_a_number_is_not_the_disk_s(tmp_path: Path) -> None:
    with pytest.raises(WorkerFailure, match=r"^FileNotFoundError: no-such-template\.html\n"):
        make_all(unfinished, TreeWriter(tmp_path), 2, lambda _: None)


def test_what_stops_the_parent_stops_the_children(tmp_path: Path) -> None:
    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_all(outputs, TreeWriter(tmp_path), 2, stop)
    assert multiprocessing.active_children() == []
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


ENDLESS = """
    import os
    import sys
    from pathlib import Path
    from site_builder.output import Output
    from site_builder.processes import make_all
    from site_builder.publish.tree import TreeWriter

    def make(share, shares):
        number = 0
        while True:
            yield Output(f"{share}.txt", b"x")
            number += 1
            if number == 1000:
                os.write(1, b"going\\n")  # at once: `print` may write the line and its end apart

    try:
        make_all(make, TreeWriter(Path(sys.argv[1])), 2, lambda _: None)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_ctrl_c_prints_nothing(tmp_path: Path) -> None:
    """The terminal sends it to every process of the group."""
    command = [sys.executable, "-c", textwrap.dedent(ENDLESS), str(tmp_path)]
    # As users have it: what measures coverage answers SIGTERM in its own way, and late.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, env=environ
    )
    assert process.stdout
    try:
        assert [process.stdout.readline() for _ in range(2)] == ["going\n", "going\n"]
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):  # nothing endless outlives a test that fails
            os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, out) == (130, "")
    assert [word for word in ("Traceback", "KeyboardInterrupt", "Process") if word in err] == []


ORPHANS = """
    import os
    import sys
    import time
    from pathlib import Path
    from site_builder.output import Output
    from site_builder.processes import make_all
    from site_builder.publish.tree import TreeWriter

    def make(share, shares):
        for number in range(2000):  # what is said of them is more than a pipe holds
            yield Output(f"{share}-{number}.txt", b"")
        if share == 1:
            os.kill(os.getppid(), 9)

    make_all(make, TreeWriter(Path(sys.argv[1])), 2, lambda _: None)
"""


def test_processes_whose_parent_is_killed_end(tmp_path: Path) -> None:
    """They would hold the lock of the site for ever. Its output is closed when the last of them has gone."""
    command = [sys.executable, "-c", textwrap.dedent(ORPHANS), str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        process.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


WINDOWS = """
    import multiprocessing.context, os
    vars(multiprocessing.context).pop("ForkProcess", None)
    os.O_BINARY = 0x8000
    import site_builder.processes
    from site_builder.publish.known import BINARY
    print(BINARY == os.O_BINARY)
"""


def test_a_system_without_fork_and_whose_files_are_text_unless_said() -> None:
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(WINDOWS)], check=True, capture_output=True, text=True)
    assert ran.stdout == "True\n"


def test_every_core_that_may_be_used() -> None:
    assert 1 <= available_cores() <= (os.cpu_count() or 1)


def test_where_a_process_does_not_know_its_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert available_cores() == (os.cpu_count() or 1)
