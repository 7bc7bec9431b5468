"""``portail overrides``: who adapts which block, beside which edition of it, and what has changed since."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.cli.commands import command
from site_builder.cli.confirming import confirmed
from site_builder.cli.overrides_as_json import as_json, confirmed_as_json
from site_builder.cli.overrides_as_text import History, as_text, nothing_found, shown_too
from site_builder.cli.planned import planned_portal
from site_builder.cli.words import counted, say
from site_builder.editing.confirming import Confirmed, FrontLine
from site_builder.load.git import last_changes
from site_builder.model.slugs import fold
from site_builder.problems import has_errors
from site_builder.reading import Checked
from site_builder.resolve.adaptations import Adaptation, AdaptedBlock, Reading, adapted_blocks, files_of, tally
from site_builder.resolve.portal import Portal

UNCLEAR = 2
Keep = Callable[[Adaptation], bool]


def overrides(options: argparse.Namespace) -> int:
    """Print the adaptations, or write that some have been read again.

    Exit code 1 when no block or territory answers to the name, no adaptation to the id, or a file was not written.
    Nothing is written unless every id is one of an adaptation.
    """
    root = options.root.resolve()
    if options.all and options.confirm is None:
        sys.stderr.write(say(options.lang, "confirm-alone"))
        return UNCLEAR
    found = planned_portal(options)
    if found is None:
        return 1
    checked, planned = found
    _say_errors(options, checked)
    portal = planned.portal
    blocks = adapted_blocks(portal)
    chosen = _chosen(portal, blocks, options.name)
    if chosen is None:
        sys.stderr.write(say(options.lang, "no-such-name", name=options.name))
        return 1
    never = tally(chosen).never
    if options.stale:
        chosen = _kept(chosen, lambda adaptation: adaptation.reading is Reading.OLDER)
    if options.confirm is not None:
        return _confirm(options, root, blocks, chosen)
    _show(options, root, portal, chosen)
    if options.stale and never and options.format == "text":
        sys.stdout.write(counted(options.lang, "never-too", never))
    return 0


def _show(options: argparse.Namespace, root: Path, portal: Portal, chosen: Sequence[AdaptedBlock]) -> None:
    """Of a block that was asked for, the history tells how its words have changed."""
    asked = root if options.name and f"block:{options.name}" in portal.by_key else None
    history = History(changes=last_changes(root, files_of(chosen)), words_in=asked)
    if options.format == "json":
        sys.stdout.write(as_json(chosen, history))
    elif chosen:
        sys.stdout.write(as_text(portal, chosen, options.lang, history))
    else:
        sys.stdout.write(
            nothing_found(options.lang, options.name or "", in_block=asked is not None, stale=options.stale)
        )
    if options.name and not asked and options.format == "text":
        wider = _wider(portal, options.name, stale=options.stale)
        sys.stdout.write(shown_too(portal, wider, options.lang, stale=options.stale))


def _wider(portal: Portal, name: str, *, stale: bool) -> tuple[str, ...]:
    """Of the one territory of that name, the wider ones whose adaptations its guide shows, the nearest first.

    With ``stale``, only those that have one to read again.
    """
    codes = _territories_named(portal, name)
    if len(codes) != 1:
        return ()
    (code,) = codes
    every = (a for block in adapted_blocks(portal) for a in block.adaptations)
    found = (a for a in every if not stale or a.reading is Reading.OLDER)
    showing = {a.territory for a in found if portal.guides.anchor(code, a.entry.id) is not None}
    return tuple(wider.code for wider in reversed(portal.territories.ancestors(code)) if wider.code in showing)


def _chosen(portal: Portal, blocks: Sequence[AdaptedBlock], name: str | None) -> tuple[AdaptedBlock, ...] | None:
    """The adaptations of a block, that one adaptation, or those of a territory; None when nothing has that name."""
    if name is None:
        return tuple(blocks)
    if f"block:{name}" in portal.by_key:
        whole = tuple(block for block in blocks if block.entry.id == name)
        return whole or _kept(blocks, lambda adaptation: adaptation.entry.id == name)
    codes = _territories_named(portal, name)
    if not codes:
        return None
    inside = portal.territories.chain
    return _kept(blocks, lambda a: a.territory in portal.territories and not codes.isdisjoint(inside(a.territory)))


def _territories_named(portal: Portal, name: str) -> frozenset[str]:
    """The territories that are called so, or have that code; where there is none, all that it may be meant for."""
    found = portal.territories.search(name, limit=len(portal.territories))
    called = frozenset(t.code for t in found if name == t.code or fold(t.name) == fold(name))
    return called or frozenset(territory.code for territory in found)


def _kept(blocks: Sequence[AdaptedBlock], keep: Keep) -> tuple[AdaptedBlock, ...]:
    """The adaptations to keep; a block without any is left out."""
    kept = (replace(block, adaptations=tuple(filter(keep, block.adaptations))) for block in blocks)
    return tuple(block for block in kept if block.adaptations)


def _confirm(
    options: argparse.Namespace, root: Path, blocks: Sequence[AdaptedBlock], chosen: Sequence[AdaptedBlock]
) -> int:
    if not options.confirm and not options.all:
        sys.stderr.write(say(options.lang, "confirm-which"))
        return UNCLEAR
    known = {adaptation.entry.id: adaptation for block in blocks for adaptation in block.adaptations}
    for unknown in (name for name in options.confirm if name not in known):
        sys.stderr.write(say(options.lang, "confirm-unknown", id=unknown))
        return 1
    named = [known[name] for name in dict.fromkeys(options.confirm)]
    done = [
        (adaptation, *confirmed(root, path_of(adaptation), against(adaptation.above.reference.edition)))
        for adaptation in (*named, *(a for block in chosen for a in block.adaptations if options.all))
    ]
    if options.format == "json":
        sys.stdout.write(confirmed_as_json(done))
    else:
        for adaptation, outcome, error in done:
            stream = sys.stderr if outcome is Confirmed.REFUSED else sys.stdout
            path, edition = path_of(adaptation), adaptation.above.reference.edition
            key = "confirm-disk" if error else f"confirm-{outcome.value}"
            stream.write(say(options.lang, key, path=path, edition=edition, error=error))
    return 1 if any(outcome is Confirmed.REFUSED for _, outcome, _ in done) else 0


def against(edition: str) -> FrontLine:
    """The line that says beside which edition an adaptation was read."""
    return FrontLine("against", edition)


def path_of(adaptation: Adaptation) -> str:
    """The file that says what an adaptation is."""
    return adaptation.entry.paths[adaptation.entry.reference_lang]


def _say_errors(options: argparse.Namespace, checked: Checked) -> None:
    if has_errors(checked.problems):
        sys.stderr.write(say(options.lang, "with-errors", look=command(options, "check", options.root)))
