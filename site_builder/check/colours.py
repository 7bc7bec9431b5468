"""Contrast of the portal's colours wherever the style sheet sets one on another, in both schemes (WCAG 2.2).

Text: 4.5:1 (§1.4.3). The ring round what has the focus is ochre with ink round it: one of the two is at 3:1 of what it
stands on (§1.4.11).
"""

from collections.abc import Callable, Iterator, Mapping
from math import floor

from site_builder.check.sight import Sight
from site_builder.model.oklab import FINE, contrast, nearest_that, shade_of
from site_builder.model.palette import DarkColours, shades
from site_builder.model.settings import PortalSettings
from site_builder.problems import Problem, Worded
from site_builder.validate.numbers import in_words

LEAST_OF_TEXT, LEAST_OF_RING = 4.5, 3.0
RING = "ochre"
GROUNDS: Mapping[str, Worded] = {
    "paper": Worded("le fond (paper)", "the background (paper)"),
    "card": Worded("les cartes", "cards"),
    "sand": Worded("le sable des numéros d’urgence (ochre éclairci)", "the sand of emergency numbers (pale ochre)"),
    "cover": Worded("les bandeaux", "the bands at the top of pages"),
    "cover-partners": Worded("les bandeaux des partenaires", "the bands of the Partners pages"),
    "plate": Worded("les initiales des personnes", "the initials of people"),
    "tint-ocean": Worded("les fonds teintés d’ocean", "backgrounds tinted with ocean"),
    "tint-pine": Worded("les fonds teintés de pine", "backgrounds tinted with pine"),
    "tint-wine": Worded("les fonds teintés de wine", "backgrounds tinted with wine"),
    "tint-ink": Worded("les fonds teintés d’ink", "backgrounds tinted with ink"),
}
_TINTS = tuple(name for name in GROUNDS if name.startswith("tint-"))
_COVERS = ("cover", "cover-partners")
USES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ink", "ink", ("paper", "card", "sand", *_TINTS)),
    ("ink", "quiet", ("paper", "card", "sand", *_TINTS)),
    ("ocean", "ocean", ("paper", "card", "sand", "tint-ocean")),
    ("pine", "pine", ("paper", "card", "tint-pine")),
    ("wine", "wine", ("paper", "card", "tint-wine")),
    ("wine", "on-plate", ("plate",)),
    ("ocean", "on-cover", ("cover",)),
    ("ink", "on-cover", ("cover-partners",)),
    (RING, RING, ("paper", "card", "sand", *_COVERS, *_TINTS)),
)
"""Which value to change, which colour is set, on which grounds."""
_OWNERS = tuple(dict.fromkeys(owner for owner, _, _ in USES))
Seen = Mapping[str, str]
"""Every colour of a scheme by its name, shades included."""


def low_contrast(sight: Sight) -> Iterator[Problem]:
    """A colour that is not seen well enough where it is used: the worst place of each, and a value that would do."""
    settings = sight.portal.settings
    for scheme in ("colours", "dark_colours"):
        seen = _scheme(settings, scheme)
        found = {name: min(_shortfalls(seen, name), default=None) for name in _OWNERS}
        for name, short in found.items():
            if short is None or (name == RING and found["ink"]):  # the ring is ink too: that is told first
                continue
            _, ground, ratio, least = short
            values = {
                "scheme": scheme,
                "colour": name,
                "ground": GROUNDS[ground],
                "ratio": in_words(floor(ratio * 10) / 10),
                "least": in_words(least),
                "enough": _enough(settings, scheme, name),
            }
            yield Problem("low-contrast", sight.data_place("data/portal.yml", scheme, name), values)


def _scheme(settings: PortalSettings, scheme: str) -> Seen:
    dark = scheme == "dark_colours"
    palette = settings.dark if dark else settings.light
    return {**palette.as_dict(), **shades(palette, dark=dark)}


def _shortfalls(seen: Seen, owner: str) -> Iterator[tuple[float, str, float, float]]:
    """Where the colours of ``owner`` are not seen enough: how far from it, the ground, the ratio, the least."""
    least = LEAST_OF_RING if owner == RING else LEAST_OF_TEXT
    for _, colour, grounds in (use for use in USES if use[0] == owner):
        for ground in grounds:
            ratio = contrast(seen[colour], seen[ground])
            if owner == RING:
                ratio = max(ratio, contrast(seen["ink"], seen[ground]))
            if ratio < least:
                yield ratio / least, ground, ratio, least


def _enough(settings: PortalSettings, scheme: str, name: str) -> Worded:
    """The nearest value of the same hue that would do, as a line to paste; without one, the paper is to be changed."""
    start = shade_of(_scheme(settings, scheme)[name])
    found = [nearest_that(_would_do(settings, scheme, name), start, step) for step in (-4 * FINE, 4 * FINE)]
    near = sorted((abs(shade_of(colour).lightness - start.lightness), colour) for colour in found if colour)
    if near:
        line = f'{scheme}: {name}: "{near[0][1]}"'
        return Worded(f"{line} suffit.", f"{line} is enough.")
    return Worded(
        f"Choisissez pour {scheme} un fond (paper) plus clair, ou plus sombre pour dark_colours.",
        f"Choose a lighter background (paper) for {scheme}, or a darker one for dark_colours.",
    )


def _would_do(settings: PortalSettings, scheme: str, name: str) -> Callable[[str], bool]:
    def fits(colour: str) -> bool:
        changed = (getattr(settings, scheme) or DarkColours()).model_copy(update={name: colour})
        return not any(_shortfalls(_scheme(settings.model_copy(update={scheme: changed}), scheme), name))

    return fits
