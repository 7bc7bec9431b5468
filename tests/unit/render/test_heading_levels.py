"""Texts that share a page: the headings in each follow its title, whichever level that has there (RGAA 9.1)."""

import re

import pytest

from tests.conftest import NEEDED, PortalFolder, files_of, write_files

TEXT = """\
    ---
    Un texte.

    ## Le samedi

    Un autre.
"""
TREE = f"""
content/welcome/a.md
    ---
    id: marches
    title: Les marchés
    section: housing
    see: Allez voir
{TEXT}content/steps/a.md
    ---
    id: sortir
    title: Sortir
    stage: first-week
    day: 1
{TEXT}content/easy/a.md
    ---
    id: facile
    title: Le marché
    block: marches
{TEXT}content/children/a.md
    ---
    id: enfants
    title: Un marché
{TEXT}content/testimonials/a.md
    ---
    id: p-0a1b2c3d
    title: Un panier
    territory: pays
    display_name: Ilse
    consent: {{scope: [site], granted_on: 2026-02-01, expires_on: 2028-02-01, reference: dossier 1, minor: false}}
{TEXT}"""
HEADING = re.compile(r"<h([1-6])(?: [^>]*)?>(.*?)</h", re.DOTALL)


def outline(html: str, last: str) -> list[tuple[int, str]]:
    """The heading ``last`` of each text, with the title above it."""
    found = [(int(level), " ".join(re.sub("<[^>]*>", "", text).split())) for level, text in HEADING.findall(html)]
    return [each for at, (_, text) in enumerate(found) if text == last for each in found[at - 1 : at + 1]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    root = tmp_path_factory.mktemp("headings")
    write_files(root, {**NEEDED, **files_of(TREE)})
    folder = PortalFolder(root)
    assert not folder.build().failed
    return folder


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "bienvenue/petit-pays",
            [(3, "Les marchés"), (4, "Le samedi"), (4, "Un panier"), (5, "Le samedi")],
        ),
        ("bienvenue/pour/family", [(3, "Les marchés"), (4, "Le samedi")]),
        ("bienvenue/petit-pays/pas-a-pas", [(3, "Sortir"), (4, "Le samedi")]),
        ("facile-a-lire", [(2, "Le marché"), (3, "Le samedi")]),
        ("enfants", [(2, "Un marché"), (3, "Le samedi")]),
        ("temoignages", [(3, "Un panier"), (4, "Le samedi")]),
    ],
)
def test_headings_of_texts_that_share_a_page(
    built: PortalFolder, address: str, expected: list[tuple[int, str]]
) -> None:
    assert outline(built.html(address), "Le samedi") == expected
