"""Until when what is printed holds: paper is handed over for months, and nobody takes anything back from it."""

from site_builder.model.entry import Content, Entry, Until
from site_builder.paper.manuscript import Manuscript

SAY_IT_THEMSELVES = frozenset({"perk", "event"})
"""Kinds whose days stand before their titles."""
_WORDS = {Until.CONSENT: "paper.agreed_until"}


def until_in_words(copy: Manuscript, entry: Entry[Content]) -> str:
    """``Avec son accord, jusqu’au 1er février 2027``; empty for what does not end, or says when."""
    ends = entry.reference.last_days
    if not ends or entry.kind in SAY_IT_THEMSELVES:
        return ""
    why = min(ends, key=lambda until: ends[until])
    return copy.words.t(_WORDS.get(why, "paper.until"), last=copy.words.date(ends[why]))
