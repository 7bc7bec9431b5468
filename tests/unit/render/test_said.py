"""A text that knows which of its parts are in another language: what it prints, and what it is joined to."""

import pytest
from markupsafe import escape

from site_builder.interface import Interface
from site_builder.model.values import Localized
from site_builder.render.said import Mixed, Said, filled, joined, mark
from site_builder.render.words import Words

FRENCH = Mixed((("d’après <nous>", "fr"),))
WORDS = Words("en", "fr", Interface({"fr": {"a": "Source : {s}."}, "en": {"a": "<b> {s} {o}"}}, "fr"))
ARABIC = Words("ar", "fr", Interface({"fr": {"a": "Source : {s}."}, "ar": {"b": "ب"}}, "fr"))


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("a < b", "a &lt; b", "a < b"),
        (FRENCH, "<span lang=fr>d’après &lt;nous&gt;</span>", "d’après <nous>"),
        (joined(("A & B", FRENCH, "", "c")), "A &amp; B <span lang=fr>d’après &lt;nous&gt;</span> c", None),
        (FRENCH.capitalize(), "<span lang=fr>D’après &lt;nous&gt;</span>", "D’après <nous>"),
        (Mixed((("a", None), ("B", "fr"))).capitalize(), "A<span lang=fr>B</span>", "AB"),
        (joined(("a", "", "b")), "a b", "a b"),
        (joined(("", "")), "", ""),
        (filled(f"{mark(1)}, {mark(0)}", ("x", "y")), "y, x", "y, x"),
        (filled(f"{mark(0)}{mark(0)}", (Mixed((("é", "fr"),)),)), "<span lang=fr>é</span>" * 2, "éé"),
        (WORDS.said(Localized({"fr": "oui", "en": "yes"})), "yes", "yes"),
        (WORDS.said(Localized({"fr": "oui"})), "<span lang=fr>oui</span>", "oui"),
        (WORDS.say("a", s=FRENCH, o="2"), "&lt;b&gt; <span lang=fr>d’après &lt;nous&gt;</span> 2", None),
        (WORDS.listed(["x", Mixed((("é", "fr"),)), "z"]), "x, <span lang=fr>é</span> and z", "x, é and z"),
        (WORDS.listed([]), "", ""),
        (ARABIC.say("a", s="b", o="c"), "<span lang=fr>Source : </span>b<span lang=fr>.</span>", "Source : b."),
        (ARABIC.say("b"), "ب", "ب"),
    ],
)
def test_what_is_printed(text: Said, html: str, plain: str | None) -> None:
    assert escape(text) == html
    assert plain is None or (str(text), len(text)) == (plain, len(plain))


@pytest.mark.parametrize("text", [joined(("a", "b")), filled(mark(0), ("a",)), WORDS.say("a", s="b", o="c")])
def test_a_text_in_one_language_is_plain(text: Said) -> None:
    assert type(text) is str
