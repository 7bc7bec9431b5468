"""Views are values: what a page says can be had without its HTML, for paper or to know whether it has changed."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest
from markupsafe import Markup

from site_builder.render.stage import Press
from site_builder.render.views.guide.page import GuideView
from site_builder.render.views.guide.sections import section_views

PORTALS = ("minimal", "districts", "starter")
PROSE = {
    *((view, name) for view in ("BlockView", "EditionText", "AdviceView") for name in ("html", "see")),
    ("StepView", "html"),
    ("QuoteView", "html"),
    ("ProofView", "body"),
    ("NewsItemView", "body"),
    *(
        (view, name)
        for view in (
            "AssetView",
            "TrailView",
            "AmbassadorView",
            "GuidelineView",
            "FreePageView",
            "HouseView",
            "RelayView",
            "PerkView",
            "EventView",
        )
        for name in ("body", "see")
    ),
}
"""What editors write in Markdown: HTML, and safe."""


def markup(value: object, owner: str = "", name: str = "") -> Iterator[tuple[str, str]]:
    """The view and the field of every piece of HTML in ``value``."""
    if isinstance(value, Markup):
        yield owner, name
    elif isinstance(value, tuple):
        for item in value:
            yield from markup(item, owner, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from markup(getattr(value, field.name), type(value).__name__, field.name)


def test_views_hold_no_html_but_prose(presses: Callable[[str], Press]) -> None:
    views = [press.view(page) for press in map(presses, PORTALS) for page in press.scene.site]
    assert {found for view in views for found in markup(view)} == PROSE


@pytest.mark.parametrize("name", ["districts", "starter"])
def test_sections_are_made_once_for_all_guides_that_inherit_the_same(
    name: str, presses: Callable[[str], Press]
) -> None:
    press = presses(name)
    guides = [(page.lang, page.subject, press.view(page)) for page in press.scene.site if page.kind == "guide"]
    sections = {
        (lang, press.scene.portal.guides.key(code), tuple(id(section) for section in view.sections))
        for lang, code, view in guides
        if isinstance(view, GuideView)
    }
    assert len({(lang, key) for lang, key, _ in sections}) == len(sections) < len(guides)


def test_sections_as_values(presses: Callable[[str], Press]) -> None:
    sections = section_views(presses("districts").scene, "101", "en")
    assert [
        (section.id, section.title, section.provenance, [(block.anchor, block.title) for block in section.blocks])
        for section in sections
    ] == [
        ("first-steps", "First steps", "Written by: Valdaine (demonstration).", [("register", "Register")]),
        ("housing", "Housing", "Adapted by: Amont (demonstration).", [("waste-a", "Trier en Amont")]),
    ]


def test_a_portal_that_is_no_demonstration_says_plainly_who_wrote(presses: Callable[[str], Press]) -> None:
    scene = presses("minimal").scene
    code = scene.portal.settings.territory
    said = {lang: {section.provenance for section in section_views(scene, code, lang)} for lang in ("fr", "en")}
    assert said == {"fr": {"Écrit par\u00a0: Port-Calme."}, "en": {"Written by: Port-Calme."}}
