"""From a folder to a published site: what is written, what is not, and that the number of processes changes nothing."""

import multiprocessing
import os
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder import processes
from site_builder.host import ThemeFault
from site_builder.order import BuildOrder, Built
from site_builder.output import SITE_MARK
from site_builder.paths import OutputsCollide, refuse_same_path
from site_builder.pipeline import build_site, publish_site
from site_builder.processes import Awaited, make_all
from site_builder.progress import SpokenProgress
from site_builder.publish import limits
from site_builder.publish.lock import sole_builder
from site_builder.publish.manifest import Manifest
from site_builder.publish.refused import PublishingRefused
from site_builder.publish.stage import IncompleteTree
from site_builder.publish.survey import lost
from site_builder.publish.swap import staging_folder
from site_builder.publish.tree import WrittenFiles
from site_builder.reading import check_portal
from site_builder.render.scene import Scene
from site_builder.render.stage import Press, RenderFailure
from tests.conftest import NO_PAGES, SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def publish(folder: PortalFolder, jobs: int = 1, templates: Path | None = None) -> Built:
    theme = engine_theme(folder.site, SITE_URLS["districts"])
    if templates:
        theme = type(theme)(
            template_dirs=(templates, *theme.template_dirs),
            static_dirs=theme.static_dirs,
            site_url=theme.site_url,
            site_dir=theme.site_dir,
        )
    return publish_site(BuildOrder(root=folder.root, theme=theme, destination=folder.site, jobs=jobs, today=TODAY))


@pytest.fixture
def districts(tmp_path: Path) -> PortalFolder:
    return copy_portal("districts", tmp_path / "districts")


@pytest.mark.parametrize("jobs", [1, 3])
def test_any_number_of_processes_makes_the_same_bytes(
    jobs: int, districts: PortalFolder, small_site: Callable[[str], PortalFolder]
) -> None:
    built = publish(districts, jobs)
    expected = tree(small_site("districts").site)
    assert tree(districts.site) == expected
    assert (built.failed, built.files, built.bytes) == (False, len(expected), sum(map(len, expected.values())))
    assert built.pages == sum(path.endswith(".html") and not path.startswith(NO_PAGES) for path in expected)
    costs = built.costs
    assert (costs.pages, costs.linked, costs.left, costs.removed) == (built.pages, 0, 0, 0)
    assert sum(each.new for each in costs.outputs.values()) == built.files
    assert sum(each.new_bytes for each in costs.outputs.values()) == built.bytes


