"""The host adapter is found through its entry point, and only when it is asked for."""

from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from site_builder.cli import host
from tests.conftest import REPOSITORY, copy_portal


def test_what_the_host_lends(tmp_path: Path) -> None:
    root = copy_portal("minimal", tmp_path / "minimal").root
    theme = host.host_theme(root)
    assert (theme.site_url, theme.site_dir) == ("https://port-calme.example/", root / "site")
    assert theme.template_dirs[:2] == (root / "theme", REPOSITORY / "theme")  # mkdocs.yml need not name the first
    assert theme.static_dirs[0] == REPOSITORY / "theme"


def test_no_host_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "entry_points", lambda **_: EntryPoints())
    with pytest.raises(LookupError, match=r"^no host in the entry point group portail\.hosts$"):
        host.host_theme(tmp_path)


def test_another_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is registered under the group's name is called with the portal's folder."""
    point = EntryPoint(name="mkdocs", value="pathlib:Path", group=host.THEMES)
    monkeypatch.setattr(host, "entry_points", lambda **_: EntryPoints([point]))
    found: object = host.host_theme(tmp_path)
    assert found == tmp_path


def test_the_server_of_another_host(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="mkdocs", value="pathlib:Path", group=host.SERVERS)
    monkeypatch.setattr(host, "entry_points", lambda **_: EntryPoints([point]))
    found: object = host.development_server()
    assert found is Path
