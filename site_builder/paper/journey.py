"""The steps of an arrival on paper, with a box to tick, and the first few of them for the leaflet."""

import re

from site_builder.model.step import Stage as StageId
from site_builder.paper.edition import FirstStep, Stage, Step
from site_builder.paper.manuscript import Manuscript
from site_builder.paper.rich import plain
from site_builder.render.views.journey import StepView, journey
from site_builder.resolve.journeys import StepEntry

FIRST = 5
SHORT = 150
"""Characters of a sentence that stands on two lines of the leaflet."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Ý«“])")


def stages(copy: Manuscript) -> tuple[Stage, ...]:
    """The stages of the journey's page; every territory has them, whether or not it has such a page."""
    roles = _roles(copy)
    view = journey(copy.scene, copy.press.shared, copy.page)
    return tuple(
        Stage(
            id=stage.id,
            title=stage.title,
            steps=tuple(_step(copy, step, roles.get(step.id, "")) for step in stage.steps),
        )
        for stage in view.stages
    )


def first_steps(all_stages: tuple[Stage, ...]) -> tuple[FirstStep, ...]:
    """The first ones after the arrival, in a sentence each; a leaflet is given to those who are here."""
    here = [step for stage in all_stages if stage.id != StageId.BEFORE for step in stage.steps]
    return tuple(
        FirstStep(id=step.id, title=step.title, lang=step.lang, text=opening(plain(step.body))) for step in here[:FIRST]
    )


def opening(text: str, most: int = SHORT) -> str:
    """The first sentence of a text; nothing where it is too long for a leaflet: the title says it."""
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    return first if len(first) <= most else ""


def _step(copy: Manuscript, step: StepView, role: str) -> Step:
    return Step(
        id=step.id,
        title=step.title,
        lang=step.lang,
        body=copy.tree(str(step.html)),
        when=step.when,
        documents=step.documents,
        role=role,
        url=step.website.url if step.website else "",
    )


def _roles(copy: Manuscript) -> dict[str, str]:
    """Whom to see for each step."""
    portal = copy.scene.portal
    known = ((step.id, portal.directory.roles.get(step.reference.role or "")) for step in _entries(copy))
    return {step: copy.words.label(role.title).text for step, role in known if role}


def _entries(copy: Manuscript) -> tuple[StepEntry, ...]:
    return copy.scene.portal.journeys.steps(copy.code)
