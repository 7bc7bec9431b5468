"""What a guide has, in its order: thousands of guides have the same."""

from dataclasses import dataclass

from site_builder.made_often import made_often
from site_builder.render.said import Said
from site_builder.render.views.guide.sections import SectionView


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsView:
    """The sections, whether each of the parts after them is there, and the lists of places below: id and title."""

    sections: tuple[SectionView, ...]
    answers: bool
    welcome: bool
    emergency: bool
    lists: tuple[tuple[str, Said], ...]
