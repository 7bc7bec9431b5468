"""What answers at an address, asked of a server on this computer."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from site_builder.external.answers import PAUSE, Answer, Outcome, ask_all, nobody_answered

THERE = Answer(Outcome.THERE)


class Server(BaseHTTPRequestHandler):
    """``/404`` answers 404; ``/301/x`` leads to ``/x`` with 301; what is asked is noted."""

    asked: ClassVar[list[tuple[str, str, str]]] = []

    def answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        first, _, rest = self.path[1:].partition("/")
        if first == "slow":
            threading.Event().wait(1.5)
        if first == "no-head":
            first = "405" if self.command == "HEAD" else "200"
        if first == "cut":
            self.close_connection = True
            return
        status = int(first) if first.isdecimal() else 200
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/301/loop" if rest == "loop" else f"/{rest}")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Server.asked.clear()
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()
    thread.join()


def asked(*addresses: str, seconds: float = 5.0) -> list[Answer]:
    answers = ask_all(addresses, "portail/1 (test)", sleep=lambda _: None, seconds=seconds)
    return [answers[address] for address in addresses]


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", THERE),
        ("/école?lieu=Saint-Émilion", THERE),
        ("/no-head", THERE),
        ("/404", Answer(Outcome.FAILED, "404")),
        ("/410", Answer(Outcome.FAILED, "410")),
        ("/503", Answer(Outcome.FAILED, "503")),
        ("/401", Answer(Outcome.UNTOLD)),
        ("/403", Answer(Outcome.UNTOLD)),
        ("/429", Answer(Outcome.UNTOLD)),
        ("/999", Answer(Outcome.UNTOLD)),
        ("/302/page", THERE),
        ("/307/404", Answer(Outcome.FAILED, "404")),
        ("/301/404", Answer(Outcome.FAILED, "404")),
        ("/301/loop", Answer(Outcome.FAILED, "redirects")),
        ("/cut", Answer(Outcome.FAILED, "silent")),
    ],
)
def test_answers(path: str, answer: Answer, server: str) -> None:
    assert asked(f"{server}{path}") == [answer]


@pytest.mark.parametrize(
    ("path", "to"), [("/301/page", "/page"), ("/308/301/page", "/page"), ("/301/302/page", None), ("/302/301/p", None)]
)
def test_what_has_moved_for_good_has_a_new_address(path: str, to: str | None, server: str) -> None:
    assert asked(f"{server}{path}") == [Answer(Outcome.MOVED, f"{server}{to}") if to else THERE]


def test_who_asks_is_named_and_a_page_is_not_fetched_twice(server: str) -> None:
    asked(f"{server}/a", f"{server}/404")
    assert Server.asked == [
        ("HEAD", "/a", "portail/1 (test)"),
        ("HEAD", "/404", "portail/1 (test)"),
        ("GET", "/404", "portail/1 (test)"),
    ]


def test_one_host_is_asked_slowly(server: str) -> None:
    pauses: list[float] = []
    ask_all([f"{server}/{number}" for number in "abc"], "portail", sleep=pauses.append)
    assert pauses == [PAUSE, PAUSE]
    assert [path for _, path, _ in Server.asked] == ["/a", "/b", "/c"]


def test_a_server_that_takes_too_long(server: str) -> None:
    assert asked(f"{server}/slow", seconds=0.3) == [Answer(Outcome.FAILED, "timeout")]


def test_a_host_that_stays_silent_is_left_alone(server: str) -> None:
    """Of what is not asked, nothing is known: it has not failed."""
    slow = [f"{server}/slow/{number}" for number in range(3)]
    assert asked(*slow[:2], f"{server}/a", *slow, f"{server}/b", f"{server}/404", seconds=0.3) == [
        *[Answer(Outcome.FAILED, "timeout")] * 2,
        THERE,
        *[Answer(Outcome.FAILED, "timeout")] * 3,
        *[Answer(Outcome.UNTOLD, "timeout")] * 2,
    ]
    assert not {"/b", "/404"} & {path for _, path, _ in Server.asked}


def test_nobody_there(server: str) -> None:
    nobody = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    port = nobody.server_port
    nobody.server_close()
    assert asked(f"http://127.0.0.1:{port}/", "https:///nowhere", "http://[", "http://a b.example/") == [
        Answer(Outcome.FAILED, "silent"),
        *[Answer(Outcome.FAILED, "address")] * 3,
    ]


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        (["name"] * 4, True),
        (["name", "timeout", "silent", "certificate"], True),
        (["name"] * 3 + ["404"], False),
        (["name"] * 3, False),
        ([], False),
    ],
)
def test_a_computer_without_network(details: list[str], expected: bool) -> None:
    answers = {str(number): Answer(Outcome.FAILED, detail) for number, detail in enumerate(details)}
    assert nobody_answered(answers) is expected
    assert not nobody_answered({**answers, "there": THERE})
    assert not nobody_answered({**answers, "there": Answer(Outcome.UNTOLD)})
    if expected:
        assert nobody_answered({**answers, "not asked": Answer(Outcome.UNTOLD, "timeout")})


def test_only_the_web_is_asked(server: str) -> None:
    """Wherever a redirect leads: a file of this computer is none of its pages."""
    assert asked("file:///etc/hostname") == [Answer(Outcome.FAILED, "address")]
