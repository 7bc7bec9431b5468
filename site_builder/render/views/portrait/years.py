"""Populations and the year that they are of, which is said where a source of the portal says it."""

from site_builder.model.values import Lang
from site_builder.render.scene import Scene


def residents(scene: Scene, count: int, lang: Lang) -> str:
    """``habitants en 2023``: what a large figure counts."""
    words, year = scene.words[lang], scene.portal.settings.population_year
    return words.t("portrait.residents_in", n=count, year=str(year)) if year else words.t("portrait.residents", n=count)


def population_column(scene: Scene, lang: Lang) -> str:
    """The head of a column of populations."""
    words, year = scene.words[lang], scene.portal.settings.population_year
    return words.t("portrait.population_in", year=str(year)) if year else words.t("workplace.population")


def counted_in(scene: Scene, lang: Lang) -> str:
    """The sentence that says it of figures in sentences."""
    year = scene.portal.settings.population_year
    return scene.words[lang].t("portrait.counted_in", year=str(year)) if year else ""
