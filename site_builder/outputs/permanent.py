"""``/q/ID/``: an address of each entry and territory that stays the same whatever its page is called.

It is what is printed and what others write down, and in no language: with script a reader goes on in theirs, with what
they asked for; without, they choose. An id never changes, and nobody else is given it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.files import permanent_path
from site_builder.plan.pages import GONE, GUIDE
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell
from site_builder.render.targets import Targets

PAGE, WAY = "permanent.html", "fragments/way.html"
PAGE_SLOTS = ("title", "ways")
WAY_SLOTS = ("url", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The page in one language."""

    lang: Lang
    url: str
    title: str


def permanent(scene: Scene) -> Iterator[Output]:
    """A page for each entry that is shown somewhere, for each territory, and for each profile that has left."""
    page = Shell.of(lambda marks: _page(scene, marks), slots=PAGE_SLOTS, required=PAGE_SLOTS)
    lines = {lang: _line(scene, lang) for lang in scene.portal.languages}
    for stable_id, ways in _known(scene):
        if not ways:
            continue
        written = b"".join(lines[way.lang].fill({"url": way.url, "title": way.title}) for way in ways)
        title = " · ".join(dict.fromkeys(way.title for way in ways))
        yield Output(f"{permanent_path(stable_id)}index.html", page.fill({"title": title, "ways": written}))


def _known(scene: Scene) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """Ids, each with its page in the languages that it has."""
    territories = scene.portal.territories
    for page in scene.site:
        if page.kind in {GUIDE, GONE} and page.lang == scene.site.versions(page.key)[0].lang:
            name, ways = page.key.partition(":")[2], _pages(scene, page.key)
            yield name, ways
            other = territories[name].numbers[1:] if page.kind == GUIDE else ()
            yield from ((number, ways) for number in other if number not in territories)
    for entry in scene.portal.published:
        ways = _pages(scene, entry.key) if BY_KIND[entry.kind].paged else tuple(_parts(scene, entry))
        yield entry.id, _unnamed(scene, entry, ways) if entry.reference.living else ways


def _pages(scene: Scene, key: str) -> tuple[Way, ...]:
    return tuple(Way(lang=page.lang, url=scene.links.to(page), title=page.title) for page in scene.site.versions(key))


def _parts(scene: Scene, entry: Entry[Content]) -> Iterator[Way]:
    """Of an entry without a page of its own: its part of a page that shows several."""
    for lang, version in entry.versions.items():
        target = Targets(scene.portal, scene.site, scene.links, lang, "").file(entry.path)
        if target:
            yield Way(lang=lang, url=target.href, title=version.title)


def _unnamed(scene: Scene, entry: Entry[Content], ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """Of a living person, who may leave any day: what these pages are, and no name."""
    return tuple(replace(way, title=scene.words[way.lang].t(f"menu.{entry.kind}")) for way in ways)


def _page(scene: Scene, marks: Mapping[str, str]) -> str:
    lang = scene.portal.reference_lang
    return scene.environment.get_template(PAGE).render(
        lang=lang,
        direction=scene.portal.settings.language(lang).direction,
        heading=scene.words[lang].said(scene.portal.settings.name),
        stylesheet=scene.links.file(scene.assets["stylesheet"]),
        script=scene.links.file(scene.assets["permanent"]),
        icon=scene.links.file(scene.assets["icon"]),
        served=scene.served,
        **marks,
    )


def _line(scene: Scene, lang: Lang) -> Shell:
    """The way to a page in that language, in its own words."""
    template = scene.environment.get_template(WAY)
    said = scene.words[lang].t("permanent.go")
    return Shell.of(lambda marks: template.render(lang=lang, said=said, **marks), slots=WAY_SLOTS, required=WAY_SLOTS)
