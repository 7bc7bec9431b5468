"""A build that would make the same again does nothing, and says so; whatever differs makes it build."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from site_builder.cli import host as host_module
from site_builder.cli.main import main
from site_builder.publish import made as made_module
from site_builder.publish.swap import staging_folder
from tests.conftest import REPOSITORY, PortalFolder, copy_portal, write_files

ENGLISH = {"LANG": "en_GB.UTF-8"}
CHECKED = re.compile(r"^Nothing has changed: \S+ is up to date, with \d+ pages \(\d+ files, [\d.]+ MB\)", re.MULTILINE)


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


def build(folder: PortalFolder, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["build", "--jobs", "1", "--no-paper", "--root", str(folder.root), *options], ENGLISH) == 0
    return capsys.readouterr().out


def contents(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_the_second_build_finds_nothing_to_do(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    first = build(minimal, capsys)
    before, when = contents(minimal.site), minimal.site.stat()
    os.utime(minimal.root / "data/portal.yml", (0, 0))
    second = build(minimal, capsys)
    assert CHECKED.search(first) is None
    assert CHECKED.search(second)
    assert (contents(minimal.site), minimal.site.stat()) == (before, when)
    warnings = [text.partition("pages (")[0].splitlines()[:-1] for text in (first, second)]
    assert warnings[0] == warnings[1]


def test_a_build_that_is_counted_is_made_all_the_same(
    minimal: PortalFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(minimal, capsys)
    told = build(minimal, capsys, "--counts", str(tmp_path / "counts.json"))
    assert CHECKED.search(told) is None
    counts = json.loads((tmp_path / "counts.json").read_text(encoding="utf-8"))
    assert (counts["linked"], counts["left"], counts["removed"]) == (len(contents(minimal.site)), 0, 0)
    assert (counts["pages"], counts["templates"]) == (0, 0)  # what they are made from stands
    homes = sum((minimal.site / folder / "index.html").stat().st_size for folder in ("", "ar", "en"))
    assert counts["outputs"]["pages/home"] == {"files": 3, "bytes": homes, "new": 0, "new_bytes": 0}


@pytest.mark.parametrize(("folder", "why"), [(".", "Is a directory"), ("none/", "No such file or directory")])
def test_counts_that_cannot_be_written_stop_the_build_before_it_begins(
    folder: str, why: str, minimal: PortalFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / folder / ("" if folder == "." else "counts.json")
    assert main(["build", "--root", str(minimal.root), "--counts", str(file)], ENGLISH) == 3
    assert capsys.readouterr().err == f"{file} could not be written: {why}. Nothing was built.\n"
    assert not minimal.site.exists()


def write(path: str, text: str) -> Callable[[PortalFolder], object]:
    def change(folder: PortalFolder) -> None:
        file = folder.root / path
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before + text, encoding="utf-8")

    return change


@pytest.mark.parametrize(
    "change",
    [
        write("content/assets/lighthouse.ar.md", "\nOne more line.\n"),
        write("data/portal.yml", "# a remark\n"),
        write("theme/strings/en.yml", "guide:\n  contents: On this page\n"),
        lambda folder: (folder.site / "index.html").unlink(),
        lambda folder: (folder.site / "index.html").write_text("somebody else's", encoding="utf-8"),
        lambda folder: (folder.site / "more.html").write_text("somebody else's", encoding="utf-8"),
        lambda folder: folder.site.rename(folder.site.with_name("elsewhere")),
        lambda folder: staging_folder(folder.site).with_name(f"{folder.site.name}.made").write_bytes(b"harmed"),
    ],
)
def test_whatever_differs_is_built(
    change: Callable[[PortalFolder], object], minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (minimal.root / "theme/strings").mkdir(parents=True, exist_ok=True)
    build(minimal, capsys)
    change(minimal)
    assert CHECKED.search(build(minimal, capsys)) is None
    assert (minimal.site / "index.html").read_bytes().startswith(b"<!doctype html>")
    assert not (minimal.site / "more.html").exists()
    assert CHECKED.search(build(minimal, capsys))


def test_a_theme_of_its_own_is_taken_from_the_next_build_on(
    minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where the host's file, which need not name it, stays as it is; and assets as soon as it has any."""
    own = minimal.root / "theme"
    shutil.rmtree(own, ignore_errors=True)
    build(minimal, capsys)
    footer = (REPOSITORY / "theme/partials/footer.html").read_text(encoding="utf-8")
    write_files(minimal.root, {"theme/partials/footer.html": f"{footer}<p>Ours"})
    build(minimal, capsys)
    assert "<p>Ours" in minimal.html("en/")
    write_files(minimal.root, {"theme/assets/css/tokens.css": ":root { --ours: 1px }\n"})
    build(minimal, capsys)
    assert any("--ours" in sheet.read_text(encoding="utf-8") for sheet in minimal.site.glob("assets/**/*.css"))


def test_an_answer_of_the_host_is_not_kept_for_a_file_that_was_saved_meanwhile(
    minimal: PortalFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = minimal.root / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8")
    ask = host_module._loaded

    def saved(group: str) -> object:
        settings.write_text(written.replace("port-calme", "port-fou"), encoding="utf-8")
        return ask(group)

    with monkeypatch.context() as during:
        during.setattr(host_module, "_loaded", saved)
        build(minimal, capsys)
    settings.write_text(written, encoding="utf-8")
    build(minimal, capsys)
    assert "https://port-calme.example/en/" in minimal.html("en/")


def test_another_order_is_another_site(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    build(minimal, capsys)
    other = str(minimal.root.parent / "other" / "site")
    assert CHECKED.search(build(minimal, capsys, "--output", other)) is None
    assert CHECKED.search(build(minimal, capsys, "--output", other))
    assert CHECKED.search(build(minimal, capsys))
    assert main(["build", "--jobs", "1", "--root", str(minimal.root)], ENGLISH) == 0
    assert CHECKED.search(capsys.readouterr().out) is None


def test_every_day_is_looked_at(
    minimal: PortalFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(minimal, capsys)
    assert CHECKED.search(build(minimal, capsys))
    monkeypatch.setattr(made_module, "today_in", lambda _: date(2030, 1, 2))
    assert CHECKED.search(build(minimal, capsys)) is None


def test_what_changed_while_it_was_read_is_not_believed(
    minimal: PortalFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from site_builder import pipeline  # noqa: PLC0415 - the module, to be altered

    make = pipeline._make

    def changed(*arguments: object) -> object:
        write("content/assets/lighthouse.ar.md", "\nOne more line.\n")(minimal)
        return make(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as during:
        during.setattr(pipeline, "_make", changed)
        build(minimal, capsys)
    assert CHECKED.search(build(minimal, capsys)) is None


def test_the_host_is_not_started(minimal: PortalFolder) -> None:
    """In a process of its own, which lists what it has loaded."""
    code = (
        "import sys; from site_builder.cli.main import main\n"
        f"code = main(['build', '--no-paper', '--root', {str(minimal.root)!r}], {{'LANG': 'en_GB.UTF-8'}})\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'mkdocs', 'jinja2', 'pydantic', 'markdown'}))"
    )
    ran = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    ]
    assert ran[0].splitlines()[-1] == "['jinja2', 'markdown', 'mkdocs', 'pydantic']"
    assert ran[1].splitlines()[-1] == "[]"
