"""The portal that ``portail init`` writes: without a problem, complete in both languages, ready to publish."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from fnmatch import fnmatchcase
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
import yaml

from site_builder.check.starter import EXAMPLES
from site_builder.cli.init import noted_commit, pin_engine
from site_builder.cli.main import main
from site_builder.cli.words import WORDS
from site_builder.editing.formatting import formatted
from site_builder.model.registry import CONTENT_TYPES
from site_builder.problems.catalogue import CATALOGUE
from site_builder.reading import check_portal

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
ACTION = re.compile(r"uses: (\S+)@([0-9a-f]{40} # \S+)")


def step(name: str) -> dict[str, str]:
    """A step of the starter's workflow that builds."""
    workflow = yaml.safe_load((ROOT / "starter/.github/workflows/pages.yml").read_text(encoding="utf-8"))
    (found,) = (step for step in workflow["jobs"]["build"]["steps"] if step.get("name") == name)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def starter(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "portal"
    monkeypatch.setattr(sys, "argv", ["portail"])
    assert main(["init", str(folder), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == f"Portal written in {folder}. To look at it: portail serve --root {folder}"
    named = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert named == ["data/portal.yml", "data/territories/", "mkdocs.yml", "engine.txt", "content/pages/legal.md"]
    assert [name for name in named if not (folder / name).exists()] == []
    return folder


def test_init_leaves_what_is_there_alone(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (starter / "mkdocs.yml").read_bytes()
    (starter / "data/portal.yml").unlink()
    assert main(["init", str(starter), "--lang", "fr"]) == 1
    assert capsys.readouterr().err == f"Le dossier {starter} n’est pas vide : rien n’a été écrit.\n"
    assert (starter / "mkdocs.yml").read_bytes() == before
    assert not (starter / "data/portal.yml").exists()


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (
            {
                "url": "https://github.com/Petit-Pays/portail.git",
                "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": "a" * 40},
            },
            f"portail @ git+https://github.com/Petit-Pays/portail.git@{'a' * 40}",
        ),
        (
            {"url": "file:///home/ana/portail", "dir_info": {}},
            "portail @ git+https://github.com/OWNER/REPOSITORY@v1.2.0",
        ),
        (None, "portail @ git+https://github.com/OWNER/REPOSITORY@v1.2.0"),
    ],
    ids=["repository", "clone", "index"],
)
def test_the_engine_is_pinned_by_who_writes_the_portal(
    tmp_path: Path, origin: dict[str, object] | None, line: str
) -> None:
    """``origin``: what pip notes of where it installed from."""
    installed = tmp_path / "portail-1.2.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.4\nName: portail\nVersion: 1.2.0\n", encoding="utf-8")
    if origin:
        (installed / "direct_url.json").write_text(json.dumps(origin), encoding="utf-8")
    file = tmp_path / "engine.txt"
    shutil.copy(ROOT / "starter/engine.txt", file)
    pin_engine(file, Distribution.at(installed))
    *said, last = file.read_text(encoding="utf-8").splitlines()
    assert last == line
    assert said[-1] == "#   ./wheels/portail-1.2.0-py3-none-any.whl"
    assert [comment for comment in said if not comment.startswith("#")] == []


def test_init_pins_the_engine_that_runs(starter: Path) -> None:
    engine = distribution("portail")
    source = noted_commit(engine) or f"git+https://github.com/OWNER/REPOSITORY@v{engine.version}"
    assert (starter / "engine.txt").read_text(encoding="utf-8").splitlines()[-1] == f"portail @ {source}"


def test_what_the_engine_needs_is_locked_as_it_was_tested() -> None:
    """Every package with its hashes, and no address of an index: a mirror does as well."""
    assert (ROOT / "starter/requirements.txt").read_bytes() == (ROOT / "requirements/site.txt").read_bytes()
    spelling = [ROOT / "starter/requirements-spelling.txt", ROOT / "requirements/spelling.txt"]
    assert spelling[0].read_bytes() == spelling[1].read_bytes()


INSTALLED = """\
install --quiet --require-hashes -r requirements.txt
install --quiet --no-deps --no-build-isolation -r engine.txt
"""
TO_REPLACE = "::error file=engine.txt::Remplacez OWNER/REPOSITORY. / Replace OWNER/REPOSITORY.\n"


@pytest.mark.parametrize(
    ("engine", "code", "printed"),
    [
        ("# OWNER/REPOSITORY\nportail @ git+https://github.com/OWNER/REPOSITORY@v1.2.0\n", 1, TO_REPLACE),
        (f"# OWNER/REPOSITORY\nportail @ git+https://github.com/petit-pays/portail@{'a' * 40}\n", 0, INSTALLED),
        ("# OWNER/REPOSITORY\n./wheels/portail-1.2.0-py3-none-any.whl\n", 0, INSTALLED),
    ],
    ids=["placeholder", "commit", "wheel"],
)
def test_starter_workflow_installs_what_is_locked_then_the_engine(
    tmp_path: Path, engine: str, code: int, printed: str
) -> None:
    (tmp_path / "engine.txt").write_text(engine, encoding="utf-8")
    stub = tmp_path / "pip"
    stub.write_text('#!/bin/sh\necho "$*"\n', encoding="utf-8")
    stub.chmod(0o755)
    shown = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step("Install")["run"]],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (shown.returncode, shown.stdout) == (code, printed)


