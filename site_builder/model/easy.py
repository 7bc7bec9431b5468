"""The easy-to-read version of a block ("facile à lire et à comprendre", F44)."""

from site_builder.model.entry import Content
from site_builder.model.values import Slug


class EasyText(Content):
    """The same as a block of the guide, in short sentences and easy words (Inclusion Europe, "Information for all")."""

    block: Slug
