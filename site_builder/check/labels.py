"""Short texts as they are written: in every language of the portal, and without the quotes of a word processor."""

import re
from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.check.written_labels import labels_of
from site_builder.language.locales import language_names
from site_builder.load.nodes import ListNode, MapNode, Node, Scalar
from site_builder.load.yaml_mistakes import as_value, in_braces
from site_builder.model.values import Localized
from site_builder.problems import Problem

_BARE_FIELDS = frozenset({"title", "summary", "name"})
_QUOTES = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|‘([^‘’]+)’|‹([^‹›]+)›")


def incomplete_labels(sight: Sight) -> Iterator[Problem]:
    """A label of data/, content/ or an image that lacks one of the portal's languages; a name may be one plain text."""
    languages = [lang for lang in sight.portal.languages if language_names(lang)]  # the others have their own problem
    for label in labels_of(sight):
        missing = [lang for lang in languages if not _is_in(label.value, lang, sight.portal.reference_lang)]
        if missing and not (label.is_name and isinstance(label.node, Scalar)):
            fixed = ", ".join(f"{lang}: {in_braces(text)}" for lang, text in _completed(sight, label.value))
            values = {"field": label.field, "missing": ", ".join(missing), "fixed": f"{label.field}: {{{fixed}}}"}
            yield Problem("label-language", label.node.place, values)


def curly_quotes(sight: Sight) -> Iterator[Problem]:
    """Curly quotes around a whole title: YAML takes them for letters, and readers see them.

    Whoever puts YAML's own quotes around them (``"« Dax »"``) wants them to be seen.
    """
    sources = sight.records.sources
    fronts = (document.front for document in sources.documents.values())
    for node in (*fronts, *sources.data.values()):
        for field, key, text in _texts(node):
            match = None if text.quoted else _QUOTES.fullmatch((text.text or "").strip())
            if match:
                straight = as_value(next(filter(None, match.groups())).strip())
                yield Problem("curly-quotes", text.place, {"field": field, "fixed": f"{key}: {straight}"})


def _is_in(label: Localized, lang: str, reference: str) -> bool:
    return label.get(lang) is not None or (lang == reference and label.get("") is not None)


def _completed(sight: Sight, label: Localized) -> Iterator[tuple[str, str]]:
    """The label's texts in the order of the portal's languages, with ``…`` for those it lacks; then its others."""
    reference = sight.portal.reference_lang
    for lang in sight.portal.languages:
        yield lang, label.get(lang) or (label.get("") if lang == reference else None) or "…"
    for lang, text in label.root.items():
        if lang and lang not in sight.portal.languages:
            yield lang, text


def _texts(node: Node) -> Iterator[tuple[str, str, Scalar]]:
    """The texts of the fields that quotes do not belong around: field, key (a language, in a label), text."""
    if isinstance(node, ListNode):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, MapNode):
        for field, value in node.values.items():
            if field not in _BARE_FIELDS:
                yield from _texts(value)
                continue
            named = value.values if isinstance(value, MapNode) else {field: value}
            yield from ((field, key, text) for key, text in named.items() if isinstance(text, Scalar))
