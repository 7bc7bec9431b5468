"""``/q/ID/``: an address of each entry and territory that stays the same whatever its page is called.

It is what is printed and what others write down, and in no language: with script a reader goes on in theirs, with what
they asked for; without, they choose. An id never changes, and nobody else is given it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from site_builder.model.block import hides
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.plan.files import permanent_path
from site_builder.plan.leading_on import taken_ids
from site_builder.plan.pages import HOME, gone_key, guide_key
from site_builder.render.scene import Scene
from site_builder.render.shell import Shell
from site_builder.render.targets import Targets
from site_builder.render.terse import terse

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
    page = Shell.of(lambda marks: _page(scene, marks), terse, slots=PAGE_SLOTS, required=PAGE_SLOTS)
    lines = {lang: _line(scene, lang) for lang in scene.portal.languages}
    for stable_id, ways in _known(scene):
        if not ways:
            continue
        written = b"".join(lines[way.lang].fill({"url": way.url, "title": way.title}) for way in ways)
        title = " · ".join(dict.fromkeys(way.title for way in ways))
        yield Output(f"{permanent_path(stable_id)}index.html", page.fill({"title": title, "ways": written}))


def _known(scene: Scene) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """Ids, each with its page in the languages that it has. Of two that want one, the first has it."""
    told: set[str] = set()
    for name, ways in chain(_territories(scene), _entries(scene), _left(scene)):
        if name not in told:
            told.add(name)
            yield name, ways


def _territories(scene: Scene) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """By code, by SIREN, and by the codes of those that have become a part of them."""
    portal = scene.portal
    for territory in portal.territories:
        ways = _pages(scene, guide_key(territory.code))
        yield from ((number, ways) for number in territory.numbers)
    yield from ((code, _pages(scene, guide_key(now))) for code, now in portal.former_codes.items())


def _entries(scene: Scene) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """By their own ids, then by those of entries that they replace."""
    replaced = []
    for entry in scene.portal.published:
        if hides(entry.reference):
            continue
        ways = _pages(scene, entry.key) if BY_KIND[entry.kind].paged else tuple(_parts(scene, entry))
        ways = _unnamed(scene, entry, ways) if entry.reference.living else ways
        yield entry.id, ways
        replaced += [(name, ways) for name in taken_ids(entry)]
    yield from replaced


def _left(scene: Scene) -> Iterator[tuple[str, tuple[Way, ...]]]:
    """What is shown no more: its neutral page, or that on which it stood."""
    for profile in scene.portal.former_profiles:
        yield profile.id, _pages(scene, gone_key(profile.id))
    for each in scene.portal.withdrawn:
        keys = [gone_key(address) for address in each.addresses] or [each.stood_on]
        pages = [page for key in keys for page in scene.site.versions(key)]
        found = {page.lang: page for page in pages or scene.site.versions(HOME)}
        yield (
            each.id,
            tuple(
                Way(lang=lang, url=scene.links.to(page), title=scene.words[lang].t("gone.title"))
                for lang, page in found.items()
            ),
        )


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
    language = scene.portal.settings.language(lang)
    said = scene.words[lang].own("permanent.go") or f"{language.name}:"  # others' words would name their own language
    values = {"lang": lang, "direction": language.direction, "said": said}
    return Shell.of(lambda marks: template.render(**values, **marks), slots=WAY_SLOTS, required=WAY_SLOTS)
