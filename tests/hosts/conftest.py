"""The minimal portal, and as each of its hosts and the command line built it."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import PortalFolder, copy_portal
from tests.hosts.running import BUILDS, POLICY, ByHost, Ran, run, tree


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    return copy_portal("minimal", tmp_path / "minimal")


@pytest.fixture(scope="module")
def by_command_line(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What ``portail build`` publishes of the minimal portal."""
    folder = copy_portal("minimal", tmp_path_factory.mktemp("cli") / "minimal")
    built = run(folder.root, "portail", "build")
    assert (built.code, built.err) == (0, "")
    site = tree(folder.site)
    assert [path for path, data in site.items() if path.endswith(".html") and POLICY.encode() not in data] == []
    return site


@pytest.fixture(scope="module")
def by_host(tmp_path_factory: pytest.TempPathFactory) -> ByHost:
    """``by_host("mkdocs")``: the minimal portal as that host built it, once, and what it said; not to be changed."""

    @cache
    def built(host: str) -> tuple[PortalFolder, Ran]:
        folder = copy_portal("minimal", tmp_path_factory.mktemp("host") / "minimal")
        ran = run(folder.root, *BUILDS[host])
        assert ran.code == 0, ran.err
        return folder, ran

    return built


@pytest.fixture
def built_before(host: str, tmp_path: Path, by_host: ByHost) -> PortalFolder:
    """A portal that the host of the test has built already."""
    return PortalFolder(shutil.copytree(by_host(host)[0].root, tmp_path / "built"))
