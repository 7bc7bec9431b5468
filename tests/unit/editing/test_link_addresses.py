"""Only the addresses of links that lead elsewhere now are written anew."""

import pytest

from site_builder.editing.link_addresses import Moves, rewritten

OWN = "content/assets/dune.md"
MOVES = Moves(
    {
        "content/assets/lac.md": "content/assets/landes/grand-lac.md",
        "content/assets/lac.en.md": "content/assets/landes/grand-lac.en.md",
        "content/assets/là bas.md": "content/assets/ici.md",
        "media/lac.jpg": "media/landes/lac.jpg",
    }
)
CHANGED = {
    "[le lac](lac.md)": "[le lac](landes/grand-lac.md)",
    "[lac.md](lac.md) : lac.md": "[lac.md](landes/grand-lac.md) : lac.md",
    "[le lac](./lac.md#rive)": "[le lac](landes/grand-lac.md#rive)",
    "[le lac](../assets/lac.md?a=b#rive)": "[le lac](landes/grand-lac.md?a=b#rive)",
    '[le lac](lac.md "Le lac")': '[le lac](landes/grand-lac.md "Le lac")',
    "[the lake](lac.en.md)": "[the lake](landes/grand-lac.en.md)",
    "[là](l%C3%A0%20bas.md)": "[là](ici.md)",
    "[là](<là bas.md>)": "[là](<ici.md>)",
    "![Le lac](../../media/lac.jpg)": "![Le lac](../../media/landes/lac.jpg)",
    "[![Le lac](../../media/lac.jpg)](lac.md)": "[![Le lac](../../media/landes/lac.jpg)](landes/grand-lac.md)",
    "[un] et [deux](lac.md), [trois](lac.md)": "[un] et [deux](landes/grand-lac.md), [trois](landes/grand-lac.md)",
    "[sur deux\nlignes](lac.md)": "[sur deux\nlignes](landes/grand-lac.md)",
    "[à la ligne](\nlac.md)": "[à la ligne](\nlandes/grand-lac.md)",
    "[à la ligne]( \n  <lac.md>\n'Lac')": "[à la ligne]( \n  <landes/grand-lac.md>\n'Lac')",
    "[lac]: lac.md": "[lac]: landes/grand-lac.md",
    '  [lac]: <lac.md> "Le lac"': '  [lac]: <landes/grand-lac.md> "Le lac"',
    '<a class="a" href="lac.md#x">lac.md</a>': '<a class="a" href="landes/grand-lac.md#x">lac.md</a>',
    "<a href='lac.md'>": "<a href='landes/grand-lac.md'>",
    "<img alt=lac src=../../media/lac.jpg>": "<img alt=lac src=../../media/landes/lac.jpg>",
    "Un `[lac](lac.md)` et [lac](lac.md)": "Un `[lac](lac.md)` et [lac](landes/grand-lac.md)",
}
SAME = (
    "lac.md",
    "[le lac](https://lac.example/lac.md)",
    "[le lac](/lac.md)",
    "[le lac](#lac.md)",
    "[le lac](territory:40088)",
    "[le lac](mailto:lac.md)",
    "[la dune](dune.md)",
    "[pas un lien](\n\nlac.md)",
    "[autre](autre.md), [vide](), (lac.md)",
    "`[lac](lac.md)`",
    "```\n[lac](lac.md)\n```",
    "~~~\n[lac](lac.md)\n~~~",
)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("before", "after"), CHANGED.items())
def test_a_link_to_what_moves(before: str, after: str, ending: str) -> None:
    text, wanted = (f"Avant é\n\n{each}\n\nAprès\n".replace("\n", ending) for each in (before, after))
    assert rewritten(text, OWN, MOVES) == wanted


@pytest.mark.parametrize("text", SAME)
def test_what_is_no_such_link(text: str) -> None:
    assert rewritten(text, OWN, MOVES) == text


ITSELF = Moves({OWN: "content/assets/landes/sable.md", "content/assets/lac.md": "content/assets/lac-d-azur.md"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[moi](dune.md#haut)", "[moi](sable.md#haut)"),
        ("[moi](#haut)", "[moi](#haut)"),
        ("[le lac](lac.md)", "[le lac](../lac-d-azur.md)"),
        ("[la forêt](forêt.md)", "[la forêt](../forêt.md)"),
        ("[elle](../ambassadors/elle.md)", "[elle](../../ambassadors/elle.md)"),
        ("[parenthèse](a%28b%29.md)", "[parenthèse](../a%28b%29.md)"),
        ("![](../../media/a.jpg)", "![](../../../media/a.jpg)"),
    ],
)
def test_links_of_what_moves_itself(before: str, after: str) -> None:
    assert rewritten(before, OWN, ITSELF) == after


def test_neighbours_that_move_together_keep_their_links() -> None:
    together = Moves({f"content/assets/{name}.md": f"content/assets/landes/{name}.md" for name in ("dune", "lac")})
    assert rewritten("[lac](lac.md) [dune](./dune.md)", OWN, together) == "[lac](lac.md) [dune](./dune.md)"
