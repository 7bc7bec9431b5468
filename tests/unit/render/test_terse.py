"""HTML in fewer bytes: what may be left out, and what may not; the document stays the same."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.terse import terse


@pytest.mark.parametrize(
    ("html", "short"),
    [
        pytest.param('<a class="a" href="/b/#c-d">', "<a class=a href=/b/#c-d>", id="quotes"),
        pytest.param('<a class="a b" href="?a=1" alt="" title="d ici">', None, id="quotes that are needed"),
        pytest.param('<a class="a b" title="d’ici" id="x">', '<a class="a b" title=d’ici id=x>', id="some of them"),
        pytest.param("<p>a</p>\n<p>b</p></div>", "<p>a<p>b</div>", id="paragraphs"),
        pytest.param('<p role="status" class="x"></p></nav>', "<p role=status class=x></p></nav>", id="an empty one"),
        pytest.param("<a><p>a</p></a>", None, id="one in a link"),
        pytest.param("<p>a</p> b", None, id="one before a text"),
        pytest.param("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>", id="items"),
        pytest.param("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a<dd>b</div></dl>", id="terms"),
        pytest.param("<p>a\nb <a>c</a>\n<a>d</a></p>", None, id="line ends between words"),
        pytest.param('<pre><a class="a">\n</a></pre>', None, id="text as it is written"),
        pytest.param('x="y" &lt;a b="c"&gt;', None, id="what only looks like a tag"),
    ],
)
def test_what_is_left_out(html: str, short: str | None) -> None:
    assert terse(html) == (short or html)


def test_the_document_is_the_same() -> None:
    html = """<section class="s" id="one"><div class="s-h"><h2>A</h2>
<p>Intro.</p><p class="pv">B</p></div><div class="bs">
<div id="x"><h3><a href="#x">C</a></h3>
<p>D <em>e</em>.</p>
<ul>
<li>f</li>
<li><p>g</p></li>
</ul>
<p class="nd"> <a href="#y">h</a></p></div>
</div></section>"""
    short = terse(html)
    assert len(short) < len(html) - 50
    whole, part = (LexborHTMLParser(text).body for text in (html, short))
    assert whole is not None
    assert part is not None
    tags = [[(node.tag, dict(node.attributes)) for node in body.css("*")] for body in (whole, part)]
    assert tags[0] == tags[1]
    assert whole.text(strip=True) == part.text(strip=True)
