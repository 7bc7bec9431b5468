"""Material for MkDocs with mkdocs-static-i18n, as its users have it: Markdown pages, what they share as snippets.

Its pages have its own header, footer and style: what is compared with ours is the content.
"""

import json
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.others.as_markdown import as_markdown
from benchmarks.others.generator import Command, Generator, PageSets, install_from_pypi, said_by, venv_python

_NAME = "material"
_PACKAGES = ("mkdocs-material", "mkdocs-static-i18n", "mkdocs")


class _Snippets:
    """Sections that guides share, each a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, tuple[str, str]] = {}

    def made(self, section: LexborNode) -> tuple[str, str]:
        """The section as Markdown, and the line that stands for it in a page."""
        html = section.html or ""
        if html not in self._made:
            name, text = f"{len(self._made)}.md", as_markdown(section).strip()
            (self._folder / name).write_text(f"{text}\n", encoding="utf-8")
            self._made[html] = (text, f'--8<-- "{name}"')
        return self._made[html]


def _prepare(sets: PageSets, guides: Path, site: Path) -> None:
    (site / "snippets").mkdir()
    snippets = _Snippets(site / "snippets")
    first = next(iter(sets))
    for lang, values in sets.items():
        docs = site / "docs" / lang
        docs.mkdir(parents=True)
        (docs / "index.md").write_text("# Portail\n", encoding="utf-8")
        for page in values["pages"]:
            path = page["path"].removeprefix("" if lang == first else f"{lang}/")
            file = docs / f"{path.rstrip('/')}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            html = (guides / page["path"] / "index.html").read_bytes()
            file.write_text(_front_matter(page) + _content(html, snippets), encoding="utf-8")


def _front_matter(page: dict[str, Any]) -> str:
    lines = (f"{name}: {json.dumps(page[name], ensure_ascii=False)}\n" for name in ("title", "description"))
    return f"---\n{''.join(lines)}---\n\n"


def _content(html: bytes, snippets: _Snippets) -> str:
    """What the guide says as Markdown, its shared sections as snippets."""
    main = LexborHTMLParser(html).css("main")[0]
    text = as_markdown(main)
    for section in main.css("section.s"):
        written, line = snippets.made(section)
        text = text.replace(written, line)
    return text


def _command(installed: Path, site: Path, output: Path) -> Command:
    words = (str(venv_python(installed)), "-m", "mkdocs", "build", "--quiet", "--site-dir", str(output))
    return Command(words=words, folder=site, environ={"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"})


def _version(installed: Path) -> str:
    asked = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    found = said_by([str(venv_python(installed)), "-c", asked, *_PACKAGES]).split()
    return ", ".join(f"{name} {number}" for name, number in zip(_PACKAGES, found, strict=True))


MATERIAL = Generator(
    name=_NAME,
    title="Material + i18n",
    install=lambda folder: install_from_pypi(folder, _NAME),
    prepare=_prepare,
    command=_command,
    version=_version,
    part="article",
)
