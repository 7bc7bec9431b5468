"""The command line: exit codes, languages, and what goes to which stream."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from site_builder import __version__
from site_builder.cli.main import language, main
from site_builder.cli.words import WORDS
from site_builder.problems.report import as_json_stopped, as_text
from site_builder.publish.lock import sole_builder
from site_builder.publish.swap import staging_folder
from site_builder.reading import check_portal
from site_builder.render.stage import RenderFailure
from tests.conftest import REPOSITORY, PortalFolder, copy_portal

ENGLISH = {"LANG": "en_GB.UTF-8"}
FRENCH = {"LANG": "fr_FR.UTF-8"}


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


def add(folder: PortalFolder, path: str, text: str) -> None:
    (folder.root / path).parent.mkdir(parents=True, exist_ok=True)
    (folder.root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "frp_CH.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "fr_BE"}, "fr"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_ALL": "fr_CH", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "fr"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
        ({"LC_ALL": "C"}, "en"),
    ],
)
def test_the_tool_s_language(environ: dict[str, str], lang: str) -> None:
    assert language(environ) == lang


@pytest.mark.parametrize(("environ", "lang"), [(ENGLISH, "en"), (FRENCH, "fr")])
def test_help_without_a_command(environ: dict[str, str], lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], environ) == 2
    shown = " ".join(capsys.readouterr().out.split())
    for key in ("portail", "build", "check", "serve", "find", "overrides", "init"):
        assert WORDS[lang][key] in shown


@pytest.mark.parametrize("arguments", [["build"], ["check", "--format", "json"], ["serve"], ["find", "dax"]])
def test_a_root_that_is_no_folder(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = f"There is no folder {tmp_path / 'portial'}.\n→ Give --root the folder of a portal.\n"
    assert main([*arguments, "--root", str(tmp_path / "portial")], ENGLISH) == 3
    out, err = capsys.readouterr()
    assert err == told
    assert out == (as_json_stopped(told) if "json" in arguments else "")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["bake"], 2),
        (["build", "--jobs", "0"], 2),
        (["build", "--jobs", "two"], 2),
        (["serve", "--port", "0"], 2),
        (["serve", "--port", "65536"], 2),
        (["check", "--format", "x"], 2),
    ],
)
def test_arguments(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments, ENGLISH)
    assert stopped.value.code == code
    if arguments == ["--version"]:
        assert capsys.readouterr().out == f"portail {__version__}\n"


@pytest.mark.parametrize(
    ("form", "environ"), [("text", ENGLISH), ("text", FRENCH), ("json", ENGLISH), ("github", ENGLISH)]
)
def test_warnings_alone_are_a_success(
    form: str, environ: dict[str, str], minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(minimal.root), "--format", form], environ) == 0
    out, err = capsys.readouterr()
    assert err == ""
    if form == "json":
        assert {row["severity"] for row in json.loads(out)["problems"]} == {"warning"}
    else:
        assert out.replace("\u00a0", " ").endswith("Warnings: 9.\n" if environ is ENGLISH else "Avertissements : 9.\n")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_errors_are_a_failure_and_json_is_all_that_is_printed(
    lang: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    add(minimal, "content/pages/bad.md", "---\nid: bad\n---\n")
    assert main(["check", "--root", str(minimal.root), "--format", "json", "--lang", lang], ENGLISH) == 1
    out, err = capsys.readouterr()
    assert err == ""
    problems = json.loads(out)["problems"]
    assert list(problems[0]) == ["code", "severity", "path", "line", "column", "message", "fix"]
    assert (problems[0]["code"], problems[0]["path"]) == ("missing-field", "content/pages/bad.md")
    assert ("manque" in problems[0]["message"]) is (lang == "fr")


def test_github_gets_its_summary(
    minimal: PortalFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["check", "--root", str(minimal.root), "--format", "github"], ENGLISH) == 0
    assert capsys.readouterr().out.count("::warning file=content/") == 6
    assert summary.read_text(encoding="utf-8").startswith("before\n### To mend: 0. Warnings: 9.\n")


@pytest.mark.parametrize(
    ("environ", "said"),
    [(ENGLISH, "97 pages ({files} files, 2 MB) in "), (FRENCH, "97 pages ({files} fichiers, 2\u00a0Mo) en ")],
)
def test_build(environ: dict[str, str], said: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(minimal.root), "--jobs", "1"], environ) == 0
    out, err = capsys.readouterr()
    assert err == ""
    files = sum(path.is_file() for path in minimal.site.rglob("*"))
    assert said.format(files=files) in out
    assert f" {minimal.site}\n" in out
    pages = [
        path for path in minimal.site.rglob("*.html") if path.relative_to(minimal.site).parts[0] not in {"q", "embed"}
    ]
    assert len(pages) == 97


def test_build_elsewhere(minimal: PortalFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--root", "minimal", "--jobs", "1", "--output", "public/site"], ENGLISH) == 0
    assert (tmp_path / "public" / "site" / "index.html").is_file()
    assert not minimal.site.exists()


def test_build_with_errors(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    add(minimal, "content/pages/bad.md", "---\nid: bad\n---\n")
    assert main(["build", "--root", str(minimal.root)], ENGLISH) == 1
    assert "content/pages/bad.md" in capsys.readouterr().out
    assert not minimal.site.exists()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_destination_that_is_somebody_s(
    lang: str, minimal: PortalFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.odt").touch()
    arguments = ["build", "--root", str(minimal.root), "--output", str(mine), "--lang", lang]
    assert main(arguments, ENGLISH) == 3
    expected = {
        "fr": f"{mine} n’est pas vide et ne porte pas la marque d’un site du portail (.portail-site) : "
        "rien n’a été changé.\n→ S’il ne contient rien à garder (un ancien site, un essai), effacez-le une fois et "
        "relancez ; sinon, publiez ailleurs (--output).\n",
        "en": f"{mine} is not empty and has no mark of a site of the portal (.portail-site): nothing was changed.\n"
        "→ If it holds nothing to keep (an older site, a trial), delete it once and run this again; "
        "otherwise publish elsewhere (--output).\n",
    }
    assert capsys.readouterr() == ("", expected[lang])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "Une autre construction de {site} est en cours (processus {pid}, depuis "),
        ("en", "Another build of {site} is running (process {pid}, since "),
    ],
)
def test_two_builds_at_once(
    lang: str,
    said: str,
    minimal: PortalFolder,
    capsys: pytest.CaptureFixture[str],
) -> None:
    staged = staging_folder(minimal.site)
    staged.parent.mkdir(parents=True)
    with sole_builder(staged):
        assert main(["build", "--root", str(minimal.root), "--lang", lang], ENGLISH) == 3
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.startswith(said.format(site=minimal.site, pid=os.getpid()))
    assert not minimal.site.exists()


def test_a_style_sheet_of_the_portal_that_is_wrong(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    add(minimal, "theme/assets/css/order.txt", "../../mkdocs.yml")
    assert main(["build", "--root", str(minimal.root), "--jobs", "1"], FRENCH) == 1
    error = "assets/css/order.txt: '../../mkdocs.yml' is not the name of a file beside it"
    assert capsys.readouterr().err == WORDS["fr"]["stopped-by-theme"].format(error=error)


def test_a_fault_of_the_program_shows_no_traceback_unless_asked(
    minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("site_builder.render.stage.fill_slots", broken)
    arguments = ["build", "--root", str(minimal.root), "--jobs", "1"]
    assert main(arguments, ENGLISH) == 3
    error = "RenderFailure: page home (fr), template pages/home.html: ValueError: broken"
    assert capsys.readouterr().err == WORDS["en"]["stopped"].format(error=error)
    with pytest.raises(RenderFailure):
        main(arguments, {**ENGLISH, "PORTAIL_TRACEBACK": "1"})


PROGRAM = str(REPOSITORY / "site_builder/cli/__main__.py")


@pytest.mark.parametrize(
    ("called", "here", "proposed"),
    [
        (("portail", {}), True, "portail serve"),
        (("portail", {}), False, "portail serve --root {root}"),
        (("portail", {"PORTAIL_FROM": "make"}), True, "make serve"),
        (("portail", {"PORTAIL_FROM": "make"}), False, "portail serve --root {root}"),
        ((PROGRAM, {}), True, f"{sys.executable} -m site_builder.cli serve"),
    ],
)
def test_the_command_that_is_proposed(
    called: tuple[str, dict[str, str]],
    here: bool,
    proposed: str,
    minimal: PortalFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    program, environ = called
    monkeypatch.chdir(minimal.root if here else minimal.root.parent)
    monkeypatch.setattr(sys, "argv", [program])
    assert main(["build", "--root", str(minimal.root), "--jobs", "1"], {**ENGLISH, **environ}) == 0
    assert capsys.readouterr().out.endswith(f"To look at them: {proposed.format(root=minimal.root)}\n")


def test_a_setting_that_only_the_host_knows_to_be_wrong(minimal: PortalFolder) -> None:
    text = (minimal.root / "mkdocs.yml").read_text(encoding="utf-8")
    add(minimal, "mkdocs.yml", text.replace("name: material", "name: no-such-theme"))
    with pytest.raises(SystemExit, match=r"^mkdocs\.yml: "):
        main(["build", "--root", str(minimal.root)], ENGLISH)


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_setting_that_would_stop_the_host(
    command: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told with all the rest, by what checks as by what builds."""
    (minimal.root / "hooks" / "portail.py").unlink()
    add(minimal, "content/pages/bad.md", "---\nid: bad\n---\n")
    assert main([command, "--root", str(minimal.root)], ENGLISH) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert ":5 [host-hook] The setting hooks names a file that does not exist: hooks/portail.py. " in out
    assert "content/pages/bad.md:2:1 [missing-field] " in out
    told = "Nothing was published: if there was a site already, it stays as it was.\n" if command == "build" else ""
    assert out.endswith(f"To mend: 2. Warnings: 9.\n{told}")
    assert not minimal.site.exists()


