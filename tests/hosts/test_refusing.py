"""What stops a host before it writes: a fault in a page or in the theme, a folder that is no site's."""

import pytest

from tests.conftest import PortalFolder
from tests.hosts.running import BUILDS, HOSTS, run, tree


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_says_what_is_wrong_and_fails(host: str, minimal: PortalFolder) -> None:
    page = minimal.root / "content" / "pages" / "bad.md"
    page.write_text("---\nid: bad\ntitle: Bad\n---\n[rien](nulle-part-du-tout.md)\n", encoding="utf-8")
    built = run(minimal.root, *BUILDS[host])
    assert built.code == 1
    assert "content/pages/bad.md:5:1 [broken-link" in built.err
    assert "Traceback" not in built.err
    assert list(minimal.site.rglob("*.html")) == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_template_that_is_wrong_stops_a_host(host: str, minimal: PortalFolder) -> None:
    template = minimal.root / "theme" / "pages" / "home.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ 1 // 0 }}", encoding="utf-8")
    built = run(minimal.root, *BUILDS[host])
    assert (built.code, "Traceback" in built.err) == (1, False)
    assert f"ZeroDivisionError: integer division or modulo by zero ({template}:1)" in built.err


def test_a_shell_that_is_wrong_stops_a_host(minimal: PortalFolder) -> None:
    template = minimal.root / "theme" / "main.html"
    template.parent.mkdir(exist_ok=True)
    template.write_text('{% extends "base.html" %}{% block htmltitle %}{{ page.title | upper }}{% endblock %}')
    built = run(minimal.root, *BUILDS["mkdocs"])
    assert (built.code, "Traceback" in built.err) == (1, False)
    assert "The build stopped on a file of the theme.\n" in built.err
    assert "main.html changes the slot page.title, which it can only print as it is" in built.err


@pytest.mark.parametrize(
    ("host", "folder", "said"),
    [
        ("mkdocs", "data", "what the portal is made of"),
        ("properdocs", "media/site", "what the portal is made of"),
        ("mkdocs", "mine", "has no mark"),
        pytest.param("properdocs", "mine", "has no mark", marks=pytest.mark.long),
    ],
)
def test_a_host_empties_no_folder_but_a_site_s(host: str, folder: str, said: str, minimal: PortalFolder) -> None:
    settings = minimal.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nsite_dir: {folder}\n", encoding="utf-8")
    (minimal.root / folder).mkdir(parents=True, exist_ok=True)
    (minimal.root / folder / "thesis.odt").write_text("mine", encoding="utf-8")
    before = tree(minimal.root)
    built = run(minimal.root, *BUILDS[host], PYTHONDONTWRITEBYTECODE="1")  # Python keeps the hooks it compiled there
    assert (built.code, said in built.err, "Traceback" in built.err) == (1, True, False)
    assert tree(minimal.root) == before


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_emptied(minimal: PortalFolder) -> None:
    settings = minimal.root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nsite_dir: mkdocs.yml/site\n", encoding="utf-8")
    built = run(minimal.root, *BUILDS["mkdocs"])
    assert (built.code, "Traceback" in built.err) == (1, False)
    assert "the published site has not changed.\n" in built.err
    assert "\n→ See whether that file exists" in built.err


def test_what_stops_a_host_after_it_emptied_the_site_is_not_said_to_have_changed_nothing(
    minimal: PortalFolder,
) -> None:
    hook = minimal.root / "hooks" / "portail.py"
    full = "def _full(config):\n    raise OSError(28, 'No space left on device', 'site/index.html')\n"
    late = "import portail_engine.hooks.portail as theirs\ntheirs.build = _full\n"
    hook.write_text(hook.read_text(encoding="utf-8") + full + late, encoding="utf-8")
    built = run(minimal.root, *BUILDS["mkdocs"])
    assert (built.code, "Traceback" in built.err) == (1, False)
    assert "it is not whole, do not publish it.\nOSError: [Errno 28] No space left on device" in built.err
