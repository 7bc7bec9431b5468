"""What the script says on any page, in every language: in the script, which pages share, and not on each of them."""

from collections.abc import Mapping

from site_builder.model.values import Lang
from site_builder.plan.stage import Planned
from site_builder.render.words import Words

SHARING = ("share", "copy", "mail", "message", "copied", "refused")


def script_words(planned: Planned) -> Mapping[Lang, Mapping[str, str]]:
    """The words of sharing, and of a map or a word that does not open, by language."""
    portal = planned.portal
    return {lang: _said(Words(lang, portal.reference_lang, planned.interface)) for lang in portal.languages}


def _said(words: Words) -> Mapping[str, str]:
    return {
        **{key: words.t(f"share.{key}") for key in SHARING},
        "map": words.t("map.failed"),
        "word": words.t("offline.word"),
    }
