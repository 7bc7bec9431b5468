"""What a list may be narrowed by: the territories just below the root, themes, whom the entries are for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.model.entry import Content, Entry
from site_builder.model.slugs import fold, slugify
from site_builder.model.values import Lang
from site_builder.render.said import Said, language_of
from site_builder.render.scene import Scene
from site_builder.render.views.common import Facet, audience_slugs
from site_builder.render.views.doors.places import first_level

PLACE, THEME, AUDIENCE = "ou", "theme", "pour"
"""What they are called in an address. Not ``lieu``, which is the reader’s own place on other pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One value of a way to narrow, and how many entries it keeps: its own, and those that name no value.

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


def facets_of(scene: Scene, entry: Entry[Content], lang: Lang) -> tuple[Facet, ...]:
    """What one entry is found by. By what is left out it is always found: the whole territory's is by every place."""
    version, _ = entry.pick(lang)
    found = (
        (PLACE, _places(scene, version.territory)),
        (THEME, tuple(filter(None, map(slugify, version.themes)))),
        (AUDIENCE, audience_slugs(scene, version.audiences)),
    )
    return tuple((name, values) for name, values in found if values)


def narrowings(scene: Scene, entries: Iterable[Entry[Content]], lang: Lang) -> tuple[NarrowingView, ...]:
    """The ways that leave a choice: two values at least, each of them of some entry."""
    listed = tuple(entries)
    versions = [entry.pick(lang)[0] for entry in listed]
    found = [dict(facets_of(scene, entry, lang)) for entry in listed]
    words, names, slugs = scene.words[lang], scene.portal.names, scene.portal.slugs
    places = {slugs[below.code]: names.get(below.code, lang).short for below in first_level(scene)}
    titles = {slugify(t): words.shown(words.keyword("theme", t)) for version in versions for t in version.themes}
    readers = {
        slug: words.said(audience.title)
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
    everywhere = sum(name not in facets for facets in found)
    choices = (
        ChoiceView(value=value, title=str(title), lang=language_of(title), count=counts[value] + everywhere)
        for value, title in titles.items()
        if value and counts[value]
    )
    ordered = tuple(sorted(choices, key=lambda choice: fold(choice.title)))
    return NarrowingView(name=name, label=label, everything=everything, choices=ordered)


def _places(scene: Scene, code: str | None) -> tuple[str, ...]:
    """The slugs of the territories just below the root that a territory lies in, or that it is."""
    if code is None or code not in scene.portal.territories:
        return ()
    chain = scene.portal.territories.chain(code)
    return tuple(scene.portal.slugs[below.code] for below in first_level(scene) if below.code in chain)
