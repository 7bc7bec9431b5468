"""The small parts of an edition: trees of tags, fonts, codes, words, first sentences, the cache."""

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.geo.outlines import Outline
from site_builder.interface import interface_of
from site_builder.load.words import engine_texts
from site_builder.paper.cache import PaperCache
from site_builder.paper.compile import DRAWING, MAKERS, press_mark
from site_builder.paper.edition import Children, Code, Edition, PaperBlock, PaperSection, PrintedOutline, Shape
from site_builder.paper.fonts import Fonts, fonts_in
from site_builder.paper.formats import BY_ID, FORMATS
from site_builder.paper.journey import opening
from site_builder.paper.notes import Note, as_text, read
from site_builder.paper.outline import mark_of
from site_builder.paper.rich import Element, Node, plain, tree
from site_builder.paper.words import OF_PAGES, OF_PAPER, edition_of
from site_builder.paper.written import Fingerprints, Foot, fingerprint_text, foot_of, to_json
from site_builder.problems import Place, Problem, Worded
from site_builder.qr.code import qr_svg
from site_builder.render.words import Words
from tests.conftest import REPOSITORY

PRINT = REPOSITORY / "theme" / "print"
OURS = PRINT / "fonts"


def element(tag: str, *children: Node, **attrs: str) -> Element:
    return Element(tag, attrs, children)


TREES: list[tuple[str, str, tuple[Node, ...]]] = [
    ("", "", ()),
    ("<p>One</p>\n<p>two\nlines</p>", "", (element("p", "One"), element("p", "two lines"))),
    ("A <em>word</em>.", "", ("A ", element("em", "word"), ".")),
    ("<ul>\n<li>One</li>\n<li>two</li>\n</ul>", "", (element("ul", element("li", "One"), element("li", "two")),)),
    ('<span lang="de">Gruß</span>', "", (element("span", "Gruß", lang="de"),)),
    (
        '<a href="https://a.example" class="x">a</a>',
        "https://site.example",
        (element("a", "a", href="https://a.example"),),
    ),
    ('<a href="/guide/">a</a>', "https://site.example", (element("a", "a", href="https://site.example/guide/"),)),
    ('<a href="/guide/">a</a>', "", (element("a", "a"),)),
    (
        '<p>a <a aria-label="b" data-source="Atlas, 2021" href="/c/" role="doc-noteref">proof</a>.</p>',
        "https://site.example",
        (element("p", "a ", "(Atlas, 2021)", "."),),
    ),
    ("<p>a<br>b</p>", "", (element("p", "a", element("br"), "b"),)),
    ('<p>a<img src="/a.jpg" alt="b"></p><hr>', "", (element("p", "a", element("img", alt="b")),)),
    (
        '<p>a<picture><source srcset="/a.webp 9w"><img src="/a.jpg" alt="b"></picture></p>',
        "",
        (element("p", "a", element("img", alt="b")),),
    ),
    (
        "<table>\n<thead>\n<tr>\n<th>c</th>\n</tr>\n</thead>\n</table>",
        "",
        (element("table", element("thead", element("tr", element("th", "c")))),),
    ),
]


@pytest.mark.parametrize(("html", "origin", "nodes"), TREES)
def test_trees_of_tags(html: str, origin: str, nodes: tuple[Node, ...]) -> None:
    assert tree(html, origin) == nodes


def test_the_words_of_a_tree() -> None:
    assert plain(tree("<p>One <em>small</em></p><p>word</p>")) == "One small word"
    assert plain(tree('<table><tr><td>a</td><td>b</td></tr></table><p><img src="/c.jpg" alt="c"></p>')) == "a b c"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Poussez la porte. On y renseigne.", "Poussez la porte."),
        ("Appelez le 15 ? Oui.", "Appelez le 15 ?"),
        ("Au 1. étage, à gauche. Puis montez.", "Au 1. étage, à gauche."),
        ("Une seule phrase", "Une seule phrase"),
        (f"{'long ' * 31}mot. Court.", ""),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, said: str) -> None:
    assert opening(text) == said


def test_our_fonts_are_one_family_of_two_weights() -> None:
    fonts = fonts_in([OURS])
    assert [file.path.name for file in fonts.files] == [
        "AtkinsonHyperlegibleNext-400.ttf",
        "AtkinsonHyperlegibleNext-700.ttf",
    ]
    assert fonts.families == ("Atkinson Hyperlegible Next",)
    assert fonts.folders == (OURS,)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Ça coûte 3 € à L’Haÿ-les-Roses, n° 5 : « œuvre » №", ""),
        ("6\u202f150\u00a0km, soft\u00adhyphen, \u2066isolate\u2069, \u2212 \u2010", ""),
        ("tick ☐ here ☐, 日本", "☐日本"),
        ("مرحبا", "مرحبا"),
        ("smile \N{SLIGHTLY SMILING FACE}\N{VARIATION SELECTOR-16}", "\N{SLIGHTLY SMILING FACE}"),
        ("", ""),
    ],
)
def test_characters_that_no_font_has(text: str, lacking: str) -> None:
    assert fonts_in([OURS]).lacking(text) == lacking


