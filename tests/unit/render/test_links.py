import pytest

from site_builder.model.page import Door
from site_builder.plan.pages import PagePlan
from site_builder.render.links import Links


@pytest.mark.parametrize(
    ("site_url", "base_path", "origin", "file", "absolute"),
    [
        ("https://a.example/", "/", "https://a.example", "/x/y%20z/", "https://a.example/x/y%20z/"),
        ("https://a.example", "/", "https://a.example", "/x/y%20z/", "https://a.example/x/y%20z/"),
        ("https://a.example/repo/", "/repo/", "https://a.example", "/repo/x/y%20z/", "https://a.example/repo/x/y%20z/"),
        ("https://a.example/repo", "/repo/", "https://a.example", "/repo/x/y%20z/", "https://a.example/repo/x/y%20z/"),
        ("", "/", "", "/x/y%20z/", "/x/y%20z/"),
        ("http://localhost:8000/r/", "/r/", "http://localhost:8000", "/r/x/y%20z/", "http://localhost:8000/r/x/y%20z/"),
    ],
)
def test_addresses(site_url: str, base_path: str, origin: str, file: str, absolute: str) -> None:
    links = Links(site_url)
    assert (links.base_path, links.origin) == (base_path, origin)
    assert (links.file("x/y z/"), links.absolute("x/y z/")) == (file, absolute)


@pytest.mark.parametrize(
    ("path", "file", "address"),
    [
        ("", "index.html", "/repo/#top"),
        ("en/", "en/index.html", "/repo/en/#top"),
        ("404.html", "404.html", "/repo/404.html#top"),
    ],
)
def test_a_page(path: str, file: str, address: str) -> None:
    page = PagePlan(
        key="k",
        kind="page",
        lang="fr",
        path=path,
        title="",
        description="",
        door=Door.BOTH,
        section="",
        parent=None,
        subject="",
    )
    assert page.file == file
    assert Links("https://a.example/repo/").to(page, "top") == address
    assert Links("https://a.example/repo/").to(page) == address.removesuffix("#top")
