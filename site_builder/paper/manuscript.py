"""What an edition is made from: the guide of one territory in one language, as its page says it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar, cast

from site_builder.model.values import Lang
from site_builder.paper.edition import Shape
from site_builder.paper.rich import Node
from site_builder.plan.files import permanent_path
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.scene import Scene
from site_builder.render.stage import Press
from site_builder.render.views.guide.page import GuideView
from site_builder.render.words import Words

Tree = Callable[[str], tuple[Node, ...]]
T = TypeVar("T")


class Once:
    """What several editions have in common: the first that needs it makes it, under a key that says what it is."""

    def __init__(self) -> None:
        self._made: dict[Hashable, object] = {}

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The guide's page and its view. ``tree`` and ``outline`` remember what they made for other editions."""

    press: Press
    page: PagePlan
    guide: GuideView
    tree: Tree
    outline: Callable[[str], Shape | None]
    once: Once

    @property
    def scene(self) -> Scene:
        return self.press.scene

    @property
    def code(self) -> str:
        return self.page.subject

    @property
    def lang(self) -> Lang:
        return self.page.lang

    @property
    def words(self) -> Words:
        return self.scene.words[self.page.lang]

    def address(self, fragment: str = "") -> str:
        """The whole address of the guide, or of a part of it; empty where the site's is not known.

        It is the permanent one, in no language: what is printed outlives the names of pages.
        """
        links = self.scene.links
        if not links.origin:
            return ""
        return links.absolute(permanent_path(self.code)) + (f"#{fragment}" if fragment else "")


def manuscript(
    press: Press, code: str, lang: Lang, tree: Tree, outline: Callable[[str], Shape | None], once: Once
) -> Manuscript:
    """The guide of ``code`` for readers of ``lang``; every territory has one in every language."""
    page = press.scene.site.get(guide_key(code), lang)
    assert page is not None
    guide = cast(GuideView, press.view(page))
    return Manuscript(press=press, page=page, guide=guide, tree=tree, outline=outline, once=once)
