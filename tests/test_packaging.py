"""What is installed, what is locked, and what the host adapter may know."""

import ast
import email
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from site_builder import __version__

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENGINE = {
    "portail_engine/hooks": "hooks",
    "portail_engine/theme": "theme",
    "portail_engine/starter": "starter",
    "portail_engine/vendor": "vendor",
}
LOCKS = ("site.txt", "spelling.txt", "test.txt")
NOT_SHIPPED = ("__pycache__", ".mypy_cache", ".ruff_cache")

PORTAL = """\
site_name: Essai
site_url: https://essai.example/base
docs_dir: content
theme: {name: material, custom_dir: theme}
plugins: []
"""
SHOW_THEME = """\
import json, sys
from pathlib import Path
import portail_engine.hooks.adapter as adapter
theme = adapter.theme_source(Path(sys.argv[1]))
print(json.dumps([adapter.__file__, theme.site_url, str(theme.site_dir), *map(str, theme.template_dirs)]))
"""


def normal(name: str) -> str:
    """A distribution's name in its normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: str) -> dict[str, list[str]]:
    """Per requirement line of a lock (``name==version ; marker``): its hashes."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    lines = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    return {line.split(" --hash")[0].strip(): re.findall(r"--hash=(\S+)", line) for line in lines if line}


def names(lock: str) -> dict[str, set[str]]:
    """Per distribution of a lock: its versions (more than one where they depend on the interpreter)."""
    versions: dict[str, set[str]] = {}
    for requirement in pinned(lock):
        name, version = requirement.split(" ;")[0].split("==")
        versions.setdefault(normal(name), set()).add(version)
    return versions


def shipped(folder: str) -> set[str]:
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT / folder).as_posix() for path in files if not set(NOT_SHIPPED) & set(path.parts)}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked; made from a copy, because setuptools builds beside its sources."""
    copy, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "setup.py", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, copy)
    for name in ("site_builder", *ENGINE.values()):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(out)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(copy)], check=True)
    with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
        archive.extractall(out / "unpacked")
    return out / "unpacked"


@pytest.mark.parametrize(("package", "folder"), [*ENGINE.items(), ("site_builder", "site_builder")])
def test_wheel_holds_every_file_of_the_engine(wheel: Path, package: str, folder: str) -> None:
    held = {path.relative_to(wheel / package).as_posix() for path in (wheel / package).rglob("*") if path.is_file()}
    assert held == shipped(folder)


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {path.relative_to(wheel).parts[0] for path in wheel.rglob("*")}
    assert tops == {"site_builder", "portail_engine", f"portail-{PROJECT['version']}.dist-info"}
    assert {path.name for path in (wheel / "portail_engine").iterdir()} == {"hooks", "theme", "starter", "vendor"}


def test_the_engine_says_the_version_of_its_package() -> None:
    assert __version__ == PROJECT["version"]


def test_wheel_says_what_it_is(wheel: Path) -> None:
    folder = wheel / f"portail-{PROJECT['version']}.dist-info"
    meta = email.message_from_string((folder / "METADATA").read_text(encoding="utf-8"))
    assert (meta["Name"], meta["Requires-Python"], meta["License-Expression"]) == ("portail", ">=3.11", "MIT")
    assert (folder / "entry_points.txt").read_text(encoding="utf-8").split() == [
        *("[console_scripts]", "portail", "=", "site_builder.cli:main"),
        *("[portail.hosts]", "mkdocs", "=", "portail_engine.hooks.adapter:theme_source"),
        *("[portail.servers]", "mkdocs", "=", "portail_engine.hooks.adapter:serve"),
    ]


def test_wheel_finds_the_theme_of_a_portal_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """Without the repository: own templates first, then the engine's of this wheel, then Material's."""
    for folder in ("content", "theme"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text(PORTAL, encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_THEME, str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(wheel), "PATH": ""},
    )
    adapter, site_url, site_dir, own, engine, *others = json.loads(shown.stdout)
    assert adapter == str(wheel / "portail_engine/hooks/adapter.py")
    assert (site_url, site_dir) == ("https://essai.example/base/", str(tmp_path / "site"))
    assert (own, engine) == (str(tmp_path / "theme"), str(wheel / "portail_engine/theme"))
    assert [path.rpartition("site-packages/")[2] for path in others] == ["material/templates"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: [", "mkdocs.yml: MkDocs encountered an error parsing the configuration file"),
        ("site_name: Essai\ntheme: nowhere\n", "mkdocs.yml: Aborted with a configuration error!"),
        (None, "mkdocs.yml: Config file"),
    ],
)
def test_wrong_host_settings_end_without_traceback(wheel: Path, tmp_path: Path, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_THEME, str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(wheel), "PATH": ""},
    )
    assert (shown.returncode, "Traceback" in shown.stderr) == (1, False)
    assert message in shown.stderr


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_and_hashed(lock: str) -> None:
    bare = [
        requirement
        for requirement, hashes in pinned(lock).items()
        if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", requirement)
        or not hashes
        or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes)
    ]
    assert bare == []
    assert len(pinned(lock)) > (0 if lock == "spelling.txt" else 30)


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_index(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert (
        re.findall(r"https?:|--(?:extra-)?index-url|--find-links|--trusted-host|^-[if]\b|file:", text, re.MULTILINE)
        == []
    )


@pytest.mark.parametrize("name", ["pydantic-core", "nh3", "pillow", "selectolax", "markupsafe"])
def test_compiled_packages_are_hashed_for_other_platforms(name: str) -> None:
    """One wheel is for one platform and interpreter: a lock for one machine would hold one or two."""
    (hashes,) = [hashes for line, hashes in pinned("site.txt").items() if line.startswith(f"{name}==")]
    assert len(hashes) > 20


def test_direct_dependencies_are_locked() -> None:
    direct = {normal(re.split(r"[^\w.-]", line)[0]) for line in PROJECT["dependencies"]}
    assert direct - set(names("site.txt")) == set()
    assert {"setuptools", "wheel"} <= set(names("site.txt"))


def test_tests_run_on_what_the_site_is_built_with() -> None:
    tested = names("test.txt")
    assert {name: tested.get(name) for name in names("site.txt")} == names("site.txt")


def test_direct_dependencies_have_a_purpose_and_a_licence() -> None:
    page = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
    rows = {normal(row) for row in re.findall(r"^\| ([\w.-]+) \|(?: [^|]+ \|){2}$", page, re.MULTILINE)}
    inputs = [
        (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
        for name in ("site.in", "spelling.in", "test.in")
    ]
    wanted = [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["spelling"],
        *(line for lines in inputs for line in lines if not line.startswith("#")),
    ]
    assert {normal(re.split(r"[^\w.-]", line)[0]) for line in wanted} - rows == set()


def test_hooks_do_not_import_the_host_when_they_are_loaded() -> None:
    """A build that finds nothing to do loads them; the host's server is loaded by whoever serves."""
    program = "import sys, hooks.portail, hooks.adapter; print(sorted({name.split('.')[0] for name in sys.modules}))"
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "'hooks'" in ran.stdout
    assert [host for host in ("mkdocs", "properdocs", "material") if f"'{host}'" in ran.stdout] == []


