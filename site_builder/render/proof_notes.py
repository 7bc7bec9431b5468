"""What stands behind a claim that a text proves: the way to its proof, and where it comes from."""

from dataclasses import dataclass
from datetime import date

from site_builder.language.dates import format_date
from site_builder.model.entry import Entry
from site_builder.model.proof import Proof
from site_builder.render.words import Words
from site_builder.resolve.portal import Portal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofNote:
    """``text`` leads to the proof, ``name`` says to which, ``source`` is what paper prints: in the text's language."""

    text: str
    name: str
    source: str
    outdated: bool


def proof_note(portal: Portal, proof: Entry[Proof], words: Words) -> ProofNote:
    """The note of a claim in a text of that language. Readers are told of a source that is too old."""
    version, lang = proof.pick(words.lang)
    is_outdated = proof.id in portal.outdated_proofs
    text = old_source(words, version) if is_outdated else words.t("proof.mark")
    source = quoted_source(words, version)
    return ProofNote(
        text=f"({text})" if is_outdated else text,
        name="" if words.foreign(lang) else words.t("proof.named", text=text, claim=version.title),
        source=f"{source} ({words.t('proof.old_mark')})" if is_outdated else source,
        outdated=is_outdated,
    )


def old_source(words: Words, proof: Proof) -> str:
    """``source parue en mars 2021, à vérifier``."""
    key = "proof.old_day" if len(proof.dated) == len("2021-03-16") else "proof.old"
    return words.t(key, date=source_date(words, proof.dated))


def quoted_source(words: Words, proof: Proof) -> str:
    """The sources by their names, then their date."""
    names = " · ".join(source.name for source in proof.sources)
    said = source_date(words, proof.dated)
    return names if said in names else f"{names}, {said}"


def source_date(words: Words, written: str) -> str:
    """``2021``, ``mars 2021`` or ``16 mars 2021``: no more than the source says."""
    year, *rest = map(int, written.split("-"))
    if not rest:
        return str(year)
    if len(rest) == 1:
        return format_date(date(year, rest[0], 1), words.lang, "month", reference=words.reference)
    return words.date(date(year, *rest))
