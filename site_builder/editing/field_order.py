"""The order in which the front matter of a content type is written."""

from site_builder.model.entry import TRANSLATION_ONLY, Content

_LAST_BEFORE_ITS_OWN = "audiences"
"""The last of the common fields that say what the entry is and whom it is for; after its own come source and upkeep."""


def field_order(model: type[Content]) -> tuple[str, ...]:
    """What the entry is called and where it belongs; the type's own fields; who looks after it, and its sources.

    In each of the three as the models have them; what only a translation says stands below its title.
    """
    common = [name for name in Content.model_fields if name not in TRANSLATION_ONLY | {"body"}]
    translation = [name for name in Content.model_fields if name in TRANSLATION_ONLY]
    own = [name for name in model.model_fields if name not in Content.model_fields]
    title = common.index("title") + 1
    last = common.index(_LAST_BEFORE_ITS_OWN) + 1
    return (*common[:title], *translation, *common[title:last], *own, *common[last:])
