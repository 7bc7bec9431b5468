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


def test_a_page_says_what_is_wrong_until_it_is_mended(browser: Browser, tmp_path: Path) -> None:
    folder = copy_portal("minimal", tmp_path / "minimal")
    url = f"http://127.0.0.1:{(port := free_port())}/a-propos/"
    about = folder.root / "content" / "pages" / "about.md"
    right = about.read_text(encoding="utf-8")
    with server(folder.root, "portail", "serve", "--port", str(port), "--lang", "fr") as process:
        wait_for(lambda: answer(url)[0] == 200, process)
        page = browser.new_page()
        page.goto(url)
        expect(page.get_by_text("À corriger\u00a0: 0.")).to_be_visible()
        about.write_text(right.replace("title:", "titel:"), encoding="utf-8")
        told = page.get_by_role("complementary", name="Ce que dit le contrôle")
        expect(told).to_contain_text("[unknown-field] Le champ «\u00a0titel\u00a0» n’existe pas.")
        expect(told.get_by_role("listitem")).to_have_count(1)  # warnings wait
        expect(told.get_by_text("title: À propos")).to_be_visible()
        place = told.get_by_role("link", name="content/pages/about.md:3:1")
        expect(place).to_have_attribute("href", f"vscode://file{about}:3:1")
        expect(page.get_by_role("heading", level=1, name="À propos")).to_be_visible()
        about.write_text(right, encoding="utf-8")
        expect(page.get_by_text("unknown-field")).to_have_count(0)
        expect(page.get_by_text("À corriger\u00a0: 0.")).to_be_visible()
        page.close()
