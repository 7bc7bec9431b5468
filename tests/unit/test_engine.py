"""Where the engine's folders are found: in the installed package, or in the checkout beside the core."""

import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from site_builder.engine import engine_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["theme", "hooks", "starter"])
def test_installed(name: str) -> None:
    assert engine_folder(name).resolve() == ROOT / name


@pytest.mark.parametrize("name", ["theme", "hooks", "starter"])
def test_not_installed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout that nobody installed: only the folders of the path are searched, and none has the package."""
    monkeypatch.setattr(sys, "meta_path", [PathFinder])
    monkeypatch.setattr(sys, "path", [str(ROOT)])
    for module in [module for module in sys.modules if module.startswith("portail_engine")]:
        monkeypatch.delitem(sys.modules, module)
    assert engine_folder(name) == ROOT / name
