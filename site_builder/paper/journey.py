"""The steps of an arrival on paper, with a box to tick, and the first few of them for the leaflet."""

import re

from site_builder.model.step import Stage as StageId
from site_builder.paper.edition import FirstStep, Stage, Step
from site_builder.paper.manuscript import Manuscript
from site_builder.paper.rich import plain
from site_builder.render.views.welcome.journey import step_view
from site_builder.resolve.journeys import StepEntry

FIRST = 5
SHORT = 150
"""Characters of a sentence that stands on two lines of the leaflet."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Ý«“])")


def stages(copy: Manuscript) -> tuple[Stage, ...]:
    """The stages of the journey's page; every territory has them, whether or not it has such a page."""
    steps = copy.scene.portal.journeys.steps(copy.code)
    found = ((stage, tuple(_step(copy, step) for step in steps if step.reference.stage is stage)) for stage in StageId)
    return tuple(
        Stage(id=stage.value, title=copy.words.t(f"journey.stage.{stage.value}"), steps=own)
        for stage, own in found
        if own
    )


def first_steps(copy: Manuscript) -> tuple[FirstStep, ...]:
    """The first ones after the arrival, in a sentence each: a leaflet is given to whoever is here.

    Steps for some audiences only are left to the guide.
    """
    steps = (entry for entry in copy.scene.portal.journeys.steps(copy.code) if not entry.reference.audiences)
    here = [_step(copy, entry) for entry in steps if entry.reference.stage is not StageId.BEFORE]
    return tuple(
        FirstStep(id=step.id, title=step.title, lang=step.lang, text=opening(plain(step.body))) for step in here[:FIRST]
    )


def opening(text: str, most: int = SHORT) -> str:
    """The first sentence of a text; nothing where it is too long for a leaflet: the title says it."""
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    return first if len(first) <= most else ""


def _step(copy: Manuscript, entry: StepEntry) -> Step:
    """Nothing of a step on paper is the territory's own: it is made once."""
    return copy.once((entry.key, copy.lang), lambda: _made(copy, entry))


def _made(copy: Manuscript, entry: StepEntry) -> Step:
    step = step_view(copy.scene, copy.code, entry, copy.lang)
    role = copy.scene.portal.directory.roles.get(entry.reference.role or "")
    return Step(
        id=step.id,
        title=step.title,
        lang=step.lang,
        body=copy.tree(str(step.html)),
        when=step.when,
        documents=step.documents,
        documents_lang=step.documents_lang,
        role=copy.words.said(role.title) if role else "",
        url=step.website.url if step.website else "",
    )