def test_a_site_without_its_address(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    """It is built, and told: whoever reads only the end of a log sees it."""
    text = (minimal.root / "mkdocs.yml").read_text(encoding="utf-8")
    add(minimal, "mkdocs.yml", "".join(line for line in text.splitlines(True) if "site_url" not in line))
    assert main(["build", "--jobs", "1", "--root", str(minimal.root)], ENGLISH) == 0
    assert "mkdocs.yml:1:1 [site-url-missing] " in capsys.readouterr().out
    assert not [*minimal.site.glob("sitemap*")]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), ZeroDivisionError("1 / 0")])
def test_json_is_json_whatever_fails(
    error: Exception,
    form: str,
    lang: str,
    minimal: PortalFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(import_module("site_builder.cli.check"), "check_portal", fails)
    arguments = ["check", "--root", str(minimal.root), "--format", form, "--lang", lang]
    assert main(arguments, ENGLISH) == 3
    key = "stopped-by-disk" if isinstance(error, OSError) else "stopped"
    said = WORDS[lang][key].format(error=f"{type(error).__name__}: {error}")
    out, err = capsys.readouterr()
    assert err == said
    assert out == "" if form == "text" else json.loads(out) == {"problems": [], "stopped": said.strip()}
    with pytest.raises(type(error)):
        main(arguments, {**ENGLISH, "PORTAIL_TRACEBACK": "1"})


def test_what_cannot_be_read_is_a_problem_among_others(
    minimal: PortalFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add(minimal, "content/pages/bad.md", "---\nid: bad\n---\n")
    closed = {minimal.root / "theme" / "strings", minimal.root / "data" / "guide.yml"}

    def refuse(ordinary: Callable[..., object]) -> Callable[..., object]:
        def opened(path: Path, *arguments: object, **options: object) -> object:
            if path in closed:
                raise PermissionError(13, "Permission denied", str(path))
            return ordinary(path, *arguments, **options)

        return opened

    for name in ("open", "iterdir"):
        monkeypatch.setattr(Path, name, refuse(getattr(Path, name)))
    assert main(["check", "--root", str(minimal.root), "--format", "json"], ENGLISH) == 1
    out, err = capsys.readouterr()
    assert err == ""
    told = [(row["code"], row["path"]) for row in json.loads(out)["problems"] if row["severity"] == "error"]
    assert told == [
        ("missing-field", "content/pages/bad.md"),
        ("file-unreadable", "data/guide.yml"),
        ("file-unreadable", "theme/strings"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "out"),
    [
        (["01234"], 0, "port-calme commune      Port-Calme ()\n"),
        (["port", "calme"], 0, "port-calme commune      Port-Calme ()\n"),
        (["PÔRT"], 0, "port-calme commune      Port-Calme ()\n"),
    ],
)
def test_find(words: list[str], code: int, out: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--root", str(minimal.root), *words], ENGLISH) == code
    assert capsys.readouterr() == (out, "")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_find_says_that_there_is_none(lang: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--lang", lang, "--root", str(minimal.root), "Mont", "Dax"], ENGLISH) == 1
    assert capsys.readouterr() == ("", NONE_FOUND[lang].format("Mont Dax"))


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "Pensiez-vous à\u00a0: Port-Calme (commune)\u00a0?\n"), ("en", "Did you mean: Port-Calme (commune)?\n")],
)
def test_find_says_what_may_be_meant(
    lang: str, said: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "--lang", lang, "--root", str(minimal.root), "Pord-Clame"], ENGLISH) == 1
    assert capsys.readouterr() == ("", NONE_FOUND[lang].format("Pord-Clame") + said)