def test_what_is_no_font_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0\0\x09")
    (tmp_path / "text.otf").write_text("no font", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no font", encoding="utf-8")
    (tmp_path / "link.ttf").symlink_to(OURS / "AtkinsonHyperlegibleNext-400.ttf")
    assert fonts_in([tmp_path, tmp_path / "absent"]) == Fonts(())
    copied = tmp_path / "own.TTF"
    copied.write_bytes((OURS / "AtkinsonHyperlegibleNext-400.ttf").read_bytes())
    assert [file.path for file in fonts_in([tmp_path]).files] == [copied]


def test_a_code_has_its_quiet_zone_and_the_portal_s_colour() -> None:
    svg = qr_svg("https://portail.example/bienvenue/dax/#housing", "#16242B")
    assert svg == qr_svg("https://portail.example/bienvenue/dax/#housing", "#16242B")
    assert svg.startswith('<svg viewBox="0 0 41 41" class="segno"><path class="qrline" stroke="#16242b" d="M4 4.5h7')
    assert svg != qr_svg("https://portail.example/en/welcome/dax/#housing", "#16242B")


ENGINE = engine_texts(REPOSITORY / "theme")


@pytest.mark.parametrize(
    ("lang", "day", "said"),
    [
        ("fr", date(2026, 11, 30), "Édition de novembre 2026"),
        ("fr", date(2027, 4, 1), "Édition d’avril 2027"),
        ("fr", date(2027, 8, 2), "Édition d’août 2027"),
        ("fr", date(2027, 10, 2), "Édition d’octobre 2027"),
        ("en", date(2026, 11, 1), "November 2026 edition"),
    ],
)
def test_the_edition_is_called_after_its_month(lang: str, day: date, said: str) -> None:
    assert edition_of(Words(lang, "fr", interface_of({}, ENGINE, ("fr", "en"), "fr")), day) == said


def test_every_word_of_a_template_is_given() -> None:
    texts = [file.read_text(encoding="utf-8") for file in PRINT.glob("*.typ")]
    asked = {word for text in texts for word in re.findall(r'(?:\bwords\.|\bsay\(")([a-z_]+)', text)} - {"at"}
    assert len(asked) > 40
    assert sorted(asked ^ {*OF_PAGES, *OF_PAPER, "facts"}) == []


def test_every_format_has_its_template() -> None:
    assert list(BY_ID) == ["pack", "leaflet", "flyer", "poster", "children"]
    assert [form.template for form in FORMATS if not (PRINT / form.template).is_file()] == []


WORDS: Mapping[str, str] = {"notes": "Notes"}
EDITION = Edition(
    lang="en", direction="ltr", fonts=("A",), colours={"ink": "#000000"}, words=WORDS, portal="P", tagline="T",
    name="N", title="Welcome", iso="2026-11-01", edition="November 2026 edition", site_address="", credits=(), legal="",
    legal_short="", outline=None, qr=None, contact=None, emergency=(), facts=(), facts_source="", stages=(),
    first_steps=(), sections=(), reasons=(), contacts=(), places=(), contacts_source="", directory=(), unrecorded=(),
    welcome=None, children=Children(title="I am new", blocks=(), ticks=(), emergency=()),
)  # fmt: skip


def test_what_is_none_is_left_out_of_the_json() -> None:
    assert to_json(foot_of(EDITION)) == '{"title":"Welcome","children":"I am new","edition":"November 2026 edition"}'
    assert foot_of(EDITION) == Foot(title="Welcome", children="I am new", edition="November 2026 edition", outline=None)
    assert '"outline"' not in to_json(EDITION)
    assert to_json(EDITION) == fingerprint_text(EDITION)


def test_the_cache_knows_an_edition_by_all_that_is_printed(tmp_path: Path) -> None:
    cache = PaperCache(tmp_path, "mark")
    key = cache.key(EDITION, BY_ID["pack"])
    assert re.fullmatch(r"[0-9a-f]{64}", key)
    others = {
        cache.key(EDITION, BY_ID["leaflet"]),
        cache.key(replace(EDITION, title="Other"), BY_ID["pack"]),
        PaperCache(tmp_path, "other mark").key(EDITION, BY_ID["pack"]),
    }
    assert len(others | {key}) == 4


def test_the_cache_keeps_whole_files_and_forgets_the_others(tmp_path: Path) -> None:
    cache = PaperCache(tmp_path, "mark")
    assert cache.note("a") is None
    for key in ("a", "b"):
        cache.put(key.encode(), Note(key=key, size=1, problems=()))
    (cache.folder / "half-written").write_bytes(b"%PDF")
    for file in cache.folder.iterdir():
        os.utime(file, (0, 0))
    (cache.folder / "written-now").write_bytes(b"%PDF")
    assert cache.note("a") == Note(key="a", size=1, problems=())
    cache.prune()
    assert sorted(path.name for path in cache.folder.iterdir()) == ["a.json", "a.pdf", "written-now"]
    assert cache.path("a").read_bytes() == b"a"
    assert (tmp_path / ".portail").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("a.json", None),
        ("a.pdf", None),
        ("a.json", b""),
        ("a.json", b"{"),
        ("a.json", b"[]"),
        ("a.json", b'{"key": "a"}'),
        ("a.json", b'{"key": "b", "size": 3, "pages": 1, "problems": []}'),
        ("a.json", b"\xff"),
        ("a.pdf", b""),
    ],
)
def test_what_is_not_whole_is_made_again(name: str, left: bytes | None, tmp_path: Path) -> None:
    cache = PaperCache(tmp_path, "mark")
    cache.put(b"one", Note(key="a", size=3, pages=1, problems=()))
    assert cache.note("a") == Note(key="a", size=3, pages=1, problems=())
    if left is None:
        (cache.folder / name).unlink()
    else:
        (cache.folder / name).write_bytes(left)
    assert cache.note("a") is None


