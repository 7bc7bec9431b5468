"""The translators' view: what each language lacks, and what has changed under a translation."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.model.translation import SourcePart
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import PagePlan
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.targets import Targets
from site_builder.render.views.common import LinkView
from site_builder.render.views.shared import Shared
from site_builder.resolve.translations import Translation, to_do
from site_builder.resolve.translations import translations as all_translations


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationView:
    """One entry to translate. ``title`` leads to it; ``parts``: what of it, where that is not all."""

    title: LinkView
    reading: str
    state: str
    work: str
    parts: str
    path: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """All that is to be translated into one language. ``caption`` names the table."""

    lang: Lang
    title: str
    caption: str
    count: str
    rows: tuple[TranslationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationsView:
    """What pages/translations.html prints."""

    title: str
    summary: str
    languages: tuple[LanguageView, ...]


def translations(scene: Scene, shared: Shared, page: PagePlan) -> TranslationsView:
    """The work of translators, language by language."""
    found = to_do(all_translations(scene.portal))
    groups = {
        lang: [each for each in found if each.lang == lang] for lang in dict.fromkeys(each.lang for each in found)
    }
    return TranslationsView(
        title=page.title,
        summary=page.description,
        languages=tuple(_language(scene, lang, rows, page.lang) for lang, rows in groups.items()),
    )


def _language(scene: Scene, target: Lang, found: Sequence[Translation], lang: Lang) -> LanguageView:
    words = scene.words[lang]
    named = words.language(target)
    counts = (words.t("translations.count", n=len(found)), _words(scene, sum(each.words for each in found), lang))
    return LanguageView(
        lang=target,
        title=words.t("translations.into", language=named),
        caption=words.t("translations.caption", language=named),
        count=" · ".join(filter(None, counts)),
        rows=tuple(_row(scene, each, lang) for each in found),
    )


def _row(scene: Scene, each: Translation, lang: Lang) -> TranslationView:
    words = scene.words[lang]
    day = words.date(each.day) if each.day else ""
    return TranslationView(
        title=LinkView(title=_title(scene, each, lang), url=_url(scene, each, lang), until=scene.until(each.entry)),
        reading=each.state.value,
        state=words.t(f"translations.{each.state.value}", day=day),
        work=_words(scene, each.words, lang),
        parts=", ".join((*(_part(scene, part, lang) for part in each.parts if each.day), *each.surplus)),
        path=each.path,
        owner=each.owner or words.t("translations.nobody"),
    )


def _words(scene: Scene, n: int, lang: Lang) -> str:
    return scene.words[lang].t("translations.words", n=n) if n else ""


def _part(scene: Scene, part: SourcePart, lang: Lang) -> str:
    key = f"translations.field.{part.name or 'text'}"
    known = not part.section and scene.interface.has(lang, key)
    return scene.words[lang].t(key) if known else part.name


def _title(scene: Scene, each: Translation, lang: Lang) -> Said:
    version, version_lang = each.entry.pick(lang)
    return scene.words[lang].shown(Text(text=version.title, lang=version_lang))


def _url(scene: Scene, each: Translation, lang: Lang) -> str:
    target = Targets(scene.portal, scene.site, scene.links, lang, "").file(each.entry.path)
    return target.href if target else ""
