"""The pages that each of several processes makes."""

import pytest

from site_builder.model.page import Door
from site_builder.plan.pages import PagePlan, SitePlan


def page(key: str, lang: str) -> PagePlan:
    return PagePlan(
        key=key,
        kind="page",
        lang=lang,
        path=f"{lang}/{key}/",
        title=key,
        description=key,
        door=Door.BOTH,
        section="",
        parent=None,
        subject="",
    )


SITE = SitePlan(
    [page("a", "fr"), page("b", "fr"), page("c", "fr"), page("a", "en"), page("c", "en")], languages=("fr", "en")
)


@pytest.mark.parametrize(
    ("shares", "paths"),
    [
        (1, [["fr/a/", "en/a/", "fr/b/", "fr/c/", "en/c/"]]),
        (2, [["fr/a/", "en/a/", "fr/c/", "en/c/"], ["fr/b/"]]),
        (4, [["fr/a/", "en/a/"], ["fr/b/"], ["fr/c/", "en/c/"], []]),
    ],
)
def test_a_page_is_made_with_its_translations(shares: int, paths: list[list[str]]) -> None:
    assert [[page.path for page in SITE.share(number, shares)] for number in range(shares)] == paths
