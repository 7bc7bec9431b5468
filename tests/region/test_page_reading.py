"""The reader of pages, on a page with everything that the tests of the region look for."""

from pathlib import Path

from tests.region.page_reading import SITE_URL, Guide, Page, read_pages, style_requests

PAGE = """\
<!doctype html><html lang="fr"><head>
<link rel="canonical" href="https://portail.example/bienvenue/essai/">
<link rel="alternate" hreflang="fr" href="https://portail.example/bienvenue/essai/">
<link rel="stylesheet" href="//cdn.example/a.css"><link rel="icon" href="/icon.svg">
<title>Bienvenue  à
Essai</title><script src="../app.js"></script></head><body>
<p class="kicker">commune</p><h1 id="twice">Bienvenue à Essai</h1>
<div id="contact"><div class="contact">Mairie <a href="tel:+33500000000">05\u00a000</a>
<ul class="hours"><li>Lundi</li><li>Mardi</li></ul></div></div>
<main><img src="a.png" srcset="b.png 1x, https://cdn.example/c.png 2x" alt="">
<section class="facts"><dl><dt>Région</dt><dd>Une</dd><dt>Population</dt><dd>12 habitants</dd><dd>dont 3 à part</dd>
</dl></section>
<div class="sections"><section class="s" id="one"><h3>Un</h3><h3>Deux</h3></section></div>
<section id="emergency"><ul><li><a href="tel:112">112</a></li></ul></section>
<section class="around"><ul><li><a href="../autre/">Autre</a></li></ul>
<ul><li><a href="/ville/#x">Ville</a></li></ul></section>
<a href="#twice" id="twice">Haut</a><a href="https://ailleurs.example/">Ailleurs</a>
<form action="?q=1"></form></main></body></html>
"""
CSS = """\
@import "reset.css";
a { background: url( 'fond.png' ) }
@font-face { src: url(https://fonts.example/a.woff2) }
"""


def test_everything_is_read(tmp_path: Path) -> None:
    (tmp_path / "bienvenue/essai").mkdir(parents=True)
    (tmp_path / "bienvenue/essai/index.html").write_text(PAGE, encoding="utf-8")
    address = "bienvenue/essai/"
    url = f"{SITE_URL}{address}"
    reading = read_pages(tmp_path, [address])
    assert reading.pages == [
        Page(
            address=address,
            bytes=len(PAGE.encode()),
            lang="fr",
            title="Bienvenue à Essai",
            headings=("Bienvenue à Essai",),
            canonical=url,
            alternates=(("fr", url),),
            ids=("twice", "contact", "one", "emergency", "twice"),
            guide=Guide(
                level="commune",
                contact="Mairie 05\xa000 LundiMardi",
                telephones=(("tel:+33500000000", "05\xa000"),),
                hours=("Lundi", "Mardi"),
                facts=(("Région", "Une"), ("Population", "12 habitants"), ("Population", "dont 3 à part")),
                neighbours=1,
                places_around=1,
                sections=(("one", 2),),
                emergency=("tel:112",),
            ),
        )
    ]
    links = {
        "tel:+33500000000",
        "tel:112",
        f"{SITE_URL}bienvenue/autre/",
        f"{SITE_URL}ville/#x",
        f"{url}#twice",
        "https://ailleurs.example/",
        f"{url}?q=1",
    }
    assert reading.links == dict.fromkeys(links, address)
    requests = {
        "https://cdn.example/a.css",
        f"{SITE_URL}icon.svg",
        f"{SITE_URL}bienvenue/app.js",
        f"{url}a.png",
        f"{url}b.png",
        "https://cdn.example/c.png",
    }
    assert reading.requests == dict.fromkeys(requests, address)


def test_own_facts_leave_out_what_everybody_has(tmp_path: Path) -> None:
    guide = Guide(
        level="commune",
        contact="",
        telephones=(),
        hours=("Lundi",),
        facts=(("Région", "Une"), ("Region", "One"), ("Population", "12"), ("Code", "")),
        neighbours=0,
        places_around=2,
        sections=(),
        emergency=(),
    )
    assert guide.own_facts() == ("hours", "places around", "Population")


def test_what_a_style_sheet_asks_for() -> None:
    assert list(style_requests(CSS)) == ["reset.css", "fond.png", "https://fonts.example/a.woff2"]
