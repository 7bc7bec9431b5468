"""Codes to scan, and all of a territory's kit in one file: the same bytes each time, only what pages say."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import segno
import zxingcpp
from PIL import Image

from site_builder.output import Make
from site_builder.outputs.kits import stage
from site_builder.outputs.kits.archive import archive
from site_builder.outputs.kits.codes import PIXELS, code_png, code_svg
from site_builder.outputs.kits.stage import make_kits
from site_builder.paper.printed import Pack
from site_builder.qr.code import QUIET
from site_builder.render.stage import Press
from tests.unit.render.conftest import presses

__all__ = ["presses"]
URL = "https://portail.example/q/244000675/"


def make_each(make: Make, folder: Path, count: int) -> None:
    """All of it, in this process."""
    for _ in make(0, 1):
        pass


def made(press: Press, root: Path) -> tuple[dict[str, bytes], int]:
    """Files by their paths in the site, and how many kits were made for that."""
    counted = 0

    def make_all(make: Make, folder: Path, count: int) -> None:
        nonlocal counted
        counted += len([*make(0, 2), *make(1, 2)])

    return {path: file.read_bytes() for path, file in make_kits(press.scene, root, make_all)}, counted


def test_the_code_is_that_of_the_address_with_white_around_it() -> None:
    image = Image.open(BytesIO(code_png(URL))).convert("L")
    code = segno.make(URL, error="q", micro=False, boost_error=False, mask=2)
    assert code.error == "Q"
    size = len(code.matrix) + 2 * QUIET
    assert image.size == (size * PIXELS, size * PIXELS)
    middle = PIXELS // 2
    seen = [[image.getpixel((x * PIXELS + middle, y * PIXELS + middle)) == 0 for x in range(size)] for y in range(size)]
    modules = [[bool(module) for module in row] for row in code.matrix]
    assert [row[QUIET:-QUIET] for row in seen[QUIET:-QUIET]] == modules
    assert sum(map(sum, seen)) == sum(map(sum, code.matrix))


def test_the_drawing_is_sharp_white_and_safe() -> None:
    svg = code_svg(URL).decode()
    assert svg.startswith("<svg ")
    assert 'fill="#fff"' in svg
    assert "<script" not in svg
    assert "width=" not in svg.partition(">")[0]


def test_the_code_is_read() -> None:
    """By a library that others wrote."""
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(code_png(URL))))
    assert found.text == URL


def test_the_same_files_are_the_same_archive() -> None:
    files = {"b.txt": b"b", "a.txt": b"a"}
    assert archive(files) == archive(dict(files))
    with ZipFile(BytesIO(archive(files))) as whole:
        assert [(each.filename, each.date_time) for each in whole.infolist()] == [
            ("b.txt", (1980, 1, 1, 0, 0, 0)),
            ("a.txt", (1980, 1, 1, 0, 0, 0)),
        ]


def test_a_territory_has_all_in_one_file(presses: Callable[[str], Press], tmp_path: Path) -> None:
    files, count = made(presses("districts"), tmp_path)
    assert count == 21
    assert {path.rpartition(".")[2] for path in files} == {"svg", "png", "zip"}
    archives = sorted(path for path in files if path.endswith(".zip"))
    assert archives == [f"assets/kits/{code}.zip" for code in "A A1 AB B B1 VD".split()]
    with ZipFile(BytesIO(files["assets/kits/VD.zip"])) as whole:
        texts = [f"{name}-{lang}.{end}" for lang in ("fr", "en") for name, end in ENDINGS]
        assert whole.namelist() == [*texts, "code.svg", "code.png"]
        assert whole.read("code.svg") == files["assets/kits/VD.svg"]
        assert whole.read("link-fr.txt").decode().endswith("/q/VD/\n")


def test_the_leaflets_of_a_territory_go_with_it(presses: Callable[[str], Press], tmp_path: Path) -> None:
    """Another one when a leaflet is another."""
    press, kept = presses("districts"), {}
    for text in ("one", "two"):
        leaflet = tmp_path / f"{text}.pdf"
        leaflet.write_text(text)
        printed = {("kit:guide:VD", "fr"): Pack(path=leaflet, size=3, pages=2)}
        files = dict(make_kits(press.scene, tmp_path, make_each, printed))
        with ZipFile(files["assets/kits/VD.zip"]) as whole:
            assert whole.namelist()[-2:] == ["code.png", "leaflet-fr.pdf"]
            kept[text] = whole.read("leaflet-fr.pdf").decode()
        with ZipFile(files["assets/kits/A.zip"]) as whole:
            assert whole.namelist()[-1] == "code.png"
    assert kept == {"one": "one", "two": "two"}


ENDINGS = (("link", "txt"), ("markdown", "md"), ("card", "html"), ("embed", "html"), ("quote", "txt"))


def test_what_is_kept_is_not_made_again(presses: Callable[[str], Press], tmp_path: Path) -> None:
    press = presses("districts")
    first, _ = made(press, tmp_path)
    assert made(press, tmp_path) == (first, 0)


def test_another_version_of_what_draws_codes_makes_them_anew(
    presses: Callable[[str], Press], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = presses("districts").scene

    def names() -> set[str]:
        return {file.name for _, file in make_kits(scene, tmp_path, lambda *_: None)}

    known = names()
    monkeypatch.setattr(stage, "version", lambda name: f"{name} 99")
    assert known
    assert names().isdisjoint(known)


def test_no_file_speaks_of_a_living_person(presses: Callable[[str], Press], tmp_path: Path) -> None:
    """This one agreed to the site and to print."""
    files, _ = made(presses("districts"), tmp_path)
    assert [path for path in files if "p-" in path] == []
