"""Pages at addresses that have moved: they lead on, in every language, and ask search engines to forget them.

With script the reader's query and fragment are kept; without, a refresh leads to the page itself (WCAG 2.2, technique
H76: at once, so that nothing moves under a reader). A visible link serves where neither works.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.leading_on import leading_on
from site_builder.plan.pages import HOME, PagePlan
from site_builder.render.scene import Scene

TEMPLATE = "redirect.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One language's page. ``title`` is in ``lang``, which is the page's own."""

    url: str
    lang: Lang
    title: str
    direction: str
    said: str


def redirects(scene: Scene) -> Iterator[Output]:
    """A page at every address that leads on."""
    for old, page in leading_on(scene.portal, scene.site).items():
        yield Output(f"{old}index.html", _redirect(scene, page).encode())


def _redirect(scene: Scene, page: PagePlan) -> str:
    words = scene.words[page.lang]
    ways = tuple(
        Way(
            url=scene.links.to(version),
            lang=version.lang,
            title=version.title,
            direction=scene.portal.settings.language(version.lang).direction,
            said=scene.words[version.lang].t("redirect.go"),
        )
        for version in sorted(scene.site.versions(page.key), key=lambda version: version.lang != page.lang)
    )
    return scene.environment.get_template(TEMPLATE).render(
        lang=page.lang,
        direction=scene.portal.settings.language(page.lang).direction,
        title=words.t("redirect.title"),
        name=words.said(scene.portal.settings.name),
        home=scene.url(HOME, page.lang),
        canonical=scene.links.absolute(page.path),
        url=scene.links.to(page),
        ways=ways,
        stylesheet=scene.links.file(scene.assets["stylesheet"]),
        script=scene.links.file(scene.assets["moved"]),
        icon=scene.links.file(scene.assets["icon"]),
        served=scene.served,
    )
