from collections.abc import Callable

from site_builder.render.stage import Press
from site_builder.render.vignettes import vignettes


def test_who_has_a_print(presses: Callable[[str], Press]) -> None:
    """Places with their mark, people without; not who is of no drawn territory. Wider territories stand alone."""
    scene = presses("districts").scene
    found = [
        (v.path, v.family, v.inking, v.own, v.around, v.at, v.size) for v in vignettes(scene.portal, scene.geography)
    ]
    way = [v.way for v in vignettes(scene.portal, scene.geography) if v.way]
    assert way == [((6.05, 46.05), (6.08, 46.02), (6.12, 46.03))]  # the stops whose place is known
    assert found == [
        ("assets/vignettes/lake.svg", "asset", 3, "101", "A1", (6.05, 46.05), (480, 320)),
        ("assets/vignettes/mill.svg", "asset", 3, "A1", None, (6.1, 46.05), (480, 320)),
        ("assets/vignettes/round-the-lake.svg", "asset", 0, "A1", None, None, (480, 320)),
        ("assets/vignettes/adele-vernet.svg", "people", 0, "101", "A1", None, (400, 400)),
    ]


def test_a_portal_without_outlines_has_none(presses: Callable[[str], Press]) -> None:
    scene = presses("starter").scene
    assert list(vignettes(scene.portal, scene.geography)) == []
