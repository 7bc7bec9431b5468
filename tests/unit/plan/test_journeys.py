"""Which territories have a page of steps, and when there is a page in easy words or one for children."""

from collections.abc import Callable

import pytest

from site_builder.plan.pages import PagePlan
from tests.conftest import PORTAL_YML, PortalFolder

Make = Callable[..., PortalFolder]
CANTON = "  - {id: canton, name: {fr: canton, en: canton}, plural: {fr: cantons, en: cantons}}\n"
COMMUNE = "  - {id: commune, name: {fr: commune, en: commune}, plural: {fr: communes, en: communes}}\n"


def file(path: str, text: str) -> str:
    return f"{path}\n" + "".join(f"    {line}\n" for line in text.splitlines())


THREE_LEVELS = file("data/portal.yml", PORTAL_YML.replace(COMMUNE, CANTON + COMMUNE)) + file(
    "data/territories/territories.yml",
    """\
territories:
  - {code: pays, level: pays, name: Petit pays}
  - {code: nord, level: canton, name: Nord, parents: [pays]}
  - {code: sud, level: canton, name: Sud, parents: [pays]}
  - {code: bourg, level: commune, name: Le Bourg, parents: [nord]}
  - {code: hameau, level: commune, name: Hameau, parents: [sud]}
""",
)
OVER_TWO = file(
    "data/portal.yml", PORTAL_YML.replace(COMMUNE, CANTON + CANTON.replace("canton", "district") + COMMUNE)
) + file(
    "data/territories/territories.yml",
    """\
territories:
  - {code: pays, level: pays, name: Petit pays}
  - {code: nord, level: canton, name: Nord, parents: [pays]}
  - {code: sud, level: canton, name: Sud, parents: [pays]}
  - {code: deux, level: district, name: Deux rives, parents: [nord, sud]}
  - {code: bourg, level: commune, name: Le Bourg, parents: [deux, nord]}
  - {code: hameau, level: commune, name: Hameau, parents: [deux, sud]}
""",
)
ONE_LEVEL = file("data/portal.yml", PORTAL_YML.replace(COMMUNE, "")) + file(
    "data/territories/territories.yml",
    """\
territories:
  - {code: pays, level: pays, name: Petit pays}
  - {code: voisin, level: pays, name: Voisin}
""",
)


def step(territory: str, status: str = "published") -> str:
    return file(
        f"content/steps/{territory}.md",
        f"---\nid: step-{territory}\ntitle: T\nstage: before\nday: -1\nterritory: {territory}\nstatus: {status}\n"
        "---\nTexte.",
    )


def planned(folder: PortalFolder, *kinds: str) -> list[PagePlan]:
    found = folder.check().planned
    assert found is not None
    return [page for page in found.site if page.kind in kinds]


@pytest.mark.parametrize(
    ("tree", "codes"),
    [
        (THREE_LEVELS, []),
        (THREE_LEVELS + step("pays"), ["pays", "nord", "sud"]),
        (THREE_LEVELS + step("nord"), ["nord"]),
        (THREE_LEVELS + step("sud") + step("hameau"), ["sud", "hameau"]),
        # The page of a district over two cantons is of the first one: the hamlet of the other needs another page.
        (OVER_TWO + step("nord") + step("sud"), ["nord", "sud", "deux"]),
        (OVER_TWO + step("nord") + step("sud") + step("deux"), ["nord", "sud", "deux", "hameau"]),
        (THREE_LEVELS + step("bourg"), ["bourg"]),  # nobody else would show what it writes
        (THREE_LEVELS + step("pays", "draft"), []),
        (THREE_LEVELS + step("pays") + step("bourg", "archived"), ["pays", "nord", "sud"]),
        (step("pays"), ["pays"]),  # two levels
        (ONE_LEVEL + step("pays"), ["pays"]),
        (ONE_LEVEL, []),
    ],
)
def test_which_territories_have_a_page_of_steps(tree: str, codes: list[str], portal: Make) -> None:
    pages = planned(portal(tree), "journey")
    assert [(page.subject, page.lang) for page in pages] == [(code, lang) for lang in ("fr", "en") for code in codes]
    assert [(page.key, page.parent, page.door.value) for page in pages] == [
        (f"journey:{page.subject}", f"guide:{page.subject}", "welcome") for page in pages
    ]


def test_addresses_and_titles_of_steps(portal: Make) -> None:
    pages = planned(portal(THREE_LEVELS + step("nord") + step("bourg")), "journey")
    assert [(page.path, page.title) for page in pages] == [
        ("bienvenue/canton-nord/pas-a-pas/", "Votre arrivée Nord, pas à pas"),
        ("bienvenue/le-bourg/pas-a-pas/", "Votre arrivée au Bourg, pas à pas"),
        ("en/welcome/canton-nord/step-by-step/", "Your move to Nord, step by step"),
        ("en/welcome/le-bourg/step-by-step/", "Your move to Le Bourg, step by step"),
    ]
    assert {page.section for page in pages} == {"places"}


EASY = file("content/easy/a.md", "---\nid: easy-a\ntitle: A\nblock: a\n---\nTexte.")
CHILD = file("content/children/a.md", "---\nid: child-a\ntitle: A\n---\nTexte.")
BLOCK = file("content/welcome/a.md", "---\nid: a\ntitle: A\nsection: housing\nsee: Là\n---\nTexte.")
EASY_PAGES = [
    ("easy", "fr", "facile-a-lire/", "easy", "Le guide facile à lire"),
    ("easy", "en", "en/easy-read/", "easy", "The easy-read guide"),
]
CHILDREN_PAGES = [
    ("children", "fr", "enfants/", "child", "Ton guide\u00a0: bienvenue Petit pays"),
    ("children", "en", "en/children/", "child", "Your guide: welcome to Petit pays"),
]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ("", []),
        (BLOCK + EASY, EASY_PAGES),
        (CHILD, CHILDREN_PAGES),
        (BLOCK + EASY + CHILD, [EASY_PAGES[0], CHILDREN_PAGES[0], EASY_PAGES[1], CHILDREN_PAGES[1]]),
        (CHILD.replace("title: A", "title: A\n    status: draft"), []),
    ],
)
def test_an_edition_has_a_page_when_it_has_a_text(
    tree: str, expected: list[tuple[str, str, str, str, str]], portal: Make
) -> None:
    pages = planned(portal(tree), "easy", "children")
    assert [(page.key, page.lang, page.path, page.subject, page.title) for page in pages] == expected
    assert {page.parent for page in pages} <= {"places"}
