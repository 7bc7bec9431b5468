"""Words of the glossary where texts use them: which are linked, and which are not."""

from collections.abc import Callable

import pytest
from markupsafe import Markup

from site_builder.model.terms import Term
from site_builder.render.glosses import Gloss, gloss_of
from site_builder.render.said import Mixed
from tests.conftest import PortalFolder

Make = Callable[..., PortalFolder]
TERMS = [
    Term.model_validate({"id": "caf", "acronym": "Caf", "term": "caisse", "meaning": "Aide.", "forms": ["CAF"]}),
    Term.model_validate({"id": "vls", "acronym": "VLS", "term": "visa", "meaning": "Un visa."}),
    Term.model_validate({"id": "vls-ts", "acronym": "VLS-TS", "term": "visa", "meaning": "Un visa."}),
    Term.model_validate(
        {
            "id": "carte-verte",
            "term": "carte verte",
            "meaning": "Une carte.",
            "forms": {"fr": ["carte verte", "cartes vertes"], "en": ["green card"]},
        }
    ),
    Term.model_validate({"id": "maire", "term": "maire", "meaning": "Élu."}),
    Term.model_validate({"id": "r-d", "acronym": "R&D", "term": "recherche", "meaning": "Chercher."}),
]
CAF, VLS, VLS_TS, CARD, R_D = (
    f"<a role=doc-glossref href=/lexique/#t-{each}>" for each in ("caf", "vls", "vls-ts", "carte-verte", "r-d")
)


def gloss(lang: str = "fr", url: str = "/lexique/") -> Gloss:
    return gloss_of(TERMS, lang, url)


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        pytest.param("<p>La Caf et la Caf.</p>", f"<p>La {CAF}Caf</a> et la Caf.</p>", id="the first time"),
        pytest.param("<p>CAF, puis Caf</p>", f"<p>{CAF}CAF</a>, puis Caf</p>", id="however it is written"),
        pytest.param("<p>l’<em>R&amp;D</em></p>", f"<p>l’<em>{R_D}R&amp;D</a></em></p>", id="in emphasis, escaped"),
        pytest.param("<p>caf, CAFÉ, Cafs, caf.fr, CAF.fr, a@CAF, e-CAF</p>", None, id="not as a part of another word"),
        pytest.param("<p>Fin : Caf.</p>", f"<p>Fin : {CAF}Caf</a>.</p>", id="before a full stop"),
        pytest.param("<p>Un VLS-TS, un VLS</p>", f"<p>Un {VLS_TS}VLS-TS</a>, un {VLS}VLS</a></p>", id="longest first"),
        pytest.param("<p>la carte\nverte</p>", f"<p>la {CARD}carte\nverte</a></p>", id="over a line's end"),
        pytest.param("<p>des cartes vertes</p>", f"<p>des {CARD}cartes vertes</a></p>", id="in the plural"),
        pytest.param("<p>la caisse (Caf). La Caf</p>", None, id="explained before it, in its brackets"),
        pytest.param("<p><em>Caf</em> (family benefits). Caf</p>", None, id="explained after it, in brackets"),
        pytest.param("<p>Caf\u00a0(aides). Caf</p>", None, id="after a space that does not break"),
        pytest.param("<p>Caf</p><p>(aides)</p>", f"<p>{CAF}Caf</a></p><p>(aides)</p>", id="brackets of another text"),
        pytest.param("<p>(la Caf)</p>", f"<p>(la {CAF}Caf</a>)</p>", id="in brackets that say more"),
        pytest.param('<p><a href="/x/">la Caf</a></p>', None, id="not in a link"),
        pytest.param('<h3 id="caf">Caf</h3><pre><code>Caf</code></pre>', None, id="nor a heading, nor code"),
        pytest.param(
            '<h3 id="caf">Caf</h3><p>Caf</p>', f'<h3 id="caf">Caf</h3><p>{CAF}Caf</a></p>', id="but after a heading"
        ),
        pytest.param('<p><img alt="Caf" src="/x.jpg"> maire</p>', None, id="attributes, and words without forms"),
        pytest.param("<p>carte <em>verte</em></p>", None, id="half in emphasis"),
    ],
)
def test_what_is_linked(html: str, marked: str | None) -> None:
    assert gloss().mark(Markup(html)) == (marked or html,)  # noqa: S704 - ours


def test_the_parts_of_a_text_are_one_text() -> None:
    parts = gloss().mark(Markup("<p>La Caf</p>"), Markup("la Caf, un VLS"))
    assert parts == (f"<p>La {CAF}Caf</a></p>", f"la Caf, un {VLS}VLS</a>")


def test_texts_of_each_language_have_their_own_words() -> None:
    assert gloss("en").mark(Markup("a green card, a carte verte, Caf")) == (
        f"a {CARD}green card</a>, a carte verte, {CAF}Caf</a>",
    )


def test_plain_texts_are_escaped() -> None:
    assert gloss().said("Caf < VLS") == f"{CAF}Caf</a> &lt; {VLS}VLS</a>"
    mixed = Mixed((("Caf", "fr"),))
    assert gloss("en").said(mixed) is mixed


def test_an_address_that_needs_quotes_and_none_at_all() -> None:
    assert gloss(url="/a=b/").mark(Markup("VLS")) == ('<a role=doc-glossref href="/a=b/#t-vls">VLS</a>',)
    assert gloss(url="").mark(Markup("VLS")) == ("VLS",)


def test_pages_explain_in_the_language_of_their_readers(portal: Make) -> None:
    tree = """
data/glossary.yml
    terms:
      - {id: caf, acronym: Caf, term: {fr: caisse, en: fund}, meaning: {fr: Des aides. En ligne., en: Benefits.}}
      - {id: rib, term: {fr: relevé, en: slip}, forms: [RIB], meaning: {fr: "Dit « compte ». Papier.", en: Numbers.}}
content/welcome/loyer.md
    ---
    id: loyer
    title: La Caf
    section: housing
    territory: pays
    see: "Le site de la Caf."
    ---
    La Caf demande un RIB.
"""
    folder = portal(tree)
    assert not folder.build(site_url="https://name.example/a/").failed
    for page, glossary, sheet in (
        ("bienvenue/le-bourg", "/a/lexique/", "words-fr"),
        ("en/welcome/le-bourg", "/a/en/glossary/", "words-en"),
    ):
        html = folder.html(page)
        caf, rib = (f"<a role=doc-glossref href={glossary}#t-{each}>" for each in ("caf", "rib"))
        assert f"La {caf}Caf</a> demande un {rib}RIB</a>." in html
        assert html.count("role=doc-glossref") == 2
        assert f"href=/a/assets/{sheet}." in html
    sheets = [file.read_text(encoding="utf-8") for file in sorted(folder.site.glob("assets/words-*.css"))]
    rule = 'a[role="doc-glossref"][href$="#t-{}"]::after{{content:" ({})"}}'
    assert sheets == [
        "\n".join((rule.format("caf", "fund"), rule.format("rib", "numbers"))),
        "\n".join((rule.format("caf", "caisse"), rule.format("rib", "dit «\u00a0compte\u00a0»"))),
    ]


def test_without_words_there_is_no_sheet(portal: Make) -> None:
    folder = portal()
    assert not folder.build().failed
    assert not list(folder.site.glob("assets/words-*"))
    assert "words-" not in folder.html("bienvenue/le-bourg")
