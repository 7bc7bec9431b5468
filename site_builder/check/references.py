"""References between records: ids, territories, sections, roles, sectors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from site_builder.check.sight import Sight
from site_builder.language.locales import language_names
from site_builder.model.block import Block, Mode
from site_builder.model.entry import Content, Entry
from site_builder.model.guideline import Guideline
from site_builder.model.slugs import fold
from site_builder.model.territory import Territory
from site_builder.model.values import Localized, pick
from site_builder.problems import Place, Problem
from site_builder.resolve.portal import Portal
from site_builder.resolve.territories import Territories
from site_builder.validate.closest import closest
from site_builder.validate.data_files import Placed

_LONGEST_CODE = 3
"""Letters: what is no longer than that is a code, not a name."""
_SIGN_LANGUAGES = {"lsf": "fsl"}
"""What people call a sign language, and its code of ISO 639-3, which they seldom know."""
_CANDIDATES = 3
"""Territories of one name that a message lists."""
_SEARCHED = 50
"""Territories among which those of one name are looked for: the search gives the best matches first."""


def unknown_territories(sight: Sight) -> Iterator[Problem]:
    """A territory that the portal does not have."""
    for entry in sight.entries:
        code = entry.reference.territory
        if code is not None:
            yield from unknown_territory(sight, code, sight.place(entry, "territory"), "territory")
    data = sight.records.data
    for placed in data.alerts:
        if placed.record.territory is not None:
            yield from unknown_territory(sight, placed.record.territory, placed.place("territory"), "territory")
    yield from _unknown_codes(sight, ((p, p.record.parents) for p in data.territories), "parents")
    for covering in (data.organisations, data.contacts, data.absences, data.sectors):
        yield from _unknown_codes(sight, ((p, p.record.covers) for p in covering), "covers")


def _unknown_codes(sight: Sight, named: Iterable[tuple[Placed[Any], tuple[str, ...]]], field: str) -> Iterator[Problem]:
    for placed, codes in named:
        for index, code in enumerate(codes):
            yield from unknown_territory(sight, code, placed.place(field, index))


def unknown_levels(sight: Sight) -> Iterator[Problem]:
    """A territory whose level is not in portal.yml."""
    levels = {level.id: _name(sight, level.name) for level in sight.portal.settings.levels}
    for placed in sight.records.data.territories:
        if placed.record.level not in levels:
            yield unknown_word("unknown-level", placed.record.level, levels, placed.place("level"), "level")


def unknown_table_levels(sight: Sight) -> Iterator[Problem]:
    """The open data tables hold territories of levels that portal.yml must have."""
    known = {level.id for level in sight.portal.settings.levels}
    used = dict.fromkeys(territory.level for territory in sight.records.open_data.territories)
    for level in used:
        if level not in known:
            place = sight.data_place("data/portal.yml", "levels")
            fixed = f"- {{id: {level}, name: {{fr: …, en: …}}, plural: {{fr: …, en: …}}}}"
            yield Problem("table-level", place, {"level": level, "fixed": fixed})


def territory_cycles(sight: Sight) -> Iterator[Problem]:
    """A territory that is its own ancestor, or stands under one of its own level or nearer."""
    territories = sight.portal.territories
    for placed in sight.records.data.territories:
        territory = placed.record
        if territory.level not in territories.levels:
            continue
        for index, parent in enumerate(territory.parents):
            if parent in territories and territories.rank(territories[parent]) >= territories.rank(territory):
                values = {"code": territory.code, "parent": parent}
                yield Problem("territory-order", placed.place("parents", index), values)


def unknown_sections(sight: Sight) -> Iterator[Problem]:
    """A block of a section that guide.yml does not have, for an audience or a role that it does not have."""
    if sight.records.data.guide is None:  # its own problems are told
        return
    frame = sight.portal.frame
    sections = {section.id: _name(sight, section.title) for section in frame.sections}
    roles = {role.id: _name(sight, role.title) for role in frame.roles}
    for entry in _blocks(sight):
        block = entry.reference
        if block.section is not None and block.section not in sections:
            yield unknown_word("unknown-section", block.section, sections, sight.place(entry, "section"), "section")
        for index, need in enumerate(block.needs):
            if need not in roles:
                yield unknown_word("unknown-role", need, roles, sight.place(entry, "needs", index))


def unknown_audiences(sight: Sight) -> Iterator[Problem]:
    """An audience that guide.yml does not have."""
    if sight.records.data.guide is None:
        return
    audiences = {audience.id: _name(sight, audience.title) for audience in sight.portal.frame.audiences}
    for entry in sight.entries:
        for index, audience in enumerate(entry.reference.audiences):
            if audience not in audiences:
                yield unknown_word("unknown-audience", audience, audiences, sight.place(entry, "audiences", index))


def unknown_contact_roles(sight: Sight) -> Iterator[Problem]:
    """A contact for a role that guide.yml does not have."""
    if sight.records.data.guide is None:
        return
    roles = {role.id: _name(sight, role.title) for role in sight.portal.frame.roles}
    data = sight.records.data
    named = [(placed.record.role, placed.place("role")) for placed in data.contacts]
    named.extend((placed.record.role, placed.place("role")) for placed in data.absences)
    for role, place in named:
        if role not in roles:
            yield unknown_word("unknown-role", role, roles, place, "role")


def unknown_contact_languages(sight: Sight) -> Iterator[Problem]:
    """A language that an office, a house or an event speaks: a code that CLDR or the portal itself knows."""
    own = {language.code for language in sight.portal.settings.languages}
    for written, place in _spoken(sight):
        if written not in own and not _is_language(sight, written):
            fixed = _language_meant(sight, written) or "…"
            yield Problem("unknown-language-name", place, {"written": written, "fixed": fixed})


def _is_language(sight: Sight, code: str) -> bool:
    """Whether CLDR or the words of the interface (``language.fsl``: CLDR has no sign language) can name it."""
    named = sight.interface.has(sight.portal.reference_lang, f"language.{code}")
    return named or code.replace("-", "_") in language_names("en")


def _spoken(sight: Sight) -> Iterator[tuple[str, Place]]:
    for placed in sight.records.data.contacts:
        for index, written in enumerate(placed.record.languages):
            yield written, placed.place("languages", index)
    for entry in sight.entries:
        for index, written in enumerate(getattr(entry.reference, "languages", ())):
            yield written, sight.place(entry, "languages", index)


def _language_meant(sight: Sight, written: str) -> str | None:
    """The code that ``written`` is in capitals, or whose language it names in one the portal has, or in English."""
    if written.lower() in _SIGN_LANGUAGES:
        return _SIGN_LANGUAGES[written.lower()]
    if len(written) <= _LONGEST_CODE:
        return written.lower() if written.lower() in language_names("en") else None
    codes = {language.name: language.code for language in sight.portal.settings.languages}
    for lang in (*sight.portal.languages, "en"):
        codes |= {name: code for code, name in language_names(lang).items()}
    name = closest(written, codes)
    return codes[name].replace("_", "-") if name else None


def unknown_sectors(sight: Sight) -> Iterator[Problem]:
    """A sector of the Carnet that data/sectors.yml does not have."""
    sectors = {sector.id: _name(sight, sector.name) for sector in sight.portal.sectors.values()}
    for entry in sight.entries:
        version = entry.reference
        if not isinstance(version, Guideline) or not version.sector or version.sector in sectors:
            continue
        if not sight.is_written("sectors", version.sector):
            place = sight.place(entry, "sector")
            yield unknown_word("unknown-sector", version.sector, sectors, place, "sector")


def overrides(sight: Sight) -> Iterator[Problem]:
    """An override names a block that stands above it, and no chain of overrides comes back to itself."""
    blocks = {entry.id: entry for entry in _blocks(sight)}
    for entry in blocks.values():
        target = entry.reference.overrides
        if target is None:
            continue
        place = sight.place(entry, "overrides")
        if target not in blocks:
            if target not in sight.ids_with_mistakes:  # a block with mistakes exists all the same
                others = {other.id: other.reference.title for other in blocks.values() if other is not entry}
                yield unknown_word("override-unknown", target, others, place, "overrides")
        elif _cyclic(entry.id, blocks):
            yield Problem("override-cycle", place, {"id": entry.id, "target": target})
        elif sight.tree_is_whole and not _above(sight, blocks[target], entry):
            values = {"target": target, "territory": _code(sight, blocks[target]), "own": _code(sight, entry)}
            yield Problem("override-out-of-reach", place, values)


def overrides_without_effect(sight: Sight) -> Iterator[Problem]:
    """An adaptation whose text is in no guide, though the block that it names stands above it.

    What only hides has no text to lose. Where the block that it names is itself in no guide for a reason that is
    told, that one is mended first.
    """
    blocks = {entry.id: entry for entry in _blocks(sight)}
    told = {problem.place for problem in overrides(sight)}
    lost = {
        entry.id: entry
        for entry in blocks.values()
        if entry.published
        and entry.reference.shown(sight.today)
        and entry.reference.overrides in blocks
        and entry.reference.mode is not Mode.HIDE
        and sight.place(entry, "overrides") not in told
        and sight.tree_is_whole
        and _code(sight, entry) in sight.portal.territories
        and not sight.portal.guides.shows(entry.id)
    }
    for entry in lost.values():
        target = blocks[entry.reference.overrides or ""]
        if target.id not in lost and sight.place(target, "overrides") not in told:
            yield _without_effect(sight, entry, target)


def _without_effect(sight: Sight, entry: Entry[Block], target: Entry[Block]) -> Problem:
    own, place = _code(sight, entry), sight.place(entry, "overrides")
    if not target.published:
        values = {"target": target.id, "status": target.reference.status.value, "above": sight.document(target).place}
        return Problem("override-of-unpublished", place, values)
    if not target.reference.shown(sight.today):
        return Problem("override-out-of-dates", place, {"target": target.id, "above": sight.document(target).place})
    covered = {name: by for slot in sight.portal.guides.slots(own) for name, by in slot.covered.items()}
    by = target if target.reference.mode is Mode.HIDE else covered.get(entry.id) or covered.get(target.id)
    if by is None:
        return Problem("override-without-effect", place, {"target": target.id, "own": own})
    return Problem("override-covered", place, {"by": by.id, "target": by.reference.overrides})


def _blocks(sight: Sight) -> Iterator[Entry[Block]]:
    for entry in sight.entries:
        if isinstance(entry.reference, Block):
            yield entry  # type: ignore[misc]  # the kind of an entry is that of its reference version


def _cyclic(start: str, blocks: dict[str, Entry[Block]]) -> bool:
    seen: set[str] = set()
    current: str | None = start
    while current is not None and current in blocks:
        if current in seen:
            return True
        seen.add(current)
        current = blocks[current].reference.overrides
    return False


def _above(sight: Sight, target: Entry[Content], entry: Entry[Content]) -> bool:
    own = _code(sight, entry)
    return own not in sight.portal.territories or _code(sight, target) in sight.portal.territories.chain(own)


def _name(sight: Sight, label: Localized) -> str:
    return pick(label, sight.portal.reference_lang, sight.portal.reference_lang).text


def _code(sight: Sight, entry: Entry[Content]) -> str:
    return entry.reference.territory or sight.portal.settings.territory


def unknown_territory(sight: Sight, code: str, place: Place, field: str = "") -> Iterator[Problem]:
    """No territory has this code; the ones that may be meant, where what was written is a name or a postal code."""
    if code in sight.portal.territories or sight.is_written("territories", code):
        return
    form = f'{field}: "{{}}"' if field else '"{}"'
    meant = territories_meant(sight.portal.territories, code)
    yield told_territory(sight, "unknown-territory", code, meant, place, form)


def told_territory(
    sight: Sight, problem: str, written: str, meant: Sequence[Territory], place: Place, form: str
) -> Problem:
    """``problem`` for one territory that may be meant; other codes for none and for several. ``form`` is the fix,
    with ``{}`` where the territory's code stands."""
    if not meant:
        return Problem("unknown-territory-code", place, {"code": written})
    fixes = [form.replace("{}", territory.code) for territory in meant]
    if len(meant) == 1:
        values = {"code": written, "name": described(sight.portal, meant[0]), "meant": meant[0].code, "fixed": fixes[0]}
        return Problem(problem, place, values)
    names = ", ".join(f"{territory.code} {described(sight.portal, territory)}" for territory in meant[:_CANDIDATES])
    values = {"code": written, "count": str(len(meant)), "names": names, "fixed": "\n".join(fixes[:_CANDIDATES])}
    return Problem("territory-homonyms", place, values)


