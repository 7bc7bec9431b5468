"""Two small real portals, built once and read page by page.

``minimal``: one territory, three languages, one of them from right to left. ``districts``: another country's
hierarchy, under a base path, with people, absences and an image.
"""

from collections.abc import Callable, Mapping

import pytest

from tests.conftest import PortalFolder
from tests.small_portals.expected import NAMES
from tests.small_portals.reading import Site


@pytest.fixture(scope="session")
def sites(small_site: Callable[[str], PortalFolder]) -> Mapping[str, Site]:
    return {name: Site(name, small_site(name).site) for name in NAMES}


@pytest.fixture(params=NAMES)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Site]) -> Site:
    name: str = request.param
    return sites[name]
