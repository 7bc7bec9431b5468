"""The steps of an arrival (https://schema.org/HowTo): the same ones are written once for all territories."""

from site_builder.model.step import Stage
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.described.territories import area
from site_builder.render.described.writing import Json, written
from site_builder.render.scene import Scene
from site_builder.resolve.journeys import StepEntry


def how_to(scene: Scene, page: PagePlan) -> list[str]:
    """The steps of the page's territory, stage by stage."""
    sections = scene.once(_sections, scene.portal.journeys.steps(page.subject), page.lang)
    about = written(area(scene, page.subject, page.lang))
    name = written(page.title)
    return [f'{{"@id":"#subject","@type":"HowTo","name":{name},"about":{about},"step":{sections}}}']


def _sections(scene: Scene, steps: tuple[StepEntry, ...], lang: Lang) -> str:
    sections: list[Json] = []
    for stage in Stage:
        own = [step for step in steps if step.reference.stage is stage]
        if own:
            title = scene.words[lang].t(f"journey.stage.{stage.value}")
            elements = [_step(step, lang, at) for at, step in enumerate(own, start=1)]
            at = len(sections) + 1
            sections.append({"@type": "HowToSection", "position": at, "name": title, "itemListElement": elements})
    return written(sections)


def _step(step: StepEntry, lang: Lang, position: int) -> Json:
    version, _ = step.pick(lang)
    return {"@type": "HowToStep", "position": position, "name": version.title, "url": f"#{step.id}"}
