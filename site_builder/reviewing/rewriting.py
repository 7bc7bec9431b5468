"""The HTML of a page with other addresses: nothing of it runs, and what it says stays as it is written."""

from collections.abc import Callable, Iterator
from html import escape
from html.parser import HTMLParser

_ADDRESSES = frozenset({"href", "src", "action", "poster"})
_SETS = frozenset({"srcset", "imagesrcset"})
_DROPPED = frozenset({"script", "link:manifest", "link:preload", "link:canonical", "link:alternate", "meta:http-equiv"})
"""What browsers refuse in a file, or what would lead from it to the published site unasked."""
POLICY = "script-src 'none';object-src 'none';base-uri 'none';form-action 'none'"


def rewritten(html: str, address: Callable[[str], str], notice: str) -> str:
    """The page with ``address`` applied to all that it links to and loads; ``notice`` is HTML that stands first in it.

    Scripts are left out, and kept out by a policy.
    """
    page = _Page(address, notice)
    page.feed(html)
    page.close()
    return "".join(page.parts)


class _Page(HTMLParser):
    """What was read, as parts of HTML. References to characters stay as they are written."""

    def __init__(self, address: Callable[[str], str], notice: str) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._address = address
        self._notice = notice
        self._within_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {f"{tag}:{value}" for name, value in attrs if name == "rel"} | {f"{tag}:{name}" for name, _ in attrs}
        if {tag, *names} & _DROPPED:
            self._within_script = tag == "script"
            return
        self.parts.append(f"<{tag}{''.join(self._attributes(attrs))}>")
        if tag == "head":
            self.parts.append(f'<meta http-equiv="content-security-policy" content="{POLICY}">')
        elif tag == "body":
            self.parts.append(self._notice)

    def _attributes(self, attrs: list[tuple[str, str | None]]) -> Iterator[str]:
        for name, value in attrs:
            if value is None:
                yield f" {name}"
            elif not name.startswith("on"):
                yield f' {name}="{escape(self._value(name, value))}"'

    def _value(self, name: str, value: str) -> str:
        if name in _SETS:
            parts = (part.strip().partition(" ") for part in value.split(","))
            return ", ".join(f"{self._address(url)}{space}{size}" for url, space, size in parts)
        return self._address(value) if name in _ADDRESSES else value

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._within_script = False
        else:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._within_script:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")
