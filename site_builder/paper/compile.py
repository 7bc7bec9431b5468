"""Setting an edition in type: the one place that calls Typst."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from site_builder.geo import paths, projection
from site_builder.paper import dense, outline
from site_builder.paper.edition import Edition
from site_builder.paper.fonts import Fonts
from site_builder.paper.formats import PACK, Format
from site_builder.paper.heights import Heights
from site_builder.paper.written import foot_of, to_json
from site_builder.qr import code

STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1), enforced: what could not be read aloud is refused."""
DRAWING = tuple(Path(str(module.__file__)) for module in (paths, projection, outline, code, dense))
"""What draws outlines and codes, of which the mark of an edition knows only what they are drawn from; what packs it."""
MAKERS = ("typst", "segno", "pikepdf")
"""Packages of which another version may draw otherwise."""
EDITION, FOOT, PROBE, HEIGHTS = "edition.json", "foot.json", "probe.typ", "heights.typ"


class CannotSet(Exception):
    """Typst refused; the message is its own, with where it stopped in the templates."""


class Workshop:
    """Templates and fonts, ready for one edition after the other.

    What Typst has set for one edition serves the next ones of the same language: they are set twice as fast.
    """

    def __init__(self, folder: Path, fonts: Fonts) -> None:
        """``folder`` holds the templates, and nothing that is not ours to write in."""
        self.folder = folder
        self._typst, self._measuring = (
            typst.Compiler(root=folder, font_paths=list(fonts.folders), ignore_system_fonts=True, input=start)
            for start in (None, folder / HEIGHTS)
        )
        self._heights = Heights(self._measured)

    def pdf(self, edition: Edition, form: Format) -> bytes:
        """The file; the same edition gives the same bytes. Raises CannotSet."""
        told = self._heights.told(edition) if form is PACK else edition
        return self.set(form.template, to_json(told), to_json(foot_of(edition)))

    def set(self, template: str, edition: str, foot: str) -> bytes:
        """A template with the texts that it reads. Raises CannotSet."""
        self._lay_out(edition, foot)
        with _refusing():
            made = self._typst.compile(input=self.folder / template, pdf_standards=[STANDARD])
        assert isinstance(made, bytes)
        return dense.dense(made)

    def _measured(self, edition: Edition) -> str:
        self._lay_out(to_json(edition), to_json(foot_of(edition)))
        with _refusing():
            return self._measuring.query("<heights>", field="value", one=True)

    def _lay_out(self, edition: str, foot: str) -> None:
        (self.folder / EDITION).write_text(edition, encoding="utf-8")
        (self.folder / FOOT).write_text(foot, encoding="utf-8")


@contextmanager
def _refusing() -> Iterator[None]:
    """Typst's refusal as ours."""
    try:
        yield
    except typst.TypstError as error:
        raise CannotSet(" ".join(filter(None, (error.message, *error.hints)))) from error


@contextmanager
def workshop(templates: Path, fonts: Fonts) -> Iterator[Workshop]:
    """A workshop in a folder of its own, which goes with it."""
    with TemporaryDirectory(prefix="portail-paper-") as folder:
        for file in template_files(templates):
            shutil.copyfile(file, Path(folder) / file.name)
        yield Workshop(Path(folder), fonts)


def template_files(templates: Path) -> list[Path]:
    """The templates of a folder, by name."""
    return sorted(templates.glob("*.typ"))


def press_mark(templates: Path, fonts: Fonts) -> str:
    """Another one when a template, a font, or what draws is another: what was made before is made again."""
    makers = "\0".join(version(name) for name in MAKERS)
    mark = sha256(f"{makers}\0{STANDARD}".encode())
    for file in (*template_files(templates), *(font.path for font in fonts.files), *DRAWING):
        mark.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return mark.hexdigest()
