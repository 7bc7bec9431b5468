"""What the pages for editors say to paste is right, in this portal and in the one that ``portail init`` writes."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from PIL import Image

from site_builder.cli.main import main
from site_builder.editing.field_order import field_order
from site_builder.editing.formatting import formatted
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.search import SearchWords
from site_builder.problems.catalogue import CATALOGUE
from site_builder.reading import check_portal
from tests.conftest import REPOSITORY

FOLDERS = {"fr": REPOSITORY / "docs" / "editeurs", "en": REPOSITORY / "docs" / "editors"}
EXAMPLE = re.compile(r"^ *<!-- (\S+) -->\n( *)```\w+\n(.*?\n)\2```$", re.MULTILINE | re.DOTALL)
"""A file to paste: a comment that names it, right above its text."""
LINES = re.compile(r"^ *```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
"""Some lines of a file."""
IN_A_NEW_PORTAL = {"40088": "bourg", "244000675": "petit-pays"}
TODAY = date(2026, 11, 21)


def examples(lang: str) -> dict[str, str]:
    """Path and text of every file that the pages of a language tell to write."""
    return {path: dedent(text) for page in pages(lang) for path, _, text in EXAMPLE.findall(page)}


def pages(lang: str) -> Iterator[str]:
    for file in sorted(FOLDERS[lang].glob("*.md")):
        yield file.read_text(encoding="utf-8")


def test_both_languages_show_the_same_files() -> None:
    assert sorted(examples("fr")) == sorted(examples("en"))
    assert len(examples("fr")) == 32


@pytest.mark.parametrize("lang", FOLDERS)
def test_every_entry_is_in_the_order_of_fmt(lang: str) -> None:
    entries = {path: text for path, text in examples(lang).items() if path.startswith("content/")}
    assert len(entries) == 24
    assert {path: text.encode() for path, text in entries.items()} == {
        path: formatted(text.encode(), path) for path, text in entries.items()
    }


@pytest.mark.parametrize("lang", FOLDERS)
def test_lines_of_an_entry_are_in_the_order_of_fmt(lang: str) -> None:
    """Several lines are of an entry if there are types of entries that have them all."""
    orders = [field_order(each.model) for each in CONTENT_TYPES]
    shown = [[*yaml.safe_load(dedent(text))] for page in pages(lang) for text in LINES.findall(EXAMPLE.sub("", page))]
    several = [keys for keys in shown if len(keys) > 1]
    of_entries = [(keys, order) for keys in several for order in orders if {*keys} <= {*order}]
    assert {tuple(keys) for keys, _ in of_entries} == {
        ("owner", "verified_on", "review_every"),
        ("slug", "old_paths"),
        ("overrides", "mode", "against"),
        ("title", "translated_from"),
    }
    assert [sorted(keys, key=order.index) for keys, order in of_entries] == [keys for keys, _ in of_entries]


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_words_for_a_new_portal_are_told(lang: str) -> None:
    first = (FOLDERS[lang] / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"`([a-z-]+)`\s+(?:au lieu de|instead of)\s+`(\d+)`", first)
    assert {code: word for word, code in told} == IN_A_NEW_PORTAL


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_messages_it_explains_exist(lang: str) -> None:
    explained = re.findall(
        r"^\| `([a-z]+-[a-z]+)` \|", (FOLDERS[lang] / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(explained) == 8
    assert set(explained) - set(CATALOGUE) == set()


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_example_of_search_words_is_understood_and_has_every_language(lang: str) -> None:
    first = (FOLDERS[lang] / "README.md").read_text(encoding="utf-8")
    example = re.search(r"^```yaml\n(languages:.*?)^```$", first, re.MULTILINE | re.DOTALL)
    assert example is not None
    words = SearchWords.model_validate(yaml.safe_load(example[1]))
    assert [(each.code, len(each.same), len(each.ignored)) for each in words.languages] == [("fr", 1, 2), ("en", 1, 2)]


@pytest.mark.parametrize(
    "page",
    [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("edit*/*.md"))],
    ids=lambda page: f"{page.parent.name}/{page.name}",
)
def test_links_lead_to_files_and_anchors(page: Path) -> None:
    prose = re.sub(r"`[^`\n]+`", "", EXAMPLE.sub("", page.read_text(encoding="utf-8")))
    links = re.findall(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)", prose)
    lost = [path for path, _ in links if not (page.parent / path).exists()]
    named = [(page.parent / path if path else page, anchor) for path, anchor in links if anchor]
    lost += [f"{file.name}{anchor}" for file, anchor in named if anchor not in anchors(file)]
    assert links
    assert lost == []


def anchors(page: Path) -> set[str]:
    """Those that GitHub makes of headings, and those that are written."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return {f"#{name}" for name in (*made, *re.findall(r'<a id="([^"]+)">', text))}


