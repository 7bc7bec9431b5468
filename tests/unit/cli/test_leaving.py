import subprocess
import sys

import pytest

ENDING = """
import atexit, sys, threading
from site_builder.cli.leaving import leave

class Taken:
    def __del__(self):
        print("taken apart")

atexit.register(print, "asked")
kept = Taken()
print("said")
if sys.argv[1] == "at work":
    threading.Timer(0.05, print, ["worked"]).start()
leave(3)
print("stayed")
"""


@pytest.mark.parametrize(
    ("thread", "code", "said"),
    [
        ("none", 3, ["said", "asked"]),
        ("at work", 0, ["said", "stayed", "worked", "asked", "taken apart"]),
    ],
)
def test_a_process_ends_with_all_it_said_and_takes_nothing_apart(thread: str, code: int, said: list[str]) -> None:
    ran = subprocess.run([sys.executable, "-c", ENDING, thread], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.splitlines(), ran.stderr) == (code, said, "")


def test_who_reads_no_more_changes_no_code() -> None:
    unread = "import os, sys; from site_builder.cli.leaving import leave; print('x'); os.close(1); leave(3)"
    ran = subprocess.run([sys.executable, "-c", unread], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (3, "")
