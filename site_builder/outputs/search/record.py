"""What one result of the search is made of."""

from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from site_builder.model.page import Door
from site_builder.model.values import Lang

UNSHOWN = "\N{ASTERISM}"
"""What follows it in a record is found and never shown: `theme/assets/js/search/` cuts there."""
PARTED = "’ \N{WORD JOINER}"
"""An apostrophe between two words: Pagefind reads ``d’une`` as ``dune``. The script joins them again."""
TITLES = {"step": 4.8, "easy": 2.5, "child": 2, "word": 3.5, "part": 4, "place": 3}
"""What a title weighs, by kind of result, from 0 to 10: the guide comes before steps and what retells it."""
LOCAL = 4
"""What the title of a block weighs that is written for a part of the portal: most readers live in another."""
TITLE, NEAR, FAR = 7, 5, 0.5
"""What the other titles weigh, other words for those of a title, and for those of the text, which itself weighs 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A page, or a part of one that has an address of its own.

    ``kind``: under which heading results show it; ``places``, ``themes``, ``audiences``: what it may be narrowed by, as
    `site_builder/render/views/facets.py` calls it. ``near``: other words for those of its title; ``far``: other words
    for those of its text; ``until``: from when it is no longer found, empty where it stays.
    """

    url: str
    lang: Lang
    kind: str
    title: str
    text: Markup
    door: Door
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    until: str = ""

    @property
    def facts(self) -> tuple[str | tuple[str, ...], ...]:
        """What the script has to know of a result before it shows any; it takes them by their places."""
        known = (self.url, self.kind, self.door.value, self.places, self.themes, self.audiences)
        return (*known, self.until) if self.until else known

    def html(self) -> str:
        """The page that Pagefind reads. Its title is the only metadata: all of them are searched in (Pagefind 1.5)."""
        own = LOCAL if self.kind == "block" and self.places else TITLES.get(self.kind, TITLE)
        unshown = "".join(
            f'<p data-pagefind-weight="{weight}">{escape(" ".join(words))}</p>'
            for words, weight in ((self.near, min(own, NEAR)), (self.far, FAR))
            if words
        )
        title = f'<h1 data-pagefind-weight="{own}">{escape(self.title)}</h1>'
        shown = f"{title}<div>{self.text}</div><p>{UNSHOWN}</p>{unshown}".replace("’", PARTED)
        return f'<!doctype html><html lang="{escape(self.lang)}"><body data-pagefind-body>{shown}</body></html>'
