"""Which texts rely on which proofs: by the field ``proofs``, and by links of their Markdown to a proof's file."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from site_builder.model.entry import Content, Entry
from site_builder.model.paths import linked_path
from site_builder.model.proof import Proof

KIND = "proof"
_FILE = re.compile(r"[^\s()\[\]<>\"']+\.md")
"""The address of a file in a link, however the link is written."""


def proof_of(entry: Entry[Content] | None) -> Entry[Proof] | None:
    """The entry, where it is a proof."""
    return cast("Entry[Proof]", entry) if entry and entry.kind == KIND else None


def outdated(proofs: Iterable[Entry[Content]], today: date) -> frozenset[str]:
    """The ids of those that somebody should have looked at again by today."""
    found = filter(None, map(proof_of, proofs))
    return frozenset(proof.id for proof in found if proof.reference.is_outdated(today))


def linked_proofs(text: str, path: str, by_path: Mapping[str, Entry[Content]]) -> Iterator[tuple[int, Entry[Proof]]]:
    """Where the text of the file ``path`` leads to published proofs, and to which."""
    for found in _FILE.finditer(text) if "proof" in text else ():
        proof = proof_of(by_path.get(linked_path(path, found[0])))
        if proof:
            yield found.start(), proof


def relying(
    entries: Iterable[Entry[Content]], by_path: Mapping[str, Entry[Content]]
) -> Mapping[str, tuple[Entry[Content], ...]]:
    """By the id of a proof, the entries that rely on it, whatever the language of the text that does."""
    found: dict[str, list[Entry[Content]]] = defaultdict(list)
    for entry in entries:
        for proof in dict.fromkeys((*entry.reference.proofs, *_linked(entry, by_path))):
            found[proof].append(entry)
    return {proof: tuple(those) for proof, those in found.items()}


def _linked(entry: Entry[Content], by_path: Mapping[str, Entry[Content]]) -> Iterator[str]:
    for lang, version in entry.versions.items():
        for text in (version.body, getattr(version, "see", None) or ""):
            yield from (proof.id for _, proof in linked_proofs(text, entry.paths[lang], by_path))
