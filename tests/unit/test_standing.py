"""What stands of a site when the next one is built: what would be made again as it is, and is still there."""

from pathlib import Path

from benchmarks.budget import EDITS
from site_builder.incremental.inputs import inputs_of
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import publish_site
from tests.conftest import SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme

TELEPHONE = EDITS["a contact's telephone"]


def build(folder: PortalFolder) -> Built:
    theme = engine_theme(folder.site, SITE_URLS["districts"])
    inputs = inputs_of(folder.root, {})
    built = publish_site(
        BuildOrder(root=folder.root, theme=theme, destination=folder.site, jobs=1, today=TODAY, inputs=inputs)
    )
    assert not built.failed
    return built


def pages(built: Built) -> int:
    return built.costs.pages


def test_a_page_stands_as_long_as_what_it_asked_for(tmp_path: Path) -> None:
    folder = copy_portal("districts", tmp_path / "portal")
    everything = pages(build(folder))
    before = {file: file.read_bytes() for file in folder.site.rglob("*.html")}
    TELEPHONE(folder.root)
    again = build(folder)
    changed = {file for file, data in before.items() if file.read_bytes() != data}
    assert changed
    assert len(changed) <= pages(again) < everything / 4
    assert pages(build(folder)) == 0


def test_a_file_that_somebody_has_taken_out_is_made_again(tmp_path: Path) -> None:
    folder = copy_portal("districts", tmp_path / "portal")
    build(folder)
    page = folder.site / "index.html"
    written = page.read_bytes()
    page.unlink()
    TELEPHONE(folder.root)
    build(folder)
    assert page.read_bytes() == written
