"""A site made in shards and merged is the site that one build makes; whatever is not one site is not published."""

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from site_builder.incremental.inputs import Inputs, inputs_of
from site_builder.merging import Merged, MergeOrder, merge_shards
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import publish_site
from site_builder.publish import limits
from site_builder.publish.refused import PublishingStopped
from site_builder.publish.shards import RECORD
from site_builder.shard import Shard
from tests.conftest import NO_PAGES, SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def build(
    folder: PortalFolder, name: str, shard: Shard, today: date = TODAY, inputs: Inputs | None = None
) -> tuple[Path, Built]:
    """One shard of a small portal, and its folder."""
    destination = folder.root / f"site-{shard.number}-of-{shard.of}"
    order = BuildOrder(
        root=folder.root,
        theme=engine_theme(folder.site, SITE_URLS[name]),
        destination=destination,
        jobs=1,
        today=today,
        inputs=inputs or inputs_of(folder.root),
        shard=shard,
    )
    return destination, publish_site(order)


def merge(folder: PortalFolder, *shards: Path, jobs: int = 1) -> Merged:
    return merge_shards(MergeOrder(root=folder.root, folders=shards, destination=folder.site, jobs=jobs))


@pytest.mark.parametrize(
    ("name", "of", "jobs"),
    [
        ("minimal", 1, 1),
        ("districts", 2, 2),
        *(pytest.param("minimal", *each, marks=pytest.mark.long) for each in ((3, 1), (5, 2))),
    ],
)
def test_shards_merged_are_one_build(
    name: str, of: int, jobs: int, tmp_path: Path, small_site: Callable[[str], PortalFolder]
) -> None:
    """Each is made in a folder of its own, as on a machine of its own: nothing is kept there of the others."""
    folder = copy_portal(name, tmp_path / name)
    shards = [Shard(number, of) for number in range(of, 0, -1)]
    made = [build(copy_portal(name, tmp_path / f"machine-{shard.number}"), name, shard) for shard in shards]
    assert [built.failed for _, built in made] == [False] * of
    merged = merge(folder, *(place for place, _ in made), jobs=jobs)
    expected = tree(small_site(name).site)
    assert tree(folder.site) == expected
    assert (merged.failed, merged.problems, merged.written.files) == (False, (), len(expected))
    pages = sum(_is_page(path) for path in expected)
    assert (merged.pages, sum(built.pages for _, built in made)) == (pages, pages)
    parts = [sum(map(_is_page, tree(place))) for place, _ in made]
    assert min(parts) > pages // of * 0.7


def _is_page(path: str) -> bool:
    return path.endswith(".html") and not path.startswith(NO_PAGES)


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> tuple[PortalFolder, Path, Path]:
    """A portal and its two shards; not to be changed."""
    folder = copy_portal("minimal", tmp_path_factory.mktemp("halves") / "minimal")
    return folder, build(folder, "minimal", Shard(1, 2))[0], build(folder, "minimal", Shard(2, 2))[0]


def refused(folder: PortalFolder, *shards: Path) -> tuple[str, str]:
    """Why the shards are not published: the problem's code, and what it says first of."""
    before = tree(folder.site) if folder.site.exists() else None
    with pytest.raises(PublishingStopped) as stopped:
        merge(folder, *shards)
    assert (tree(folder.site) if folder.site.exists() else None) == before
    problem = stopped.value.problem
    return problem.code, Path(problem.place.path).name


def rewritten(shard: Path, place: Path, change: Callable[[Any], object]) -> Path:
    """A copy of a shard, what it says of itself changed."""
    shutil.copytree(shard, place)
    record = json.loads((place / RECORD).read_bytes())
    change(record)
    (place / RECORD).write_text(json.dumps(record), encoding="utf-8")
    return place


