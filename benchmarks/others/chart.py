"""The comparison drawn: a bar for each build, as long as it took; a thin line from its least round to its most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from xml.sax.saxutils import escape

from benchmarks.others.figures import OURS, Comparison, Paired

WIDTH, LEFT, RIGHT = 720, 150, 90
LINE, BAR, HEAD = 26, 16, 34
_STYLE = """\
text{font:14px system-ui,sans-serif;fill:#1b2a2f}.h{font-weight:600}.ours{fill:#0f4c5c}.other{fill:#8a9ba1}\
.spread{stroke:#1b2a2f;stroke-width:1.5}
@media(prefers-color-scheme:dark){text{fill:#e6eef0}.ours{fill:#6fc3d6}.other{fill:#5f747b}.spread{stroke:#e6eef0}}"""


@dataclass(frozen=True, slots=True)
class Bar:
    """Seconds on the clock: median, least, most."""

    name: str
    title: str
    seconds: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one scale: ``longest`` seconds are the whole width."""

    title: str
    bars: Sequence[Bar]
    longest: float


def chart(comparison: Comparison) -> str:
    """An SVG that says in words what it shows; dark where the reader's screen is."""
    panels = _panels(comparison)
    height = sum(HEAD + LINE * len(panel.bars) for panel in panels) + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t d">\n'
        f'<title id="t">Seconds to build the region’s guides</title>\n'
        f'<desc id="d">{escape(_in_words(panels))}</desc>\n<style>{_STYLE}</style>\n'
        f"{_drawn(panels)}\n</svg>\n"
    )


def _panels(comparison: Comparison) -> Sequence[Panel]:
    """Hugo and Eleventy on one scale, in memory and on disk; Material, which takes minutes, on its own."""
    groups = {}
    for name in comparison.versions:
        for paired in comparison.whole(name):
            groups[paired.place, tuple(paired.generators)] = paired
    longest = {key[1]: 0.0 for key in groups}
    for (_, generators), paired in groups.items():
        found = (usage.wall for name in (OURS, *generators) for usage in paired.usages(name))
        longest[generators] = max(longest[generators], *found)
    return [_panel(paired, comparison, longest[key[1]]) for key, paired in groups.items()]


def _panel(paired: Paired, comparison: Comparison, longest: float) -> Panel:
    bars = []
    for name in (OURS, *paired.generators):
        walls = [usage.wall for usage in paired.usages(name)]
        bars.append(Bar(name, comparison.titles[name], (median(walls), min(walls), max(walls))))
    return Panel(f"{paired.pages:,} guides {paired.place}, seconds", bars, longest)


def _in_words(panels: Sequence[Panel]) -> str:
    return " ".join(
        f"{panel.title}: {', '.join(f'{bar.title} {bar.seconds[0]:.1f}' for bar in panel.bars)}." for panel in panels
    )


def _drawn(panels: Sequence[Panel]) -> str:
    shapes: list[str] = []
    top = 0
    for panel in panels:
        shapes.append(f'<text class="h" x="0" y="{top + 22}">{escape(panel.title)}</text>')
        for at, bar in enumerate(panel.bars):
            shapes += _bar(bar, top + HEAD + at * LINE, (WIDTH - LEFT - RIGHT) / panel.longest)
        top += HEAD + LINE * len(panel.bars)
    return "\n".join(shapes)


def _bar(bar: Bar, y: int, scale: float) -> Iterator[str]:
    middle, least, most = (LEFT + round(seconds * scale, 1) for seconds in bar.seconds)
    kind = "ours" if bar.name == OURS else "other"
    yield f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(bar.title)}</text>'
    yield f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{middle - LEFT:.1f}" height="{BAR}"/>'
    yield f'<path class="spread" d="M{least} {y + BAR // 2}H{most}"/>'
    yield f'<text x="{max(middle, most) + 8:.1f}" y="{y + 13}">{bar.seconds[0]:.1f}</text>'
