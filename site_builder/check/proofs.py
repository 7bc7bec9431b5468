"""Proofs that texts rely on: they exist, readers can read them, and somebody has looked at them in time."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from site_builder.check.references import unknown_word
from site_builder.check.sight import Sight
from site_builder.model.entry import Entry
from site_builder.model.proof import Proof
from site_builder.problems import Problem
from site_builder.resolve.expiring import SOON
from site_builder.resolve.proofs import proof_of, relying
from site_builder.validate.days import in_words


def unknown_proofs(sight: Sight) -> Iterator[Problem]:
    """A field ``proofs`` that names no proof of the portal, or one that readers cannot read."""
    known = _proofs(sight)
    claims = {name: proof.reference.title for name, proof in known.items()}
    for entry in sight.entries:
        for index, name in enumerate(entry.reference.proofs):
            place = sight.place(entry, "proofs", index)
            if name not in known and name not in sight.ids_with_mistakes:
                yield unknown_word("proof-unknown", name, claims, place)
            elif entry.published and name in known and not known[name].published:
                proof = known[name]
                values = {"id": name, "status": proof.reference.status.value, "proof": sight.document(proof).place}
                yield Problem("proof-unpublished", place, values)


def outdated_proofs(sight: Sight) -> Iterator[Problem]:
    """A published proof that is no longer valid, or will not be in a month, and how many texts rely on it."""
    relied_on = relying(sight.portal.by_key.values(), sight.portal.by_path)
    for proof in _proofs(sight).values():
        until = proof.reference.valid_until
        if proof.published and until - sight.today <= timedelta(days=SOON):
            values = {"until": in_words(until), "count": len(relied_on.get(proof.id, ()))}
            code = "proof-over" if proof.reference.is_outdated(sight.today) else "proof-ending"
            yield Problem(code, sight.place(proof, "valid_until"), values)


def _proofs(sight: Sight) -> Mapping[str, Entry[Proof]]:
    return {proof.id: proof for proof in map(proof_of, sight.entries) if proof}
