"""axe-core on a page that is open: WCAG 2.2 A and AA."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
COLOURED = ["color-contrast", "link-in-text-block"]
"""What depends on colours: all that another scheme can change (tests/unit/test_theme_rules.py)."""
RUN = """async ([exclude, runOnly]) => {
  const { violations } = await axe.run({ exclude }, { runOnly, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""
"""All that axe found is some 45 kB, which Python would read for a tenth of a second."""
BLOCKS = ".bs"
"""The blocks of a guide: the same bytes in every guide that has them."""
WIDTHS = (360, 1280)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def violations(page: Page, *, only_colours: bool = False, but: tuple[str, ...] = ()) -> list[str]:
    """Rule, and where it is broken. ``only_colours``: of a page whose other rules were read in another scheme.

    ``but``: selectors of what another page was read for.
    """
    rules = {"type": "rule", "values": COLOURED} if only_colours else {"type": "tag", "values": TAGS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, [list(but), rules])
    return found
