"""Templates print what views give, and nothing else: in every branch for their own names, and in practice for all."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jinja2 import StrictUndefined, nodes
from jinja2.meta import find_undeclared_variables

from site_builder.render.environment import environment
from site_builder.render.page_kinds import PAGE_KINDS, PageKind
from site_builder.render.shell import SLOTS
from site_builder.render.stage import Press, RenderFailure, prepare
from site_builder.render.views.frame import SiteView
from site_builder.render.views.guide.contact import UnrecordedView
from site_builder.render.views.guide.contents import ContentsView
from site_builder.render.views.guide.directories import DirectoriesView
from site_builder.render.views.guide.emergency import EmergencyView
from site_builder.render.views.guide.here import HereView
from site_builder.render.views.guide.readers import FilterView
from site_builder.render.views.guide.sections import SectionView
from tests.conftest import REPOSITORY

PORTALS = ("minimal", "districts", "starter")
THEME = REPOSITORY / "theme"
ALWAYS = {"t", "lang", "gloss"}
"""What `Scene.template` gives to every template."""
SHELL_PAGE = {*SLOTS, "lang", "direction", "door", "section"}


def names(view: type[Any]) -> set[str]:
    worked_out = {name for name, member in vars(view).items() if isinstance(member, property)}
    return {field.name for field in fields(view)} | worked_out


def parsed(template: str) -> nodes.Template:
    return environment([THEME]).parse((THEME / template).read_text(encoding="utf-8"))


def attributes(template: str, name: str) -> set[str]:
    """``{{ home.title }}``: ``title``, wherever the template says it."""
    found = parsed(template).find_all(nodes.Getattr)
    return {node.attr for node in found if isinstance(node.node, nodes.Name) and node.node.name == name}


@pytest.mark.parametrize("name", PORTALS)
def test_every_page_prints_only_what_it_is_given(name: str, presses: Callable[[str], Press]) -> None:
    press = presses(name)
    assert press.scene.environment.undefined is StrictUndefined
    made = [press.page(page).path for page in press.scene.site]
    assert made == [page.file for page in press.scene.site]


def test_every_kind_is_in_one_of_these_portals(presses: Callable[[str], Press]) -> None:
    assert {page.kind for name in PORTALS for page in presses(name).scene.site} == {kind.kind for kind in PAGE_KINDS}


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.kind)
def test_a_page_template_says_only_names_of_its_view(kind: PageKind) -> None:
    template = f"pages/{kind.template}"
    view = get_type_hints(kind.view)["return"]
    given = {kind.name} if kind.name else names(view)
    assert find_undeclared_variables(parsed(template)) <= {*ALWAYS, "html", *given}
    if kind.name:
        assert attributes(template, kind.name) <= names(view)


@pytest.mark.parametrize(
    ("template", "given"),
    [("breadcrumbs.html", "crumbs"), ("switcher.html", "languages"), ("organisations.html", "organisations")],
)
def test_a_fragment_says_only_names_that_it_is_given(template: str, given: str) -> None:
    assert find_undeclared_variables(parsed(f"fragments/{template}")) <= {*ALWAYS, given}


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("contents", ContentsView),
        ("directories", DirectoriesView),
        ("emergency", EmergencyView),
        ("filter", FilterView),
        ("here", HereView),
        ("section", SectionView),
        ("unrecorded", UnrecordedView),
    ],
)
def test_a_fragment_that_pages_share_says_only_names_of_its_view(name: str, view: type[Any]) -> None:
    assert find_undeclared_variables(parsed(f"fragments/{name}.html")) <= {*ALWAYS, "say", name}
    assert attributes(f"fragments/{name}.html", name) <= names(view)


def shell_templates() -> Iterator[str]:
    """base.html and what it includes."""
    yield "base.html"
    for node in parsed("base.html").find_all(nodes.Include):
        assert isinstance(node.template, nodes.Const)
        yield node.template.value


@pytest.mark.parametrize("template", [*shell_templates()])
def test_the_shell_says_only_names_that_it_is_given(template: str) -> None:
    assert find_undeclared_variables(parsed(template)) <= {"t", "page", "site", "drawn"}
    assert attributes(template, "site") <= names(SiteView)
    assert attributes(template, "page") <= SHELL_PAGE


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        (
            "pages/home.html",
            "{{ home.titel }}",
            (
                "page home (fr), template pages/home.html: UndefinedError: "
                "'site_builder.render.views.doors.home.HomeView object' has no attribute 'titel'"
            ),
        ),
        (
            "pages/page.html",
            "{{ boddy }}",
            "page page:about (fr), template pages/page.html: UndefinedError: 'boddy' is undefined",
        ),
        (
            "main.html",
            "{{ page.title }}{{ page.content }}{{ sight.name }}",
            "what is around every page, template main.html: UndefinedError: 'sight' is undefined",
        ),
        (
            "fragments/section.html",
            "{{ section.titel }}",
            (
                "page guide:port-calme (fr), template pages/guide.html: UndefinedError: "
                "'site_builder.render.views.guide.sections.SectionView object' has no attribute 'titel'"
            ),
        ),
    ],
)
def test_a_portal_s_own_template_that_misspells_a_name_is_told(
    template: str, text: str, said: str, presses: Callable[[str], Press], tmp_path: Path
) -> None:
    """An empty place in a page would be seen by readers first."""
    (tmp_path / template).parent.mkdir(exist_ok=True)
    (tmp_path / template).write_text(text, encoding="utf-8")
    scene = replace(presses("minimal").scene, environment=environment([tmp_path, THEME]))
    with pytest.raises(RenderFailure) as caught:
        [*prepare(scene).pages(scene.site)]
    assert str(caught.value) == f"{said} ({tmp_path / template}:1)"
