"""data/rgaa.yml: every criterion has a reason that the file says."""

from collections.abc import Iterator

from site_builder.check.references import unknown_word
from site_builder.check.sight import Sight
from site_builder.model.values import pick
from site_builder.problems import Problem

PATH = "data/rgaa.yml"


def unknown_reasons(sight: Sight) -> Iterator[Problem]:
    """A reason that is not in the list of the same file."""
    rgaa, reference = sight.portal.rgaa, sight.portal.reference_lang
    known = {reason.id: pick(reason.text, reference, reference).text for reason in rgaa.reasons}
    for row, topic in enumerate(rgaa.topics):
        for column, criterion in enumerate(topic.criteria):
            if criterion.reason not in known:
                place = sight.data_place(PATH, "topics", row, "criteria", column, "reason")
                yield unknown_word("unknown-reason", criterion.reason, known, place, "reason")
