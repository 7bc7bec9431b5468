"""The same portal under each of its hosts and through the command line, as an editor's computer runs them."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from site_builder.publish.lock import sole_builder
from site_builder.publish.swap import staging_folder
from tests.conftest import PortalFolder, copy_portal

BIN = Path(sys.executable).parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
POLICY = "<meta http-equiv=content-security-policy "
STARTS_WITHIN = 60.0
"""Seconds a server may take to answer on a loaded machine."""
BUILDS = {
    "mkdocs": ("mkdocs", "build", "--quiet"),
    "mkdocs --strict": ("mkdocs", "build", "--quiet", "--strict"),
    "properdocs": ("properdocs", "build", "--quiet", "-f", "mkdocs.yml"),
}


def environment(**more: str) -> dict[str, str]:
    """This process's own, less what would change a build; English messages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAIL_", "LC_", "GITHUB_"))}
    return {**kept, **QUIET, "LANG": "en_GB.UTF-8", **more}


@dataclass(frozen=True)
class Ran:
    """What a command did. ``err`` is without the lines that only a measured run makes."""

    code: int
    out: str
    err: str


NOISE = re.compile(r"^(.*CoverageWarning: .*|\s+self\.warn\(.*|\s+self\._warn\(.*)$\n?", re.MULTILINE)


def run(folder: Path, *command: str, **more: str) -> Ran:
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, NOISE.sub("", done.stderr))


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


