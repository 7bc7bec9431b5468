"""The render stage: a scene is set once, then any process can make any page of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.host import HostTheme
from site_builder.output import Output
from site_builder.plan.pages import PagePlan
from site_builder.plan.stage import Planned
from site_builder.render.environment import environment
from site_builder.render.frame import ShellKey, fill_slots, render_shells, shell_key
from site_builder.render.geography import Geography
from site_builder.render.links import Links
from site_builder.render.page_kinds import BY_KIND, PageKind
from site_builder.render.scene import Scene, render_prose
from site_builder.render.shell import Shell
from site_builder.render.views.sections import Shared, render_shared
from site_builder.render.words import Words


class RenderFailure(Exception):
    """A page that could not be made; the message says which, and with which template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A scene, the HTML its pages share, and the shells they are poured into."""

    scene: Scene
    shared: Shared
    shells: Mapping[ShellKey, Shell]

    def page(self, page: PagePlan) -> Output:
        """One page. Raises RenderFailure."""
        kind = BY_KIND[page.kind]
        try:
            return self._page(page, kind)
        except Exception as error:
            where = f"page {page.key} ({page.lang}), template pages/{kind.template}"
            raise RenderFailure(f"{where}: {type(error).__name__}: {error}") from error

    def _page(self, page: PagePlan, kind: PageKind) -> Output:
        context = kind.view(self.scene, self.shared, page)
        content = self.scene.template(f"pages/{kind.template}", page.lang, page=page, **context)
        return Output(page.file, self.shells[shell_key(page)].fill(fill_slots(self.scene, page, content)))

    def pages(self, pages: Iterable[PagePlan]) -> Iterator[Output]:
        """Pages one by one: nothing keeps the ones already made."""
        for page in pages:
            yield self.page(page)


def set_scene(planned: Planned, geography: Geography, theme: HostTheme, assets: Mapping[str, str]) -> Scene:
    """Everything rendering reads. ``assets`` names the files of the style sheet, the script and the icon."""
    portal, site, interface = planned.portal, planned.site, planned.interface
    links = Links(theme.site_url)
    words = {lang: Words(lang, portal.reference_lang, interface) for lang in portal.languages}
    return Scene(
        portal=portal,
        site=site,
        interface=interface,
        links=links,
        environment=environment(theme.template_dirs),
        words=words,
        prose=render_prose(portal, site, links, words),
        geography=geography,
        assets=assets,
        today=planned.today,
    )


def prepare(scene: Scene) -> Press:
    """The press for a scene: shared HTML and shells are rendered here, once."""
    return Press(scene=scene, shared=render_shared(scene), shells=render_shells(scene))
