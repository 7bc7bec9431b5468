"""data/rgaa.yml as a page beside the accessibility statement: a table for each subject of the standard."""

from collections import Counter
from dataclasses import dataclass

from site_builder.model.rgaa import CriteriaTopic, Criterion, CriterionState
from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """A row. ``state`` is also what it looks like; ``called``, how readers see it called; ``led`` leads the proofs."""

    number: str
    title: Said
    state: str
    called: str
    reason: Said
    led: str
    proofs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaTopicView:
    """A table."""

    number: int
    title: Said
    rows: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaView:
    """What pages/criteria.html prints. ``counts``: each state with the number of its criteria."""

    title: str
    summary: str
    counts: tuple[str, ...]
    source: str
    topics: tuple[CriteriaTopicView, ...]


def criteria(scene: Scene, shared: Shared, page: PagePlan) -> CriteriaView:
    """The criteria in the order of the standard."""
    rgaa, words = scene.portal.rgaa, scene.words[page.lang]
    times = Counter(criterion.state for topic in rgaa.topics for criterion in topic.criteria)
    return CriteriaView(
        title=page.title,
        summary=page.description,
        counts=tuple(_count(scene, state, times[state], page.lang) for state in CriterionState),
        source=words.t("criteria.source", version=rgaa.version),
        topics=tuple(_topic(scene, number, topic, page.lang) for number, topic in enumerate(rgaa.topics, start=1)),
    )


def _count(scene: Scene, state: CriterionState, n: int, lang: Lang) -> str:
    words = scene.words[lang]
    return words.t("criteria.count", state=_called(scene, state, lang), n=n)


def _topic(scene: Scene, number: int, topic: CriteriaTopic, lang: Lang) -> CriteriaTopicView:
    rows = tuple(_criterion(scene, criterion, lang) for criterion in topic.criteria)
    return CriteriaTopicView(number=number, title=scene.words[lang].said(topic.title), rows=rows)


def _criterion(scene: Scene, criterion: Criterion, lang: Lang) -> CriterionView:
    words = scene.words[lang]
    return CriterionView(
        number=criterion.number,
        title=words.said(criterion.title),
        state=criterion.state,
        called=_called(scene, criterion.state, lang),
        reason=words.said(next(said.text for said in scene.portal.rgaa.reasons if said.id == criterion.reason)),
        led=words.t("criteria.proofs", n=len(criterion.proofs)),
        proofs=criterion.proofs,
    )


def _called(scene: Scene, state: CriterionState, lang: Lang) -> str:
    return scene.words[lang].t(f"criteria.state.{state.value}")