def test_another_build_may_rename_and_remove_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = PaperCache(tmp_path, "mark")
    kept, listed = cache.folder / "tmp_renamed", Path.iterdir
    cache.put(b"one", Note(key="a", size=3, problems=()))
    monkeypatch.setattr(Path, "iterdir", lambda self: iter([kept, *listed(self)]))
    cache.prune()
    assert cache.note("a") is not None


def test_a_slip_is_read_as_it_was_written() -> None:
    values = {"pages": 3, "title": "Été", "kind": Worded(fr="lieu", en="place")}
    note = Note(key="k", size=5, pages=3, problems=(Problem("paper-pages", Place("a.typ", 2, 3), values),))
    assert read(as_text(note)) == note
    assert read(as_text(Note(problems=()))) == Note(problems=())


def test_a_link_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".portail").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError, match=r"\.portail is a link$"):
        PaperCache(tmp_path, "mark")


BLOCK = PaperBlock(id="b", title="Title", lang=None, body=("Text",), see=())
SECTION = PaperSection(
    id="s",
    title="S",
    lang=None,
    intro="",
    sources="",
    blocks=(BLOCK,),
    qr=Code(url="https://a.example/", colour="#000"),
)
FULL = replace(EDITION, sections=(SECTION,))


def nothing_is_drawn() -> PrintedOutline:
    raise AssertionError


def test_the_fingerprint_of_an_edition_draws_nothing() -> None:
    edition = replace(FULL, outline=Shape(mark="m", draw=nothing_is_drawn))
    assert Fingerprints().of(edition) == Fingerprints().of(edition)
    assert '"outline":"m"' in fingerprint_text(edition)
    assert "<svg" not in fingerprint_text(edition)


def other_block(**changed: object) -> Edition:
    return replace(FULL, sections=(replace(SECTION, blocks=(replace(BLOCK, **changed),)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        other_block(title="Other"),
        other_block(body=("Other",)),
        other_block(body=(element("p", "Text"),)),
        other_block(lang="fr"),
        replace(FULL, sections=(replace(SECTION, qr=Code(url="https://b.example/", colour="#000")),)),
        replace(FULL, outline=Shape(mark="m", draw=nothing_is_drawn)),
        replace(FULL, edition="December 2026 edition"),
    ],
)
def test_what_changes_on_paper_changes_the_fingerprint(other: Edition) -> None:
    known = Fingerprints()
    assert known.of(other) != known.of(FULL)
    assert known.of(FULL) == Fingerprints().of(replace(FULL, sections=(replace(SECTION, blocks=(replace(BLOCK),)),)))


def test_an_outline_s_mark_is_of_its_points() -> None:
    square = Outline(code="a", rings=(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),))
    moved = Outline(code="a", rings=(((0.0, 0.0), (1.0, 0.0), (1.0, 1.5)),))
    assert mark_of(square) == mark_of(Outline(code="b", rings=square.rings))
    assert mark_of(square) != mark_of(moved)
    assert mark_of(Outline(code="a", rings=square.rings * 2)) != mark_of(square)


def test_the_press_has_another_mark_when_a_template_changes(tmp_path: Path) -> None:
    fonts = fonts_in([OURS])
    (tmp_path / "pack.typ").write_text("one", encoding="utf-8")
    first = press_mark(tmp_path, fonts)
    assert press_mark(tmp_path, fonts) == first
    (tmp_path / "pack.typ").write_text("two", encoding="utf-8")
    assert press_mark(tmp_path, fonts) != first
    assert press_mark(PRINT, fonts) != press_mark(PRINT, Fonts(()))
    assert MAKERS == ("typst", "segno", "pikepdf")
    assert sorted(file.name for file in DRAWING) == ["code.py", "dense.py", "outline.py", "paths.py", "projection.py"]
