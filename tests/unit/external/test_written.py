"""Which external addresses a portal publishes, and where."""

from collections.abc import Callable

from site_builder.external.written import written_addresses
from tests.conftest import PortalFolder

TREE = """
content/assets/dune.md
    ---
    id: dune
    title: La dune
    angle: natural-heritage
    see: "Voir [le site](https://see.example/)."
    sources:
      - {name: Inventaire, url: "https://source.example/a"}
    ---
    [Un](https://one.example/a#b), <https://two.example/>, [ici](dune.md), `https://code.example/`.

    [Un encore](https://one.example/a), [écrire](mailto:ana@one.example), <a href="https://three.example/">trois</a>.
content/assets/dune.en.md
    ---
    title: The dune
    see: "See [the site](https://see.example/en)."
    ---
    [One](https://one.example/a)
content/assets/draft.md
    ---
    id: draft
    title: Brouillon
    angle: natural-heritage
    status: draft
    ---
    [Un](https://draft.example/)
data/organisations.yml
    organisations:
      - {id: maison, name: Maison, kind: network, covers: [pays], website: https://house.example/}
"""


def test_where_they_stand(portal: Callable[..., PortalFolder]) -> None:
    sight = portal(TREE).check().sight
    assert sight
    found = {address: [str(place) for place in places] for address, places in written_addresses(sight).items()}
    assert found == {
        "https://house.example/": ["data/organisations.yml:2:72"],
        "https://monenfant.fr/": ["data/guide.yml:11:66"],
        "https://one.example/a": [
            "content/assets/dune.en.md:5:1",
            "content/assets/dune.md:9:1",
            "content/assets/dune.md:11:1",
        ],
        "https://see.example/": ["content/assets/dune.md:5:6"],
        "https://see.example/en": ["content/assets/dune.en.md:3:6"],
        "https://source.example/a": ["content/assets/dune.md:7:29"],
        "https://three.example/": ["content/assets/dune.md:11:71"],
        "https://two.example/": ["content/assets/dune.md:9:33"],
    }
