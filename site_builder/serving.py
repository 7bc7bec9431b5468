"""A site that nobody writes: a portal is read and checked, and each file of its site is made when it is asked for.

What is answered is what a build of the same order writes (docs/decisions/0019-pages-on-request.md).
"""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from threading import RLock

from site_builder.collector import collector_paused
from site_builder.host import Answer
from site_builder.incremental.inputs import Inputs, inputs_of
from site_builder.incremental.recollection import Recollection
from site_builder.order import BuildOrder
from site_builder.output import Made, Output
from site_builder.outputs.search.stage import searchable
from site_builder.paths import refuse_same_path
from site_builder.plan.files import SEARCH_FOLDER
from site_builder.plan.pages import NOT_FOUND
from site_builder.plan.stage import Planned
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.processes import beside
from site_builder.reading import Checking
from site_builder.render.compiled import load_templates
from site_builder.render.stage import named
from site_builder.setting import Setting
from site_builder.site_contents import SiteContents
from site_builder.steps import contents_of, make_pictures_of, read_and_checked, setting_of, whole_site_makers

MOST_READINGS = 5
"""In a row, of a portal that changes while it is read; what was read last is shown then."""

COLLECTED_AFTER = 10
"""Readings after which what former ones left behind is looked for: it takes a tenth of a second for a region."""


class Held:
    """A portal that is ready to make any file of its site. Several threads may ask for files."""

    def __init__(self, contents: SiteContents, setting: Setting, order: BuildOrder) -> None:
        self._contents = contents
        self._setting = setting
        self._order = order
        self._makers = dict(contents.makers())
        self._making = RLock()
        self._searching = RLock()
        self.untold: tuple[Problem, ...] = ()
        """What was found since it is held; who tells it takes it away."""

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._contents.pages)

    @property
    def not_found(self) -> str:
        """The file of the page that says so."""
        return next((page.file for page in self._contents.site.versions(NOT_FOUND)), "")

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the site."""
        return tuple(dict.fromkeys((*self._makers, *self._small, *self._search)))

    def __contains__(self, path: object) -> bool:
        """Whether that is a page, or another file which is known before it is made."""
        return path in self._makers

    def get(self, path: str) -> bytes | None:
        """The file in ``path``, made now; None where the site has none. Raises RenderFailure, ThemeFault, OSError."""
        if path.startswith(f"{SEARCH_FOLDER}/"):
            with self._searching:
                return self._search.get(path)
        with self._making:
            make = self._makers.get(path)
            return _by_path(make()).get(path) if make else self._small.get(path)

    @cached_property
    def _small(self) -> dict[str, bytes]:
        """What has no plan is made when a file is asked for that no plan names."""
        makers = whole_site_makers(self._setting, self._order).values()
        return _by_path(chain.from_iterable(make() for make in makers))

    @cached_property
    def _search(self) -> dict[str, bytes]:
        """Pagefind takes seconds: nobody waits for it before somebody searches."""
        files, self.untold = searchable(self._setting.scene, self._order.root)
        return _by_path(files)


def _by_path(files: Iterable[Made]) -> dict[str, bytes]:
    return {each.path: each.data for each in files if isinstance(each, Output)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What a reading came to. ``is_new``: something has changed since the one before; ``held``: None with errors."""

    is_new: bool
    held: Held | None = None
    problems: tuple[Problem, ...] = ()


class Refused(Exception):
    """Errors that are known before the portal is read: it cannot be."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*problems)
        self.problems = problems


class Serving:
    """What is shown of a portal: as it was when it last had no errors."""

    def __init__(self, root: Path, order_of: Callable[[Inputs], BuildOrder]) -> None:
        """``order_of``: what to show of the portal that these inputs make; raises Refused, or what stops a build."""
        self._root = root
        self._order_of = order_of
        self._past: Recollection | None = None
        self._read: Inputs | None = None
        self._readings = 0
        self.held: Held | None = None

    def renew(self) -> Renewed:
        """Read the portal again, and show it as it is now. A change meanwhile is read as well.

        Raises what stops a build: RenderFailure, ThemeFault, OSError. What was shown is shown then.
        """
        inputs = inputs_of(self._root)
        if inputs == self._read:
            return Renewed(is_new=False)
        return self._renewed(inputs, MOST_READINGS)

    def _renewed(self, inputs: Inputs, readings: int) -> Renewed:
        self._read = inputs
        past = self._past.passed_on(inputs) if self._past else Recollection(self._root, inputs)
        try:
            renewed = hold(self._order_of(inputs), past)
        except Refused as refused:
            return Renewed(is_new=True, problems=refused.problems)
        after = inputs_of(self._root)
        if after == inputs:
            self._remember(past)
        elif readings > 1:
            return self._renewed(after, readings - 1)
        self.held = renewed.held or self.held
        return renewed

    def _remember(self, past: Recollection) -> None:
        self._past = past
        if self._readings == 0:
            gc.freeze()  # most of it stays: nobody need look through it again
        self._readings += 1
        if self._readings % COLLECTED_AFTER == 0:
            gc.collect()

    def answer(self, path: str) -> Answer | None:
        """The file at an address, as a host of plain files answers; None where nothing could be shown so far."""
        held = self.held
        if held is None:
            return None
        name = path.lstrip("/")
        file = f"{name}index.html" if not name or name.endswith("/") else name
        data = held.get(file)
        if data is not None:
            return Answer(path=file, data=data)
        if f"{file}/index.html" in held:
            return Answer(status=302, location=f"/{name}/")
        return Answer(status=404, path=held.not_found, data=held.get(held.not_found) or b"")


@collector_paused()
def hold(order: BuildOrder, past: Recollection) -> Renewed:
    """Read a portal, check it, and prepare the press for its pages. Raises what stops a build."""
    with read_and_checked(order, past) as checking:
        planned = checking.read.planned
        held: Held | None = None
        found: tuple[Problem, ...] = ()
        if planned and not has_errors((*checking.known, *order.known)):
            try:
                held, found = _prepared(planned, checking, order)
            except Exception:
                if not has_errors(checking.problems()):  # it cannot be shown because of these
                    raise
        problems = (*checking.problems(), *order.known, *found)
        checking.adopt()
    return Renewed(is_new=True, held=None if has_errors(problems) else held, problems=tuple(sorted_problems(problems)))


def _prepared(planned: Planned, checking: Checking, order: BuildOrder) -> tuple[Held, tuple[Problem, ...]]:
    pictures = make_pictures_of(planned, checking.problems, order)
    setting = setting_of(checking.read.past, planned, pictures, order)
    order.progress.rest()
    with named("the templates"):
        load_templates(setting.scene.environment)
    press = setting.press
    with beside(checking.keep, order.processes) as keeping:
        contents = contents_of(press, {"pictures": pictures.sources}, setting.style.by_output, order.part)
        refuse_same_path((file.path, file.of) for file in contents.all_files())
        held = Held(contents, setting, order)
        keeping.result()
    return held, pictures.problems
