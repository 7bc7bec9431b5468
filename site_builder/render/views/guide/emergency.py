"""The emergency numbers of a guide."""

from dataclasses import dataclass

from site_builder.model.values import Lang, Source
from site_builder.render.said import Said
from site_builder.render.scene import Scene
from site_builder.render.views.guide.contact import telephone_href


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """An emergency number."""

    number: str
    href: str
    title: Said
    detail: Said
    text_only: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EmergencyView:
    """The emergency numbers, the same on every guide of a language."""

    numbers: tuple[NumberView, ...]
    source: Source | None


def emergency(scene: Scene, lang: Lang) -> EmergencyView:
    words, country_code = scene.words[lang], scene.portal.settings.telephone_country_code
    numbers = []
    for number in scene.portal.frame.emergency:
        href = telephone_href(number.number, country_code)
        numbers.append(
            NumberView(
                number=number.number,
                href=href.replace("tel:", "sms:") if number.text_only else href,
                title=words.said(number.title),
                detail=words.said(number.detail) if number.detail else "",
                text_only=number.text_only,
            )
        )
    return EmergencyView(numbers=tuple(numbers), source=scene.portal.frame.source)
