"""What is answered page by page is what a build writes; after a change, what a build of then would write."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.host import Answer
from site_builder.incremental.inputs import Inputs, inputs_of
from site_builder.order import BuildOrder
from site_builder.pipeline import publish_site
from site_builder.problems import Place, Problem, has_errors
from site_builder.render.stage import TemplateFault
from site_builder.serving import Held, Refused, Serving
from tests.conftest import SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme
from tests.hosts.running import tree
from tests.unit.test_builds_again import CHANGES

DUNE = """
content/assets/dune.md
    ---
    id: dune
    title: Une dune
    summary: Du sable.
    angle: natural-heritage
    ---
    Le texte.
content/assets/bois.md
    ---
    id: bois
    title: Un bois
    summary: Des arbres.
    angle: natural-heritage
    ---
    Voir [la dune](dune.md).
"""


def order_of(folder: PortalFolder, site_url: str = "https://portail.example/") -> Callable[[Inputs], BuildOrder]:
    own = folder.root / "theme"

    def order(inputs: Inputs) -> BuildOrder:
        theme = engine_theme(folder.site, site_url)
        dirs = (own, *theme.template_dirs) if own.is_dir() else theme.template_dirs
        theme = replace(theme, template_dirs=dirs, served=True)
        return BuildOrder(root=folder.root, theme=theme, destination=folder.site, jobs=1, inputs=inputs, today=TODAY)

    return order


def serving(folder: PortalFolder) -> Serving:
    """Somebody who has read the portal once."""
    found = Serving(folder.root, order_of(folder))
    assert found.renew().held
    return found


def text(answer: Answer | None) -> str:
    assert answer
    return answer.data.decode()


def all_files(held: Held | None) -> dict[str, bytes]:
    assert held
    return {path: held.get(path) or b"" for path in held.paths}


def built(folder: PortalFolder, site: Path, site_url: str) -> dict[str, bytes]:
    """What a build that remembers nothing writes."""
    order = replace(order_of(folder, site_url)(inputs_of(folder.root)), inputs=None, destination=site)
    assert not publish_site(order).failed
    return tree(site)


def dune(folder: PortalFolder, old: str, new: str) -> None:
    file = folder.root / "content/assets/dune.md"
    written = file.read_text(encoding="utf-8")
    assert old in written
    file.write_text(written.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", SITE_URLS)
def test_every_file_is_what_a_build_writes(name: str, tmp_path: Path) -> None:
    folder = copy_portal(name, tmp_path / "portal")
    held = Serving(folder.root, order_of(folder, SITE_URLS[name]))
    held.renew()
    assert all_files(held.held) == built(folder, tmp_path / "built", SITE_URLS[name])
    assert not folder.site.exists()


@pytest.mark.long
def test_so_it_is_after_each_of_many_changes(tmp_path: Path) -> None:
    """Each to the portal as it was: what makes errors keeps nobody from seeing the next one."""
    folder, url = copy_portal("districts", tmp_path / "portal"), SITE_URLS["districts"]
    former = copy_portal("districts", tmp_path / "former").root
    chance = random.Random(19)  # noqa: S311 - the same changes each time
    shown = Serving(folder.root, order_of(folder, url))
    seen = []
    for change in (None, *CHANGES):
        shutil.rmtree(folder.root)
        shutil.copytree(former, folder.root)
        if change:
            change(folder.root, chance)
        if shown.renew().held:
            seen.append(change.__name__ if change else "")
            assert all_files(shown.held) == built(folder, tmp_path / f"built-{seen[-1]}", url), seen
    assert seen == ["", "edit", "add", "rename", "remove", "contact", "telephone", "setting", "template"]


def test_an_edit_is_shown(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(DUNE)
    shown = serving(folder)
    before = shown.held
    dune(folder, "Le texte.", "Un autre texte.")
    assert "Le texte." in text(shown.answer("/atouts/dune/"))
    assert shown.renew().is_new
    assert "Un autre texte." in text(shown.answer("/atouts/dune/"))
    assert shown.held is not before


def test_nothing_is_read_again_where_nothing_has_changed(portal: Callable[..., PortalFolder]) -> None:
    shown = serving(portal(DUNE))
    before = shown.held
    assert (shown.renew().is_new, shown.held) == (False, before)


def test_a_change_while_the_portal_is_read_is_read_as_well(
    portal: Callable[..., PortalFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = portal(DUNE)
    shown = serving(folder)
    dune(folder, "Le texte.", "Premier.")
    ordered = order_of(folder)

    def order(inputs: Inputs) -> BuildOrder:
        if "Premier." in (folder.root / "content/assets/dune.md").read_text(encoding="utf-8"):
            dune(folder, "Premier.", "Second.")
        return ordered(inputs)

    monkeypatch.setattr(shown, "_order_of", order)
    assert shown.renew().held
    assert "Second." in text(shown.answer("/atouts/dune/"))
    dune(folder, "Second.", "Premier.")  # nothing is remembered under the name of what it was not
    monkeypatch.setattr(shown, "_order_of", ordered)
    shown.renew()
    assert "Premier." in text(shown.answer("/atouts/dune/"))


def test_a_mistake_leaves_what_was_shown(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(DUNE)
    shown = serving(folder)
    dune(folder, "title:", "titel:")
    renewed = shown.renew()
    assert (renewed.is_new, renewed.held) == (True, None)
    assert [(problem.code, str(problem.place)) for problem in renewed.problems][:1] == [
        ("unknown-field", "content/assets/dune.md:3:1")
    ]
    assert "Le texte." in text(shown.answer("/atouts/dune/"))
    dune(folder, "titel:", "title:")
    dune(folder, "Le texte.", "Corrigé.")
    assert shown.renew().held
    assert "Corrigé." in text(shown.answer("/atouts/dune/"))


def test_what_only_a_check_finds_is_refused_too(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(DUNE)
    shown = serving(folder)
    dune(folder, "Le texte.", "[Rien](rien.md)")
    assert [problem.code for problem in shown.renew().problems if has_errors([problem])] == ["broken-link-unknown"]
    assert "Le texte." in text(shown.answer("/atouts/dune/"))


def test_addresses_are_answered_as_by_a_host_of_files(portal: Callable[..., PortalFolder]) -> None:
    shown = serving(portal(DUNE))
    home, folder, lost, icon = map(shown.answer, ("/", "/atouts/dune", "/no/such/page/", "/../mkdocs.yml"))
    assert home
    assert (home.status, home.path) == (200, "index.html")
    assert folder == Answer(status=302, location="/atouts/dune/")
    assert lost
    assert (lost.status, lost.path) == (404, "404.html")
    assert lost.data == (shown.held and shown.held.get("404.html"))
    assert icon == lost


def test_a_portal_that_never_was_without_errors_has_nothing_to_show(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(DUNE)
    dune(folder, "title:", "titel:")
    shown = Serving(folder.root, order_of(folder))
    assert shown.renew().held is None
    assert shown.answer("/") is None


def test_a_template_at_fault_is_told_when_it_is_edited(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(DUNE)
    shown = serving(folder)
    own = folder.root / "theme/pages/asset.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% if %}", encoding="utf-8")
    with pytest.raises(TemplateFault, match=r"theme/pages/asset\.html"):
        shown.renew()
    assert "Le texte." in text(shown.answer("/atouts/dune/"))
    own.write_text("<p>À nous.</p>", encoding="utf-8")
    assert shown.renew().held
    assert "À nous." in text(shown.answer("/atouts/dune/"))


def test_what_is_known_before_reading_is_a_reason_to_refuse(portal: Callable[..., PortalFolder]) -> None:
    folder = portal(DUNE)
    problem = Problem("host-missing", Place("mkdocs.yml"))

    def order(_: Inputs) -> BuildOrder:
        raise Refused((problem,))

    renewed = Serving(folder.root, order).renew()
    assert (renewed.is_new, renewed.held, renewed.problems) == (True, None, (problem,))
