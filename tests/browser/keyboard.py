"""A reader who has only a keyboard: where Tab leads, and whether that is seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.contrast import CONTRAST

MOST_STOPS = 700
STOP = (
    "() => new Promise((told) => requestAnimationFrame(() => {"
    + CONTRAST
    + """
  const it = document.activeElement;
  if (!it || it === document.body) return told(null);
  const behind = (box) => {
    for (; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if (!/rgba\\(.* 0\\)|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return "white";
  };
  const ring = () => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(it);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return 0;
    const shadow = boxShadow.match(/rgba?\\([^)]*\\)/)?.[0]; // a second ring, of the other lightness, around the first
    const around = behind(it.parentElement);
    return Math.max(contrast(outlineColor, shadow ?? around), shadow ? contrast(shadow, around) : 0);
  };
  const drawn = () => { // a link of a drawing: the line of its shape
    const shape = it.querySelector("circle, path");
    if (!shape) return 0;
    const { stroke, strokeWidth, fill } = getComputedStyle(shape), around = behind(it.closest("svg").parentElement);
    if (parseFloat(strokeWidth) < 2) return 0;
    return Math.max(contrast(stroke, around), fill === "none" ? 0 : contrast(stroke, fill));
  };
  const { left, right, top, bottom } = it.getClientRects()[0] ?? it.getBoundingClientRect();
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const marked = window.walked ??= new WeakMap();
  const again = marked.get(it) ?? 0;
  marked.set(it, again + 1);
  const last = window.lastWalked;
  window.lastWalked = it;
  told({
    what: it.outerHTML.slice(0, 100),
    name: (it.getAttribute("aria-label") || it.innerText || it.textContent || "").trim(),
    again,
    parts: it.matches("[type=date]"),
    ordered: !last || last === it || !!(last.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING),
    contrast: it instanceof SVGElement ? Math.max(ring(), drawn()) : ring(),
    covered: !(seen && (it.contains(seen) || seen.contains(it))),
  });
}))"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """What has the focus. ``name`` is what it says; ``faults``, what keeps a reader from seeing where they are."""

    what: str
    name: str
    faults: tuple[str, ...]


def walk(page: Page, most: int = MOST_STOPS) -> Iterator[Stop]:
    """Press Tab until the page is left. Raises AssertionError where it is not, after ``most`` stops: a trap."""
    found: dict[str, Any] | None = None
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(STOP)
        if found is None:
            return
        yield Stop(what=found["what"], name=found["name"], faults=tuple(_faults(found)))
    raise AssertionError(f"{most} times Tab, and still on the page: {found}")


def _faults(found: dict[str, Any]) -> Iterator[str]:
    if found["again"] > (6 if found["parts"] else 0):
        yield "again"
    if not found["ordered"]:
        yield "before what came before"
    if found["contrast"] < 3:
        yield f"focus of a contrast of {found['contrast']:.1f}"
    if found["covered"]:
        yield "covered"


def reach(page: Page, name: str) -> Stop:
    """Press Tab until what is called ``name``, or begins so, has the focus."""
    stops = []
    for stop in walk(page):
        assert stop.faults == (), stop
        stops.append(stop.name)
        if stop.name.startswith(name):
            return stop
    raise AssertionError(f"nothing is called {name}: {stops}")


def anew(page: Page) -> None:
    """Where a reader comes by again is no fault any more: they went back."""
    page.evaluate("() => { delete window.walked; delete window.lastWalked; }")
