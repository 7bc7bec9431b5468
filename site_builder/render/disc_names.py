"""Names of discs on a drawing: beside their disc, or at the end of a line, where they touch no disc and no name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import cos, hypot, inf, pi, sin, sqrt

from site_builder.geo.outlines import Point
from site_builder.render.charts import Disc

NAMED = 3
"""Names at most: of the largest discs. One that finds no room is left out, and no smaller one takes its place."""
HIGH, BASE = 20, 6
"""Height of a name and how far its base line is below its middle, in units of the drawing."""
NARROW, WIDE, LETTER = 6.5, 17, 11.5
"""Widths of letters of that height, in bold: a little more than the font's own."""
NARROWS, WIDES = frozenset("fijlrtI-’' ."), frozenset("mwMW")
GAP, CLEAR = 5, 4
"""Units between a disc and its name, and at least between a name and any other disc or name."""
DOUBT = 12
"""Units within which another large disc makes a name without a line doubtful: whose is it?"""
SEEN = 3
"""Radius from which on a disc on the way of a line is in its way: smaller ones are everywhere."""
STEP, FARTHEST = 14, 196
"""Units by which a name moves away from its disc until it is free, and at most: a line then leads to it."""
OVER, COVERED = 1.5, 60
"""What a unit of a line over other discs costs, and its start in one: as many units farther away are as good."""
TURNS = (12, 4, 0, 8, 14, 10, 2, 6, 13, 11, 15, 9, 1, 7, 3, 5)
"""Directions in sixteenths of a turn, clockwise from the right: those that are read best come first."""
DIRECTIONS = tuple((round(cos(turn * pi / 8), 4), round(sin(turn * pi / 8), 4)) for turn in TURNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscName:
    """The name of a disc: the middle of its base line, and the line that leads to it from its disc, if it is far."""

    text: str
    x: int
    y: int
    lead: tuple[int, int, int, int] | None = None
    """x and y of its start, then of its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What of the drawing is seen: names stay inside."""

    left: float = 0
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a name may stand: its middle and half its width, where its disc ends and where it begins itself."""

    x: float
    y: float
    half: float
    start: Point
    end: Point
    far: int

    def distance(self, x: float, y: float) -> float:
        """From the name's box; 0 inside."""
        return hypot(max(abs(x - self.x) - self.half, 0), max(abs(y - self.y) - HIGH / 2, 0))

    def touches(self, disc: Disc) -> bool:
        """Whether a disc is as near as `CLEAR`: asked of a thousand discs, of which most are far to one side."""
        reach = disc.r + CLEAR
        aside = abs(disc.x - self.x) - self.half
        if aside > reach:
            return False
        above = abs(disc.y - self.y) - HIGH / 2
        return above <= reach and hypot(max(aside, 0), max(above, 0)) <= reach

    def meets(self, other: "_Place") -> bool:
        """Whether both names are nearer to each other than `CLEAR`."""
        return abs(self.x - other.x) < self.half + other.half + CLEAR and abs(self.y - other.y) < HIGH + CLEAR

    def is_crossed_by(self, line: Sequence[Point]) -> bool:
        """Whether a line has a point within `CLEAR`; the distance of most is not worth knowing."""
        across, down = self.half + CLEAR, HIGH / 2 + CLEAR
        near = ((x, y) for x, y in line if abs(x - self.x) < across and abs(y - self.y) < down)
        return any(self.distance(x, y) < CLEAR for x, y in near)

    def line(self) -> Sequence[Point]:
        """Points of the line that leads to the name, a few units apart; none where it stands beside its disc."""
        (x, y), (to_x, to_y), parts = self.start, self.end, self.far // 3
        return [(x + (to_x - x) * part / parts, y + (to_y - y) * part / parts) for part in range(parts + bool(parts))]


def disc_names(texts: Sequence[str], discs: Sequence[Disc], frame: Frame) -> tuple[DiscName, ...]:
    """The names of the first discs, `NAMED` of ``texts`` at most, each as near to its own as it is free."""
    placed: list[_Place] = []
    names: list[DiscName] = []
    for text, disc in islice(zip(texts, discs, strict=False), NAMED):
        place = _best(text, disc, [other for other in discs if other is not disc], placed, frame)
        if place:
            placed.append(place)
            names.append(_name(text, place))
    return tuple(names)


def _name(text: str, place: _Place) -> DiscName:
    (x, y), (to_x, to_y) = place.start, place.end
    lead = (round(x), round(y), round(to_x), round(to_y)) if place.far else None
    return DiscName(text=text, x=round(place.x), y=round(place.y) + BASE, lead=lead)


def _best(text: str, disc: Disc, others: Sequence[Disc], placed: Sequence[_Place], frame: Frame) -> _Place | None:
    best, least = None, inf
    for place in _places(text, disc, frame):
        if place.far >= least:
            break
        if place.distance(disc.x, disc.y) > disc.r and _is_free(place, others, placed):
            cost = place.far + _in_the_way(place, others) + COVERED * _is_doubtful(place, disc, others)
            best, least = (place, cost) if cost < least else (best, least)
    return best


def _places(text: str, disc: Disc, frame: Frame) -> Iterator[_Place]:
    """Those inside the frame, the nearest first; above and below, a name slides along to stay inside."""
    half = sum(NARROW if letter in NARROWS else WIDE if letter in WIDES else LETTER for letter in text) / 2
    for far in range(0, FARTHEST + 1, STEP):
        for right, down in DIRECTIONS:
            start = (disc.x + right * disc.r, disc.y + down * disc.r)
            end = (start[0] + right * (GAP + far), start[1] + down * (GAP + far))
            x = end[0] + half * ((right > 0) - (right < 0))
            y = end[1] + HIGH / 2 * ((down > 0) - (down < 0))
            x = x if right else min(max(x, frame.left + half), frame.right - half)
            if frame.left <= x - half and x + half <= frame.right and HIGH / 2 <= y <= frame.bottom - HIGH / 2:
                yield _Place(x=x, y=y, half=half, start=start, end=end, far=far)


def _is_free(place: _Place, others: Sequence[Disc], placed: Sequence[_Place]) -> bool:
    return not any(map(place.touches, others)) and not any(_cross(place, other) for other in placed)


def _is_doubtful(place: _Place, disc: Disc, others: Sequence[Disc]) -> bool:
    """Whether a name beside its disc is as good as beside another that one looks at first."""
    large = (other for other in others if other.r >= disc.r / 2)
    return not place.far and any(place.distance(other.x, other.y) - other.r < DOUBT for other in large)


def _in_the_way(place: _Place, others: Sequence[Disc]) -> float:
    """What the discs cost that the line to a name leads over, and one that covers the place where it starts."""
    (x, y), (to_x, to_y) = place.start, place.end
    long = hypot(to_x - x, to_y - y)
    right, down = (to_x - x) / long, (to_y - y) / long
    cost = 0.0
    for disc in (other for other in others if other.r >= SEEN):
        along, aside = (disc.x - x) * right + (disc.y - y) * down, abs((disc.x - x) * down - (disc.y - y) * right)
        if hypot(disc.x - x, disc.y - y) <= disc.r:
            cost += COVERED
        elif place.far and 0 < along < long and aside < disc.r:
            cost += OVER * 2 * sqrt(disc.r**2 - aside**2)
    return cost


def _cross(one: _Place, other: _Place) -> bool:
    """Whether names or the lines that lead to them meet."""
    if one.meets(other):
        return True
    way, other_way = one.line(), other.line()
    return one.is_crossed_by(other_way) or other.is_crossed_by(way) or _come_near(way, other_way)


def _come_near(way: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether a point of a line is within `CLEAR` of one of the other line: only those about its box are compared."""
    if not other:
        return False
    (left, right), (top, bottom) = map(sorted, zip(other[0], other[-1], strict=True))
    near = ((x, y) for x, y in way if left - CLEAR < x < right + CLEAR and top - CLEAR < y < bottom + CLEAR)
    return any(hypot(x - a, y - b) < CLEAR for x, y in near for a, b in other)
