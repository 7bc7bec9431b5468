"""The coordinator's view: for each block, who adapts it, and whether that was read beside the block of today."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.block import Block, Mode
from site_builder.model.entry import Entry
from site_builder.model.page import Door
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.said import Said, joined
from site_builder.render.scene import Scene
from site_builder.render.views.common import LinkView
from site_builder.render.views.shared import Shared
from site_builder.resolve.adaptations import Adaptation, AdaptedBlock, Reading, adapted_blocks, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptationView:
    """One adaptation. ``title`` leads to it in its territory's guide; of one that only hides, to where it hides."""

    id: str
    title: LinkView
    place: str
    mode: str
    notes: tuple[Said, ...]
    reading: str
    state: str
    against: str
    """Beside which edition it was read; empty where that is not known."""
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptedBlockView:
    """A block and its adaptations. ``caption`` names the table."""

    id: str
    title: LinkView
    caption: Said
    place: str
    notes: tuple[str, ...]
    edition: str
    path: str
    adaptations: tuple[AdaptationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverridesView:
    """What pages/overrides.html prints. ``counts`` is empty where no block is adapted."""

    title: str
    summary: str
    counts: str
    blocks: tuple[AdaptedBlockView, ...]


def overrides(scene: Scene, shared: Shared, page: PagePlan) -> OverridesView:
    """Every block that somebody adapts."""
    blocks = adapted_blocks(scene.portal)
    return OverridesView(
        title=page.title,
        summary=page.description,
        counts=_counts(scene, blocks, page.lang) if blocks else "",
        blocks=tuple(_block(scene, block, page.lang) for block in blocks),
    )


def _counts(scene: Scene, blocks: tuple[AdaptedBlock, ...], lang: Lang) -> str:
    words, total = scene.words[lang], tally(blocks)
    adapted = f"{words.t('overrides.blocks', n=total.blocks)} {words.t('overrides.by', n=total.territories)}"
    to_do = [words.t(f"overrides.{key}", n=n) for key, n in (("older", total.older), ("never", total.never)) if n]
    return " · ".join((adapted, *to_do))


def _block(scene: Scene, block: AdaptedBlock, lang: Lang) -> AdaptedBlockView:
    words = scene.words[lang]
    return AdaptedBlockView(
        id=block.entry.id,
        title=_in_guide(scene, block.entry, block.territory, lang),
        caption=words.say("overrides.caption", title=_title(scene, block.entry, lang)),
        place=scene.portal.names.get(block.territory, lang).short,
        notes=(*_changed(scene, block.entry, lang), *_untranslated(scene, block.entry, lang)),
        edition=words.t("overrides.edition", edition=block.entry.reference.edition),
        path=_path(block.entry),
        adaptations=tuple(_adaptation(scene, adaptation, lang) for adaptation in block.adaptations),
    )


def _adaptation(scene: Scene, adaptation: Adaptation, lang: Lang) -> AdaptationView:
    words, mode = scene.words[lang], adaptation.entry.reference.mode
    return AdaptationView(
        id=adaptation.entry.id,
        title=_in_guide(scene, adaptation.entry, adaptation.territory, lang),
        place=scene.portal.names.get(adaptation.territory, lang).short,
        mode=words.t(f"overrides.mode.{mode.value}") if mode else "",
        notes=tuple(_notes(scene, adaptation, lang)),
        reading=adaptation.reading.value,
        state=_state(scene, adaptation, lang),
        against=_against(scene, adaptation, lang),
        path=_path(adaptation.entry),
    )


def _notes(scene: Scene, adaptation: Adaptation, lang: Lang) -> Iterator[Said]:
    words, block = scene.words[lang], adaptation.entry.reference
    if adaptation.depth:
        yield words.say("overrides.adapts", title=_title(scene, adaptation.above, lang))
    titles = {audience.id: words.said(audience.called(Door.PARTNERS)) for audience in scene.portal.frame.audiences}
    if block.audiences:
        yield joined([titles.get(audience, audience) for audience in block.audiences], " · ")
    if block.mode is not Mode.HIDE:
        yield from _untranslated(scene, adaptation.entry, lang)
    if not adaptation.acts:
        yield words.t("overrides.unseen")


def _state(scene: Scene, adaptation: Adaptation, lang: Lang) -> str:
    words = scene.words[lang]
    if adaptation.reading is Reading.OLDER and adaptation.changed:
        parts = words.list([words.t(f"overrides.part.{part.value}") for part in adaptation.changed])
        return words.t("overrides.state.changed", parts=parts)
    return words.t(f"overrides.state.{adaptation.reading.value}")


def _against(scene: Scene, adaptation: Adaptation, lang: Lang) -> str:
    words, edition = scene.words[lang], adaptation.entry.reference.against
    if not edition:
        return ""
    read = scene.changes.of_against.get(_path(adaptation.entry))
    if read is None:
        return words.t("overrides.against", edition=edition)
    return words.t("overrides.against_on", edition=edition, day=words.date(read.day))


def _changed(scene: Scene, entry: Entry[Block], lang: Lang) -> Iterator[str]:
    """On which day the block changed last, where the portal has a history; who changed it is not for the page."""
    change, words = scene.changes.of_file.get(_path(entry)), scene.words[lang]
    if change:
        yield words.t("overrides.changed", day=words.date(change.day))


def _untranslated(scene: Scene, entry: Entry[Block], lang: Lang) -> Iterator[str]:
    """The languages of the portal in which the block is not written."""
    words = scene.words[lang]
    missing = [words.language(code) for code in scene.portal.languages if code not in entry.versions]
    if missing:
        yield words.t("overrides.untranslated", languages=words.list(missing))


def _title(scene: Scene, entry: Entry[Block], lang: Lang) -> Said:
    version, version_lang = entry.pick(lang)
    return scene.words[lang].shown(Text(text=version.title, lang=version_lang))


def _in_guide(scene: Scene, entry: Entry[Block], territory: str, lang: Lang) -> LinkView:
    """The block where it stands in the guide of its territory; that guide, where it does not."""
    anchor = scene.portal.guides.anchor(territory, entry.id)
    return LinkView(title=_title(scene, entry, lang), url=scene.url(guide_key(territory), lang, anchor or ""))


def _path(entry: Entry[Block]) -> str:
    return entry.paths[entry.reference_lang]
