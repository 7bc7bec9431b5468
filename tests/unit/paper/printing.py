"""Prints in a process of its own: one that has called Typst has threads, and tests after it could not fork safely.

``printing.py ROOT SITE_URL OUT FORMATS [CODE…]`` writes CODE-LANG-FORMAT.pdf of these formats (``leaflet,flyer``) and
``problems.json``; of ``all``, also packs that are not measured before. Without codes, all that a build makes of the
portal, and ``packs.json``, by page and language.
"""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from site_builder.paper.compile import workshop
from site_builder.paper.formats import FORMATS, PACK, Format
from site_builder.paper.stage import Printer, make_packs, print_one, printer
from site_builder.paper.written import foot_of, to_json
from site_builder.problems import Problem
from site_builder.processes import make_all
from site_builder.publish.tree import TreeWriter
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.stage import Materials, press_of
from tests.conftest import TODAY, engine_theme

ALL = "all"


def printer_of(root: Path, site_url: str, today: date = TODAY) -> Printer:
    """The printer of a portal, without a build."""
    planned = check_portal(root, today=today).planned
    assert planned is not None
    press = press_of(planned, engine_theme(root / "site", site_url), Materials(geography=geography(planned.portal)))
    return printer(press, root)


def said(problems: list[Problem]) -> list[str]:
    return [f"{p.place} [{p.code}] {p.message(lang)} → {p.fix(lang)}" for p in problems for lang in ("fr", "en")]


def print_all(with_printer: Printer, formats: Sequence[Format], codes: list[str], out: Path) -> None:
    found: dict[str, list[str]] = {}
    for code in codes:
        for lang in with_printer.portal.languages:
            for form in formats:
                name = f"{code}-{lang}-{form.id}"
                made, problems = print_one(with_printer, code, lang, form)
                found[name] = said(problems)
                if made is not None:
                    (out / f"{name}.pdf").write_bytes(made)
    (out / "problems.json").write_text(json.dumps(found), encoding="utf-8")


def print_unmeasured(with_printer: Printer, codes: list[str], out: Path) -> None:
    """Packs whose template measures each section itself."""
    with workshop(with_printer.templates, with_printer.fonts) as shop:
        for code in codes:
            edition = with_printer.editions.edition(code, with_printer.portal.languages[0])
            made = shop.set(PACK.template, to_json(edition), to_json(foot_of(edition)))
            (out / f"{code}-unmeasured.pdf").write_bytes(made)


def print_packs(with_printer: Printer, out: Path) -> None:
    def make(made, folder, jobs):  # type: ignore[no-untyped-def]
        return make_all(made, TreeWriter(folder), jobs, lambda pages: None)

    printed = make_packs(with_printer, make, 2)
    packs = {f"{key}-{lang}": [str(pack.path), pack.size, pack.pages] for (key, lang), pack in printed.packs.items()}
    values = {"packs": packs, "problems": said(list(printed.problems))}
    (out / "packs.json").write_text(json.dumps(values), encoding="utf-8")


if __name__ == "__main__":
    root, site_url, out, wanted, *codes = sys.argv[1:]
    at_work = printer_of(Path(root), site_url)
    if codes and wanted != ALL:
        print_all(at_work, [form for form in FORMATS if form.id in wanted.split(",")], codes, Path(out))
    elif codes:
        print_all(at_work, FORMATS, codes, Path(out))
        print_unmeasured(at_work, codes, Path(out))
    else:
        print_packs(at_work, Path(out))
