"""A shell cut at its marks, and filled."""

import pytest
from markupsafe import Markup

from site_builder.render.shell import SLOTS, Shell

VALUES: dict[str, str] = {slot: slot for slot in SLOTS}


def test_filling_puts_each_string_in_its_place() -> None:
    shell = Shell.of(lambda slots: f"<title>{slots['title']}</title>{slots['content']}|{slots['title']}")
    assert shell == Shell(parts=("<title>", "</title>", "|", ""), slots=("title", "content", "title"))
    values = {**VALUES, "title": 'a<b "c"', "content": Markup("<p>é</p>")}
    assert shell.fill(values) == "<title>a&lt;b &#34;c&#34;</title><p>é</p>|a&lt;b &#34;c&#34;".encode()


def test_a_shell_without_slots() -> None:
    assert Shell.of(lambda _: "always the same").fill(VALUES) == b"always the same"


def test_a_slot_that_is_not_filled() -> None:
    with pytest.raises(KeyError, match=r"^'title'$"):
        Shell.of(lambda slots: slots["title"]).fill({})


@pytest.mark.parametrize("title", ["\ue000content\ue001", "\ue000nothing\ue001", "-content-", "{content}"])
def test_no_text_of_a_portal_passes_for_a_slot(title: str) -> None:
    shell = Shell.of(lambda slots: f"<title>{title}</title>{slots['title']}{slots['content']}")
    assert shell.slots == ("title", "content")
    filled = shell.fill({**VALUES, "title": title, "content": "x"})
    assert filled == f"<title>{title}</title>{title}x".encode()