def test_starter_readme_installs_as_its_workflow_does() -> None:
    readme = (ROOT / "starter/README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\.venv/bin/pip (install .+)$", readme, re.MULTILINE)
    assert commands == [line.replace(" --quiet", "") for line in INSTALLED.splitlines()]


def test_starter_has_one_of_everything_and_no_problem_but_its_examples(starter: Path) -> None:
    checked = check_portal(starter, today=date(2026, 11, 21))
    assert {problem.code for problem in checked.problems} == {"starter-left", "starter-data-left"}
    assert checked.planned is not None
    portal = checked.planned.portal
    assert {kind: len(entries) for kind, entries in portal.entries.items()} == {
        "block": 1,
        "step": 1,
        "easy": 1,
        "child": 1,
        "asset": 1,
        "trail": 1,
        "ambassador": 1,
        "house": 1,
        "perk": 1,
        "event": 1,
        "relay": 1,
        "guideline": 1,
        "proof": 1,
        "news": 1,
        "page": 5,
    }
    drafts = {"testimonial"}  # nobody's words are invented, not even as an example: it is a draft
    assert set(portal.entries) == {content_type.kind for content_type in CONTENT_TYPES} - drafts
    assert all(sorted(entry.versions) == ["en", "fr"] for entries in portal.entries.values() for entry in entries)
    assert [territory.code for territory in portal.territories] == ["petit-pays", "bourg", "rives", "haute-combe"]


def test_each_example_is_told_until_it_is_replaced(starter: Path) -> None:
    """Those that readers would see: the testimonial is a draft."""
    kinds = ("ambassadors", "assets", "events", "houses", "perks", "proofs", "relays", "trails")
    stems = [f"content/{kind}/example-{kind.removesuffix('s')}" for kind in kinds]
    stems += ["content/news/example-news"]
    stems += [f"content/pages/{name}" for name in ("about", "accessibility", "legal")]
    examples = [f"{stem}{ending}" for stem in stems for ending in (".en.md", ".md")]
    examples += ["data/portal.yml", "data/territories/territories.yml"]
    assert left(starter) == sorted(examples)
    (starter / "content/pages/about.md").write_text("---\nid: about\ntitle: À propos\n---\nLa mairie.\n", "utf-8")
    (starter / "data/portal.yml").write_text((starter / "data/portal.yml").read_text("utf-8") + "\n", "utf-8")
    assert left(starter) == sorted({*examples} - {"content/pages/about.md", "data/portal.yml"})


@pytest.mark.parametrize(("today", "told"), [(date(2026, 9, 30), set()), (date(2026, 10, 1), {"review-due"})])
def test_who_looks_after_an_entry_and_when_is_there_to_uncomment(starter: Path, today: date, told: set[str]) -> None:
    path = "content/assets/example-asset.md"
    example = (starter / path).read_text("utf-8")
    text = re.sub("^# (owner|verified_on|review_every):", r"\1:", example, flags=re.MULTILINE)
    (starter / path).write_text(text, "utf-8")
    assert re.findall(r"^(\w+): .*$", text, re.MULTILINE)[-3:] == ["owner", "verified_on", "review_every"]
    assert formatted(text.encode(), path) == text.encode()
    assert {each.code for each in check_portal(starter, today=today).problems if each.place.path == path} == told


def left(folder: Path) -> list[str]:
    """The examples that nobody has replaced."""
    return [each.place.path for each in check_portal(folder, today=date(2026, 11, 21)).problems]


def test_the_starter_itself_is_no_portal_with_examples_left() -> None:
    assert left(ROOT / "starter") == []


def test_what_says_that_it_is_to_be_replaced_is_an_example() -> None:
    """The words of the starter's entries, and the list of those that are told, say the same."""
    said = re.compile(r"remplace[rz]|replaced?\b|[Cc]ompl[eé]te|Dites ici|Indiquez ici|Say here|Écrivez ici|Write here")
    entries = [path for path in (ROOT / "starter/content").rglob("*.md") if said.search(path.read_text("utf-8"))]
    names = sorted(path.relative_to(ROOT / "starter").as_posix() for path in entries)
    assert names == sorted(
        path.relative_to(ROOT / "starter").as_posix()
        for path in (ROOT / "starter/content").rglob("*.md")
        if any(fnmatchcase(path.relative_to(ROOT / "starter").as_posix(), example) for example in EXAMPLES)
    )


