"""A picture as partials/picture.html prints it."""

from dataclasses import dataclass

from site_builder.model.image import Focus
from site_builder.pictures.picture import Size
from site_builder.render.scene import Scene
from site_builder.render.source_sets import fallback_address, source_sets

CARD = 3 / 2
"""Width by height of the picture of a card (theme/assets/css/picture.css crops it)."""
STEPS = 4
"""Into which the way from one end of what can be cropped to the other is cut: classes ``focus-0`` to ``focus-4``."""
MIDDLE = STEPS // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """``webp`` and ``fallback`` are values of ``srcset``; ``src`` is for browsers that read neither.

    ``placeholder``: a ``data:`` address, or empty; ``focus``: where it is cropped, from 0 (left or top) to 4, or None
    for the middle; ``until``: from when it is no longer shown, because somebody on it leaves, or empty.
    """

    src: str
    webp: str
    fallback: str
    width: int
    height: int
    placeholder: str
    focus: int | None
    until: str = ""


def picture_view(scene: Scene, path: str | None) -> PictureView | None:
    """The picture of an image of media/; None where the portal does not publish it."""
    picture, media = scene.pictures.get(path or ""), scene.portal.media.get(path or "")
    if picture is None or media is None:
        return None
    sets = source_sets(picture, media.path, scene.links)
    return PictureView(
        src=fallback_address(picture, media.path, scene.links),
        webp=sets.webp,
        fallback=sets.fallback,
        width=picture.size[0],
        height=picture.size[1],
        placeholder=picture.placeholder,
        focus=focus_step(media.sidecar.focus, picture.size),
        until=scene.picture_until(path),
    )


def focus_step(focus: Focus | None, size: Size) -> int | None:
    """Which part of the picture a card keeps, so that the focus is as near to its middle as it can be."""
    if focus is None:
        return None
    width, height = size
    point, kept = (focus.x, height * CARD / width) if width > height * CARD else (focus.y, width / CARD / height)
    slack = 1 - kept
    if slack <= 0:
        return None
    step = round(STEPS * min(1.0, max(0.0, (point - kept / 2) / slack)))
    return None if step == MIDDLE else step
