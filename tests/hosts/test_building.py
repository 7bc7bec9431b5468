"""Every host builds the same portal into the same files, over a site of its own as well, and alone."""

import pytest

from site_builder.publish.lock import sole_builder
from site_builder.publish.swap import staging_folder
from tests.conftest import PortalFolder
from tests.hosts.running import BUILDS, HOSTS, ByHost, run, tree


@pytest.mark.parametrize("host", ["mkdocs", "properdocs", pytest.param("mkdocs --strict", marks=pytest.mark.long)])
def test_every_host_builds_the_same_files(host: str, by_host: ByHost, by_command_line: dict[str, bytes]) -> None:
    folder, ran = by_host(host)
    found = tree(folder.site)
    assert sorted(found) == sorted(by_command_line)
    assert [path for path, data in found.items() if data != by_command_line[path]] == []
    assert ran.err.count("[translation-missing]") == 6


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_builds_again_over_its_own_site(
    host: str, built_before: PortalFolder, by_command_line: dict[str, bytes]
) -> None:
    assert run(built_before.root, *BUILDS[host]).code == 0
    assert tree(built_before.site) == by_command_line


@pytest.mark.parametrize("host", HOSTS)
def test_a_mistake_leaves_the_site_as_it_was(
    host: str, built_before: PortalFolder, by_command_line: dict[str, bytes]
) -> None:
    """The host empties its folder before it builds: what is wrong is said before that."""
    (built_before.root / "content" / "pages" / "bad.md").write_text("---\nid: bad\n---\n", encoding="utf-8")
    built = run(built_before.root, *BUILDS[host])
    assert (built.code, built.err.count("content/pages/bad.md:")) == (1, 1)
    assert tree(built_before.site) == by_command_line


@pytest.mark.parametrize(("host", "lang"), [("mkdocs", "fr"), ("properdocs", "en")])
def test_a_host_waits_for_no_other_build(host: str, lang: str, built_before: PortalFolder) -> None:
    """It would empty the folder that the other one is filling."""
    site = built_before.site
    before = tree(site)
    said = {
        "fr": f"Une autre construction de {site} est en cours",
        "en": f"Another build of {site} is running",
    }
    with sole_builder(staging_folder(site)):
        built = run(built_before.root, *BUILDS[host], LANG=f"{lang}_{lang.upper()}.UTF-8")
    assert (built.code, said[lang] in built.err, "Traceback" in built.err) == (1, True, False)
    assert tree(site) == before
