"""A shell cut at its marks, and filled."""

import pytest
from jinja2 import Environment
from markupsafe import Markup

from site_builder.render.shell import SLOTS, Shell, SlotFault

VALUES: dict[str, str] = {slot: slot for slot in SLOTS}


def test_filling_puts_each_string_in_its_place() -> None:
    shell = Shell.of(lambda slots: f"<title>{slots['title']}</title>{slots['content']}|{slots['title']}")
    assert shell == Shell(parts=(b"<title>", b"</title>", b"|", b""), slots=("title", "content", "title"))
    values = {**VALUES, "title": 'a<b "c"', "content": Markup("<p>é</p>")}
    assert shell.fill(values) == "<title>a&lt;b &#34;c&#34;</title><p>é</p>|a&lt;b &#34;c&#34;".encode()


@pytest.mark.parametrize(
    ("template", "slot"),
    [
        ("{{ title }}{{ content }}{{ description | upper }}", "description"),
        ("{{ title | truncate(13, true, '') }}{{ title }}{{ content }}", "title"),
        ("{{ title }}{{ content[4:] }}", "content"),
    ],
)
def test_a_template_that_changes_a_slot(template: str, slot: str) -> None:
    whole = Environment(autoescape=True).from_string(template)
    with pytest.raises(SlotFault, match=rf"^main\.html changes the slot page\.{slot}, which"):
        Shell.of(whole.render)


@pytest.mark.parametrize(
    ("template", "slot"),
    [("always the same", "title"), ("{title}", "content"), ("{content}", "title")],
)
def test_a_template_without_a_title_or_a_content(template: str, slot: str) -> None:
    with pytest.raises(SlotFault, match=rf"^main\.html does not print the slot page\.{slot}$"):
        Shell.of(lambda slots: template.format(**slots))


def test_a_slot_that_is_not_filled() -> None:
    with pytest.raises(KeyError, match=r"^'title'$"):
        Shell.of(lambda slots: slots["title"] + slots["content"]).fill({})


@pytest.mark.parametrize("title", ["\ue000content\ue001", "\ue000nothing\ue001", "-content-", "{content}"])
def test_no_text_of_a_portal_passes_for_a_slot(title: str) -> None:
    shell = Shell.of(lambda slots: f"<title>{title}</title>{slots['title']}{slots['content']}")
    assert shell.slots == ("title", "content")
    filled = shell.fill({**VALUES, "title": title, "content": "x"})
    assert filled == f"<title>{title}</title>{title}x".encode()
