"""The render stage: a scene is set once, then any process can make any page of it."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from markupsafe import Markup

from site_builder.host import HostTheme, ThemeFault
from site_builder.incremental.asking import Asking, Heard
from site_builder.incremental.parts import Memory
from site_builder.incremental.watched import changed
from site_builder.load.git import UNKNOWN, LastChanges
from site_builder.model.values import Lang
from site_builder.output import Output
from site_builder.pictures.picture import Picture
from site_builder.plan.pages import PagePlan
from site_builder.plan.stage import Planned
from site_builder.render.environment import environment
from site_builder.render.frame import ShellKey, fill_slots, render_shells, shell_key
from site_builder.render.geography import Geography
from site_builder.render.glosses import Gloss, Pair, glosses
from site_builder.render.links import Links
from site_builder.render.page_kinds import BY_KIND, PageView
from site_builder.render.prose import Typesetter
from site_builder.render.scene import EntryHtml, Scene, TextTools, render_prose
from site_builder.render.shared_html import SharedHtml
from site_builder.render.shell import Shell
from site_builder.render.views.guide.packs import PackFiles, pack_of
from site_builder.render.views.shared import Shared, shared_views
from site_builder.render.words import Words

TEMPLATE_SUFFIX = ".html"


class RenderFailure(Exception):
    """Something that could not be rendered; the message says what, and with which template."""


class TemplateFault(RenderFailure, ThemeFault):
    """A template is at fault; the message says which file and line."""


@contextmanager
def named(what: str) -> Iterator[None]:
    """Whatever goes wrong in ``what`` is a RenderFailure that names it."""
    try:
        yield
    except Exception as error:
        said = f"{what}: {type(error).__name__}: {error}"
        place = _place_in_template(error)
        if place:
            raise TemplateFault(f"{said} ({place})") from error
        raise (TemplateFault if isinstance(error, ThemeFault) else RenderFailure)(said) from error


def _place_in_template(error: Exception) -> str:
    """The file and line of the last template at work, which Jinja writes into tracebacks; empty where none was."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((f"{f.filename}:{f.lineno}" for f in reversed(frames) if f.filename.endswith(TEMPLATE_SUFFIX)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A scene, what its pages share, as values and as HTML, and the shells they are poured into."""

    scene: Scene
    shared: Shared
    html: SharedHtml
    shells: Mapping[ShellKey, Shell]
    asked: frozenset[str] = frozenset()
    """What was asked for by what all pages share."""

    def with_packs(self, packs: PackFiles) -> "Press":
        """Another press, whose guides link to their printed editions.

        These are printed from what the first one says (`paper/values.py`), so neither can be made after both.
        """
        heard = Heard(packs, self.scene.asking.ask, pack_of)
        return replace(self, shared=replace(self.shared, packs=heard if packs else packs))

    def view(self, page: PagePlan) -> PageView:
        """What a page says, as values: nothing is rendered."""
        return BY_KIND[page.kind].view(self.scene, self.shared, page)

    def content(self, page: PagePlan) -> Markup:
        """What a page says, as HTML: the inside of its ``<main>``."""
        return Markup(self._content(page).decode())  # noqa: S704 - the template autoescapes

    def _content(self, page: PagePlan) -> bytes:
        kind = BY_KIND[page.kind]
        return self.html.page(f"pages/{kind.template}", page.lang, **kind.context(self.view(page)))

    def page(self, page: PagePlan) -> Output:
        """One page. Raises RenderFailure."""
        with named(f"page {page.key} ({page.lang}), template pages/{BY_KIND[page.kind].template}"):
            with self.scene.asking.noting() as asked:
                slots = fill_slots(self.scene, page, self._content(page))
            return Output(page.file, self.shells[shell_key(page)].fill(slots), tuple(sorted(asked)))

    def pages(self, pages: Iterable[PagePlan]) -> Iterator[Output]:
        """Pages one by one: nothing keeps the ones already made."""
        for page in pages:
            yield self.page(page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What was written in Markdown, as HTML; ``converted``: how many texts that were."""

    prose: Mapping[tuple[str, str, Lang], EntryHtml]
    glosses: Mapping[Pair, Gloss]
    converted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """What a scene is set with, beside the plan and the theme.

    ``assets`` names the files of the style sheet, the script and the icon. Without ``pictures``, by the paths of their
    originals, images of texts keep the address and the size of theirs. ``texts``: where they are made already.
    """

    geography: Geography
    assets: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    changes: LastChanges = UNKNOWN
    texts: Texts | None = None


def set_scene(planned: Planned, theme: HostTheme, materials: Materials) -> Scene:
    """Everything rendering reads."""
    portal, interface, asking = planned.portal, planned.interface, Asking()
    texts = materials.texts or texts_of(planned, theme.site_url, materials.pictures)
    return Scene(
        portal=changed(portal, directory=portal.directory.heard_by(asking.ask)),
        site=planned.site,
        interface=interface,
        links=Links(theme.site_url),
        environment=environment(theme.template_dirs),
        words=_words(planned),
        prose=texts.prose,
        glosses=texts.glosses,
        geography=materials.geography,
        assets=materials.assets,
        pictures=materials.pictures,
        today=planned.today,
        changes=materials.changes,
        served=theme.served,
        asking=asking,
    )


def texts_of(planned: Planned, site_url: str, pictures: Mapping[str, Picture], memory: Memory | None = None) -> Texts:
    """Every text of the plan, for every language."""
    past = memory or Memory()
    portal, links, words = planned.portal, Links(site_url), _words(planned)
    tools = {
        lang: TextTools(Typesetter(said.polish, said.cut, partial(past.remembered, f"texts.{lang}")), said)
        for lang, said in words.items()
    }
    explained = glosses(portal, planned.site, links)
    prose = render_prose(portal, planned.site, links, tools, explained, pictures)
    return Texts(prose=prose, glosses=explained, converted=sum(each.converted for each, _ in tools.values()))


def _words(planned: Planned) -> dict[Lang, Words]:
    portal = planned.portal
    return {lang: Words(lang, portal.reference_lang, planned.interface) for lang in portal.languages}


def press_of(planned: Planned, theme: HostTheme, materials: Materials) -> Press:
    """The press of a plan. Without assets it has the views of pages alone, which is enough for paper."""
    scene = set_scene(planned, theme, materials)
    return prepare(scene) if materials.assets else _press(scene, {})


def prepare(scene: Scene) -> Press:
    """The press for a scene: shells are rendered here, once. Raises RenderFailure."""
    with scene.asking.noting() as asked:
        with named("what is around every page, template main.html"):
            shells = render_shells(scene)
        press = _press(scene, shells)
    return replace(press, asked=frozenset(asked))


def _press(scene: Scene, shells: Mapping[ShellKey, Shell]) -> Press:
    return Press(scene=scene, shared=shared_views(scene), html=SharedHtml(scene), shells=shells)
