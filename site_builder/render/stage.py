"""The render stage: a scene is set once, then any process can make any page of it."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from markupsafe import Markup

from site_builder.host import HostTheme, ThemeFault
from site_builder.load.git import UNKNOWN, LastChanges
from site_builder.output import Output
from site_builder.pictures.picture import Picture
from site_builder.plan.pages import PagePlan
from site_builder.plan.stage import Planned
from site_builder.render.environment import environment
from site_builder.render.frame import ShellKey, fill_slots, render_shells, shell_key
from site_builder.render.geography import Geography
from site_builder.render.glosses import glosses
from site_builder.render.links import Links
from site_builder.render.page_kinds import BY_KIND, PageView
from site_builder.render.scene import Scene, render_prose
from site_builder.render.shared_html import SharedHtml, render_shared
from site_builder.render.shell import Shell
from site_builder.render.views.guide.packs import PackFiles
from site_builder.render.views.shared import Shared, shared_views
from site_builder.render.words import Words

TEMPLATE_SUFFIX = ".html"


class RenderFailure(Exception):
    """Something that could not be rendered; the message says what, and with which template."""


class TemplateFault(RenderFailure, ThemeFault):
    """A template is at fault; the message says which file and line."""


@contextmanager
def named(what: str) -> Iterator[None]:
    """Whatever goes wrong in ``what`` is a RenderFailure that names it."""
    try:
        yield
    except Exception as error:
        said = f"{what}: {type(error).__name__}: {error}"
        place = _place_in_template(error)
        if place:
            raise TemplateFault(f"{said} ({place})") from error
        raise (TemplateFault if isinstance(error, ThemeFault) else RenderFailure)(said) from error


def _place_in_template(error: Exception) -> str:
    """The file and line of the last template at work, which Jinja writes into tracebacks; empty where none was."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((f"{f.filename}:{f.lineno}" for f in reversed(frames) if f.filename.endswith(TEMPLATE_SUFFIX)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A scene, what its pages share, as values and as HTML, and the shells they are poured into."""

    scene: Scene
    shared: Shared
    html: SharedHtml
    shells: Mapping[ShellKey, Shell]

    def with_packs(self, packs: PackFiles) -> "Press":
        """Another press, whose guides link to their printed editions.

        These are printed from what the first one says (`paper/values.py`), so neither can be made after both.
        """
        return replace(self, shared=replace(self.shared, packs=packs))

    def view(self, page: PagePlan) -> PageView:
        """What a page says, as values: nothing is rendered."""
        return BY_KIND[page.kind].view(self.scene, self.shared, page)

    def content(self, page: PagePlan) -> Markup:
        """What a page says, as HTML: the inside of its ``<main>``."""
        kind = BY_KIND[page.kind]
        values = kind.context(self.view(page))
        return self.scene.template(f"pages/{kind.template}", page.lang, html=self.html.__getitem__, **values)

    def page(self, page: PagePlan) -> Output:
        """One page. Raises RenderFailure."""
        with named(f"page {page.key} ({page.lang}), template pages/{BY_KIND[page.kind].template}"):
            slots = fill_slots(self.scene, page, self.content(page))
            return Output(page.file, self.shells[shell_key(page)].fill(slots))

    def pages(self, pages: Iterable[PagePlan]) -> Iterator[Output]:
        """Pages one by one: nothing keeps the ones already made."""
        for page in pages:
            yield self.page(page)


def set_scene(
    planned: Planned,
    geography: Geography,
    theme: HostTheme,
    assets: Mapping[str, str],
    pictures: Mapping[str, Picture] | None = None,
    changes: LastChanges = UNKNOWN,
) -> Scene:
    """Everything rendering reads. ``assets`` names the files of the style sheet, the script and the icon.

    Without ``pictures``, by the paths of their originals, images of texts keep the address and the size of theirs.
    """
    pictures = pictures or {}
    portal, site, interface = planned.portal, planned.site, planned.interface
    links = Links(theme.site_url)
    words = {lang: Words(lang, portal.reference_lang, interface) for lang in portal.languages}
    explained = glosses(portal, site, links)
    return Scene(
        portal=portal,
        site=site,
        interface=interface,
        links=links,
        environment=environment(theme.template_dirs),
        words=words,
        prose=render_prose(portal, site, links, words, explained, pictures),
        glosses=explained,
        geography=geography,
        assets=assets,
        pictures=pictures,
        today=planned.today,
        changes=changes,
        served=theme.served,
    )


def press_of(
    planned: Planned,
    places: Geography,
    theme: HostTheme,
    assets: Mapping[str, str] | None = None,
    pictures: Mapping[str, Picture] | None = None,
    changes: LastChanges = UNKNOWN,
) -> Press:
    """The press of a plan. Without ``assets`` it has the views of pages alone, which is enough for paper."""
    scene = set_scene(planned, places, theme, assets or {}, pictures, changes)
    return Press(scene=scene, shared=shared_views(scene), html={}, shells={}) if assets is None else prepare(scene)


def prepare(scene: Scene) -> Press:
    """The press for a scene: shared HTML and shells are rendered here, once. Raises RenderFailure."""
    shared = shared_views(scene)
    with named("what guides share, templates fragments/"):
        html = render_shared(scene, shared)
    with named("what is around every page, template main.html"):
        shells = render_shells(scene)
    return Press(scene=scene, shared=shared, html=html, shells=shells)
