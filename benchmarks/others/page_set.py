"""The region's welcome guides as data, from which other generators build the same pages.

``python -m benchmarks.others.page_set --output DIR`` writes ``DIR/<lang>.json``, which holds

- ``pages``: each guide as plain values, nothing of it empty (``guide_values``);
- ``blocks``: the HTML of what guides share (sections, emergency numbers…), once, by the key that pages name it by;
- ``words``: what the template itself says, by the portal's own keys;
- ``shell``: what is around every guide, ``parts`` with the ``slots`` between them, which pages have a string for.

Others are handed this in ready, where the portal begins with its editors' files: nothing is left to them of
inheritance, Markdown, typography, distances, opening hours or structured data.
"""

import argparse
import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from benchmarks.guides import ROOT, guide_press, guides_of, order
from benchmarks.others.page_values import KeyOf, guide_values, slot_values
from site_builder.collector import collector_paused
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.frame import shell_key
from site_builder.render.stage import Press
from site_builder.render.terse import terse
from site_builder.render.views.guide.page import guide

WORDS = (
    "contact.address contact.hours contact.hours_unclear contact.hours_unknown contact.telephone "
    "contact.telephone_unknown contact.unpublished contact.visit emergency.title guide.answers guide.choose "
    "guide.choose_why guide.contact guide.contents guide.organisations guide.people_here guide.see_here guide.see_near "
    "guide.towns guide.ways home.assets_more nav.breadcrumbs nav.languages welcome.title"
).split()
"""What theme/pages/guide.html says that is the same on every page of a language."""


class Blocks:
    """The HTML that pages share, each text once; a page names it by its key."""

    def __init__(self, press: Press, lang: Lang) -> None:
        self._press = press
        self._lang = lang
        self._keys: dict[str, str] = {}

    @cached_property
    def key(self) -> KeyOf:
        """The key of a shared value's HTML; empty where it says nothing."""
        return cache(self._key)

    def _key(self, name: str, value: Hashable) -> str:
        html = self._press.html.page(f"fragments/{name}.html", self._lang, **{name: value}).decode()
        return self._keys.setdefault(str(terse(html)), f"b{len(self._keys)}") if html else ""

    def texts(self) -> Mapping[str, str]:
        return {key: html for html, key in self._keys.items()}


@collector_paused()
def page_set(root: Path) -> Mapping[Lang, Mapping[str, Any]]:
    """The guides of the portal in ``root``, by language. Raises PortalHasErrors."""
    press = guide_press(order(root, root, jobs=1))  # nothing is written
    pages = list(guides_of(press.scene.site))
    return {
        lang: _of_language(press, lang, [page for page in pages if page.lang == lang])
        for lang in press.scene.portal.languages
    }


def _of_language(press: Press, lang: Lang, pages: Sequence[PagePlan]) -> Mapping[str, Any]:
    scene, blocks = press.scene, Blocks(press, lang)
    shells = {press.shells[shell_key(page)] for page in pages}
    assert len(shells) == 1, "guides of one language have one shell"
    shell = shells.pop()
    values = [_page(press, page, blocks) for page in pages]
    return {
        "words": {key: scene.words[lang].t(key) for key in WORDS},
        "shell": {"parts": [part.decode() for part in shell.parts], "slots": shell.slots},
        "blocks": blocks.texts(),
        "pages": values,
    }


def _page(press: Press, page: PagePlan, blocks: Blocks) -> dict[str, Any]:
    view = guide(press.scene, press.shared, page)
    return {
        "path": page.path,
        **slot_values(press.scene, page),
        **guide_values(press.scene, view, page.lang, blocks.key),
    }


def write(sets: Mapping[Lang, Mapping[str, Any]], folder: Path) -> Iterable[Path]:
    """A file for each language, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for lang, values in sets.items():
        file = folder / f"{lang}.json"
        file.write_text(json.dumps(values, ensure_ascii=False, indent=0), encoding="utf-8")
        files.append(file)
    return files


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="the portal (default: the region)")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    write(page_set(options.root), options.output)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
