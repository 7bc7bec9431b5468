"""The tree, its order, and how a place is found."""

import pytest

from site_builder.model.territory import Territory
from site_builder.resolve.territories import Territories

LEVELS = ("region", "departement", "epci", "commune")


def territory(code: str, level: str, *parents: str, **values: object) -> Territory:
    return Territory.model_validate({"code": code, "level": level, "name": code, "parents": parents, **values})


TREE = Territories(
    [
        territory("R", "region"),
        territory("40", "departement", "R", name="Landes"),
        territory("33", "departement", "R", name="Gironde"),
        territory("E1", "epci", "40", name="Grand Dax", population=58),
        territory("E2", "epci", "40", "33", name="Cœur Haute Lande"),
        territory("40088", "commune", "E1", "40", name="Dax", postal_codes=["40100"], population=22109),
        territory("40100", "commune", "E2", "40", name="Le Frêche", postal_codes=["40190"], population=600),
        territory(
            "40284", "commune", "E1", "40", name="Saint-Vincent-de-Tyrosse", postal_codes=["40230"], population=8000
        ),
        territory(
            "40279", "commune", "E1", "40", name="Saint-Vincent-de-Paul", postal_codes=["40990"], population=3300
        ),
        territory("33493", "commune", "E2", "33", name="Saint-Sauveur", postal_codes=["33250"], population=1200),
        territory(
            "24500", "commune", "E2", "33", name="Saint-Sauveur", postal_codes=["24520", "24521"], population=900
        ),
        territory("16001", "commune", "R", name="L'Isle-d'Espagnac", postal_codes=["16340", "40100"], population=30000),
        territory("40007", "commune", "E1", name="Angoumé"),
    ],
    LEVELS,
)


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("R", ("R",)),
        ("40", ("R", "40")),
        ("E1", ("R", "40", "E1")),
        ("E2", ("R", "33", "40", "E2")),  # the parent named first comes last
        ("40088", ("R", "40", "E1", "40088")),
        ("40100", ("R", "40", "E2", "40100")),  # its own département only
        ("33493", ("R", "33", "E2", "33493")),
        ("40007", ("R", "40", "E1", "40007")),
        ("16001", ("R", "16001")),
    ],
)
def test_chain(code: str, chain: tuple[str, ...]) -> None:
    assert TREE.chain(code) == chain
    assert tuple(t.code for t in TREE.ancestors(code)) == chain[:-1]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("R", ("R",)),
        ("E1", ("R", "40", "E1")),
        ("E2", ("R", "40", "E2")),  # of two départements, the one named first
        ("33493", ("R", "33", "E2", "33493")),
        ("16001", ("R", "16001")),
    ],
)
def test_line(code: str, line: tuple[str, ...]) -> None:
    assert TREE.line(code) == line


@pytest.mark.parametrize(
    ("code", "members"),
    [
        (
            "R",
            (
                "Angoumé, Dax, L'Isle-d'Espagnac, Le Frêche, Saint-Sauveur, Saint-Sauveur, Saint-Vincent-de-Paul, "
                "Saint-Vincent-de-Tyrosse"
            ),
        ),
        ("40", "Angoumé, Dax, Le Frêche, Saint-Vincent-de-Paul, Saint-Vincent-de-Tyrosse"),
        ("33", "Saint-Sauveur, Saint-Sauveur"),
        ("E1", "Angoumé, Dax, Saint-Vincent-de-Paul, Saint-Vincent-de-Tyrosse"),
        ("E2", "Le Frêche, Saint-Sauveur, Saint-Sauveur"),
        ("40088", ""),
    ],
)
def test_members_are_the_nearest_level_by_name(code: str, members: str) -> None:
    assert ", ".join(t.name for t in TREE.members(code)) == members


@pytest.mark.parametrize(
    ("code", "level", "children"),
    [
        ("R", None, ["33", "16001", "40"]),
        ("R", "departement", ["33", "40"]),
        ("40", "epci", ["E2", "E1"]),
        ("33", "commune", ["24500", "33493"]),
        ("40088", None, []),
    ],
)
def test_children_name_their_parent(code: str, level: str | None, children: list[str]) -> None:
    assert [t.code for t in TREE.children(code, level)] == children


@pytest.mark.parametrize(
    ("code", "level", "inside"),
    [
        ("R", "departement", ["33", "40"]),
        ("R", "epci", ["E2", "E1"]),  # by name
        ("33", "epci", ["E2"]),
        ("40", "epci", ["E2", "E1"]),  # of two départements, it lies in both
        ("40", "commune", ["40007", "40088", "40100", "40279", "40284"]),
        ("33", "commune", ["24500", "33493"]),  # those of E2 that are its own
        ("40", "departement", []),
        ("40088", "commune", []),
        ("nowhere", "commune", []),
    ],
)
def test_what_lies_in_a_territory(code: str, level: str, inside: list[str]) -> None:
    assert [t.code for t in TREE.inside(code, level)] == inside


@pytest.mark.parametrize(
    ("code", "largest"),
    [
        ("33", "33493"),
        ("E2", "33493"),
        ("40", None),  # nobody knows the population of Angoumé
        ("R", None),
        ("40088", None),
        ("nowhere", None),
    ],
)
def test_the_largest_member(code: str, largest: str | None) -> None:
    found = TREE.largest_member(code)
    assert (found.code if found else None) == largest


