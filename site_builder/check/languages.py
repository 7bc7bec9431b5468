"""What is missing in a language is said to the editor, as it is to the reader."""

from collections.abc import Iterable, Iterator, Mapping

from site_builder.check.sight import Sight
from site_builder.interface import ROUTES, Interface, is_usable, known_names, unfilled
from site_builder.load.nodes import MapNode, Node, Scalar
from site_builder.model.block import Block, Mode
from site_builder.model.slugs import slugify
from site_builder.model.values import Lang
from site_builder.problems import Place, Problem


def missing_translations(sight: Sight) -> Iterator[Problem]:
    """A published entry without a version in one of the portal's languages; what only hides has nothing to say."""
    for entry in sight.entries:
        hides = isinstance(entry.reference, Block) and entry.reference.mode is Mode.HIDE
        if entry.published and not hides:
            for lang in sight.portal.languages:
                path = entry.paths[entry.reference_lang]
                fixed = f"{path.removesuffix('.md')}.{lang}.md"
                if lang not in entry.versions and fixed not in sight.told:
                    yield Problem("translation-missing", sight.document(entry).place, {"lang": lang, "fixed": fixed})


def route_words(sight: Sight) -> Iterator[Problem]:
    """The portal's own words for its addresses: one that no address can hold leaves the engine's in its place."""
    for node in sight.records.sources.strings.values():
        for key, word in _words(node):
            if not key.startswith(ROUTES):
                continue
            written = word.text or ""
            if not is_usable(key, written):
                field = key.rpartition(".")[2]
                values = {"field": field, "written": written, "fixed": f"{field}: {slugify(written) or '…'}"}
                yield Problem("bad-id" if written else "empty-field", word.place, values)


def _words(node: Node, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """The texts of a file, with their dotted keys."""
    if isinstance(node, Scalar):
        yield key, node
    elif isinstance(node, MapNode):
        for name, value in node.values.items():
            yield from _words(value, f"{key}.{name}" if key else name)


def wrong_placeholders(interface: Interface, strings: Mapping[str, Node]) -> Iterator[Problem]:
    """A text of the portal that asks for what the engine does not give there: the engine's own stays in its place."""
    for node in strings.values():
        for key, word in _words(node):
            written = unfilled(interface.names, key, word.text or "")
            if written:
                known = ", ".join(known_names(interface.names, key)) or "—"
                yield Problem("string-placeholder", word.place, {"written": written, "known": known})


def missing_interface_words(interface: Interface, languages: Iterable[Lang]) -> Iterator[Problem]:
    """A language of the portal that lacks words of the interface: its pages borrow the reference language's."""
    for lang in languages:
        lacking = interface.lacking(lang)
        if lacking:
            values = {"lang": lang, "count": len(lacking), "first": ", ".join(lacking[:3])}
            yield Problem("interface-words", Place(f"theme/strings/{lang}.yml"), values)
