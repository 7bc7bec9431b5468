"""The alerts at the top of a page: those of its territory, of what it lies in, and those for everybody."""

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from markupsafe import Markup

from site_builder.language.dates import format_date
from site_builder.language.locales import locale_of
from site_builder.language.times import time_in_words
from site_builder.model.alert import Alert
from site_builder.model.registry import BY_KIND
from site_builder.model.values import Lang, Text
from site_builder.plan.pages import NOT_FOUND, OFFLINE, PagePlan
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.welcome.days import span

QUIET = frozenset({NOT_FOUND, OFFLINE})
"""Pages of no place and no day: one is in every language, the other is kept on devices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertView:
    """``starts`` and ``ends`` are for the script (ISO 8601); ``when`` is for the reader."""

    kind: str
    title: Said
    text: Said
    when: str
    starts: str
    ends: str
    source: Said
    url: str


def alerts(scene: Scene, page: PagePlan) -> Markup:
    """The banner of a page; nothing, to the last byte, where there is nothing to say."""
    concerned = concerning(scene, page)
    if not concerned:
        return Markup("")
    views = tuple(_view(scene, alert, page.lang) for alert in concerned)
    return scene.fragment("fragments/alerts.html", page.lang, alerts=views)


def concerning(scene: Scene, page: PagePlan) -> tuple[Alert, ...]:
    """The alerts of a page."""
    found = scene.portal.alerts
    if not found or page.key in QUIET:
        return ()
    line = _line(scene, page)
    return tuple(alert for alert in found if alert.territory is None or alert.territory in line)


def _line(scene: Scene, page: PagePlan) -> frozenset[str]:
    """The territory that a page is about, and all that it lies in; none of an entry's."""
    territories = scene.portal.territories
    if page.kind in BY_KIND or page.subject not in territories:
        return frozenset()
    return frozenset({page.subject, *(above.code for above in territories.ancestors(page.subject))})


def _view(scene: Scene, alert: Alert, lang: Lang) -> AlertView:
    words, zone = scene.words[lang], ZoneInfo(scene.portal.settings.time_zone)
    source = Text(text=alert.source.name, lang=scene.portal.reference_lang)
    return AlertView(
        kind=words.t(f"alert.kind.{alert.kind.value}"),
        title=words.said(alert.title),
        text=words.said(alert.text),
        when=_when(scene, alert, lang),
        starts=alert.begins(zone).isoformat(),
        ends=alert.over(zone).isoformat(),
        source=words.say("alert.source", source=words.shown(source)),
        url=alert.source.url or "",
    )


def _when(scene: Scene, alert: Alert, lang: Lang) -> str:
    """``Jusqu’au 12 août 2026 à 20 h``; of what has not begun the day before, its beginning too."""
    if alert.starts.day >= scene.today:
        return span(scene, alert.starts, alert.ends, lang)
    reference = scene.portal.reference_lang
    last = format_date(alert.ends.day, lang, reference=reference)
    if alert.ends.hour is None:
        return scene.words[lang].t("alert.until_day", last=last)
    return scene.words[lang].t("alert.until_hour", last=last, to=_hour(alert.ends.hour, lang, reference))


def _hour(hour: time, lang: Lang, reference: Lang) -> str:
    return time_in_words(hour, locale_of(lang, reference=reference))