def test_the_largest_member_of_equal_ones_is_the_first_by_name() -> None:
    equal = [territory(code, "commune", "E", name=name, population=7) for code, name in (("1", "Zuz"), ("2", "Aix"))]
    largest = Territories([territory("E", "epci"), *equal], LEVELS).largest_member("E")
    assert largest is not None
    assert largest.code == "2"


@pytest.mark.parametrize(
    ("code", "ranks"),
    [
        ("33", {"33493": 1, "24500": 2}),
        ("E2", {"33493": 1, "24500": 2, "40100": 3}),
        ("E1", {}),  # nobody knows the population of Angoumé
        ("40088", {}),
        ("nowhere", {}),
    ],
)
def test_ranks_by_population(code: str, ranks: dict[str, int]) -> None:
    assert TREE.ranks(code) == ranks


def test_equal_populations_share_a_rank() -> None:
    people = {"a": 5, "b": 9, "c": 5, "d": 0, "e": 9}
    tree = Territories(
        [territory("E", "epci"), *(territory(c, "commune", "E", population=n) for c, n in people.items())], LEVELS
    )
    assert tree.ranks("E") == {"b": 1, "e": 1, "a": 3, "c": 3, "d": 5}


@pytest.mark.parametrize(("code", "widest"), [("40088", "40"), ("E2", "40"), ("40", "R"), ("R", None)])
def test_the_widest_parent(code: str, widest: str | None) -> None:
    assert TREE.widest_parent(code) == widest


def test_homonyms_are_all_that_share_a_name_but_the_widest() -> None:
    assert TREE.homonyms == {"33493", "24500"}
    same_name = Territories(
        [
            territory("A", "region", name="Vaud"),
            territory("b", "commune", "A", name="Vâud"),
            territory("c", "epci", "A", name="Nyon"),
            territory("d", "epci", "A", name="Nyon"),
            territory("e", "commune", "A", name="Nyon"),
            territory("f", "commune", "A", name="Gland"),
        ],
        LEVELS,
    )
    assert same_name.homonyms == {"b", "c", "d", "e"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("40100", ["16001", "40088", "40100"]),  # by post, the largest first, and only then by official code
        (" 40 100 ", ["16001", "40088", "40100"]),
        ("24521", ["24500"]),
        ("24 520", ["24500"]),
        ("40100 Dax", ["40088"]),
        ("dax 40 100", ["40088"]),
        ("dax 40190", []),
        ("dax 33", []),
        ("Dax, Landes", ["40088", "E1"]),
        ("dax (land", ["40088", "E1"]),
        ("dax gironde", []),
        ("saint-sauveur, gironde", ["33493", "24500"]),
        ("saint-vincent landes", ["40284", "40279"]),
        ("vincent de paul grand dax", ["40279"]),
        ("landes dax", []),
        ("centre 36", []),
        ("40088", ["40088"]),
        ("40", ["40"]),
        ("E1", ["E1"]),
        ("e1", []),
        ("99999", []),
        ("dax", ["40088", "E1"]),
        ("DAX", ["40088", "E1"]),
        ("saint vincent de tyrosse", ["40284"]),
        ("Saint-Vincent", ["40284", "40279"]),
        ("St Vincent", ["40284", "40279"]),
        ("st-vincent-de-p", ["40279"]),
        ("st vincent landes", ["40284", "40279"]),
        ("ste vincent", []),
        ("St-S", ["33493", "24500"]),
        ("vincent", ["40284", "40279"]),
        ("tyr", ["40284"]),
        ("yrosse", []),
        ("angoume", ["40007"]),
        ("ANGOUMÉ", ["40007"]),
        ("l isle d espagnac", ["16001"]),
        ("L’Isle-d’Espagnac", ["16001"]),
        ("coeur haute", ["E2"]),
        ("Saint-Sauveur", ["33493", "24500"]),
        ("", []),
        (" -’ ", []),
    ],
)
def test_search(typed: str, found: list[str]) -> None:
    assert [t.code for t in TREE.search(typed)] == found


def test_names_of_another_script_are_names() -> None:
    places = Territories(
        [
            territory("r1", "commune", name="الرَّباط"),
            territory("r2", "commune", name="سلا"),
            territory("r3", "commune", name="Ste-Foy"),
        ],
        LEVELS,
    )
    assert places.homonyms == frozenset()
    assert [[t.code for t in places.search(typed)] for typed in ("الرباط", "سل", "sainte foy", "فاس")] == [
        ["r1"],
        ["r2"],
        ["r3"],
        [],
    ]


def test_search_gives_no_more_than_asked_for() -> None:
    assert [t.code for t in TREE.search("saint", limit=2)] == ["40284", "40279"]
    assert [t.code for t in TREE.search("40100", limit=1)] == ["16001"]


def test_what_the_tree_cannot_follow_is_left_out() -> None:
    """Unknown parents, circles and unknown levels are problems of ``check``; the tree stands all the same."""
    odd = Territories(
        [
            territory("A", "departement", "B"),
            territory("B", "departement", "A", "nowhere"),
            territory("C", "hamlet", "A"),
        ],
        LEVELS,
    )
    assert odd.chain("A") == ("B", "A")
    assert odd.chain("C") == ("A", "C")
    assert odd.rank(odd["C"]) == 4
    assert [odd.rank(t) for t in odd] == [1, 1, 4]
    assert len(odd) == 3
    assert ("A" in odd, "nowhere" in odd) == (True, False)
