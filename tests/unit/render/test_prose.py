"""Markdown of editors to HTML that can do no harm."""

from collections.abc import Mapping

import pytest
from markupsafe import Markup

from site_builder.language.typography import french_raised, french_spaces
from site_builder.render.prose import Typesetter
from site_builder.render.targets import Target

TARGETS: Mapping[str, Target] = {
    "../assets/dune.md": Target("/atouts/dune/"),
    "dune.md#sable": Target("/atouts/dune/#sable"),
    "mill.md": Target("/atouts/moulin/", "fr"),
    "../media/dune.png": Target("/media/dune.png"),
    "../media/lac.jpg": Target("/media/lac.jpg", size=(640, 480)),
}
PLAIN = Typesetter(str)
FRENCH = Typesetter(french_spaces, french_raised)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Bonjour **à tous**.", "<p>Bonjour <strong>à tous</strong>.</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"),
        ("[dune](../assets/dune.md)", '<p><a href="/atouts/dune/">dune</a></p>'),
        ("[dune](dune.md#sable)", '<p><a href="/atouts/dune/#sable">dune</a></p>'),
        ("[mill](mill.md)", '<p><a href="/atouts/moulin/" hreflang="fr">mill</a></p>'),
        ("[site](https://dax.fr/?a=1&b=2)", '<p><a href="https://dax.fr/?a=1&amp;b=2">site</a></p>'),
        ("[tel](tel:112) [m](mailto:a@b.fr)", '<p><a href="tel:112">tel</a> <a href="mailto:a@b.fr">m</a></p>'),
        ("![La dune](../media/dune.png)", '<p><img alt="La dune" loading="lazy" src="/media/dune.png"></p>'),
        (
            "![Le lac](../media/lac.jpg)",
            '<p><img alt="Le lac" height="480" loading="lazy" src="/media/lac.jpg" width="640"></p>',
        ),
        (  # an editor who wrote one of them has decided
            '<img alt="" src="../media/lac.jpg" width="320">',
            '<p><img alt="" loading="lazy" src="/media/lac.jpg" width="320"></p>',
        ),
        ("avant ![Nora](../media/nora.png) après", "<p>avant <span></span> après</p>"),  # no longer shown
        ("## Où dormir ?", '<h2 id="ou-dormir">Où dormir ?</h2>'),
        ("## Le **lac**\n\n### Le lac", '<h2 id="le-lac">Le <strong>lac</strong></h2>\n<h3>Le lac</h3>'),
        ("## درجات", "<h2>درجات</h2>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("CCAS\n\n*[CCAS]: centre communal", '<p><abbr title="centre communal">CCAS</abbr></p>'),
        ('<a href="../assets/dune.md" title="d">dune</a>', '<p><a href="/atouts/dune/" title="d">dune</a></p>'),
        ("[a][r] [b](x.md) c\n\n[r]: mill.md", '<p><a href="/atouts/moulin/" hreflang="fr">a</a> <span>b</span> c</p>'),
        ("```\n[a](mill.md)\n\n## b\n```", "<pre><code>[a](mill.md)\n\n## b\n</code></pre>"),
        ("", ""),
        (" \n", ""),
    ],
)
def test_markdown(written: str, html: str) -> None:
    body = PLAIN.body(written, TARGETS.get)
    assert isinstance(body, Markup)
    assert body == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<script>alert(1)</script>", ""),
        ("avant <script>alert(1)</script> après", "<p>avant  après</p>"),
        ("<style>p{}</style>", ""),
        ('<p style="color:red" onclick="x()" class="y">rouge</p>', "<p>rouge</p>"),
        ('<img src="x" onerror="alert(1)">', "<p><span></span></p>"),
        ('<img src="https://evil.example/p.gif">', "<p><span></span></p>"),
        ('<img src="../media/dune.png" onerror="x()">', '<p><img loading="lazy" src="/media/dune.png"></p>'),
        ('<a href="//evil.example/">ici</a>', "<p><span>ici</span></p>"),
        ('<a href="territory:99999">ici</a>', "<p><span>ici</span></p>"),
        ('<a id="main" href="mill.md">ici</a>', '<p><a href="/atouts/moulin/" hreflang="fr">ici</a></p>'),
        ('<h2 id="contact">x</h2>', "<h2>x</h2>"),
        ('<iframe src="https://ailleurs.example/"></iframe>', ""),
        ('<a href="javascript:alert(1)">ici</a>', "<p><span>ici</span></p>"),
        ("[ici](javascript:alert(1))", "<p><span>ici</span></p>"),
        ("[ici](JaVaScRiPt:alert(1))", "<p><span>ici</span></p>"),
        ("[ici](java&#x09;script:alert(1))", "<p><span>ici</span></p>"),
        ("[ici](data:text/html,<b>)", "<p><span>ici</span></p>"),
        ("[ici](vbscript:x)", "<p><span>ici</span></p>"),
        ('<a href="https://dax.fr/" target="_blank" rel="me">ici</a>', '<p><a href="https://dax.fr/">ici</a></p>'),
        ("<form action=/><input name=a></form>", ""),
        ("<svg><script>1</script></svg>", "<p></p>"),
        ('<details lang="en"><summary>y</summary>x</details>', '<details lang="en"><summary>y</summary>x</details>'),
        ("<!-- secret -->", ""),
        ("# Titre", "Titre"),  # the page's own title is the only first heading
    ],
)
def test_what_an_editor_may_not_bring_in(written: str, html: str) -> None:
    assert PLAIN.body(written, TARGETS.get).strip() == html


