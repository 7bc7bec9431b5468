"""When a perk holds and when an event is, in words; what lists say of them first."""

from datetime import date, time

from site_builder.language.dates import format_date
from site_builder.language.locales import locale_of
from site_builder.language.times import time_in_words
from site_builder.model.entry import Content
from site_builder.model.event import Event
from site_builder.model.perk import Perk
from site_builder.model.values import Lang
from site_builder.model.when import DayOrHour
from site_builder.render.said import Said
from site_builder.render.scene import Scene


def perk_first(scene: Scene, version: Content, lang: Lang) -> Said:
    """``Cadeau · Jusqu’au 31 décembre 2026 inclus``."""
    assert isinstance(version, Perk)
    return f"{scene.words[lang].t(f'perk.kind.{version.kind.value}')} · {validity(scene, version, lang)}"


def event_first(scene: Scene, version: Content, lang: Lang) -> Said:
    """The date first: ``Samedi 16 janvier 2027 à 18 h 30 · Cérémonie d’accueil``."""
    assert isinstance(version, Event)
    words = scene.words[lang]
    said = (
        *([words.t("event.cancelled")] if version.cancelled else []),
        days(scene, version, lang),
        words.t(f"event.kind.{version.kind.value}"),
    )
    return " · ".join(said)


def validity(scene: Scene, version: Perk, lang: Lang) -> str:
    """From when, where that is told, and until when: the last day is included."""
    words = scene.words[lang]
    last = words.date(version.expires_on)
    if version.valid_from is None:
        return words.t("perk.until", last=last)
    return words.t("perk.between", first=words.date(version.valid_from), last=last)


def days(scene: Scene, version: Event, lang: Lang) -> str:
    """When the event is: one day or several, with the hours that are told."""
    return span(scene, version.starts, version.ends, lang)


def span(scene: Scene, starts: DayOrHour, ends: DayOrHour | None, lang: Lang) -> str:
    """``Samedi 16 janvier 2027 de 18 h 30 à 20 h``."""
    several = ends is not None and ends.day != starts.day
    if starts.hour is None:
        key = "days" if several else "day"
    elif ends is None:
        key = "hour"
    else:
        key = "both" if several else "hours"
    values = {"first": _day(scene, starts.day, lang), "from": _hour(scene, starts.hour, lang)}
    if ends:
        values |= {"last": _day(scene, ends.day, lang), "to": _hour(scene, ends.hour, lang)}
    said = scene.words[lang].t(f"event.when.{key}", None, **values)
    return said[:1].upper() + said[1:]


def _day(scene: Scene, day: date, lang: Lang) -> str:
    return format_date(day, lang, "full", reference=scene.portal.reference_lang)


def _hour(scene: Scene, hour: time | None, lang: Lang) -> str:
    return time_in_words(hour, locale_of(lang, reference=scene.portal.reference_lang)) if hour else ""