NONE_FOUND = {
    "fr": "Aucun territoire du portail ne correspond à «\u00a0{}\u00a0».\n",
    "en": "No territory of the portal matches “{}”.\n",
}


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (20, ""),
        (21, "There are others: the first 20 are shown. Give more of the name or of the postcode.\n"),
    ],
)
def test_find_says_that_there_are_more(
    count: int, said: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"  - {{code: b{i}, level: commune, name: Bourg {i}, parents: [port-calme]}}\n" for i in range(count)]
    add(minimal, "data/more.yml", "territories:\n" + "".join(lines))
    assert main(["find", "--root", str(minimal.root), "bourg"], ENGLISH) == 0
    out, err = capsys.readouterr()
    assert (len(out.splitlines()), err) == (20, said)


PORT_TAKEN = {
    "fr": """\
Le port {port} est déjà pris, sans doute par un autre «\u00a0serve\u00a0»\u00a0: rien n’a été construit.
→ Arrêtez l’autre (Ctrl-C), ou prenez un autre port\u00a0: {again}
""",
    "en": """\
Port {port} is already taken, probably by another “serve”: nothing was built.
→ Stop the other one (Ctrl-C), or take another port: {again}
""",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_port_that_is_taken(lang: str, minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        arguments = ["serve", "--root", str(minimal.root), "--port", str(port), "--lang", lang]
        assert main(arguments, ENGLISH) == 3
    again = f"{sys.argv[0]} serve --root {minimal.root} --port {port + 1}"
    assert capsys.readouterr() == ("", PORT_TAKEN[lang].format(port=port, again=again))
    assert not minimal.site.exists()


def test_an_address_that_is_not_this_computer_s(minimal: PortalFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--root", str(minimal.root), "--host", "192.0.2.1"], ENGLISH) == 3
    assert capsys.readouterr().err.startswith("The portal could not read or write a file (or open a port)")
    assert not minimal.site.exists()


def test_find_says_what_a_place_belongs_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_portal("districts", tmp_path / "districts").root
    assert main(["find", "--root", str(root), "saint jean"], ENGLISH) == 0
    assert capsys.readouterr().out == (
        "101        commune      Saint-Jean (District du Lac, Canton d’Amont, Valdaine)\n"
        "301        commune      Saint-Jean (District de la Plaine, Canton d’Aval, Valdaine)\n"
    )
    assert main(["find", "--root", str(root), "101"], ENGLISH) == 0  # a postal code comes before an official code
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["301", "101"]
    assert main(["find", "--root", str(root), "AB"], ENGLISH) == 0
    assert (
        capsys.readouterr().out
        == "AB         district     District des Cols (Canton d’Amont, Canton d’Aval, Valdaine)\n"
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_find_says_why_the_portal_cannot_be_read(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--lang", lang, "--root", str(tmp_path), "Dax"], ENGLISH) == 1
    said = as_text(check_portal(tmp_path).problems, lang) + NONE_FOUND[lang].format("Dax")
    assert capsys.readouterr() == ("", said)
    assert "portal.yml" in as_text(check_portal(tmp_path).problems, lang)


def test_find_says_errors_only_where_they_may_hide_a_place(
    minimal: PortalFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    add(minimal, "data/reference/communes.csv", "code;name\n40088;Dax\n")
    assert main(["find", "--root", str(minimal.root), "Dax"], ENGLISH) == 1
    out, err = capsys.readouterr()
    said = as_text(check_portal(minimal.root).problems, "en") + NONE_FOUND["en"].format("Dax")
    assert (out, err) == ("", said)
    assert "data/reference/communes.csv:1:1 [table-separator]" in err
    assert main(["find", "--root", str(minimal.root), "port"], ENGLISH) == 0
    assert capsys.readouterr() == ("port-calme commune      Port-Calme ()\n", "")


@pytest.mark.parametrize(
    ("lang", "written", "refused"),
    [
        ("fr", "Portail écrit dans {folder}.", "Le dossier {folder} n’est pas vide : rien n’a été écrit.\n"),
        ("en", "Portal written in {folder}.", "The folder {folder} is not empty: nothing was written.\n"),
    ],
)
def test_init(lang: str, written: str, refused: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "portal"
    assert main(["init", "--lang", lang, str(folder)], {}) == 0
    assert capsys.readouterr().out.startswith(written.format(folder=folder))
    before = sorted(path.name for path in folder.iterdir())
    assert "mkdocs.yml" in before
    assert main(["init", "--lang", lang, str(folder)], {}) == 1
    assert capsys.readouterr().err == refused.format(folder=folder)
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("ascii", b"?tre"), ("latin-1", "Être".encode("latin-1")), ("", "Être".encode())],
)
def test_a_terminal_that_cannot_write_every_letter(encoding: str, said: bytes, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "portal.yml").write_text("Être: 1\n", encoding="utf-8")
    environ = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "site_builder.cli", "check", "--root", str(tmp_path), "--lang", "fr"]
    ran = subprocess.run(command, env=environ, cwd=REPOSITORY, capture_output=True, check=False)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (1, False)
    assert said in ran.stdout


def test_a_reader_who_has_seen_enough(tmp_path: Path) -> None:
    """``portail check | head -1``."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "site_builder.cli", "check", "--root", str(tmp_path)]
    ran = subprocess.run(command, cwd=REPOSITORY, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("site_builder.cli.check"), "check", interrupted)
    assert main(["check"], ENGLISH) == 130


INTERRUPT = """
import atexit, os, signal, sys
moment = sys.argv.pop(1)
def hook(event, values):
    if event == "import" and values[0] == moment:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(hook)
from site_builder.cli import main
if moment == "the end":
    atexit.register(os.kill, os.getpid(), signal.SIGINT)
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("argparse", 130),
        ("site_builder.cli.words", 130),
        ("pydantic", 130),
        ("site_builder.reading", 130),
        ("the end", 1),
    ],
)
def test_interrupted_while_it_begins_or_ends(moment: str, code: int, tmp_path: Path) -> None:
    """No traceback, and no death by the signal, which a script would take for something else."""
    command = [sys.executable, "-c", INTERRUPT, moment, "check", "--root", str(tmp_path)]
    ran = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (code, b"")
