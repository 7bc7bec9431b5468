"""Tables of portraits: figures with their bars."""

from dataclasses import dataclass

from site_builder.render.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """``cells``: what stands in the columns after the name. ``bar``: its length in hundredths of the longest, or 0."""

    name: Said
    url: str = ""
    cells: tuple[str, str]
    bar: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """Figures with their bars.

    ``rest``: rows without bars, folded below under ``rest_title``. ``lead`` stands above the rows.
    """

    title: Said
    columns: tuple[Said, Said, Said]
    rows: tuple[RowView, ...]
    rest: tuple[RowView, ...] = ()
    rest_title: str = ""
    lead: str = ""