def territories_meant(territories: Territories, written: str) -> tuple[Territory, ...]:
    """The territories of a name, a postal code or a code, however they are spelt: more than one where they share it."""
    found = territories.search(written, limit=_SEARCHED)
    if not found and fold(written)[:1].isalpha():
        codes = {t.name: t.code for t in territories} | {t.code: t.code for t in territories}
        name = closest(written, codes)
        nearest = (territories[codes[name]],) if name else ()
        found = territories.search(nearest[0].name, limit=_SEARCHED) or nearest if nearest else ()
    if not found:
        return ()
    post = "".join(written.split())
    if post in found[0].postal_codes:
        return tuple(territory for territory in found if post in territory.postal_codes)
    return tuple(territory for territory in found if fold(territory.name) == fold(found[0].name))


def described(portal: Portal, territory: Territory) -> str:
    """``Dax (Landes)``; ``Landes (département)`` where only the portal's own territory stands above it."""
    above = portal.territories.ancestors(territory.code)
    wider = next((t.name for t in above if t.code != portal.settings.territory), None)
    if wider is None:
        lang = portal.reference_lang
        levels = {level.id: pick(level.name, lang, lang).text for level in portal.settings.levels}
        wider = levels.get(territory.level, territory.level)
    return f"{territory.name} ({wider})"


def unknown_word(code: str, written: str, known: Mapping[str, str], place: Place, field: str = "") -> Problem:
    """``known``: what can be written, and how readers see it called, which is what editors often write."""
    choices = sorted(known)
    called = {name: each for each, name in known.items()}
    named = closest(written, called)
    suggestion = closest(written, choices) or (called[named] if named else "…")
    fixed = f"{field}: {suggestion}" if field else suggestion
    return Problem(code, place, {"written": written, "fixed": fixed, "known": ", ".join(choices) or "—"})
