"""What an edition is made from: the guide of one territory in one language, as its page says it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from site_builder.model.values import Lang
from site_builder.paper.edition import Outline
from site_builder.paper.rich import Node
from site_builder.plan.pages import PagePlan, guide_key
from site_builder.render.scene import Scene
from site_builder.render.stage import Press
from site_builder.render.views.guide import GuideView
from site_builder.render.words import Words

Tree = Callable[[str], tuple[Node, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The guide's page and its view. ``tree`` and ``outline`` remember what they made for other editions."""

    press: Press
    page: PagePlan
    guide: GuideView
    tree: Tree
    outline: Callable[[str], Outline | None]

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
        """The whole address of the guide, or of a part of it; empty where the site's is not known."""
        links = self.scene.links
        if not links.origin:
            return ""
        return links.absolute(self.page.path) + (f"#{fragment}" if fragment else "")


def manuscript(press: Press, code: str, lang: Lang, tree: Tree, outline: Callable[[str], Outline | None]) -> Manuscript:
    """The guide of ``code`` for readers of ``lang``; every territory has one in every language."""
    page = press.scene.site.get(guide_key(code), lang)
    assert page is not None
    return Manuscript(press=press, page=page, guide=cast(GuideView, press.view(page)), tree=tree, outline=outline)
