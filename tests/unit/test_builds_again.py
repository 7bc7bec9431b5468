"""A build that remembers former ones makes the bytes of one that remembers nothing, whatever was changed in between."""

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.incremental.inputs import inputs_of
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import publish_site
from site_builder.reading import check_portal
from tests.conftest import SITE_URLS, PortalFolder, copy_portal, engine_theme

STEPS = 5
ROUTE = "route:\n  guide: here\n"
"""A word of addresses: every guide moves."""


def build(folder: PortalFolder, site: Path, *, remembers: bool) -> tuple[Built, dict[str, bytes]]:
    theme = engine_theme(site, SITE_URLS["districts"])
    own = folder.root / "theme"
    dirs = (own, *theme.template_dirs) if own.is_dir() else theme.template_dirs
    theme = replace(theme, template_dirs=dirs)
    inputs = inputs_of(folder.root) if remembers else None
    built = publish_site(BuildOrder(root=folder.root, theme=theme, destination=site, jobs=1, inputs=inputs))
    found = (file for file in site.rglob("*") if file.is_file()) if site.exists() else ()
    return built, {file.relative_to(site).as_posix(): file.read_bytes() for file in found}


def files(root: Path, *patterns: str) -> list[Path]:
    return sorted(file for pattern in patterns for file in root.glob(pattern) if file.is_file())


def edit(root: Path, chance: random.Random) -> None:
    file = chance.choice(files(root, "content/**/*.md"))
    file.write_text(f"{file.read_text(encoding='utf-8')}\nOne more line, {chance.random()}.\n", encoding="utf-8")


def add(root: Path, chance: random.Random) -> None:
    file = chance.choice(files(root, "content/*/*.md"))
    text = file.read_text(encoding="utf-8")
    name = f"{file.name.partition('.')[0]}-{chance.randrange(1000)}"
    lines = [f"id: {name}" if line.startswith("id:") else line for line in text.splitlines() if "slug" not in line]
    file.with_name(f"{name}.md").write_text("\n".join(lines), encoding="utf-8")


def rename(root: Path, chance: random.Random) -> None:
    file = chance.choice(files(root, "content/**/*.md"))
    stem = file.name.partition(".")[0]
    for each in file.parent.glob(f"{stem}.*md"):
        each.rename(each.with_name(f"{stem}-{chance.randrange(1000)}{each.name.removeprefix(stem)}"))


def remove(root: Path, chance: random.Random) -> None:
    chance.choice(files(root, "content/**/*.md")).unlink()


def figures(root: Path, chance: random.Random) -> None:
    file = chance.choice(files(root, "data/**/*.csv", "data/territories/**/*.yml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    at = chance.randrange(len(lines))
    lines[at] = "".join(
        str(9 - int(letter)) if letter.isdigit() and chance.random() < 0.2 else letter for letter in lines[at]
    )
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def contact(root: Path, chance: random.Random) -> None:
    """Another telephone number, another territory, somebody more or nobody any more, of whom it is known or not."""
    role, number = chance.choice(["town-hall", "childcare", "health-centre"]), chance.randrange(10, 99)
    who = f"role: {role}, covers: ['{chance.choice(['101', '102', '202', 'A1', 'A', 'VD'])}']"
    (root / "data/one_contact.yml").write_text(
        chance.choice(
            [
                f"contacts:\n  - {{id: one, {who}, name: Here, telephone: '+33 5 56 00 00 {number}'}}\n",
                f"absences:\n  - {{{who}, checked_by: Here, checked_on: 2026-05-{number % 28 + 1:02}}}\n",
                "contacts: []\n",
            ]
        ),
        encoding="utf-8",
    )


def telephone(root: Path, chance: random.Random) -> None:
    file = root / "data/contacts.yml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"021 000 00 \d\d", f"021 000 00 {chance.randrange(10, 99)}", text, count=2)
    file.write_text(text, encoding="utf-8")


def setting(root: Path, chance: random.Random) -> None:
    file = root / "data/portal.yml"
    text = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*text, f"# {chance.random()}"]), encoding="utf-8")
    words = root / "theme/strings/en.yml"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(chance.choice([ROUTE, "guide:\n  contents: What is here\n", ""]), encoding="utf-8")


def template(root: Path, chance: random.Random) -> None:
    theirs = Path(__file__).parents[2] / "theme/partials/footer.html"
    own = root / "theme/partials/footer.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(theirs.read_text(encoding="utf-8") + f"<!-- {chance.random()} -->", encoding="utf-8")


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    edit,
    add,
    rename,
    remove,
    figures,
    contact,
    telephone,
    setting,
    template,
)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in (1, 2, 3))])
def test_any_series_of_changes(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same changes each time
    folder = copy_portal("districts", tmp_path / "portal")
    states = [tmp_path / "state-0"]
    shutil.copytree(folder.root, states[0], ignore=shutil.ignore_patterns("site", ".portail"))
    build(folder, folder.site, remembers=True)
    for step in range(STEPS):
        if chance.random() < 0.2:
            revert(folder.root, chance.choice(states))
        else:
            chance.choice(CHANGES)(folder.root, chance)
        states.append(tmp_path / f"state-{step + 1}")
        shutil.copytree(folder.root, states[-1], ignore=shutil.ignore_patterns("site", ".portail"))
        site = chance.choice([folder.site, tmp_path / "second" / "site"])
        again, bytes_again = build(folder, site, remembers=True)
        clean = PortalFolder(tmp_path / f"clean-{step}")
        shutil.copytree(states[-1], clean.root)
        expected, bytes_expected = build(clean, clean.root / "site", remembers=False)
        assert [str(problem) for problem in again.problems] == [str(problem) for problem in expected.problems]
        if not expected.failed:
            assert {path for path, data in bytes_again.items() if bytes_expected.get(path) != data} == set()
            assert bytes_again.keys() == bytes_expected.keys()


def revert(root: Path, state: Path) -> None:
    for folder in ("content", "data", "media", "theme"):
        shutil.rmtree(root / folder, ignore_errors=True)
        if (state / folder).is_dir():
            shutil.copytree(state / folder, root / folder)


def test_a_portal_that_was_moved_with_what_was_kept_of_it(tmp_path: Path) -> None:
    """A checkout in another place, with a cache that was restored."""
    folder = copy_portal("districts", tmp_path / "portal")
    before, _ = build(folder, folder.site, remembers=True)
    moved = PortalFolder(folder.root.rename(tmp_path / "moved"))
    again, _ = build(moved, moved.site, remembers=True)
    assert again.problems == before.problems
    assert again.written.new == 0


def test_a_mistake_in_the_host_s_file_goes_with_it(tmp_path: Path) -> None:
    folder = copy_portal("minimal", tmp_path / "portal")
    settings = folder.root / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8").partition("theme:")[0]

    def told(theme: str) -> list[str]:
        settings.write_text(f"{written}theme: {{name: material, custom_dir: {theme}}}\n", encoding="utf-8")
        problems = check_portal(folder.root, inputs=inputs_of(folder.root)).problems
        return [problem.code for problem in problems if problem.code == "theme-folder"]

    assert [told(theme) for theme in ("theme", "skin", "theme")] == [[], ["theme-folder"], []]
