"""What a build costs, counted and held to `benchmarks/budget.yml`: the same numbers on any machine.

`make budget` writes that file anew, for whoever has changed a cost on purpose.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from site_builder.costs import Costs
from site_builder.incremental.inputs import inputs_of
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import publish_site
from tests.conftest import REPOSITORY, SITE_URLS, TODAY, PortalFolder, copy_portal, engine_theme

FILE = Path(__file__).with_name("budget.yml")
PORTAL = "districts"
TEMPLATE = "pages/asset.html"
UNWEIGHED = frozenset({"search", "icons", "pictures"})
"""Outputs that another program compresses: their files are counted, their bytes are not the same everywhere."""
HEADING = """\
# What builds of tests/portals/districts cost, one after the other into the same site: benchmarks/README.md.
# `pages`: rendered; `templates`: times that one ran; `texts`: Markdown texts converted; `files`, `bytes`: new ones;
# `removed`: files taken out. `make budget` writes this file: to change it is to change what builds may cost.

"""
CHANGE_ON_PURPOSE = """\
what builds cost is not what benchmarks/budget.yml says. Where that is not meant, look for what does it. Where it is,
`make budget` writes the file anew: commit it with the change, and say there why. That holds for a count that fell too,
or the budget would allow what was saved to be lost again."""

Edit = Callable[[Path], None]
Cost = Mapping[str, Any]
"""Counts by name; under ``outputs`` those of each output that has new files."""


def replaced(path: str, old: str, new: str) -> Edit:
    """The one place in a file where ``old`` is written says ``new``."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{path} has {text.count(old)} times: {old}")
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


EDITS: Mapping[str, Edit] = MappingProxyType(
    {
        "everything": lambda _root: None,
        "nothing": lambda _root: None,
        "a contact's telephone": replaced("data/contacts.yml", "+41 21 000 00 01", "+41 21 000 00 99"),
        "an asset's text": replaced("content/assets/mill.md", "tourne encore", "tourne toujours"),
        "a core block": replaced("content/welcome/register.md", "Inscrivez-vous à", "Inscrivez-vous vite à"),
        "a template": replaced(f"theme/{TEMPLATE}", "</article>", "<hr></article>"),
        "a setting": replaced("data/portal.yml", "Bienvenue entre deux cols", "Bienvenue entre trois cols"),
    }
)
"""What is changed before each build, in this order; the first has no site before it."""


def measure(folder: Path) -> dict[str, Cost]:
    """What each build costs, in a new ``folder``: one process, on one day."""
    portal = copy_portal(PORTAL, folder)
    own = folder / "theme" / TEMPLATE
    own.parent.mkdir(parents=True)
    own.write_bytes((REPOSITORY / "theme" / TEMPLATE).read_bytes())
    measured = {}
    for name, edit in EDITS.items():
        edit(folder)
        measured[name] = cost(_build(portal).costs)
    return measured


def _build(portal: PortalFolder) -> Built:
    theme = engine_theme(portal.site, SITE_URLS[PORTAL])
    order = BuildOrder(
        root=portal.root,
        theme=replace(theme, template_dirs=(portal.root / "theme", *theme.template_dirs)),
        destination=portal.site,
        jobs=1,
        today=TODAY,
        inputs=inputs_of(portal.root, {}),
    )
    return publish_site(order)


def cost(costs: Costs) -> Cost:
    """What is budgeted of a build."""
    outputs = {
        name: {"files": each.new} if name in UNWEIGHED else {"files": each.new, "bytes": each.new_bytes}
        for name, each in costs.outputs.items()
        if each.new
    }
    return {
        "pages": costs.pages,
        "templates": costs.templates,
        "texts": costs.texts,
        "files": sum(each["files"] for each in outputs.values()),
        "bytes": sum(each.get("bytes", 0) for each in outputs.values()),
        "removed": costs.removed,
        "outputs": outputs,
    }


def budget() -> dict[str, Cost]:
    """What builds may cost, and must."""
    found: dict[str, Cost] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def differences(allowed: Mapping[str, Cost], measured: Mapping[str, Cost]) -> Iterator[str]:
    """A line for each count that is not what the budget says."""
    before, now = dict(_counts(allowed)), dict(_counts(measured))
    for name in [*now, *(name for name in before if name not in now)]:
        was, is_now = before.get(name, 0), now.get(name, 0)
        if was != is_now:
            word = "over" if is_now > was else "under"
            yield f"{name}: {is_now:,}, {abs(is_now - was):,} {word} the budget of {was:,}"


def _counts(costs: Mapping[str, Cost]) -> Iterator[tuple[str, int]]:
    for build, counts in costs.items():
        for name, count in counts.items():
            if name != "outputs":
                yield f"{build}: {name}", count
        for output, of_output in counts["outputs"].items():
            yield from ((f"{build}: {output}: {name}", count) for name, count in of_output.items())


def write(measured: Mapping[str, Cost], file: Path) -> None:
    """The budget that is kept exactly by what was measured."""
    text = yaml.safe_dump(dict(measured), sort_keys=False, default_flow_style=None, allow_unicode=True, width=120)
    file.write_text(HEADING + text, encoding="utf-8")


def main() -> int:
    """Write the budget anew, and say what is different."""
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder) / "portal")
    former = budget() if FILE.exists() else {}
    sys.stdout.writelines(f"{line}\n" for line in differences(former, measured))
    write(measured, FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
