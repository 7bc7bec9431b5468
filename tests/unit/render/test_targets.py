"""Where the links of a text lead, for readers of each language."""

from collections.abc import Callable

import pytest

from site_builder.reading import check_portal
from site_builder.render.links import Links
from site_builder.render.targets import Target, Targets
from tests.conftest import TODAY, PortalFolder

LAKE = "content/assets/lake.md"
WASTE = "content/welcome/waste.md"


@pytest.mark.parametrize(
    ("path", "lang", "written", "target"),
    [
        (LAKE, "fr", "mill.md", Target("/r/atouts/moulin/")),
        (LAKE, "en", "mill.md", Target("/r/atouts/moulin/", "fr")),  # not translated: in French, and said so
        (LAKE, "en", "../ambassadors/vernet.md", Target("/r/en/ambassadors/adele-vernet/")),
        (LAKE, "fr", "./mill.md#roue", Target("/r/atouts/moulin/#roue")),
        (LAKE, "fr", "../welcome/waste.md", Target("/r/bienvenue/valdaine/#waste")),
        (LAKE, "en", "../welcome/up/snow.md#x", Target("/r/en/welcome/district-district-des-cols/#snow")),
        (LAKE, "fr", "territory:101", Target("/r/bienvenue/saint-jean-a1/")),
        (LAKE, "en", "territory:101#who", Target("/r/en/welcome/saint-jean-a1/#who")),
        (LAKE, "fr", "territory:999", None),
        (LAKE, "fr", "../../media/lake.png", Target("/r/media/lake.png", size=(960, 600))),
        (LAKE, "fr", "../../media/quartz.png", None),
        (LAKE, "fr", "../ambassadors/expired.md", None),
        (LAKE, "fr", "nowhere.md", None),
        (LAKE, "fr", "https://lac.example/", None),
        (LAKE, "fr", "mailto:a@b.example", None),
        (LAKE, "fr", "", None),
        (LAKE, "fr", "#la-jetee", None),
        (WASTE, "fr", "#pourquoi", Target("#waste-pourquoi")),  # its heading shares a page with other blocks'
        (WASTE, "fr", "", None),
        (LAKE, "fr", "../steps/keys.md", Target("/r/bienvenue/valdaine/pas-a-pas/#step-keys")),
        (LAKE, "en", "../steps/up/snow.md", Target("/r/en/welcome/district-district-des-cols/step-by-step/#step-snow")),
        (LAKE, "fr", "../steps/up/ardent.md", Target("/r/bienvenue/ardent/pas-a-pas/#step-ardent")),
        (LAKE, "en", "../easy/register.md", Target("/r/en/easy-read/#easy-register")),
        (LAKE, "fr", "../children/snow.md", Target("/r/enfants/#child-snow")),
        ("content/easy/waste.md", "fr", "#pourquoi", Target("#easy-waste-pourquoi")),
    ],
)
def test_targets(
    path: str, lang: str, written: str, target: Target | None, small_site: Callable[[str], PortalFolder]
) -> None:
    planned = check_portal(small_site("districts").root, today=TODAY).planned
    assert planned is not None
    resolve = Targets(planned.portal, planned.site, Links("https://a.example/r/"), lang, path)
    assert resolve(written) == target