def test_hooks_only_translate() -> None:
    """At most ten lines in what the host calls, with its docstring, and nothing kept between two calls."""
    tree = ast.parse((ROOT / "hooks/portail.py").read_text(encoding="utf-8"))
    events = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")]
    assert [event.name for event in events] == ["on_config", "on_files", "on_post_build"]
    assert [event.name for event in events if event.end_lineno and event.end_lineno - event.lineno >= 10] == []
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Global)] == []


def test_make_lists_its_targets() -> None:
    shown = subprocess.run(["make", "--no-print-directory"], check=True, capture_output=True, text=True, cwd=ROOT)
    targets = [line.split()[1] for line in shown.stdout.splitlines()]
    measures = "bench bench-others bench-country budget quality".split()
    assert targets == [
        *"help site serve check test coverage long lint types".split(),
        *measures,
        *"pictures locks clean clean-all".split(),
    ]


def test_a_second_make_installs_nothing(tmp_path: Path) -> None:
    """Stamps newer than what they depend on: only the build is left to do; a changed lock installs again."""
    for name in ("Makefile", "pyproject.toml", "setup.py"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / ".venv").mkdir()
    for name in ("pyvenv.cfg", ".installed-site"):
        (tmp_path / ".venv" / name).touch()
    assert planned("site", tmp_path) == [".venv/bin/portail build"]
    lock = tmp_path / "requirements/site.txt"
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    install, *_ = planned("site", tmp_path)
    assert install.startswith(".venv/bin/python -m pip install ")
    assert install.endswith(" --require-hashes -r requirements/site.txt")


def planned(target: str, folder: Path) -> list[str]:
    """The commands that make would run."""
    shown = subprocess.run(["make", "-n", target], check=True, capture_output=True, text=True, cwd=folder)
    return [line for line in shown.stdout.splitlines() if line.startswith(".venv")]


def test_vendored_axe_is_the_published_file() -> None:
    digest = hashlib.sha256((ROOT / "tests/browser/vendor/axe-core/axe.min.js").read_bytes()).hexdigest()
    assert digest == "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
