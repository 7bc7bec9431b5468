"""What a proposal changes: the pages by name, and copies of them that a browser opens from the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from site_builder.host import HostTheme
from site_builder.order import BuildOrder
from site_builder.publish.manifest import FileRecord
from site_builder.reviewing.changes import How, Site, changed_pages
from site_builder.reviewing.preview import MOST_PAGES, Preview, PreviewWords, name_of, shown
from site_builder.reviewing.stage import NoSuchVersion, Review, reviewed
from tests.conftest import SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme
from tests.unit.cli.test_history import git

WORDS = PreviewWords(
    lang="en", title="A <preview>", notice="Not published.", how={how: f"it is {how.value}" for how in How}
)


def host(root: Path) -> HostTheme:
    return engine_theme(root / "site", "https://other.example/")


@contextmanager
def reviewing(folder: PortalFolder, base: str = "HEAD") -> Iterator[Review]:
    theme = engine_theme(folder.site, SITE_URLS["minimal"])
    order = BuildOrder(root=folder.root, theme=theme, destination=folder.site, jobs=1, today=TODAY)
    with reviewed(order, base, host) as review:
        yield review


@pytest.fixture
def minimal(tmp_path: Path) -> PortalFolder:
    """A small portal in a folder of a repository."""
    folder = copy_portal("minimal", tmp_path / "repository" / "a portal")
    git(tmp_path / "repository", "init", "--initial-branch", "main")
    git(tmp_path / "repository", "add", "--all")
    git(tmp_path / "repository", "commit", "--message", "The portal")
    return folder


def append(folder: PortalFolder, path: str, text: str) -> None:
    with (folder.root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def found(review: Review) -> list[tuple[str, str, str]]:
    return [(page.how.value, page.path, page.title) for page in review.pages]


def test_nothing_changes_where_nothing_is_proposed(minimal: PortalFolder) -> None:
    with reviewing(minimal) as review:
        assert (review.pages, review.is_compared) == ((), True)
    assert not minimal.site.exists()


def test_pages_that_change_come_and_go(minimal: PortalFolder) -> None:
    append(minimal, "content/pages/about.md", "\nUne phrase.\n")
    (minimal.root / "content/assets/lighthouse.ar.md").unlink()
    new = "---\nid: quay\ntitle: Le quai\nsummary: On y marche.\n---\n\nVoir [qui nous sommes](about.md).\n"
    (minimal.root / "content/pages/quay.md").write_text(new, encoding="utf-8")
    with reviewing(minimal) as review:
        changes = found(review)
    assert ("changed", "a-propos/index.html", "À propos") in changes
    assert ("added", "quay/index.html", "Le quai") in changes
    assert [path for how, path, _ in changes if how == "removed"] == ["ar/amakin/lighthouse/index.html"]
    assert ("changed", "index.html", "Port-Calme") not in changes


def rewrite(folder: PortalFolder, path: str, old: str, new: str) -> None:
    file = folder.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def lost(review: Review) -> list[tuple[str, tuple[str, ...], str]]:
    return [(str(each.place), each.addresses, each.fixed) for each in review.lost]


LIGHTHOUSE = "content/assets/lighthouse"


def test_an_address_that_leads_nowhere_is_told_with_the_line_that_keeps_it(minimal: PortalFolder) -> None:
    rewrite(minimal, f"{LIGHTHOUSE}.md", "slug: phare\n", "slug: grand-phare\n")
    with reviewing(minimal) as review:
        assert lost(review) == [(f"{LIGHTHOUSE}.md:5:1", ("atouts/phare/",), "old_paths: [atouts/phare/]")]


def test_an_address_that_leads_on_is_not_told(minimal: PortalFolder) -> None:
    rewrite(minimal, f"{LIGHTHOUSE}.md", "slug: phare\n", "slug: grand-phare\nold_paths: [atouts/phare/]\n")
    with reviewing(minimal) as review:
        assert review.lost == ()


def test_another_id_is_another_address_in_each_language_without_a_slug(minimal: PortalFolder) -> None:
    rewrite(minimal, f"{LIGHTHOUSE}.md", "id: lighthouse\n", "id: big-lighthouse\n")
    with reviewing(minimal) as review:
        (found,) = lost(review)
    address = "ar/amakin/lighthouse/"
    assert found == (f"{LIGHTHOUSE}.md:5:1", (address,), f"old_paths: [{address}]")


def test_former_addresses_that_are_taken_out_are_told_with_those_that_stay(minimal: PortalFolder) -> None:
    rewrite(minimal, f"{LIGHTHOUSE}.md", "slug: phare\n", "slug: phare\nold_paths: [le-phare/, tour/]\n")
    git(minimal.root, "commit", "--all", "--message", "Former addresses")
    rewrite(minimal, f"{LIGHTHOUSE}.md", "[le-phare/, tour/]", "[tour/]")
    (minimal.root / f"{LIGHTHOUSE}.ar.md").unlink()
    with reviewing(minimal) as review:
        assert lost(review) == [
            (
                f"{LIGHTHOUSE}.md:6:1",
                ("ar/amakin/lighthouse/", "le-phare/"),
                "old_paths: [tour/, ar/amakin/lighthouse/, le-phare/]",
            )
        ]


@pytest.mark.parametrize("leaves", ["status: archived", "expires_on: 2000-01-01"])
def test_what_leaves_on_purpose_is_not_told(leaves: str, minimal: PortalFolder) -> None:
    rewrite(minimal, f"{LIGHTHOUSE}.md", "slug: phare\n", f"slug: grand-phare\n{leaves}\n")
    with reviewing(minimal) as review:
        assert ("removed", "atouts/phare/index.html") in [each[:2] for each in found(review)]
        assert review.lost == ()


def test_what_errors_leave_out_is_not_told(minimal: PortalFolder) -> None:
    append(minimal, f"{LIGHTHOUSE}.md", "\nÉcrire à ada@exemple.example.\n")
    git(minimal.root, "commit", "--all", "--amend", "--message", "What must not come back")
    rewrite(minimal, f"{LIGHTHOUSE}.md", "\nÉcrire à ada@exemple.example.\n", "")
    rewrite(minimal, f"{LIGHTHOUSE}.md", "slug: phare\n", "slug: grand-phare\nproofs: [nothing]\n")
    with reviewing(minimal) as review:
        assert [problem.code for problem in review.published.done] == ["left-out"]
        assert review.lost == ()


def test_guides_come_last(minimal: PortalFolder) -> None:
    append(minimal, "content/welcome/town-hall.md", "\nUne phrase.\n")
    append(minimal, "content/pages/about.md", "\nUne phrase.\n")
    with reviewing(minimal) as review:
        kinds = [page.is_guide for page in review.pages]
    assert kinds == sorted(kinds)
    assert set(kinds) == {False, True}


def test_what_has_mistakes_is_compared_without_them(minimal: PortalFolder) -> None:
    append(minimal, "content/pages/about.md", "\n[Rien](nowhere.md)\n")
    with reviewing(minimal) as review:
        assert [problem.code for problem in review.published.mistakes] == ["broken-link-unknown"]
        assert found(review) == [("changed", "a-propos/index.html", "À propos")]


def test_a_portal_that_makes_no_site_is_told(minimal: PortalFolder) -> None:
    git(minimal.root, "rm", "--cached", "--quiet", "data/portal.yml")
    git(minimal.root, "commit", "--amend", "--message", "A portal that never had settings")
    append(minimal, "data/portal.yml", "\nnonsense: 1\n")
    with reviewing(minimal) as review:
        assert review.site is None
        assert review.published.built.failed


def test_a_first_version_has_only_new_pages(minimal: PortalFolder) -> None:
    repository = minimal.root.parent
    git(repository, "rm", "-r", "--cached", "--quiet", ".")
    (repository / "README.md").write_text("A portal will stand here.\n", encoding="utf-8")
    git(repository, "add", "README.md")
    git(repository, "commit", "--message", "Nothing yet")
    (minimal.root / "README.md").write_text("A portal.\n", encoding="utf-8")
    git(repository, "add", "a portal/README.md")
    git(repository, "commit", "--message", "Next to nothing")
    with reviewing(minimal) as review:
        assert not review.is_compared
        assert {page.how for page in review.pages} == {How.ADDED}


@pytest.mark.parametrize("base", ["nowhere", "--all", ""])
def test_a_version_that_git_does_not_know_is_told(base: str, minimal: PortalFolder) -> None:
    with pytest.raises(NoSuchVersion), reviewing(minimal, base):
        pass


def test_only_the_first_pages_are_copied(minimal: PortalFolder) -> None:
    append(minimal, "content/pages/about.md", "\nUne phrase.\n")
    with reviewing(minimal) as review:
        (page,) = review.pages
    many = [replace(page, path=f"{n}/index.html") for n in range(MOST_PAGES + 1)]
    gone = replace(page, how=How.REMOVED)
    assert shown([gone, *many]) == tuple(many[:MOST_PAGES])
    assert [name_of(replace(page, path=path)) for path in ("index.html", "ar/index.html", "404.html")] == [
        "pages/fr.html",
        "pages/ar.html",
        "pages/404.html",
    ]


def test_copies_open_from_the_disk(minimal: PortalFolder, tmp_path: Path, browser: Browser) -> None:
    append(minimal, "content/assets/lighthouse.md", "\n[Qui nous sommes](../pages/about.md#nous)\n")
    append(minimal, "content/pages/about.md", "\n## Nous\n\n[Le phare](../assets/lighthouse.md)\n")
    folder = tmp_path / "preview"
    with reviewing(minimal) as review:
        assert review.site
        pages = shown(review.pages)
        Preview(site=review.site, site_url=SITE_URLS["minimal"], folder=folder, pages=pages).write(WORDS)
    page = browser.new_page(viewport={"width": 360, "height": 640})
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((folder / "index.html").as_uri())
    assert page.title() == "A <preview>"
    page.get_by_role("link", name="À propos").click()
    assert page.get_by_text("Not published.").is_visible()
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Atkinson Hyperlegible Next\"'))")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
    page.locator("main").get_by_role("link", name="Le phare").click()
    assert page.url.endswith("/pages/atouts/phare.html")
    page.get_by_role("link", name="Qui nous sommes").click()
    assert page.url.endswith("/pages/a-propos.html#nous")
    assert page.locator("header .brand").get_attribute("href") == "https://port-calme.example/"
    assert failed == []
    page.close()


def test_a_copy_runs_nothing_whatever_a_proposal_writes(minimal: PortalFolder, tmp_path: Path) -> None:
    append(
        minimal,
        "content/pages/about.md",
        "\nUn moulin href=z onload=alert(1) &lt;b&gt; > et [ceci](https://a.example/?a=1&b=2).\n",
    )
    folder = tmp_path / "preview"
    with reviewing(minimal) as review:
        assert review.site
        before = (review.site.folder / "a-propos/index.html").read_text(encoding="utf-8")
        pages = shown(review.pages)
        Preview(site=review.site, site_url=SITE_URLS["minimal"], folder=folder, pages=pages).write(WORDS)
    tree = LexborHTMLParser((folder / "pages/a-propos.html").read_text(encoding="utf-8"))
    assert tree.css("script, [onload]") == []
    (main,), (written,) = tree.css("main"), LexborHTMLParser(before).css("main")
    assert main.text() == written.text()
    assert "href=z onload=alert(1) <b> > et ceci" in main.text()
    assert [link.attributes["href"] for link in main.css('a[href^="https://a."]')] == ["https://a.example/?a=1&b=2"]
    (policy,) = tree.css('head > meta[http-equiv="content-security-policy"]')
    assert "script-src 'none'" in str(policy.attributes["content"])


def test_whoever_has_left_is_not_named(tmp_path: Path) -> None:
    page = '<html lang=fr><title>Jeanne Exemple – Pays</title><body class="kind-ambassador door-welcome">'
    path = "ambassadeurs/p-0a1b2c3d/index.html"
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(page, encoding="utf-8")
    record = FileRecord("1", 1, 1, 1)
    before, after = Site(folder=tmp_path, manifest={path: record}), Site(folder=tmp_path, manifest={})
    assert [page.title for page in changed_pages(before, after)] == [path]
    assert [page.title for page in changed_pages(after, before)] == ["Jeanne Exemple"]
