"""Where one comes to remember the dead: its own page, in its list, never offered as a sight."""

import re
from collections.abc import Callable

from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]


def asset(name: str, extra: str = "") -> str:
    return f"""
content/assets/{name}.md
    ---
    id: {name}
    title: "{name}"
    summary: "Un lieu."
    angle: historical-heritage
    territory: bourg
    see: "Entrez."
    {extra}
    ---
    Un lieu.
"""


def test_a_place_of_memory_is_no_sight(portal: Make) -> None:
    folder = portal(asset("ruines", "place_of_memory: true") + asset("halle") + asset("lavoir"))
    assert not folder.build().failed

    assert set(re.findall(r'href="/atouts/(\w+)/"', folder.html(""))) == {"lavoir"}  # the pick of that week
    assert re.findall(r'href="/atouts/(\w+)/"', folder.html("atouts/halle")) == ["lavoir"]
    assert 'href="/atouts/ruines/"' in folder.html("atouts")
    assert re.findall(r'<p class="see"><b>([^<]*)</b>', folder.html("atouts/ruines")) == ["Avant la visite"]
    assert re.findall(r'<p class="see"><b>([^<]*)</b>', folder.html("atouts/halle")) == ["À voir"]
