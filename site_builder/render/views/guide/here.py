"""What a guide's territory has to show: the assets and the people that are there."""

from dataclasses import dataclass, replace

from site_builder.made_often import made_often
from site_builder.model.asset import is_place_of_memory, is_public_service
from site_builder.model.entry import Content, Entry
from site_builder.model.values import Lang
from site_builder.plan.pages import list_key
from site_builder.render.entries_by_place import EntriesByPlace, entries_by_place
from site_builder.render.said import joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView, language_note

KINDS = ("asset", "ambassador")
TRAIL = "trail"
"""Trails follow the assets, on the guides of their own territory and of what it lies in."""

MOST = 6
"""Links of each kind on a guide; the list pages have them all."""
MOST_TRAILS = 2


@made_often
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HereView:
    """Assets and people of the territory, or of its nearest parent where it has none: ``near`` tells.

    ``all_assets``: where all are, if there are more than these.
    """

    assets: tuple[LinkView, ...]
    all_assets: str
    people: tuple[LinkView, ...]
    near: bool


def entries_here(scene: Scene) -> EntriesByPlace:
    """What every guide is made from: of all that is in its territory, what is to be seen."""
    found = {
        key: tuple(entry for entry in entries if is_to_see(entry.reference))
        for key, entries in entries_by_place(scene.portal, (*KINDS, TRAIL)).items()
    }
    return {key: entries for key, entries in found.items() if entries}


def is_to_see(version: Content) -> bool:
    """Whether a guide tells its readers to go there, or to know that person."""
    return not is_place_of_memory(version) and not is_public_service(version)


def here(scene: Scene, code: str, lang: Lang) -> HereView:
    """What to see and whom to know in the territory ``code``: the same value where that is what is near."""
    parents = scene.portal.territories.line(code)[1:-1]  # not the whole portal's territory: its lists say it better
    entries = scene.once(entries_here)
    if parents and not any((kind, code) in entries for kind in KINDS):
        return scene.once(_here, parents[-1], lang, near=True)
    return _here(scene, code, lang, near=False)


def _here(scene: Scene, place: str, lang: Lang, *, near: bool) -> HereView:
    entries = scene.once(entries_here)
    assets, people = (
        tuple(_link(scene, entry, lang) for entry in entries.get((kind, place), ())[:MOST]) for kind in KINDS
    )
    all_assets = scene.url(list_key("asset"), lang) if len(entries.get(("asset", place), ())) > MOST else ""
    trails = tuple(_trail(scene, entry, lang) for entry in entries.get((TRAIL, place), ())[:MOST_TRAILS])
    return HereView(assets=(*assets, *trails), all_assets=all_assets, people=people, near=near)


def _link(scene: Scene, entry: Entry[Content], lang: Lang) -> LinkView:
    version, version_lang = entry.pick(lang)
    return LinkView(
        title=version.title,
        url=scene.url(entry.key, lang),
        lang=scene.words[lang].foreign(version_lang),
        note=language_note(scene, version_lang, lang),
        until=scene.until(entry),
    )


def _trail(scene: Scene, entry: Entry[Content], lang: Lang) -> LinkView:
    """The link to a trail, which says that it is one."""
    link = _link(scene, entry, lang)
    return replace(link, note=str(joined((scene.words[lang].t("trail.kind"), str(link.note)), " · ")))
