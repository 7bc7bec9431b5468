"""What is not known to be a site of ours is refused, and stays as it was."""

import os
from pathlib import Path

import pytest

from site_builder.output import SITE_MARK
from site_builder.publish.ownership import SOURCES, open_staging, refuse_foreign, refuse_sources
from site_builder.publish.refused import PublishingRefused


def code_of(refused: pytest.ExceptionInfo[PublishingRefused]) -> str:
    return refused.value.problem.code


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal's folder; media/ does not exist yet, and theme/ is a link to a folder outside."""
    folder = tmp_path / "work" / "portal"
    for name in set(SOURCES) - {"media", "theme"}:
        (folder / name / "below").mkdir(parents=True)
    (tmp_path / "work" / "shared").mkdir()
    (folder / "theme").symlink_to(tmp_path / "work" / "shared")
    (tmp_path / "work" / "short").symlink_to(folder)
    return folder


@pytest.mark.parametrize(
    "destination",
    [
        *(".", "..", "../.."),
        *("content", "data", "media", "theme", "hooks", ".git"),
        *("content/below", "media/site", "hooks/below/site", ".git/below", "site/../content", "theme/x"),
        *("../short", "../short/content/site", "../shared", "../shared/site"),
        *(".portail", ".portail/site", "search", "paper", "../short/host"),
    ],
)
def test_the_portal_s_own_files_are_no_place_for_a_site(destination: str, root: Path) -> None:
    with pytest.raises(PublishingRefused) as refused:
        refuse_sources(root, root / destination)
    assert code_of(refused) == "output-in-sources"


@pytest.mark.parametrize(
    "destination",
    [
        "site",
        "public/site",
        "public/search",
        "contents",
        "../site",
        "../portal-site",
        "../short/site",
        ".portail/out/site",
    ],
)
def test_places_for_a_site(destination: str, root: Path) -> None:
    refuse_sources(root, root / destination)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (None, None),
        ([], None),
        (["index.html", SITE_MARK.path], None),
        (["thesis.odt"], "output-foreign"),
        ([".nojekyll", "index.html", "sitemap.xml"], "output-foreign"),
        ([".git", SITE_MARK.path], "output-repository"),
    ],
)
def test_somebody_s_folder(files: list[str] | None, code: str | None, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    if files is not None:
        folder.mkdir()
    for name in files or ():
        (folder / name).touch()
    if code:
        with pytest.raises(PublishingRefused) as refused:
            refuse_foreign(folder)
        assert code_of(refused) == code
    else:
        refuse_foreign(folder)
    assert sorted(path.name for path in folder.glob("*")) == sorted(files or [])


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_the_mark_is_a_plain_file(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    if kind == "link":
        (tmp_path / "file").touch()
        (folder / SITE_MARK.path).symlink_to(tmp_path / "file")
    else:
        (folder / SITE_MARK.path).mkdir()
    with pytest.raises(PublishingRefused) as refused:
        refuse_foreign(folder)
    assert code_of(refused) == "output-foreign"


@pytest.mark.parametrize("kind", ["file", "pipe", "link to a file", "link to a folder", "link to nothing"])
def test_what_is_not_a_folder_is_never_replaced(kind: str, tmp_path: Path) -> None:
    destination = tmp_path / "site"
    (tmp_path / "thesis.odt").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    if kind == "file":
        destination.write_text("mine", encoding="utf-8")
    elif kind == "pipe":
        os.mkfifo(destination)
    else:
        target = {"link to a file": "thesis.odt", "link to a folder": "folder", "link to nothing": "nowhere"}[kind]
        destination.symlink_to(tmp_path / target)
    with pytest.raises(PublishingRefused) as refused:
        refuse_foreign(destination)
    assert code_of(refused) == "output-not-folder"


def test_nobody_else_looks_into_the_stage(tmp_path: Path) -> None:
    staged = tmp_path / "public" / ".portail" / "site"
    for _ in range(2):
        open_staging(staged)
        assert staged.parent.stat().st_mode & 0o777 == 0o700
        staged.parent.chmod(0o755)


@pytest.mark.parametrize("kind", ["link to a folder", "link to nothing", "file"])
def test_the_stage_s_folder_is_a_folder(kind: str, tmp_path: Path) -> None:
    place = tmp_path / ".portail"
    if kind == "file":
        place.touch()
    else:
        place.symlink_to(tmp_path if kind == "link to a folder" else tmp_path / "nowhere")
    with pytest.raises(PublishingRefused) as refused:
        open_staging(place / "site")
    assert code_of(refused) == "output-not-folder"
