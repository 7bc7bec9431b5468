"""The territory in a few facts."""

from site_builder.paper.edition import Fact
from site_builder.paper.manuscript import Manuscript
from site_builder.render.views.guide.facts import FactView

MOST = 5
LEFT_OUT = frozenset({"code", "position", "postal_codes"})
"""Facts for whoever looks something up, not for whoever arrives."""


def facts(copy: Manuscript) -> tuple[Fact, ...]:
    """The first facts of the guide."""
    told = [fact for fact in copy.guide.facts if fact.key not in LEFT_OUT]
    return tuple(_fact(fact) for fact in told[:MOST])


def _fact(fact: FactView) -> Fact:
    return Fact(label=fact.label, value=str(fact.value), note=fact.note)
