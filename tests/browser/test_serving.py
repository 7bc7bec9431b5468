"""What somebody who writes sees: the page they look at follows their text."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.conftest import copy_portal
from tests.hosts.running import answer, free_port, server, wait_for


def test_a_page_reloads_when_its_text_changes(browser: Browser, tmp_path: Path) -> None:
    folder = copy_portal("minimal", tmp_path / "minimal")
    url = f"http://127.0.0.1:{(port := free_port())}/a-propos/"
    with server(folder.root, "portail", "serve", "--port", str(port)) as process:
        wait_for(lambda: answer(url)[0] == 200, process)
        page = browser.new_page()
        page.goto(url)
        about = folder.root / "content" / "pages" / "about.md"
        about.write_text(about.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
        expect(page.get_by_text("Une phrase de plus.")).to_be_visible()
        page.close()