def test_what_is_missing_or_given_twice_is_said(halves: tuple[PortalFolder, Path, Path], tmp_path: Path) -> None:
    folder, first, second = halves
    with pytest.raises(PublishingStopped, match=r"The site lacks parts: 1/2\."):
        merge(folder, second)
    assert refused(folder, first, second, second) == ("shard-twice", "site-2-of-2")
    assert refused(folder, first, tmp_path) == ("shard-unknown", tmp_path.name)
    assert refused(folder, first, tmp_path / "nowhere") == ("shard-unknown", "nowhere")
    assert not folder.site.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda record: record.update(kind="portail shard 0"), "shard-unknown"),
        (lambda record: record.update(part="two"), "shard-unknown"),
        (lambda record: record.pop("files"), "shard-unknown"),
        (lambda record: record.update(order="another"), "shards-differ"),
        (lambda record: record.update(part="2/3"), "shards-differ"),
        (lambda record: record.update(shared="another"), "shards-incomplete"),
        (lambda record: record["files"].popitem(), "shards-incomplete"),
        (lambda record: record["files"].update({"../portal.yml": ""}), "shard-damaged"),
        (lambda record: record["files"].update({"nowhere.html": ""}), "shard-damaged"),
        (lambda record: record["files"].update({RECORD: ""}), "shards-incomplete"),
        (lambda record: record["files"].update(dict.fromkeys(record["files"], "")), "shard-damaged"),
    ],
)
def test_shards_that_are_not_one_site_are_refused(
    change: Callable[[Any], object], code: str, halves: tuple[PortalFolder, Path, Path], tmp_path: Path
) -> None:
    folder, first, second = halves
    assert refused(folder, first, rewritten(second, tmp_path / "second", change)) == (code, _named(code, first))


def _named(code: str, first: Path) -> str:
    """Of shards that are not one site together, the first is named."""
    return first.name if code == "shards-incomplete" else "second"


def test_two_shards_with_one_file_are_refused(halves: tuple[PortalFolder, Path, Path], tmp_path: Path) -> None:
    folder, first, second = halves
    shutil.copytree(second, tmp_path / "second")
    (tmp_path / "second/Index.html").write_text("twice", encoding="utf-8")
    again = rewritten(
        tmp_path / "second", tmp_path / "again", lambda record: record["files"].update({"Index.html": ""})
    )
    assert refused(folder, first, again) == ("shards-overlap", first.name)


@pytest.mark.parametrize("harm", ["altered", "lost", "linked"])
def test_a_shard_that_was_harmed_on_its_way_is_refused(
    harm: str, halves: tuple[PortalFolder, Path, Path], tmp_path: Path
) -> None:
    folder, first, second = halves
    copy = tmp_path / "second"
    shutil.copytree(second, copy)
    page = next(copy.rglob("*.html"))
    if harm == "altered":
        page.write_bytes(page.read_bytes()[:-1])
    else:
        page.unlink()
    if harm == "linked":
        page.symlink_to(first / "index.html")
    assert refused(folder, first, copy) == ("shard-damaged", "second")


def test_shards_of_two_days_or_of_two_states_are_refused(tmp_path: Path) -> None:
    folder = copy_portal("minimal", tmp_path / "minimal")
    first, _ = build(folder, "minimal", Shard(1, 2))
    tomorrow, _ = build(folder, "minimal", Shard(2, 2), TODAY + timedelta(days=1))
    assert refused(folder, first, tomorrow) == ("shards-differ", "site-2-of-2")
    with (folder.root / "data/portal.yml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    changed, _ = build(folder, "minimal", Shard(2, 2))
    assert refused(folder, first, changed) == ("shards-differ", "site-2-of-2")


def test_a_portal_that_changes_meanwhile_makes_no_shard(tmp_path: Path) -> None:
    folder = copy_portal("minimal", tmp_path / "minimal")
    before = inputs_of(folder.root)
    with (folder.root / "data/portal.yml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    with pytest.raises(PublishingStopped, match="has changed while its part was being built"):
        build(folder, "minimal", Shard(2, 2), inputs=before)
    assert not (folder.root / "site-2-of-2").exists()


def test_errors_are_told_by_every_shard(portal: Callable[..., PortalFolder]) -> None:
    folder = portal("data/contacts/bourg.yml\n    [")
    told = [publish_told(folder, number) for number in (1, 2)]
    assert told[0] == told[1]
    assert told[0] != []


def publish_told(folder: PortalFolder, number: int) -> list[str]:
    destination = folder.root / f"part-{number}"
    theme = engine_theme(folder.site)
    order = BuildOrder(
        root=folder.root, theme=theme, destination=destination, jobs=1, today=TODAY, shard=Shard(number, 2)
    )
    built = publish_site(order)
    assert built.failed
    assert not destination.exists()
    return [problem.code for problem in built.problems]


def test_a_site_that_the_host_would_refuse_is_not_published(
    halves: tuple[PortalFolder, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, first, second = halves
    shards = sum(file.stat().st_size for place in (first, second) for file in place.rglob("*") if file.is_file())
    monkeypatch.setattr(limits, "MOST_BYTES", shards // 2)
    merged = merge_shards(MergeOrder(root=folder.root, folders=(first, second), destination=tmp_path / "site", jobs=1))
    assert [problem.code for problem in merged.problems] == ["site-too-large"]
    assert merged.failed
    assert not (tmp_path / "site").exists()
