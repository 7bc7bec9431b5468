"""Pages at addresses that have moved: they lead on, in every language, and ask search engines to forget them.

With script the reader's query and fragment are kept; without, a refresh leads to the page itself (WCAG 2.2, technique
H76: at once, so that nothing moves under a reader). A visible link serves where neither works.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.pages import PagePlan
from site_builder.render.scene import Scene

TEMPLATE = "redirect.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One language's page. ``title`` is in ``lang``, which is the page's own."""

    url: str
    lang: Lang
    title: str
    said: str


def redirects(scene: Scene) -> Iterator[Output]:
    """A page at every old path of an entry that has a page now."""
    for kind, entries in scene.portal.entries.items():
        for entry in entries if BY_KIND[kind].paged else ():
            for old in entry.reference.old_paths:
                page = _page(scene, entry, old)
                if page:
                    yield Output(f"{old.strip('/')}/index.html", _redirect(scene, page).encode())


def _page(scene: Scene, entry: Entry[Content], old: str) -> PagePlan | None:
    """The page in the language of the old address; in another, where it is not translated any more."""
    others = [lang for lang in scene.portal.languages[1:] if old.strip("/").startswith(f"{lang}/")]
    return scene.page(entry.key, others[0] if others else scene.portal.reference_lang)


def _redirect(scene: Scene, page: PagePlan) -> str:
    words = scene.words[page.lang]
    ways = tuple(
        Way(
            url=scene.links.to(version),
            lang=version.lang,
            title=version.title,
            said=scene.words[version.lang].t("redirect.go"),
        )
        for version in sorted(scene.site.versions(page.key), key=lambda version: version.lang != page.lang)
    )
    return scene.environment.get_template(TEMPLATE).render(
        lang=page.lang,
        direction=scene.portal.settings.language(page.lang).direction,
        title=words.t("redirect.title"),
        canonical=scene.links.absolute(page.path),
        url=scene.links.to(page),
        ways=ways,
        stylesheet=scene.links.file(scene.assets["stylesheet"]),
        script=scene.links.file(scene.assets["moved"]),
        icon=scene.links.file(scene.assets["icon"]),
        served=scene.served,
    )