def test_anchors_of_several_bodies_on_one_page() -> None:
    assert PLAIN.body("## Le lac", TARGETS.get, "dune-") == '<h2 id="dune-le-lac">Le lac</h2>'
    assert PLAIN.body("## Le lac", TARGETS.get) == '<h2 id="le-lac">Le lac</h2>'


@pytest.mark.parametrize(
    ("written", "title_level", "html"),
    [
        ("## A\n\n### B", 1, '<h2 id="a">A</h2>\n<h3 id="b">B</h3>'),
        ("## A\n\n### B", 2, '<h3 id="a">A</h3>\n<h4 id="b">B</h4>'),
        ("#### A\n\n##### B", 4, '<h6 id="a">A</h6>\n<h6 id="b">B</h6>'),
        ("<h2>A</h2>", 3, "<h4>A</h4>"),
        ("<h2 lang=en>A</h2>", 3, '<h4 lang="en">A</h4>'),
        ('<p title="<h2>">A</p>\n\n---', 3, '<p title="&lt;h2&gt;">A</p>\n\n<hr>'),
    ],
)
def test_headings_follow_the_title(written: str, title_level: int, html: str) -> None:
    assert PLAIN.body(written, TARGETS.get, title_level=title_level) == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Voir [la dune](../assets/dune.md)", 'Voir <a href="/atouts/dune/">la dune</a>'),
        ("*vite*", "<em>vite</em>"),
        ("un\n\ndeux", "<p>un</p>\n<p>deux</p>"),
        ("<script>x</script>", ""),
    ],
)
def test_a_line_has_no_paragraph(written: str, html: str) -> None:
    assert PLAIN.line(written, TARGETS.get) == html


def test_typography_is_of_the_language_and_leaves_code_and_addresses_alone() -> None:
    written = "Où ? **Ici !** `a ?` [là : bas](https://dax.fr/a?b)"
    assert FRENCH.body(written, TARGETS.get) == (
        '<p>Où\u00a0? <strong>Ici\u00a0!</strong> <code>a ?</code> <a href="https://dax.fr/a?b">là\u00a0: bas</a></p>'
    )
    assert PLAIN.body(written, TARGETS.get) == (
        '<p>Où ? <strong>Ici !</strong> <code>a ?</code> <a href="https://dax.fr/a?b">là : bas</a></p>'
    )


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Le 1er mai", "<p>Le 1<sup>er</sup>\u00a0mai</p>"),
        ("du XVe au XVIe", "<p>du XV<sup>e</sup> au XVI<sup>e</sup></p>"),
        ("*2e fois* ou 3e", "<p><em>2<sup>e</sup> fois</em> ou 3<sup>e</sup></p>"),
        (
            "[le 8e](mill.md) puis le 9e",
            '<p><a href="/atouts/moulin/" hreflang="fr">le 8<sup>e</sup></a> puis le 9<sup>e</sup></p>',
        ),
        ("`1er` <https://dax.fr/8e>", '<p><code>1er</code> <a href="https://dax.fr/8e">https://dax.fr/8e</a></p>'),
        ("## Au XVIIIe siècle", '<h2 id="au-xviiie-siecle">Au XVIII<sup>e</sup>\u00a0siècle</h2>'),
    ],
)
def test_french_letters_are_raised(written: str, html: str) -> None:
    assert FRENCH.body(written, TARGETS.get) == html
    assert "<sup>" not in PLAIN.body(written, TARGETS.get)