def test_starter_builds_with_the_installed_engine(starter: Path) -> None:
    """Its mkdocs.yml and its hook of one line, through both commands: the same pages."""
    for command in ("portail build", "mkdocs build --quiet --site-dir other"):
        name, *arguments = command.split()
        subprocess.run([str(TOOLS / name), *arguments], cwd=starter, check=True, capture_output=True)
    ours, theirs = (sorted((starter / folder).rglob("*.html")) for folder in ("site", "other"))
    assert [page.relative_to(starter / "site") for page in ours] == [
        page.relative_to(starter / "other") for page in theirs
    ]
    assert [page.read_bytes() for page in ours] == [page.read_bytes() for page in theirs]
    home = (starter / "site/index.html").read_text(encoding="utf-8")
    assert re.search(r'<footer.*<a href="?/vie-privee/"?>Vie privée', home, re.DOTALL)
    assert "<title>Petit Pays – Bienvenue là où vous arrivez</title>" in home


@pytest.mark.parametrize(
    ("name", "of_ours", "actions"),
    [("pages.yml", "pages.yml", 8), ("proposal.yml", "ci.yml", 4), ("weekly.yml", "weekly.yml", 4)],
)
def test_starter_workflow_uses_the_actions_of_ours(name: str, of_ours: str, actions: int) -> None:
    ours, theirs = (
        dict(ACTION.findall((ROOT / path).read_text(encoding="utf-8")))
        for path in (f".github/workflows/{of_ours}", f"starter/.github/workflows/{name}")
    )
    assert theirs == ours
    assert len(theirs) == actions


RIGHTS = {
    "pages.yml": {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "mistakes": {},
        "ledger": {"contents": "write", "pull-requests": "write"},
    },
    "proposal.yml": {"review": {"contents": "read"}},
    "weekly.yml": {"look": {"actions": "read", "contents": "read"}, "issues": {"issues": "write"}},
}


@pytest.mark.parametrize("name", RIGHTS)
def test_starter_workflow_is_valid_and_gives_few_rights(name: str) -> None:
    workflow = ROOT / "starter/.github/workflows" / name
    valid = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow]
    subprocess.run([str(part) for part in valid], check=True, capture_output=True)
    subprocess.run([str(TOOLS / "zizmor"), "--offline", str(workflow)], check=True, capture_output=True)
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    assert {job: content["permissions"] for job, content in jobs.items()} == RIGHTS[name]


def test_every_starter_workflow_has_its_rights_tested() -> None:
    assert {path.name for path in (ROOT / "starter/.github/workflows").iterdir()} == RIGHTS.keys()


def test_a_proposal_is_installed_as_what_is_published_and_uses_no_secret() -> None:
    pages, proposal = (
        (ROOT / "starter/.github/workflows" / name).read_text(encoding="utf-8")
        for name in ("pages.yml", "proposal.yml")
    )
    installs = re.compile(r"      - uses: actions/setup-python.*?(?=      - name: (?:Check|Dictionaries))", re.DOTALL)
    assert installs.findall(proposal) == installs.findall(pages) != []
    assert "secrets." not in proposal
    assert "pull_request_target" not in proposal


@pytest.mark.parametrize(
    ("owner", "repository", "address", "printed"),
    [
        ("Petit-Pays", "portail", "", "https://petit-pays.github.io/portail/"),
        ("Petit-Pays", "petit-pays.github.io", "", "https://petit-pays.github.io/"),
        ("Petit-Pays", "portail", "https://bienvenue.example.org", "https://bienvenue.example.org/"),
        ("Petit-Pays", "portail", "https://bienvenue.example.org/", "https://bienvenue.example.org/"),
    ],
)
def test_starter_workflow_builds_for_the_address_of_pages(
    tmp_path: Path, owner: str, repository: str, address: str, printed: str
) -> None:
    stub = tmp_path / "portail"
    stub.write_text('#!/bin/sh\necho "$1 for $PORTAIL_SITE_URL"\n', encoding="utf-8")
    stub.chmod(0o755)
    shown = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step("Build")["run"]],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "OWNER": owner, "REPOSITORY": repository, "ADDRESS": address},
        check=True,
        capture_output=True,
        text=True,
    )
    assert shown.stdout == f"Address: {printed}\nbuild for {printed}\n"


def test_nothing_leads_to_a_guide_that_a_portal_does_not_have(starter: Path) -> None:
    """The guides are in the engine's repository, which the README says."""
    files = [file for pattern in ("*.md", "*.yml", "*.txt") for file in starter.rglob(pattern)]
    naming = [file.name for file in files if "docs/edit" in file.read_text(encoding="utf-8")]
    assert naming == ["README.md"]
    told = (starter / "README.md").read_text(encoding="utf-8")
    assert [folder in told for folder in ("`docs/editeurs`", "`docs/editors`")] == [True, True]
    said = [*(word for words in WORDS.values() for word in words.values()), *map(str, CATALOGUE.values())]
    assert [sentence for sentence in said if "docs/edit" in sentence] == []


def test_previews_are_not_kept(starter: Path) -> None:
    """They may show a person who has not been published."""
    for folder in (starter, ROOT):
        assert {"/apercu/", "/preview/"} <= set((folder / ".gitignore").read_text(encoding="utf-8").splitlines())
