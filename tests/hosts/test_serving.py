"""The servers that show an editor their pages: they follow what is written, and stop with Ctrl+C."""

import os
import shutil
import signal
import socket
from functools import partial
from urllib.request import urlopen

import pytest

from tests.conftest import REPOSITORY, PortalFolder, write_files
from tests.hosts.running import BIN, HOSTS, POLICY, STARTS_WITHIN, answer, free_port, run, said_until, server, wait_for

SERVERS = {
    "portail": ("portail", "serve", "--port", "{port}"),
    "mkdocs": ("mkdocs", "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    "properdocs": ("properdocs", "serve", "--quiet", "-f", "mkdocs.yml", "--dev-addr", "127.0.0.1:{port}"),
}


@pytest.mark.parametrize("host", ["portail", *HOSTS])
def test_serve_shows_pages_rebuilds_them_and_stops(host: str, minimal: PortalFolder) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    with server(minimal.root, *(word.format(port=port) for word in SERVERS[host])) as process:
        wait_for(lambda: answer(url)[0] == 200, process)
        status, page = answer(f"{url}en/welcome/port-calme/")
        assert (status, "<h1>Welcome to Port-Calme</h1>" in page) == (200, True)
        assert urlopen(f"{url}en/welcome/port-calme", timeout=5).url == f"{url}en/welcome/port-calme/"  # noqa: S310
        assert ("livereload(" in page, POLICY in page) == (True, False)  # it would refuse the host's script
        status, lost = answer(f"{url}no/such/page/")
        assert status == 404
        assert "This page does not exist" in lost

        about = minimal.root / "content" / "pages" / "about.md"
        about.write_text(about.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
        wait_for(lambda: "Une phrase de plus." in answer(f"{url}a-propos/")[1], process)

        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=STARTS_WITHIN)
        assert process.returncode == 0
    assert answer(url) == (0, "")
    assert not (minimal.root / "site").exists()  # what is published is another site: with a policy, with its worker


def test_serve_goes_on_after_a_mistake(minimal: PortalFolder) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/a-propos/"
    about = minimal.root / "content" / "pages" / "about.md"
    right = about.read_text(encoding="utf-8")
    with server(minimal.root, "portail", "serve", "--port", str(port)) as process:
        wait_for(lambda: answer(url)[0] == 200, process)
        about.write_text(right.replace("title:", "titel:"), encoding="utf-8")
        said = said_until("[unknown-field]", process)
        assert "Ce portail parle d’un seul lieu." in answer(url)[1]
        about.write_text(right + "\nCorrigé.\n", encoding="utf-8")
        wait_for(lambda: "Corrigé." in answer(url)[1], process)
        for number in range(5):
            about.write_text(right + f"\nEssai {number}, puis rien.\n", encoding="utf-8")
        wait_for(lambda: "Essai 4, puis rien." in answer(url)[1], process)
        os.kill(process.pid, signal.SIGINT)
        said += process.communicate(timeout=STARTS_WITHIN)[0]
        assert process.returncode == 0
    assert "content/pages/about.md:3:1 [unknown-field]" in said
    assert "Traceback" not in said


def shows(url: str, text: str) -> bool:
    return text in answer(url)[1]


def test_serve_follows_a_folder_that_was_not_there(minimal: PortalFolder) -> None:
    port = free_port()
    own = minimal.root / "theme"
    shutil.rmtree(own, ignore_errors=True)
    with server(minimal.root, "portail", "serve", "--port", str(port)) as process:
        wait_for(lambda: answer(f"http://127.0.0.1:{port}/")[0] == 200, process)
        footer = (REPOSITORY / "theme/partials/footer.html").read_text(encoding="utf-8")
        for text in ("À nous", "Encore à nous"):  # it comes, then it changes
            write_files(minimal.root, {"theme/partials/footer.html": f"{footer}<p>{text}"})
            wait_for(partial(shows, f"http://127.0.0.1:{port}/", f"<p>{text}"), process)


def test_serve_starts_on_a_portal_with_errors(minimal: PortalFolder) -> None:
    """An editor who has just made a mistake needs it most."""
    port = free_port()
    about = minimal.root / "content" / "pages" / "about.md"
    right = about.read_text(encoding="utf-8")
    about.write_text(right.replace("title:", "titel:"), encoding="utf-8")
    with server(minimal.root, "portail", "serve", "--port", str(port)) as process:
        wait_for(lambda: "[unknown-field]" in answer(f"http://127.0.0.1:{port}/")[1], process)
        about.write_text(right, encoding="utf-8")
        wait_for(lambda: answer(f"http://127.0.0.1:{port}/a-propos/")[0] == 200, process)
        os.kill(process.pid, signal.SIGINT)
        said = process.communicate(timeout=STARTS_WITHIN)[0]
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
