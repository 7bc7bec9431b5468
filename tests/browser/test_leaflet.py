"""A leaflet is printed, the page that its code leads to is renamed twice: whoever scans it arrives."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect

from site_builder.cli.main import main
from tests.browser.partners import at_its_address, scanned
from tests.browser.portal_pages import SITE_URL
from tests.conftest import PortalFolder, write_files
from tests.unit.paper.conftest import run_printing

DRAWN = """\
#set page(width: auto, height: auto, margin: 0pt)
#for number in (1, 2) { image("leaflet.pdf", page: number) }
"""
"""Both pages of the leaflet, as pictures."""
DRAW = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], format='png', ppi=200)"
"""In a process of its own: one that has called Typst has threads."""


def rename(portal: PortalFolder, former: str, name: str, slugs: list[str]) -> None:
    """As an editor does, with the line that makes the former address lead to the new one; then a release."""
    file = portal.root / "data/territories/territories.yml"
    said = file.read_text(encoding="utf-8")
    assert f"name: {former}," in said
    file.write_text(said.replace(f"name: {former},", f"name: {name},"), encoding="utf-8")
    assert [problem.code for problem in portal.check().problems] == ["territory-address-lost"]
    lines = "".join(f"{slug},bourg,\n" for slug in slugs)
    write_files(portal.root, {"data/reference/former_addresses.csv": f"slug,territory,code\n{lines}"})
    release(portal)


def release(portal: PortalFolder) -> None:
    assert not portal.build(site_url=SITE_URL).failed
    assert main(["ledger", "--root", str(portal.root)]) == 0


def test_a_printed_code_leads_to_a_page_renamed_twice(
    portal: Callable[..., PortalFolder], browser: Browser, tmp_path: Path
) -> None:
    made = portal()
    release(made)
    run_printing(made.root, SITE_URL, tmp_path / "out", "bourg", formats="leaflet")
    (tmp_path / "out" / "bourg-fr-leaflet.pdf").rename(tmp_path / "leaflet.pdf")
    rename(made, "Le Bourg", "Bourg-Neuf", ["le-bourg"])
    rename(made, "Bourg-Neuf", "Bourg-sur-Mer", ["le-bourg", "bourg-neuf"])

    (tmp_path / "drawn.typ").write_text(DRAWN, encoding="utf-8")
    subprocess.run([sys.executable, "-c", DRAW, tmp_path / "drawn.typ", tmp_path / "page-{p}.png"], check=True)
    codes = [code for picture in sorted(tmp_path.glob("page-*.png")) for code in scanned(picture)]
    assert codes == [f"{SITE_URL}q/bourg/"]
    context = browser.new_context(locale="fr-FR")
    at_its_address(context, made.site)
    page = context.new_page()
    for address in (*codes, f"{SITE_URL}bienvenue/le-bourg/"):
        page.goto(address)
        expect(page).to_have_url(f"{SITE_URL}bienvenue/bourg-sur-mer/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Bourg-sur-Mer")
    context.close()