@pytest.mark.parametrize(("lang", "name"), [("fr", "ordinateur.md"), ("en", "computer.md")])
def test_windows_is_given_the_commands_of_other_computers(lang: str, name: str) -> None:
    page = (FOLDERS[lang] / name).read_text(encoding="utf-8").replace("py -m", "python3 -m")
    blocks = re.findall(
        r"^```powershell\n(.*?)^```$", page.replace(".venv\\Scripts\\", ".venv/bin/"), re.MULTILINE | re.DOTALL
    )
    new, region, after = (block.splitlines() for block in blocks)
    assert after == [".venv/bin/portail check"]
    assert "\n".join(("```sh", *new, *after, "")) in (REPOSITORY / "starter/README.md").read_text(encoding="utf-8")
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8").partition("$(INSTALLED_SITE): ")[2]
    installs = re.findall(r"^\t@\$\(PIP\) (.+)$", makefile, re.MULTILINE)[:2]
    assert region == ["python3 -m venv .venv", *(f".venv/bin/pip install {each}" for each in installs)]


@pytest.mark.parametrize(("lang", "told"), [("fr", "ordinateur.md#sous-windows"), ("en", "computer.md#on-windows")])
def test_pages_with_commands_tell_windows_once(lang: str, told: str) -> None:
    with_commands = [page for page in pages(lang) if re.search(r"^ *```sh\n", page, re.MULTILINE)]
    assert [page.count(f"]({told})") for page in with_commands if "```powershell" not in page] == [1] * 10


@pytest.fixture(params=["region", "starter"])
def portal(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    root = tmp_path / "portal"
    if request.param == "starter":
        assert main(["init", str(root)], {}) == 0
    else:
        for name in ("content", "data", "media"):
            shutil.copytree(REPOSITORY / name, root / name)
    return root


@pytest.mark.parametrize("lang", FOLDERS)
def test_every_example_can_be_pasted(lang: str, portal: Path) -> None:
    before = {str(problem) for problem in check_portal(portal, today=TODAY).problems}
    written = examples(lang)
    for path, text in written.items():
        file = portal / path
        assert not file.exists()
        file.parent.mkdir(parents=True, exist_ok=True)
        if (portal / "mkdocs.yml").exists():
            for code, word in IN_A_NEW_PORTAL.items():
                text = text.replace(code, word)  # noqa: PLW2901
        file.write_text(text, encoding="utf-8")
    Image.new("RGB", (480, 360)).save(portal / "media" / "moulin-neuf.jpg")

    checked = check_portal(portal, today=TODAY)
    found = [problem for problem in checked.problems if problem.code != "translation-missing"]
    asked = [problem.code for problem in found if problem.code in {"translation-new", "override-new"}]
    assert sorted(asked) == ["override-new", "override-new", "translation-new"]
    assert [str(problem) for problem in found if problem.code not in asked and str(problem) not in before] == []
    assert checked.planned is not None
    files = {page.file for page in checked.planned.site}
    assert {
        *("atouts/moulin-neuf/index.html", "en/assets/moulin-neuf/index.html", "atouts/moulin-illustre/index.html"),
        *("ambassadeurs/jeanne-exemple/index.html", "ambassadeurs/p-0a1b2c3d/index.html"),
        *("bienvenue/villeneuve-l-exemple/index.html", "en/welcome/la-combe-exemple/index.html"),
        "atouts/le-moulin/index.html",
    } - files == set()
    town = checked.planned.portal.territories["villeneuve-exemple"]
    assert town.population == 850