def test_a_site_that_the_host_would_refuse_is_not_published(
    districts: PortalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = publish(districts)
    published, told = tree(districts.site), {problem.code for problem in before.problems}
    monkeypatch.setattr(limits, "MOST_BYTES", before.bytes)
    assert {problem.code for problem in publish(districts).problems} - told == {"site-large"}
    monkeypatch.setattr(limits, "MOST_BYTES", before.bytes - 1)
    after = publish(districts)
    assert (after.failed, {problem.code for problem in after.problems} - told) == (True, {"site-too-large"})
    assert tree(districts.site) == published


def test_without_fork_the_bytes_are_the_same(
    districts: PortalFolder, small_site: Callable[[str], PortalFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    publish(districts, 3)
    assert tree(districts.site) == tree(small_site("districts").site)


def test_the_address_of_the_stage_is_nowhere_in_the_site(districts: PortalFolder) -> None:
    publish(districts)
    found = [path for path, data in tree(districts.site).items() if str(districts.root).encode() in data]
    assert found == []


def test_errors_leave_the_live_site_as_it_was(districts: PortalFolder) -> None:
    publish(districts)
    before = tree(districts.site)
    page = districts.root / "content" / "pages" / "legal.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[rien](nulle-part.md)\n", encoding="utf-8")
    built = publish(districts)
    assert (built.failed, built.pages, built.files, built.bytes) == (True, 0, 0, 0)
    assert [(str(p.place), p.code) for p in built.problems if p.severity == "error"] == [
        ("content/pages/legal.md:8:1", "broken-link-unknown")
    ]
    assert tree(districts.site) == before


def test_a_minor_without_a_guardian_s_consent_stops_everything(districts: PortalFolder) -> None:
    (districts.root / "content" / "ambassadors" / "minor.md").write_text(
        "---\nid: p-22222222\ntitle: Léo Test\ntheme: sport\n"
        "consent: {scope: [site], granted_on: 2026-01-01, expires_on: 2027-01-01, reference: 9, minor: true}\n"
        "---\nLéo court.\n",
        encoding="utf-8",
    )
    built = publish(districts)
    assert [(str(p.place), p.code) for p in built.problems if p.severity == "error"] == [
        ("content/ambassadors/minor.md:5:10", "consent-minor")
    ]
    assert not districts.site.exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_cannot_be_made_is_reported_and_nothing_is_published(
    jobs: int, districts: PortalFolder, tmp_path: Path
) -> None:
    publish(districts)
    before = tree(districts.site)
    template = tmp_path / "own" / "pages" / "ambassador.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ 1 // 0 }}", encoding="utf-8")
    said = r"page ambassador:\S+ \((fr|en)\), template pages/ambassador\.html: ZeroDivisionError: integer"
    where = rf" \({re.escape(str(template))}:1\)(\n|$)"  # a note follows from another process
    with pytest.raises(ThemeFault, match=f"^{said} division or modulo by zero{where}") as caught:
        publish(districts, jobs, tmp_path / "own")
    shown = "".join(traceback.format_exception(caught.value))
    assert f'{template}", line 1' in shown  # where in the template, whichever process met it
    assert tree(districts.site) == before


def test_the_staged_tree_is_used_again_and_cleaned(districts: PortalFolder) -> None:
    publish(districts)
    publish(districts)
    staged = staging_folder(districts.site)
    (staged / "atouts" / "gone").mkdir()
    (staged / "atouts" / "gone" / "index.html").write_text("an entry deleted since", encoding="utf-8")
    folder = (staged / "atouts" / "lac").stat().st_ino
    publish(districts)
    assert (districts.site / "atouts" / "lac").stat().st_ino == folder
    assert not (districts.site / "atouts" / "gone").exists()


def test_an_entry_that_is_deleted_leaves_the_site(districts: PortalFolder) -> None:
    publish(districts)
    assert (districts.site / "mentions-legales" / "index.html").is_file()
    (districts.root / "content" / "pages" / "legal.md").unlink()
    publish(districts)
    publish(districts)
    assert not (districts.site / "mentions-legales").exists()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda root: (root / "404.html").unlink(), "; not there: 404\\.html"),
        (lambda root: (root / "robots.txt").replace(root / "404.html"), "; not there: 404\\.html, robots\\.txt"),
    ],
)
def test_a_tree_that_is_not_as_planned_is_not_published(
    spoil: Callable[[Path], object], said: str, districts: PortalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that loses a file: what was planned is compared with what is there."""
    publish(districts)
    before = tree(districts.site)

    def spoiling(root: Path, manifest: Manifest) -> list[str]:
        spoil(root)
        return lost(root, manifest)

    monkeypatch.setattr("site_builder.publish.stage.lost", spoiling)
    with pytest.raises(IncompleteTree, match=rf"^(\d+) files were written of \1 planned{said}$"):
        publish(districts)
    assert tree(districts.site) == before


def test_more_files_than_planned_are_counted(districts: PortalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_more(*arguments: Any, **named: Any) -> WrittenFiles:
        return make_all(*arguments, **named) + WrittenFiles(new=1)

    monkeypatch.setattr("site_builder.pipeline.make_all", one_more)
    with pytest.raises(IncompleteTree, match=r"^\d+ files were written of \d+ planned$") as caught:
        publish(districts)
    written, planned = (int(word) for word in str(caught.value).split() if word.isdecimal())
    assert written == planned + 1


def test_two_outputs_of_one_path_are_named() -> None:
    paths = [("a/index.html", "page:a (fr)"), ("b/index.html", "page:b (fr)"), ("A/index.html", "asset:a (en)")]
    refuse_same_path(paths[:2])
    said = r"^two outputs have one path: a/index\.html from page:a \(fr\) and A/index\.html from asset:a \(en\)$"
    with pytest.raises(OutputsCollide, match=said):
        refuse_same_path(paths)


def test_outputs_that_collide_are_told_before_anything_is_written(
    districts: PortalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.outputs.maps.map_file", lambda *of: "404.html")
    with pytest.raises(OutputsCollide, match=r"404\.html from not-found \(fr\) and 404\.html from map of "):
        publish(districts)
    assert not districts.site.exists()


NOTHING_LEADS_THERE = "\n[rien](nulle-part.md)\n"


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_made_of_a_portal_with_errors_is_told_as_its_errors(
    jobs: int, districts: PortalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several processes begin before errors are known; one does not."""
    pressed: list[Scene] = []

    def prepare(scene: Scene) -> Press:
        pressed.append(scene)
        raise RenderFailure("a link that leads nowhere")

    monkeypatch.setattr("site_builder.setting.prepare", prepare)
    with pytest.raises(RenderFailure, match="leads nowhere"):
        publish(districts, jobs)
    page = districts.root / "content" / "pages" / "legal.md"
    page.write_text(page.read_text(encoding="utf-8") + NOTHING_LEADS_THERE, encoding="utf-8")
    built = publish(districts, jobs)
    assert [p.code for p in built.problems if p.severity == "error"] == ["broken-link-unknown"]
    assert len(pressed) == jobs
    assert not districts.site.exists()


@pytest.mark.usefixtures("alone")
def test_no_picture_is_made_for_a_portal_with_errors(districts: PortalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    page = districts.root / "content" / "pages" / "legal.md"
    page.write_text(page.read_text(encoding="utf-8") + NOTHING_LEADS_THERE, encoding="utf-8")
    monkeypatch.setattr("site_builder.steps.make_pictures", lambda portal, root, make: make(None, root, 1))
    assert publish(districts, 2).failed


@pytest.mark.usefixtures("alone")
def test_all_that_can_be_made_beside_is(districts: PortalFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The idle tree, templates, checks, small files, the search, what is kept, its index; also where somebody watches:
    no thread that speaks is left when a process is forked."""
    elsewhere: list[bool] = []

    @contextmanager
    def noted(work: Callable[[], Any], jobs: int) -> Iterator[Awaited[Any]]:
        with processes.beside(work, jobs) as awaited:
            elsewhere.append(awaited.elsewhere)
            yield awaited

    for module in ("pipeline", "steps"):
        monkeypatch.setattr(f"site_builder.{module}.beside", noted)
    theme = engine_theme(districts.site)
    with SpokenProgress(lambda step, done, total: None) as progress:
        progress.begin("reading")
        order = BuildOrder(root=districts.root, theme=theme, destination=districts.site, jobs=2, progress=progress)
        publish_site(order)
    assert elsewhere == [True] * 7


def test_somebody_else_s_folder_is_refused_before_anything_is_built(districts: PortalFolder) -> None:
    districts.site.mkdir()
    (districts.site / "thesis.odt").touch()
    with pytest.raises(PublishingRefused, match="has no mark"):
        publish(districts)
    assert [path.name for path in districts.site.iterdir()] == ["thesis.odt"]
    assert not staging_folder(districts.site).exists()


def test_the_older_mark_proves_nothing(districts: PortalFolder) -> None:
    """Any site for GitHub Pages holds .nojekyll: the portal's own folder too, where somebody keeps such a site."""
    for folder in (districts.root, districts.root / "content", districts.site):
        folder.mkdir(exist_ok=True)
        (folder / ".nojekyll").touch()
        (folder / "sitemap.xml").touch()
        before = tree(districts.root)
        theme = engine_theme(folder)
        with pytest.raises(PublishingRefused):
            publish_site(BuildOrder(root=districts.root, theme=theme, destination=folder, jobs=1, today=TODAY))
        assert tree(districts.root) == before


@pytest.mark.parametrize("name", ["districts", "districts.previous"])
def test_a_stage_that_is_somebody_s_is_left_alone(name: str, districts: PortalFolder, tmp_path: Path) -> None:
    theme = engine_theme(tmp_path / "out" / "districts")
    stage = tmp_path / "out" / ".portail" / name
    stage.mkdir(parents=True)
    (stage / "thesis.odt").write_text("mine", encoding="utf-8")
    with pytest.raises(PublishingRefused, match="has no mark"):
        publish_site(BuildOrder(root=districts.root, theme=theme, destination=theme.site_dir, jobs=1, today=TODAY))
    assert tree(tmp_path / "out" / ".portail" / name) == {"thesis.odt": b"mine"}
    assert not theme.site_dir.exists()


def test_a_build_that_stopped_halfway_leaves_a_stage_that_is_known(districts: PortalFolder, tmp_path: Path) -> None:
    template = tmp_path / "own" / "pages" / "home.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ 1 // 0 }}", encoding="utf-8")
    with pytest.raises(RenderFailure):
        publish(districts, 1, tmp_path / "own")
    assert (staging_folder(districts.site) / SITE_MARK.path).read_bytes() == SITE_MARK.data
    assert not publish(districts).failed


def test_links_in_a_reused_tree_are_not_written_through(districts: PortalFolder, tmp_path: Path) -> None:
    publish(districts)
    publish(districts)
    expected = tree(districts.site)
    staged, elsewhere = staging_folder(districts.site), tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("robots.txt", "404.html", "index.html"):
        (elsewhere / name).write_text("mine", encoding="utf-8")
    (staged / "robots.txt").unlink()
    (staged / "robots.txt").symlink_to(elsewhere / "robots.txt")
    (staged / "404.html").unlink()
    (staged / "404.html").hardlink_to(elsewhere / "404.html")
    (staged / "atouts" / "index.html").unlink()
    (staged / "atouts").rename(tmp_path / "atouts")
    (staged / "atouts").symlink_to(elsewhere)
    publish(districts)
    assert tree(districts.site) == expected
    assert [path for path in districts.site.rglob("*") if path.is_symlink()] == []
    assert tree(elsewhere) == dict.fromkeys(("robots.txt", "404.html", "index.html"), b"mine")


def test_the_second_of_two_builds_changes_nothing(districts: PortalFolder) -> None:
    publish(districts)
    before = tree(districts.site)
    with sole_builder(staging_folder(districts.site)), pytest.raises(PublishingRefused, match=f"process {os.getpid()}"):
        publish(districts)
    assert tree(districts.site) == before
    assert not publish(districts).failed


def test_who_has_left_the_site_is_not_kept_in_the_old_tree(districts: PortalFolder) -> None:
    """One build is enough: nothing of an entry that is withdrawn stays on the disk."""
    publish(districts)
    (districts.root / "content" / "pages" / "legal.md").unlink()
    publish(districts)
    staged = staging_folder(districts.site)
    assert set(tree(staged)) <= set(tree(districts.site))
    assert not (staged / "mentions-legales").exists()
    assert staged.parent.stat().st_mode & 0o777 == 0o700
    assert districts.site.stat().st_mode & 0o005 == 0o005


@pytest.mark.parametrize(
    ("tree_text", "needed", "codes"),
    [
        ("", False, {"portal-missing"}),
        ("data/portal.yml\n    territory: x\n", False, {"missing-field"}),
    ],
)
def test_without_settings_nothing_can_be_planned(
    tree_text: str, needed: bool, codes: set[str], portal: Callable[..., PortalFolder]
) -> None:
    checked = portal(tree_text, needed=needed).check()
    assert (checked.planned, {p.code for p in checked.problems}) == (None, codes)


def test_without_its_own_territory_nothing_can_be_planned(portal: Callable[..., PortalFolder]) -> None:
    checked = portal("data/territories/territories.yml\n    territories: []\n").check()
    assert checked.planned is None
    assert [(str(p.place), p.code) for p in checked.problems if p.severity == "error"] == [
        ("data/portal.yml:6:12", "unknown-territory-code")
    ]


def test_today_is_the_portal_s_unless_it_is_given(portal: Callable[..., PortalFolder]) -> None:
    folder = portal()
    given, now = check_portal(folder.root, today=date(2030, 1, 2)).planned, check_portal(folder.root).planned
    assert given is not None
    assert now is not None
    assert given.today == date(2030, 1, 2)
    assert abs((now.today - date.today()).days) <= 1  # noqa: DTZ011 (the machine's own day, give or take one)


def test_without_a_number_every_core_works(portal: Callable[..., PortalFolder]) -> None:
    folder = portal()
    theme = engine_theme(folder.site)
    built = build_site(BuildOrder(root=folder.root, theme=theme, destination=folder.site, today=TODAY))
    assert not built.failed
