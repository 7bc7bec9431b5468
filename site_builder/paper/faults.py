"""Which text of an edition stops it from being printed, and which file that text is in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.load.files import find_files
from site_builder.load.text import decode
from site_builder.model.values import Lang
from site_builder.paper.compile import PROBE, CannotSet, Workshop
from site_builder.paper.directories import text_of, text_of_contact
from site_builder.paper.edition import Edition, PaperBlock, Step, WelcomeItem
from site_builder.paper.fonts import Fonts
from site_builder.paper.formats import Format
from site_builder.paper.rich import plain
from site_builder.paper.written import fingerprint_text, foot_of, to_json, with_probe
from site_builder.problems import Place, Problem
from site_builder.resolve.portal import Portal

Probed = PaperBlock | Step | WelcomeItem
SETTINGS = "data/portal.yml"
DATA = "data/"
WRITTEN = frozenset({".yml", ".yaml", ".csv"})
NO_TEXT = PaperBlock(id="", title="", lang=None, body=(), see=())
"""What refuses even this is no text."""


@dataclass(frozen=True, slots=True)
class ProbedText:
    """A text of an editor in an edition; ``key`` names its entry (``block:renting-well``)."""

    key: str
    text: Probed

    def words(self) -> str:
        """All that is printed of it."""
        return f"{self.text.title} {plain(self.text.body)} {self._more(self.text)}"

    @staticmethod
    def _more(text: Probed) -> str:
        if isinstance(text, Step):
            return f"{text.role} {' '.join(text.documents)}"
        if isinstance(text, PaperBlock):
            return plain(text.see)
        return text_of(text)


def pieces(edition: Edition) -> tuple[ProbedText, ...]:
    """The texts of editors in an edition."""
    blocks = (ProbedText(f"block:{block.id}", block) for section in edition.sections for block in section.blocks)
    steps = (ProbedText(f"step:{step.id}", step) for stage in edition.stages for step in stage.steps)
    children = (ProbedText(f"child:{block.id}", block) for block in edition.children.blocks)
    groups = edition.welcome.groups if edition.welcome else ()
    welcome = (ProbedText(f"{group.kind}:{item.id}", item) for group in groups for item in group.items)
    return (*blocks, *steps, *children, *welcome)


def unprintable(portal: Portal, edition: Edition, fonts: Fonts, root: Path) -> list[Problem]:
    """Characters that no font has, each with the text that holds it; nothing was set in type to know.

    ``root``: the portal's folder, in whose files the characters are looked for.
    Where the portal's own name and words are already unprintable, the language is: that is said once.
    """
    everything = fonts.lacking(fingerprint_text(edition))
    if not everything:
        return []
    own = fonts.lacking(f"{edition.title} {edition.tagline} {edition.portal}")
    if own:
        values = {"lang": edition.lang, "characters": _named(own)}
        return [Problem("paper-language", Place(SETTINGS), values)]
    found = [_characters(portal, edition, piece, fonts, root) for piece in pieces(edition)]
    problems = [problem for problem in (*found, *_of_data(edition, fonts, root)) if problem]
    if problems:
        return problems
    values = {"title": edition.title, "characters": _named(everything)}
    return [Problem("paper-characters-of-data", _place_in_data(root, everything), values)]


def _of_data(edition: Edition, fonts: Fonts, root: Path) -> Iterator[Problem]:
    """Contacts, sections and explained words, which are of data/: each by its own name."""
    for name, said in _told_of_data(edition):
        lacking = fonts.lacking(said)
        if lacking:
            values = {"title": name, "characters": _named(lacking)}
            yield Problem("paper-characters", _place_in_data(root, lacking), values)


def _told_of_data(edition: Edition) -> Iterator[tuple[str, str]]:
    """The name and all the words of each section, word and contact; a contact that is printed twice is told once."""
    for section in edition.sections:
        yield str(section.title), f"{section.title} {section.intro} {section.sources}"
    for term in edition.terms:
        yield str(term.word), f"{term.word} {term.spelt} {term.meaning}"
    shown = (edition.contact, *edition.contacts, *edition.places)
    for contact in dict.fromkeys(each for each in shown if each):
        yield contact.name or str(contact.title), text_of_contact(contact)


def at_fault(portal: Portal, edition: Edition, form: Format, refusal: CannotSet, shop: Workshop) -> list[Problem]:
    """The texts that stop an edition, each set alone by the same rules; the template itself where none of them does."""
    without = _refusal(edition, replace(NO_TEXT, title=edition.title), shop)
    found = () if without else [(piece, _refusal(edition, piece.text, shop)) for piece in pieces(edition)]
    guilty = [(piece, said) for piece, said in found if said]
    if guilty:
        return [
            Problem("paper-block", _place(portal, piece, edition.lang), {"title": piece.text.title, "error": said})
            for piece, said in guilty
        ]
    values = {"title": edition.title, "lang": edition.lang, "error": str(refusal)}
    return [Problem("paper-template", Place(f"theme/print/{form.template}"), values)]


def _refusal(edition: Edition, text: Probed, shop: Workshop) -> str:
    """What Typst says of one text alone; empty when it sets it."""
    try:
        shop.set(PROBE, with_probe(edition, text), to_json(foot_of(edition)))
    except CannotSet as refusal:
        return str(refusal)
    return ""


def _characters(portal: Portal, edition: Edition, piece: ProbedText, fonts: Fonts, root: Path) -> Problem | None:
    lacking = fonts.lacking(piece.words())
    if not lacking:
        return None
    values = {"title": piece.text.title, "characters": _named(lacking)}
    path = _place(portal, piece, edition.lang).path
    return Problem("paper-characters", _found_in(root, path, lacking) or Place(path), values)


def _named(characters: str) -> str:
    """``☐ (U+2610), 日 (U+65E5)``; of many, the first ones."""
    shown = [f"{c} (U+{ord(c):04X})" for c in characters[:6]]
    return ", ".join(shown) + (", …" if len(characters) > 6 else "")


def _place_in_data(root: Path, characters: str) -> Place:
    """Where data/ holds one of the characters; the folder where it is written in another way (``\\u2610``)."""
    files, _ = find_files(root, DATA)
    found = (_found_in(root, file.path, characters) for file in files if file.absolute.suffix in WRITTEN)
    return next((place for place in found if place), Place(DATA))


def _found_in(root: Path, path: str, characters: str) -> Place | None:
    """The line and the column of the first of the characters in a file."""
    text, _ = decode((root / path).read_bytes(), path)
    for number, line in enumerate(text.split("\n"), start=1):
        column = next((at for at, character in enumerate(line, start=1) if character in characters), None)
        if column:
            return Place(path, number, column)
    return None


def _place(portal: Portal, piece: ProbedText, lang: Lang) -> Place:
    """The file of the language in which the text is printed."""
    entry = portal.by_key[piece.key]
    return Place(entry.paths[entry.pick(lang)[1]])


def pages_problem(edition: Edition, form: Format, pages: int) -> Iterator[Problem]:
    """More pages than the paper has: the texts are too long for it."""
    if form.pages is not None and pages != form.pages:
        values = {"title": edition.title, "lang": edition.lang, "pages": pages, "expected": form.pages}
        yield Problem("paper-pages", Place(f"theme/print/{form.template}"), values)
