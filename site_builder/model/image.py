"""The sidecar of an image: what it shows, whose it is, what may be done with it."""

from typing import Annotated

from pydantic import Field

from site_builder.model.values import Frozen, Line, Localized

Share = Annotated[float, Field(ge=0, le=1)]
"""Of the width or the height: 0 at its beginning (left, top), 1 at its end."""


class Focus(Frozen):
    """The point that stays in sight where a picture is cropped."""

    x: Share = 0.5
    y: Share = 0.5


class Image(Frozen):
    """``media/NAME.yml`` beside ``media/NAME.jpg``."""

    alt: Localized
    credit: Line
    licence: Line
    people: tuple[str, ...] = ()
    focus: Focus | None = None