@pytest.fixture(scope="module")
def by_command_line(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What ``portail build`` publishes of the minimal portal."""
    folder = copy_portal("minimal", tmp_path_factory.mktemp("cli") / "minimal")
    built = run(folder.root, "portail", "build")
    assert (built.code, built.err) == (0, "")
    site = tree(folder.site)
    assert [path for path, data in site.items() if path.endswith(".html") and POLICY.encode() not in data] == []
    return site


@pytest.mark.parametrize("host", BUILDS)
def test_every_host_builds_the_same_files(host: str, minimal: PortalFolder, by_command_line: dict[str, bytes]) -> None:
    built = run(minimal.root, *BUILDS[host])
    assert built.code == 0, built.err
    found = tree(minimal.site)
    assert sorted(found) == sorted(by_command_line)
    assert [path for path, data in found.items() if data != by_command_line[path]] == []
    assert built.err.count("[translation-missing]") == 6


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_host_says_what_is_wrong_and_fails(host: str, minimal: PortalFolder) -> None:
    page = minimal.root / "content" / "pages" / "bad.md"
    page.write_text("---\nid: bad\ntitle: Bad\n---\n[rien](nulle-part-du-tout.md)\n", encoding="utf-8")
    built = run(minimal.root, *BUILDS[host])
    assert built.code == 1
    assert "content/pages/bad.md:5:1 [broken-link" in built.err
    assert "Traceback" not in built.err
    assert list(minimal.site.rglob("*.html")) == []


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_template_that_is_wrong_stops_a_host(host: str, minimal: PortalFolder) -> None:
    template = minimal.root / "theme" / "pages" / "home.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ 1 // 0 }}", encoding="utf-8")
    built = run(minimal.root, *BUILDS[host])
    assert (built.code, "Traceback" in built.err) == (1, False)
    assert f"ZeroDivisionError: integer division or modulo by zero ({template}:1)" in built.err


def test_a_shell_that_is_wrong_stops_a_host(minimal: PortalFolder) -> None:
    template = minimal.root / "theme" / "main.html"
    template.parent.mkdir(exist_ok=True)
    template.write_text('{% extends "base.html" %}{% block htmltitle %}{{ page.title | upper }}{% endblock %}')
    built = run(minimal.root, *BUILDS["mkdocs"])
    assert (built.code, "Traceback" in built.err) == (1, False)
    assert "The build stopped on a file of the theme.\n" in built.err
    assert "main.html changes the slot page.title, which it can only print as it is" in built.err


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_host_builds_again_over_its_own_site(
    host: str, minimal: PortalFolder, by_command_line: dict[str, bytes]
) -> None:
    for _ in range(2):
        assert run(minimal.root, *BUILDS[host]).code == 0
    assert tree(minimal.site) == by_command_line


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_mistake_leaves_the_site_as_it_was(
    host: str, minimal: PortalFolder, by_command_line: dict[str, bytes]
) -> None:
    """The host empties its folder before it builds: what is wrong is said before that."""
    assert run(minimal.root, *BUILDS[host]).code == 0
    (minimal.root / "content" / "pages" / "bad.md").write_text("---\nid: bad\n---\n", encoding="utf-8")
    built = run(minimal.root, *BUILDS[host])
    assert (built.code, built.err.count("content/pages/bad.md:")) == (1, 1)
    assert tree(minimal.site) == by_command_line


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(
    ("folder", "said"),
    [("data", "what the portal is made of"), ("media/site", "what the portal is made of"), ("mine", "has no mark")],
)
def test_a_host_empties_no_folder_but_a_site_s(host: str, folder: str, said: str, minimal: PortalFolder) -> None:
    settings = minimal.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nsite_dir: {folder}\n", encoding="utf-8")
    (minimal.root / folder).mkdir(parents=True, exist_ok=True)
    (minimal.root / folder / "thesis.odt").write_text("mine", encoding="utf-8")
    before = tree(minimal.root)
    built = run(minimal.root, *BUILDS[host])
    assert (built.code, said in built.err, "Traceback" in built.err) == (1, True, False)
    assert tree(minimal.root) == before


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_host_waits_for_no_other_build(host: str, lang: str, minimal: PortalFolder) -> None:
    """It would empty the folder that the other one is filling."""
    assert run(minimal.root, *BUILDS[host]).code == 0
    before = tree(minimal.site)
    said = {
        "fr": f"Une autre construction de {minimal.site} est en cours",
        "en": f"Another build of {minimal.site} is running",
    }
    with sole_builder(staging_folder(minimal.site)):
        built = run(minimal.root, *BUILDS[host], LANG=f"{lang}_{lang.upper()}.UTF-8")
    assert (built.code, said[lang] in built.err, "Traceback" in built.err) == (1, True, False)
    assert tree(minimal.site) == before


def test_the_address_comes_from_the_environment(minimal: PortalFolder) -> None:
    """As the workflow does for a project site under its repository's name."""
    url = "https://somebody.example/repository/"
    for command in (("portail", "build"), BUILDS["mkdocs"]):
        built = run(minimal.root, *command, PORTAIL_SITE_URL=url)
        assert built.code == 0, built.err
        assert f'href="{url}"' in minimal.html("")
        assert "<a href=/repository/bienvenue/" in minimal.html("404.html")


# The command line in a process of its own


@pytest.mark.parametrize(("lang", "closing"), [("en_GB.UTF-8", "Warnings: 9."), ("fr_FR.UTF-8", "Avertissements : 9.")])
def test_check(lang: str, closing: str, minimal: PortalFolder) -> None:
    checked = run(minimal.root, "portail", "check", LANG=lang)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.replace("\u00a0", " ").rstrip("\n").endswith(closing)


@pytest.mark.parametrize("errors", [False, True])
def test_check_prints_json_and_nothing_else(errors: bool, minimal: PortalFolder) -> None:
    if errors:
        (minimal.root / "content" / "pages" / "bad.md").write_text("\ttabs\n", encoding="utf-8")
    checked = run(minimal.root, "portail", "check", "--format", "json")
    assert (checked.code, checked.err) == (int(errors), "")
    severities = {problem["severity"] for problem in json.loads(checked.out)["problems"]}
    assert severities == ({"error", "warning"} if errors else {"warning"})


@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        (["find", "port"], 0, "port-calme commune      Port-Calme ()\n"),
        (["find", "01234"], 0, "port-calme commune      Port-Calme ()\n"),
        (["find", "nowhere"], 1, ""),
        (["--version"], 0, None),
        ([], 2, None),
        (["bake"], 2, ""),
    ],
)
def test_exit_codes(arguments: list[str], code: int, out: str | None, minimal: PortalFolder) -> None:
    done = run(minimal.root, "portail", *arguments)
    assert done.code == code
    assert out in (None, done.out)
    assert "Traceback" not in done.err


def test_as_a_module(minimal: PortalFolder) -> None:
    done = run(minimal.root, "python", "-m", "site_builder.cli", "find", "port")
    assert (done.code, done.out) == (0, "port-calme commune      Port-Calme ()\n")


