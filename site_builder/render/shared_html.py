"""The HTML of what guides share: rendered once for each value, and found by it."""

from collections.abc import Mapping

from markupsafe import Markup

from site_builder.render.scene import Scene
from site_builder.render.terse import terse
from site_builder.render.views.guide.directories import DirectoriesView
from site_builder.render.views.guide.emergency import EmergencyView
from site_builder.render.views.guide.readers import FilterView
from site_builder.render.views.guide.sections import SectionView
from site_builder.render.views.shared import Shared, UnrecordedView

SharedView = SectionView | EmergencyView | FilterView | UnrecordedView | DirectoriesView
SharedHtml = Mapping[SharedView, Markup]


def render_shared(scene: Scene, shared: Shared) -> SharedHtml:
    """The HTML of every shared value, by the value itself, made short. Templates of pages call it ``html(value)``."""
    html: dict[SharedView, Markup] = {}
    for (lang, _), sections in shared.sections.items():
        for section in sections:
            html[section] = scene.template("fragments/section.html", lang, section=section)
    for lang, emergency in shared.emergency.items():
        html[emergency] = scene.template(
            "fragments/emergency.html", lang, numbers=emergency.numbers, source=emergency.source
        )
    for lang, shown in shared.filter.items():
        html[shown] = scene.template("fragments/filter.html", lang, audiences=shown.audiences)
    for (lang, _), unrecorded in shared.unrecorded.items():
        html[unrecorded] = scene.template("fragments/unrecorded.html", lang, answers=unrecorded.answers)
    for lang, directories in shared.directories.items():
        at = scene.portal.names.get(scene.portal.settings.territory, lang).at
        html[directories] = scene.template(
            "fragments/directories.html", lang, recorded=directories.recorded, links=directories.links, at=at
        )
    short = {text: terse(text) for text in set(html.values())}  # the same for many territories
    return {view: short[text] for view, text in html.items()}
