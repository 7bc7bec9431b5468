"""The sidecar of an image: what it shows, whose it is, what may be done with it."""

from site_builder.model.values import Frozen, Line, Localized


class Image(Frozen):
    """``media/NAME.yml`` beside ``media/NAME.jpg``."""

    alt: Localized
    credit: Line
    licence: Line
    people: tuple[str, ...] = ()
