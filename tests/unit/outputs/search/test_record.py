"""What Pagefind is given of a record."""

from dataclasses import replace

from markupsafe import Markup

from site_builder.model.page import Door
from site_builder.outputs.search.record import Record


def test_its_page() -> None:
    record = Record(
        url="/base/a/#b",
        lang="fr",
        kind="block",
        title="L’eau & <le feu>",
        text=Markup("<p>D’où vient l’eau&nbsp;?</p>"),
        door=Door.WELCOME,
        near=("rivière",),
        far=("pluie", "<neige>"),
    )
    assert record.html() == (
        '<!doctype html><html lang="fr"><body data-pagefind-body>'
        '<h1 data-pagefind-weight="7">L’ \u2060eau &amp; &lt;le feu&gt;</h1>'
        "<div><p>D’ \u2060où vient l’ \u2060eau&nbsp;?</p></div><p>⁂</p>"
        '<p data-pagefind-weight="5">rivière</p><p data-pagefind-weight="0.5">pluie &lt;neige&gt;</p></body></html>'
    )


def test_what_retells_the_guide_weighs_less() -> None:
    record = Record(
        url="/a/",
        lang="en",
        kind="easy",
        title="Doctor",
        text=Markup(""),
        door=Door.BOTH,
        near=("GP",),
        places=("dax",),
    )
    assert record.html() == (
        '<!doctype html><html lang="en"><body data-pagefind-body><h1 data-pagefind-weight="2.5">Doctor</h1>'
        '<div></div><p>⁂</p><p data-pagefind-weight="2.5">GP</p></body></html>'
    )
    assert record.facts == ("/a/", "easy", "both", ("dax",), (), ())
    assert replace(record, until="2027-01-01").facts == ("/a/", "easy", "both", ("dax",), (), (), "2027-01-01")
