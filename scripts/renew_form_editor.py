"""Renews vendor/form-editor/: Sveltia CMS and js-yaml as npm has them, and the icons that the former shows.

    python -m scripts.renew_form_editor 0.221.1 5.5.0

It needs npm, and fontTools with Brotli in an environment of its own (``pip install fonttools brotli``). Published files
are copied unchanged; the icons are those of Material Symbols that the editor can name, a seventh of the typeface.
site_builder/outputs/admin/vendored.json then says versions and SHA-256, which every build that uses them checks.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path("vendor/form-editor")
RECORD = Path("site_builder/outputs/admin/vendored.json")
EDITOR, READER = "@sveltia/cms", "js-yaml"
COPIED = {
    EDITOR: {
        "dist/sveltia-cms.js": "sveltia-cms.js",
        "locales/fr.json": "fr.json",
        "LICENSE.txt": "LICENSE-sveltia-cms.txt",
        "npm/assets/material-symbols-outlined.LICENSE.txt": "LICENSE-icons.txt",
    },
    READER: {"dist/browser/js-yaml.esm.min.mjs": "js-yaml.js", "LICENSE": "LICENSE-js-yaml.txt"},
}
ICONS = "icons.woff2"
_TYPEFACE = "npm/assets/material-symbols-outlined-*.woff2"
_WORD = re.compile(r"""[`"'>]([a-z0-9_]{2,40})[`"'<]""")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the folder and its record anew."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("editor", help=f"version of {EDITOR}")
    parser.add_argument("reader", help=f"version of {READER}")
    options = parser.parse_args(arguments)
    versions = {EDITOR: options.editor, READER: options.reader}
    with tempfile.TemporaryDirectory() as work:
        packages = {name: _unpacked(name, version, Path(work)) for name, version in versions.items()}
        for name, files in COPIED.items():
            for source, target in files.items():
                shutil.copyfile(packages[name] / source, FOLDER / target)
        script = (FOLDER / "sveltia-cms.js").read_text(encoding="utf-8")
        _subset(next(packages[EDITOR].glob(_TYPEFACE)), set(_WORD.findall(script)), FOLDER / ICONS)
    names = [*sorted(target for files in COPIED.values() for target in files.values()), ICONS]
    sums = {name: sha256((FOLDER / name).read_bytes()).hexdigest() for name in names}
    RECORD.write_text(json.dumps({"versions": versions, "sha256": sums}, indent=1) + "\n", encoding="utf-8")
    return 0


def _unpacked(name: str, version: str, work: Path) -> Path:
    """The folder of a package, without what installing it would run."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{version}"], cwd=work, check=True, capture_output=True, text=True
    )
    folder = work / name.replace("/", "-")
    with tarfile.open(work / packed.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def _subset(typeface: Path, words: set[str], target: Path) -> None:
    """The icons called by one of the words: each is a ligature of the letters of its name."""
    from fontTools import subset, ttLib  # noqa: PLC0415 - nothing else of the project needs it

    font = ttLib.TTFont(typeface)
    named = {name: glyph for name, glyph in _ligatures(font) if name in words}
    options = subset.Options(flavor="woff2", layout_features=["*"], layout_closure=False, notdef_outline=True)
    chosen = subset.Subsetter(options)
    letters = sorted({letter for name in named for letter in name})
    chosen.populate(glyphs=sorted(named.values()), text="".join(letters))
    chosen.subset(font)
    font.flavor = "woff2"
    font.save(target)


def _ligatures(font: Any) -> Iterator[tuple[str, str]]:
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            for first, found in getattr(inner, "ligatures", {}).items():
                yield from (
                    ("".join(letters.get(part, "?") for part in (first, *each.Component)), each.LigGlyph)
                    for each in found
                )


if __name__ == "__main__":
    sys.exit(main())
