"""A disk that stops a build is understood: what it is, which folder, what to do."""

import errno
import os
from pathlib import Path

import pytest

from site_builder.publish.disk import disk_understood, refuse_apart
from site_builder.publish.refused import PublishingRefused, PublishingStopped
from tests.conftest import REPOSITORY

ROOT = Path("/srv/portal")
LIVE, STAGED = ROOT / "site", ROOT / ".portail" / "site"


def raised(code: int, path: str | None) -> PublishingStopped | OSError:
    error = OSError(code, os.strerror(code), path) if path else OSError(code, os.strerror(code))
    with pytest.raises((PublishingStopped, OSError)) as caught, disk_understood(STAGED, LIVE):
        raise error
    assert isinstance(caught.value, PublishingStopped | OSError)
    return caught.value


@pytest.mark.parametrize(
    ("code", "path", "said"),
    [
        (errno.ENOSPC, "/srv/portal/.portail/site/a.html", "disk-full: The disk is full: /srv/portal/.portail/site/a."),
        (errno.ENOSPC, None, "disk-full: The disk is full: /srv/portal/.portail/site could not"),
        (errno.ENOSPC, "/var/index", "disk-full: The disk is full: /var/index could not"),
        (errno.EDQUOT, None, "disk-full: The disk is full"),
        (errno.EACCES, "/srv/portal/.portail", "folder-closed: The folder /srv/portal cannot be written (Permission"),
        (errno.EROFS, "/srv/portal/.portail/site/a.html", "folder-closed: The folder /srv/portal/.portail/site cannot"),
        (errno.EPERM, "/srv/portal/site", "folder-closed: The folder /srv/portal cannot be written (Operation not"),
        (errno.EXDEV, "/srv/portal/.portail/site", "output-mounted: /srv/portal/site or /srv/portal/.portail, where"),
        (errno.EBUSY, "/srv/portal/site", "output-mounted: /srv/portal/site or"),
    ],
)
def test_what_is_said(code: int, path: str | None, said: str) -> None:
    stopped = raised(code, path)
    assert isinstance(stopped, PublishingStopped)
    assert f"{stopped.problem.code}: {stopped}".startswith(said)


@pytest.mark.parametrize(
    ("code", "path"),
    [(errno.EACCES, "/srv/portal/content/a.md"), (errno.EBUSY, "/var/x"), (errno.EIO, "/srv/portal/site"), (0, None)],
)
def test_what_is_not_about_the_trees_passes(code: int, path: str | None) -> None:
    error = raised(code, path)
    assert isinstance(error, OSError)
    assert error.errno == code


def test_the_folder_that_holds_the_file_is_named(tmp_path: Path) -> None:
    staged = tmp_path / ".portail" / "site"
    staged.mkdir(parents=True)
    with pytest.raises(PublishingStopped) as caught, disk_understood(staged, tmp_path / "site"):
        raise PermissionError(errno.EACCES, "Permission denied", str(staged))
    assert caught.value.said("fr") == (
        f"Le dossier {staged} ne peut pas être écrit (Permission denied). Le site publié est tel qu’il était.\n"
        f"→ Donnez à ce compte le droit d’y écrire (chmod -R u+w {staged}), fermez ce qui l’utilise, "
        "ou publiez ailleurs (--output).\n"
    )


OTHER_DISK = Path("/dev/shm")  # noqa: S108 - nothing is written there


@pytest.mark.skipif(not OTHER_DISK.is_dir(), reason="a system without another disk to try")
def test_a_folder_where_a_disk_begins(tmp_path: Path) -> None:
    (tmp_path / ".portail").mkdir()
    refuse_apart(tmp_path / ".portail" / "site", tmp_path / "site")
    with pytest.raises(PublishingRefused, match="is a disk or a mounted folder"):
        refuse_apart(tmp_path / ".portail" / "site", OTHER_DISK)
    with pytest.raises(PublishingRefused, match="cannot take the place of the old one at once"):
        refuse_apart(_elsewhere_than(tmp_path) / "site", tmp_path / "site")


def _elsewhere_than(folder: Path) -> Path:
    """A folder of another disk; the tests themselves may be in memory (scripts/run_tests.sh)."""
    return next(other for other in (OTHER_DISK, REPOSITORY) if other.stat().st_dev != folder.stat().st_dev)