def test_a_new_portal_has_nothing_to_mend_and_builds(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    written = run(tmp_path, "portail", "init", "ours")
    assert (written.code, written.err) == (0, "")
    checked = run(folder, "portail", "check", "--format", "json")
    assert checked.code == 0
    assert [p for p in json.loads(checked.out)["problems"] if p["severity"] == "error"] == []
    built = run(folder, "portail", "build")
    assert (built.code, built.err) == (0, "")
    site = tree(folder / "site")
    assert {"index.html", "en/index.html", "404.html", "sitemap.xml"} <= site.keys()
    assert run(folder, *BUILDS["mkdocs"]).code == 0
    assert tree(folder / "site") == site
    again = run(tmp_path, "portail", "init", "ours")
    assert (again.code, again.out) == (1, "")


# Servers


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def server(folder: Path, *command: str) -> Iterator[subprocess.Popen[str]]:
    """A server that is stopped as an editor stops it: with Ctrl+C."""
    process = subprocess.Popen(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def answer(url: str) -> tuple[int, str]:
    """Status and text; a refused connection is status 0."""
    try:
        with urlopen(url, timeout=5) as response:  # noqa: S310 (our own server)
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return 0, ""


def wait_for(found: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while not found():
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < deadline, "the server did not answer in time"
        time.sleep(0.1)


SERVERS = {
    "portail": ("portail", "serve", "--port", "{port}"),
    "mkdocs": ("mkdocs", "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    "properdocs": ("properdocs", "serve", "--quiet", "-f", "mkdocs.yml", "--dev-addr", "127.0.0.1:{port}"),
}


@pytest.mark.parametrize("host", SERVERS)
def test_serve_shows_pages_rebuilds_them_and_stops(host: str, minimal: PortalFolder) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    with server(minimal.root, *(word.format(port=port) for word in SERVERS[host])) as process:
        wait_for(lambda: answer(url)[0] == 200, process)
        status, page = answer(f"{url}en/welcome/port-calme/")
        assert (status, "<h1>Welcome to Port-Calme</h1>" in page) == (200, True)
        assert ("livereload(" in page, POLICY in page) == (True, False)  # it would refuse the host's script
        status, lost = answer(f"{url}no/such/page/")
        assert status == 404
        assert "This page does not exist" in lost

        about = minimal.root / "content" / "pages" / "about.md"
        about.write_text(about.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
        wait_for(lambda: "Une phrase de plus." in answer(f"{url}a-propos/")[1], process)

        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=20)
        assert process.returncode == 0
    assert answer(url) == (0, "")


def test_serve_goes_on_after_a_mistake(minimal: PortalFolder) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/a-propos/"
    about = minimal.root / "content" / "pages" / "about.md"
    right = about.read_text(encoding="utf-8")
    with server(minimal.root, "portail", "serve", "--port", str(port)) as process:
        wait_for(lambda: answer(url)[0] == 200, process)
        about.write_text(right.replace("title:", "titel:"), encoding="utf-8")
        time.sleep(2)
        assert process.poll() is None
        assert "Ce portail parle d’un seul lieu." in answer(url)[1]
        about.write_text(right + "\nCorrigé.\n", encoding="utf-8")
        wait_for(lambda: "Corrigé." in answer(url)[1], process)
        os.kill(process.pid, signal.SIGINT)
        said = process.communicate(timeout=20)[0]
        assert process.returncode == 0
    assert "content/pages/about.md:3:1 [unknown-field]" in said
    assert "Traceback" not in said


def test_serve_starts_on_a_portal_with_errors(minimal: PortalFolder) -> None:
    """An editor who has just made a mistake needs it most."""
    port = free_port()
    about = minimal.root / "content" / "pages" / "about.md"
    right = about.read_text(encoding="utf-8")
    about.write_text(right.replace("title:", "titel:"), encoding="utf-8")
    with server(minimal.root, "portail", "serve", "--port", str(port)) as process:
        wait_for(lambda: answer(f"http://127.0.0.1:{port}/")[0] == 404, process)
        about.write_text(right, encoding="utf-8")
        wait_for(lambda: answer(f"http://127.0.0.1:{port}/a-propos/")[0] == 200, process)
        os.kill(process.pid, signal.SIGINT)
        said = process.communicate(timeout=20)[0]
    assert "content/pages/about.md:3:1 [unknown-field]" in said
    assert "Traceback" not in said


def test_a_port_that_is_taken(minimal: PortalFolder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(minimal.root, "portail", "serve", "--port", str(port))
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        f"Port {port} is already taken, probably by another “serve”: nothing was built.\n"
        f"→ Stop the other one (Ctrl-C), or take another port: {BIN / 'portail'} serve --port {port + 1}\n"
    )
