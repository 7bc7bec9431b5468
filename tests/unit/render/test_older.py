"""A translation that is older than its original says so to its readers, where the original has changed."""

from collections.abc import Callable

import pytest

from site_builder.model.translation import mark_of, source_parts
from tests.conftest import TODAY, PortalFolder

MakePortal = Callable[..., PortalFolder]
FRENCH = """Le lac.

## Les tarifs

L’entrée coûte {price} euros.

## Y aller

En train.
"""
ENGLISH = """The lake.

## Prices

Entry costs 4 euros.

## Getting there

By train.
"""
MARK = mark_of(source_parts({"title": "Le lac", "summary": "De l’eau."}, FRENCH.format(price=4)), TODAY)
READ = '<a href="/atouts/lac/{anchor}" hreflang="fr">Read the original in French</a></p>'
PART = "This part has changed in French since this translation was checked on 21 November 2026. "
WHOLE = "The original in French has changed since this translation was checked on 21 November 2026. "
MACHINE = "Translated by a machine: nobody has checked it yet. "


def lake(portal: MakePortal, french: str, english: str = ENGLISH, **front: str) -> PortalFolder:
    more = "".join(f"{key}: {value}\n" for key, value in {"translated_from": MARK, **front}.items())
    files = {
        "content/assets/lac.md": "---\nid: lac\ntitle: Le lac\nsummary: De l’eau.\n"
        f"angle: natural-heritage\n---\n{french}",
        "content/assets/lac.en.md": f"---\ntitle: The lake\nsummary: Water.\n{more}---\n{english}",
    }
    return portal(binary={path: text.encode() for path, text in files.items()})


@pytest.mark.parametrize(
    ("french", "english", "front", "expected"),
    [
        pytest.param(FRENCH.format(price=4), ENGLISH, {}, [], id="the same"),
        pytest.param(
            FRENCH.format(price=5), ENGLISH, {}, ["Prices</h2>", PART + READ.format(anchor="#les-tarifs")], id="a fee"
        ),
        pytest.param(
            FRENCH.format(price=4).replace("Le lac.", "Le grand lac."),
            ENGLISH,
            {},
            [WHOLE + READ.format(anchor="")],
            id="before the first heading",
        ),
        pytest.param(
            FRENCH.format(price=5),
            "The lake. Entry costs 4 euros.",
            {},
            [WHOLE + READ.format(anchor="")],
            id="other sections",
        ),
        pytest.param(
            FRENCH.format(price=4),
            ENGLISH,
            {"machine_translated": "true"},
            [MACHINE + READ.format(anchor="")],
            id="a machine",
        ),
    ],
)
def test_notice(portal: MakePortal, french: str, english: str, front: dict[str, str], expected: list[str]) -> None:
    folder = lake(portal, french, english, **front)
    folder.build()
    html = folder.html("en/assets/lac/index.html")
    found = [part.split("</p>")[0] + "</p>" for part in html.split('<p class="older">')[1:]]
    assert found == expected[-1:]
    if len(expected) > 1:
        assert f'{expected[0]}<p class="older">' in html
    assert 'class="older"' not in folder.html("atouts/lac/index.html")
