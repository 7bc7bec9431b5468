"""Where the engine's folders are found: in the checkout beside the core, else in the installed package."""

import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from site_builder import engine
from site_builder.engine import engine_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("is_checkout", [True, False])
def test_a_core_has_its_own_folders(is_checkout: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone run with the engine of another one installed, and a core that stands among installed packages."""
    clone = tmp_path / "clone"
    clone.mkdir()
    if is_checkout:
        (clone / "pyproject.toml").touch()
    monkeypatch.setattr(engine, "__file__", str(clone / "site_builder/engine.py"))
    assert engine_folder("theme").resolve() == (clone if is_checkout else ROOT) / "theme"


@pytest.mark.parametrize("name", ["theme", "hooks", "starter"])
def test_not_installed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout that nobody installed: only the folders of the path are searched, and none has the package."""
    monkeypatch.setattr(sys, "meta_path", [PathFinder])
    monkeypatch.setattr(sys, "path", [str(ROOT)])
    for module in [module for module in sys.modules if module.startswith("portail_engine")]:
        monkeypatch.delitem(sys.modules, module)
    assert engine_folder(name) == ROOT / name
