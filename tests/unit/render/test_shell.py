"""A filled shell is byte for byte what its template would have rendered: for one page of every kind and language."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.plan.pages import NOT_FOUND, PagePlan
from site_builder.render.environment import environment
from site_builder.render.frame import fill_slots, render_whole
from site_builder.render.page_kinds import PAGE_KINDS
from site_builder.render.stage import Press
from site_builder.render.terse import terse
from tests.conftest import REPOSITORY

THEME = REPOSITORY / "theme"
LANGUAGES = {"minimal": ("fr", "en", "ar"), "districts": ("fr", "en")}
ONLY_ONE_LANGUAGE = {"not-found"}
"""One page for all languages, planned in the reference one."""
ABSENT = {
    *(("minimal", kind) for kind in ("audience", "ambassador", "guideline", "glossary", "wording", "house", "relay")),
    ("minimal", "trail"),
    ("minimal", "portrait"),
    ("minimal", "criteria"),
    ("minimal", "open-data"),
    ("minimal", "proofs"),
    ("minimal", "news"),
    ("minimal", "gone"),
    *(("minimal", kind) for kind in ("workplaces", "workplace", "partner-work")),
    *(("minimal", "asset", "en"), ("minimal", "page", "ar")),
}
"""What a portal does not have, in any language or in one."""

CASES = [
    (name, kind.kind, lang)
    for name, languages in LANGUAGES.items()
    for kind in PAGE_KINDS
    for lang in languages
    if (name, kind.kind) not in ABSENT and (name, kind.kind, lang) not in ABSENT
    if kind.kind not in ONLY_ONE_LANGUAGE or lang == languages[0]
]


@pytest.mark.parametrize(("name", "kind", "lang"), CASES)
def test_filling_equals_rendering(name: str, kind: str, lang: str, presses: Callable[[str], Press]) -> None:
    press = presses(name)
    pages = [page for page in press.scene.site if (page.kind, page.lang) == (kind, lang)]
    assert pages
    for page in pages:
        assert terse(press.page(page).data.decode()) == terse(whole(press, page).decode())


def whole(press: Press, page: PagePlan) -> bytes:
    return render_whole(press.scene, page, fill_slots(press.scene, page, press.content(page))).encode()


def test_every_page_is_of_a_case_above(presses: Callable[[str], Press]) -> None:
    found = {(name, page.kind, page.lang) for name in LANGUAGES for page in presses(name).scene.site}
    assert found == set(CASES)


@pytest.mark.parametrize(
    ("template", "times"),
    [
        ("{% for each in languages %}<a href={{ each.url }}>{{ each.name }} {{ each.note }}</a>{% endfor %}", 10),
        ("{% for each in languages if each.url %}{{ each.url | upper }}{% endfor %}", 10 + 222),
    ],
)
def test_a_switcher_is_rendered_for_each_page_only_where_it_changes_addresses(
    template: str, times: int, presses: Callable[[str], Press], tmp_path: Path
) -> None:
    """One for each language, and for each note of pages that are not translated."""
    (tmp_path / "fragments").mkdir()
    (tmp_path / "fragments" / "switcher.html").write_text(template)
    scene = replace(presses("districts").scene, environment=environment([tmp_path, THEME]), tally=Counter())
    for page in scene.site:
        targets = filter(None, (scene.site.nearest(page.key, lang) for lang in LANGUAGES["districts"]))
        switcher = str(fill_slots(scene, page, b"")["switcher"]).lower()
        assert page.key == NOT_FOUND or all(scene.links.to(target).lower() in switcher for target in targets)
    assert scene.tally["fragments/switcher.html"] == times


def test_pages_share_shells(presses: Callable[[str], Press]) -> None:
    """As many shells as languages × menu sections, not as pages."""
    press = presses("districts")
    assert len(press.scene.site) > 2 * len(press.shells)
    assert {key[0] for key in press.shells} == {"fr", "en"}
