"""The command line in a process of its own, as an editor's computer runs it."""

import json
from pathlib import Path

import pytest

from tests.conftest import PortalFolder
from tests.hosts.running import BUILDS, run, tree


@pytest.mark.parametrize(("lang", "closing"), [("en_GB.UTF-8", "Warnings: 9."), ("fr_FR.UTF-8", "Avertissements : 9.")])
def test_check(lang: str, closing: str, minimal: PortalFolder) -> None:
    checked = run(minimal.root, "portail", "check", LANG=lang)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.replace("\u00a0", " ").rstrip("\n").endswith(closing)


@pytest.mark.parametrize("errors", [False, True])
def test_check_prints_json_and_nothing_else(errors: bool, minimal: PortalFolder) -> None:
    if errors:
        (minimal.root / "content" / "pages" / "bad.md").write_text("\ttabs\n", encoding="utf-8")
    checked = run(minimal.root, "portail", "check", "--format", "json")
    assert (checked.code, checked.err) == (int(errors), "")
    severities = {problem["severity"] for problem in json.loads(checked.out)["problems"]}
    assert severities == ({"error", "warning"} if errors else {"warning"})


@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        (["find", "port"], 0, "port-calme commune      Port-Calme ()\n"),
        (["find", "nowhere"], 1, ""),
        (["--version"], 0, None),
        ([], 2, None),
        (["bake"], 2, ""),
    ],
)
def test_exit_codes(arguments: list[str], code: int, out: str | None, minimal: PortalFolder) -> None:
    done = run(minimal.root, "portail", *arguments)
    assert done.code == code
    assert out in (None, done.out)
    assert "Traceback" not in done.err


def test_as_a_module(minimal: PortalFolder) -> None:
    done = run(minimal.root, "python", "-m", "site_builder.cli", "find", "port")
    assert (done.code, done.out) == (0, "port-calme commune      Port-Calme ()\n")


def test_a_new_portal_has_nothing_to_mend_and_builds(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    written = run(tmp_path, "portail", "init", "ours")
    assert (written.code, written.err) == (0, "")
    checked = run(folder, "portail", "check", "--format", "json")
    assert checked.code == 0
    assert [p for p in json.loads(checked.out)["problems"] if p["severity"] == "error"] == []
    built = run(folder, "portail", "build")
    assert (built.code, built.err) == (0, "")
    site = tree(folder / "site")
    assert {"index.html", "en/index.html", "404.html", "sitemap.xml"} <= site.keys()
    assert run(folder, *BUILDS["mkdocs"]).code == 0
    assert tree(folder / "site") == site
    again = run(tmp_path, "portail", "init", "ours")
    assert (again.code, again.out) == (1, "")


def test_what_has_mistakes_can_be_left_out(minimal: PortalFolder, tmp_path: Path) -> None:
    """As the published branch is built: loudly, and all the same."""
    (minimal.root / "content" / "pages" / "bad.md").write_text("\ttabs\n", encoding="utf-8")
    refused = run(minimal.root, "portail", "build", LANG="en_GB.UTF-8")
    assert (refused.code, minimal.site.exists()) == (1, False)
    assert refused.out.endswith("Nothing was published: if there was a site already, it stays as it was.\n")
    summary = tmp_path / "summary.md"
    built = run(minimal.root, "portail", "build", "--leave-out", LANG="en_GB.UTF-8", GITHUB_STEP_SUMMARY=str(summary))
    assert (built.code, built.err) == (0, "")
    assert "content/pages/bad.md:1:1 [left-out] This file is not published" in built.out
    assert "Note: 1 file has errors and is not published as it stands.\n  content/pages/bad.md\n" in built.out
    assert (minimal.site / "index.html").exists()
    mistakes, head, weights = summary.read_text(encoding="utf-8").partition("| Files of the site | number | kB |\n")
    assert head
    assert "\n| pages/home | 3 | " in weights
    assert mistakes == (
        "## ⚠️ Note: 1 file has errors and is not published as it stands.\n\n"
        "- ❌ `content/pages/bad.md:1:1` **front-matter-missing** The file does not begin with its header.\n\n"
        "  ```\n  ---\n  id: name-of-the-entry\n  title: Title of the page\n  ---\n  ```\n"
        "- `content/pages/bad.md`: This file is not published: it holds the mistakes reported above. "
        "The rest of the site is.\n\n"
    )


def test_the_address_comes_from_the_environment(minimal: PortalFolder) -> None:
    """As the workflow does for a project site under its repository's name."""
    url = "https://somebody.example/repository/"
    for command in (("portail", "build"), BUILDS["mkdocs"]):
        built = run(minimal.root, *command, PORTAIL_SITE_URL=url)
        assert built.code == 0, built.err
        assert f'href="{url}"' in minimal.html("")
        assert "<a href=/repository/bienvenue/" in minimal.html("404.html")
