"""What a list may be narrowed by: the territories just below the root, themes, whom the entries are for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.page import Door
from site_builder.model.registry import BY_KIND
from site_builder.model.slugs import fold, slugify
from site_builder.model.values import Lang
from site_builder.render.said import Said, language_of
from site_builder.render.scene import Scene
from site_builder.render.views.common import audience_slugs
from site_builder.render.views.facets import AUDIENCE, PLACE, THEME, facets_of, keyword_title, place_titles


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One value of a way to narrow, and how many entries it keeps: its own, and those that name no value.

    What names no place is of the whole territory: the list keeps it under a heading of its own, and no place counts it.

    ``lang``: as of an `OptionView`.
    """

    value: str
    title: str
    lang: Lang | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrowingView:
    """A way to narrow: its name in the address, its label, the words for everything, its values."""

    name: str
    label: str
    everything: str
    choices: tuple[ChoiceView, ...]


def narrowings(scene: Scene, entries: Iterable[Entry[Content]], lang: Lang) -> tuple[NarrowingView, ...]:
    """The ways that leave a choice: two values at least, each of them of some entry."""
    listed = tuple(entries)
    versions = [entry.pick(lang)[0] for entry in listed]
    found = [dict(facets_of(scene, entry, lang)) for entry in listed]
    words, places = scene.words[lang], place_titles(scene, lang)
    door = BY_KIND[listed[0].kind].door if listed else Door.BOTH
    titles = {slugify(t): keyword_title(scene, t, lang) for version in versions for t in version.themes}
    readers = {
        slug: words.said(audience.called(door))
        for audience in scene.portal.frame.audiences
        for slug in audience_slugs(scene, (audience.id,))
    }
    made = (
        _narrowing(PLACE, words.t("list.by.ou"), words.t("list.any.ou"), places, found),
        _narrowing(THEME, words.t("list.by.theme"), words.t("list.any.theme"), titles, found),
        _narrowing(AUDIENCE, words.t("list.by.pour"), words.t("list.any.pour"), readers, found),
    )
    return tuple(each for each in made if len(each.choices) > 1)


def _narrowing(
    name: str, label: str, everything: str, titles: Mapping[str, Said], found: Sequence[Mapping[str, tuple[str, ...]]]
) -> NarrowingView:
    counts = Counter(value for facets in found for value in {*facets.get(name, ())})
    everywhere = sum(name not in facets for facets in found) if name != PLACE else 0
    choices = (
        ChoiceView(value=value, title=str(title), lang=language_of(title), count=counts[value] + everywhere)
        for value, title in titles.items()
        if value and counts[value]
    )
    ordered = tuple(sorted(choices, key=lambda choice: fold(choice.title)))
    return NarrowingView(name=name, label=label, everything=everything, choices=ordered)
