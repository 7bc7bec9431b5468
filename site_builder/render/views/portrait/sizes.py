"""How many places of a territory are of which size."""

from bisect import bisect_right
from collections.abc import Sequence

from site_builder.model.values import Lang
from site_builder.render.charts import bars
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.portrait.table import RowView, TableView
from site_builder.render.views.portrait.years import population_column

CLASSES = (200, 500, 2000, 10_000)
"""Inhabitants from which the next class of size begins: hamlets and villages first, for half of the communes are."""
COUNTED = 5
"""Places from which on classes of size say something."""


def sizes(scene: Scene, populations: Sequence[int], places: Said, lang: Lang) -> TableView:
    """How many places are of each size, and how many people live in them."""
    words = scene.words[lang]
    by_size: list[list[int]] = [[] for _ in range(len(CLASSES) + 1)]
    for population in populations:
        by_size[bisect_right(CLASSES, population)].append(population)
    found = [(_size_name(scene, at, lang), of_size) for at, of_size in enumerate(by_size) if of_size]
    lengths = bars([sum(of_size) for _, of_size in found])  # as in the table of the places beside it
    return TableView(
        title=words.t("portrait.sizes"),
        columns=(words.t("portrait.size"), places, population_column(scene, lang)),
        rows=tuple(
            RowView(name=name, cells=(words.number(len(of_size)), words.number(sum(of_size))), bar=length)
            for (name, of_size), length in zip(found, lengths, strict=True)
        ),
    )


def _size_name(scene: Scene, at: int, lang: Lang) -> str:
    words = scene.words[lang]
    if at == 0:
        return words.t("portrait.class_under", to=words.number(CLASSES[0]))
    if at == len(CLASSES):
        return words.t("portrait.class_over", start=words.number(CLASSES[-1]))
    return words.t("portrait.class", start=words.number(CLASSES[at - 1]), to=words.number(CLASSES[at] - 1))
