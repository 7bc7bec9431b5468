"""What is made for all pages before any of them: where things are, the style sheet, the texts, the shells.

Each is a part (`incremental/parts.py`): a build that finds nothing of it changed has it at once.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from site_builder.host import HostTheme
from site_builder.incremental.inputs import TODAY, fingerprint, fingerprint_of
from site_builder.incremental.parts import Holder, part
from site_builder.incremental.recollection import Recollection
from site_builder.incremental.watched import settled
from site_builder.load.git import LastChanges
from site_builder.outputs.assets import Assets, assets
from site_builder.outputs.printed_words import printed_words
from site_builder.outputs.script_words import script_words
from site_builder.outputs.service_worker import keeps_pages
from site_builder.pictures.stage import Pictures
from site_builder.plan.stage import Planned
from site_builder.render.frame import ShellKey
from site_builder.render.geography import Geography, geography
from site_builder.render.last_days import DAYS
from site_builder.render.scene import Scene
from site_builder.render.shared_html import SharedHtml
from site_builder.render.shell import Shell
from site_builder.render.stage import Materials, Press, Texts, prepare, set_scene, texts_of
from site_builder.render.views.shared import Shared
from site_builder.resolve.portal import Portal
from site_builder.tally import TEXTS

BY_NAME = frozenset({"directory"})
"""The fields of a portal of which pages ask for pieces, by name (`incremental/asking.py`)."""
HOST = "host"
"""The leaf that changes with what the host answers: its theme, the address of the site, whether it is served."""
CHANGES = "changes"
"""The leaf that changes with the days on which files changed."""
GROUND = "ground"
"""The leaf that changes with anything that pages may look at without asking for it by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What pages have in common, and what was asked for by name to make it."""

    shells: Mapping[ShellKey, Shell]
    shared: Shared
    asked: frozenset[str]


class Setting(Holder):
    """How the scene of a plan is set, and its press prepared."""

    def __init__(
        self, past: Recollection, planned: Planned, theme: HostTheme, pictures: Pictures, changes: LastChanges
    ) -> None:
        """``planned``: as the plan stage gave it, so that what is read of it is noted."""
        super().__init__(past.memory, "setting")
        self.memory.announce(HOST, fingerprint(repr(theme).encode()))
        self.memory.announce(CHANGES, fingerprint(pickle.dumps((changes.of_file, changes.of_against))))
        self._made_by = past.made_by
        self._planned = planned
        self._theme = theme
        self._pictures = pictures
        self.scene = self._set(changes)
        """Whose parts are plain values, which pages read faster."""
        days = {DAYS: fingerprint(repr(sorted(changes.days.items())).encode())}
        self.known = {**self._planned.portal.directory.recorded, **days} if self._made_by else {}
        """What pages ask for by name, as it is now."""

    @property
    def theme(self) -> HostTheme:
        """What the host answered."""
        self.memory.read(HOST)
        return self._theme

    @part
    def places(self) -> Geography:
        """Where things are."""
        return geography(self._planned.portal)

    @part
    def keeps_pages(self) -> bool:
        """Whether readers' devices keep what was read."""
        return keeps_pages(self._planned.portal.settings, self.theme.site_url) and not self.theme.served

    @part
    def style(self) -> Assets:
        """The files that pages name after their contents."""
        self.memory.read("theme")
        return assets(
            self.theme.static_dirs,
            self._planned.portal.settings,
            self.places.ornament,
            offline=self.keeps_pages,
            words=script_words(self._planned),
            sheets=printed_words(self._planned.portal),
        )

    @part
    def texts(self) -> Texts:
        """The prose of every entry, and the words that are explained in it."""
        self.memory.read("media")
        return texts_of(self._planned, self.theme.site_url, self._pictures.by_path, self.memory)

    def _set(self, changes: LastChanges) -> Scene:
        planned = replace(self._planned, portal=settled(self._planned.portal))
        materials = Materials(
            geography=self.places,
            assets=self.style.parts,
            pictures=self._pictures.by_path,
            changes=changes,
            texts=self.texts,
        )
        scene = set_scene(planned, self._theme, materials)
        if "setting.texts" in self.memory.worked_out:
            scene.tally[TEXTS] += self.texts.converted
        return scene

    @property
    def ground(self) -> str:
        """Of all that pages may look at without asking for it by name; empty where nobody looked."""
        if not self._made_by:
            return ""
        read = [f"portal.{each.name}" for each in fields(Portal) if each.name not in BY_NAME]
        made = ("plan.site", "wording.interface", "setting.places", "setting.style", "setting.texts")
        leaves = ("theme", "media", TODAY, HOST, CHANGES)
        said = (self.memory.fingerprint(name) for name in (*read, *made, *leaves))
        return fingerprint_of((self._made_by, *said))

    @part
    def common(self) -> Common:
        """What is around pages, and what many show."""
        self.memory.read(GROUND)
        press = prepare(self.scene)
        for name in press.asked:
            self.memory.announce(name, self.known.get(name, ""))
            self.memory.read(name)
        return Common(shells=press.shells, shared=press.shared, asked=press.asked)

    @property
    def press(self) -> Press:
        """Ready for any page. Raises RenderFailure."""
        self.memory.announce(GROUND, self.ground)
        for name, said in self.known.items():
            self.memory.announce(name, said)
        common, html = self.common, SharedHtml(self.scene)
        return Press(scene=self.scene, shared=common.shared, html=html, shells=common.shells, asked=common.asked)
