"""The presses of the small portals: every page of them can be made, one by one."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from site_builder.outputs.assets import SCRIPTS
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.stage import Materials, Press, prepare, set_scene
from tests.conftest import PORTALS, REPOSITORY, SITE_URLS, TODAY, engine_theme

ASSETS = {
    **{name: f"assets/{name}.js" for name in SCRIPTS},
    "stylesheet": "assets/a.css",
    "script": "assets/a.js",
    "journey": "assets/j.js",
    "nearby": "assets/n.js",
    "icon": "assets/a.svg",
    "icon-touch": "assets/t.png",
}
STARTER = "starter"
SITE_URL = "https://portail.example/"


@pytest.fixture(scope="session")
def presses(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Press]:
    """``presses("districts")``: the press of that portal of tests/portals/, or of the starter."""

    @cache
    def press(name: str) -> Press:
        root = tmp_path_factory.mktemp("press") / name
        source = REPOSITORY / STARTER if name == STARTER else PORTALS / name
        shutil.copytree(source, root, ignore=shutil.ignore_patterns("site", ".portail", "__pycache__"))
        return press_of(root, SITE_URLS.get(name, SITE_URL))

    return press


def press_of(root: Path, site_url: str = SITE_URL) -> Press:
    planned = check_portal(root, today=TODAY).planned
    assert planned is not None
    materials = Materials(geography=geography(planned.portal), assets=ASSETS)
    return prepare(set_scene(planned, engine_theme(root / "site", site_url), materials))
