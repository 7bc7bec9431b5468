"""Welcome houses ("Maisons d'accueil", F10): what each offers, and what it does not and who does."""

from typing import Annotated, ClassVar

from site_builder.model.entry import Translated
from site_builder.model.values import Frozen, Line
from site_builder.model.welcoming import Welcoming


class Elsewhere(Frozen):
    """What a welcome house does not do, and who does: a role of guide.yml, or whoever in words."""

    what: Line
    who: Line


class House(Welcoming):
    """A place that receives newcomers. No format is imposed: the text below says what it is like."""

    SCHEMA_TYPE: ClassVar[str] = "Organization"
    TERRITORY_TERM: ClassVar[str] = "areaServed"
    NEEDS_TEXT: ClassVar[bool] = False

    offers: Annotated[tuple[Line, ...], Translated] = ()
    elsewhere: Annotated[tuple[Elsewhere, ...], Translated] = ()
