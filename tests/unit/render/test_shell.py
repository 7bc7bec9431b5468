"""A filled shell is byte for byte what its template would have rendered: for one page of every kind and language."""

from collections.abc import Callable

import pytest

from site_builder.pipeline import check_portal
from site_builder.plan.pages import PagePlan
from site_builder.render.frame import fill_slots, render_whole
from site_builder.render.geography import geography
from site_builder.render.page_kinds import BY_KIND, PAGE_KINDS
from site_builder.render.stage import Press, prepare, set_scene
from tests.conftest import SITE_URLS, TODAY, copy_portal, engine_theme

ASSETS = {"stylesheet": "assets/a.css", "script": "assets/a.js", "icon": "assets/a.svg"}
LANGUAGES = {"minimal": ("fr", "en", "ar"), "districts": ("fr", "en")}
ONLY_ONE_LANGUAGE = {"not-found"}
"""One page for all languages, planned in the reference one."""
ABSENT = {("minimal", "ambassador"), ("minimal", "guideline"), ("minimal", "asset", "en"), ("minimal", "page", "ar")}
"""What a portal does not have, in any language or in one."""

CASES = [
    (name, kind.kind, lang)
    for name, languages in LANGUAGES.items()
    for kind in PAGE_KINDS
    for lang in languages
    if (name, kind.kind) not in ABSENT and (name, kind.kind, lang) not in ABSENT
    if kind.kind not in ONLY_ONE_LANGUAGE or lang == languages[0]
]


@pytest.fixture(scope="module")
def presses(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Press]:
    made: dict[str, Press] = {}

    def press(name: str) -> Press:
        if name not in made:
            root = copy_portal(name, tmp_path_factory.mktemp("shell") / name).root
            planned = check_portal(root, today=TODAY).planned
            assert planned is not None
            theme = engine_theme(root / "site", SITE_URLS[name])
            made[name] = prepare(set_scene(planned, geography(planned.portal), theme, ASSETS))
        return made[name]

    return press


@pytest.mark.parametrize(("name", "kind", "lang"), CASES)
def test_filling_equals_rendering(name: str, kind: str, lang: str, presses: Callable[[str], Press]) -> None:
    press = presses(name)
    pages = [page for page in press.scene.site if (page.kind, page.lang) == (kind, lang)]
    assert pages
    for page in pages:
        assert press.page(page).data == whole(press, page)


def whole(press: Press, page: PagePlan) -> bytes:
    scene, kind = press.scene, BY_KIND[page.kind]
    context = kind.view(scene, press.shared, page)
    content = scene.template(f"pages/{kind.template}", page.lang, page=page, **context)
    return render_whole(scene, page, fill_slots(scene, page, content)).encode()


def test_every_page_is_of_a_case_above(presses: Callable[[str], Press]) -> None:
    found = {(name, page.kind, page.lang) for name in LANGUAGES for page in presses(name).scene.site}
    assert found == set(CASES)


def test_pages_share_shells(presses: Callable[[str], Press]) -> None:
    """As many shells as languages × menu sections, not as pages."""
    press = presses("districts")
    assert len(press.scene.site) > 2 * len(press.shells)
    assert {key[0] for key in press.shells} == {"fr", "en"}
