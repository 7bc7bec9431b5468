"""What guides share is rendered once, and a composed page is byte for byte what rendering all of it would give."""

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import replace

import pytest
from markupsafe import Markup

from site_builder.model.values import Lang
from site_builder.plan.pages import GUIDE, PagePlan
from site_builder.render.scene import Scene
from site_builder.render.shared_html import SHORTENED, SharedHtml
from site_builder.render.stage import Press
from site_builder.render.terse import terse
from site_builder.render.views.guide.page import GuideView

PORTALS = ("minimal", "districts", "starter")


@pytest.mark.parametrize("name", PORTALS)
def test_composing_equals_rendering_the_whole(name: str, presses: Callable[[str], Press]) -> None:
    press = presses(name)
    guides = guides_of(press)
    assert guides
    assert [press.content(page) for page in guides] == [whole(press, page) for page in guides]


def guides_of(press: Press) -> list[PagePlan]:
    return [page for page in press.scene.site if page.kind == GUIDE]


def whole(press: Press, page: PagePlan) -> Markup:
    """The guide, with each of its fragments rendered for it alone, in its place."""

    def html(name: str, value: Hashable) -> Markup:
        text = press.scene.template(f"fragments/{name}.html", page.lang, html=html, **{name: value})
        return terse(text) if name in SHORTENED else text

    return press.scene.template("pages/guide.html", page.lang, html=html, guide=press.view(page))


@pytest.mark.parametrize("name", PORTALS)
def test_each_shared_value_is_rendered_once_for_each_language(
    name: str, presses: Callable[[str], Press], monkeypatch: pytest.MonkeyPatch
) -> None:
    press = presses(name)
    guides = guides_of(press)
    views = [view for view in map(press.view, guides) if isinstance(view, GuideView)]
    rendered: Counter[str] = Counter()
    render = Scene.template

    def counted(scene: Scene, template: str, lang: Lang, **context: object) -> Markup:
        rendered[template] += 1
        return render(scene, template, lang, **context)

    monkeypatch.setattr(Scene, "template", counted)
    fresh = replace(press, html=SharedHtml(press.scene))
    for page in [*guides, *guides]:
        fresh.content(page)
    langs = {page.lang for page in guides}
    assert rendered.pop("pages/guide.html") == 2 * len(guides)
    assert rendered["fragments/section.html"] == len({section for view in views for section in view.sections})
    assert rendered["fragments/sections.html"] == len({view.sections for view in views})
    assert rendered["fragments/emergency.html"] == rendered["fragments/filter.html"] == len(langs)
    assert rendered["fragments/unrecorded.html"] == len({view.unrecorded for view in views if view.contents.answers})
    assert rendered["fragments/contents.html"] == len({view.contents for view in views})
