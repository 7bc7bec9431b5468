"""What can be printed of a territory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A template of theme/print/. ``pages`` where paper fixes their number: a leaflet is one sheet."""

    id: str
    pages: int | None = None

    @property
    def template(self) -> str:
        return f"{self.id}.typ"


PACK = Format(id="pack")
CHILDREN = Format(id="children")
LEAFLET = Format(id="leaflet", pages=2)
FORMATS = (
    PACK,
    LEAFLET,
    Format(id="flyer", pages=1),
    Format(id="poster", pages=1),
    CHILDREN,
)
BY_ID = {form.id: form for form in FORMATS}
