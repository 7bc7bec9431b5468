"""What becomes of a portal over the years, and what an editor pastes of what each build prints."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import strategies as st

from site_builder.problems import Problem, has_errors
from tests.conftest import NEEDED, PortalFolder, write_files

FOLDERS = {
    "asset": "assets",
    "event": "events",
    "block": "welcome",
    "step": "steps",
    "news": "news",
    "child": "children",
}
FIELDS = {
    "asset": ["angle: natural-heritage"],
    "event": ["kind: meeting", "starts: 2026-12-05T14:00"],
    "block": ["see: Allez voir."],
    "step": ["stage: before", "day: -1"],
    "news": ["kind: news", "publish_on: 2026-11-02"],
    "child": [],
}
STEADY = {"asset": "phare", "event": "bal", "block": "mairie", "step": "cartons", "child": "jeu", "news": "bonjour"}
"""What is never taken away, for something has to replace the rest."""
REFUSED = frozenset({"old-id-taken", "old-path-taken", "unknown-territory-code"})
"""What a build says of a change that cannot be: somebody else has that address or id, nobody that code."""
PAGED = frozenset({"asset", "event"})
SECTIONS = ("housing", "first-steps")
TERRITORIES = "data/territories/territories.yml"


@dataclass
class Text:
    """An entry, as its files say it. ``mark``: a word that no other text holds."""

    kind: str
    mark: str
    headings: list[str]
    title: str = "Un titre"
    slug: str = ""
    territory: str = "pays"
    section: str = SECTIONS[0]
    status: str = "published"
    english: bool = True
    old_paths: list[str] = field(default_factory=list)

    def files(self, name: str) -> dict[str, str]:
        path = f"content/{FOLDERS[self.kind]}/{name}"
        named = {"slug": self.slug, "territory": self.territory, "status": self.status}
        named |= {"section": self.section} if self.kind == "block" else {}
        front = [f"id: {name}", f"title: {self.title}", *FIELDS[self.kind]]
        front += [f"{key}: {value}" for key, value in named.items() if value]
        front += [f"old_paths: {yaml.safe_dump(self.old_paths, default_flow_style=True)}"] if self.old_paths else []
        files = {f"{path}.md": self._file(front, "{}")}
        if self.english:
            said = ["see: Go there."] if self.kind == "block" else []
            files[f"{path}.en.md"] = self._file([f"title: {self.title} too", *said], "To {}")
        return files

    def _file(self, front: list[str], heading: str) -> str:
        parts = (f"## {heading.format(each)}\n\nUn mot.\n" for each in self.headings)
        return "\n".join(["---", *front, "---", f"Ceci est {self.mark}.\n", *parts])


@dataclass
class World:
    """All files of a portal that change, and who may speak for whom: of a mark, those of the texts that replaced it."""

    texts: dict[str, Text] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=lambda: {"bourg": "Le Bourg", "hameau": "Hameau"})
    tables: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    """Of every id that there ever was."""
    heirs: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    """Of every id, that of the text which had it first."""

    def add(self, name: str, kind: str, headings: list[str], title: str = "Un titre") -> None:
        mark = f"m{len(self.kinds)}x{name.replace('-', '')}"
        self.texts[name] = Text(kind=kind, mark=mark, headings=headings, title=title)
        self.kinds.setdefault(name, kind)
        self.marks.setdefault(name, mark)

    def write(self, folder: PortalFolder) -> None:
        for file in (*folder.root.glob("content/*/*.md"), *folder.root.glob("data/reference/*.csv")):
            file.unlink()
        files = {path: said for name, text in self.texts.items() for path, said in text.files(name).items()}
        lines = [
            f"  - {{code: {code}, level: commune, name: {name}, parents: [pays]}}\n"
            for code, name in self.names.items()
        ]
        files[TERRITORIES] = "territories:\n  - {code: pays, level: pays, name: Petit pays}\n" + "".join(lines)
        write_files(folder.root, files | {path: "\n".join([*said, ""]) for path, said in self.tables.items()})

    def speaks_for(self, mark: str) -> str:
        """The mark of the text that readers of a former one are led to."""
        while mark in self.heirs:
            mark = self.heirs[mark]
        return mark

    @property
    def hidden(self) -> frozenset[str]:
        """The ids of what says of itself that it is shown no more, or not yet."""
        return frozenset(name for name, text in self.texts.items() if text.status != "published")


Change = Callable[[World], None]


def new_world(folder: PortalFolder) -> World:
    """Texts of several kinds: those that change, and what stays."""
    write_files(folder.root, NEEDED)
    world = World()
    for kind, name in STEADY.items():
        world.add(name, kind, [])
    world.add("accueil", "block", [])
    world.texts["accueil"].section = SECTIONS[1]
    for name, kind in CHANGING.items():
        world.add(name, kind, ["Venir", "Voir", "Lire"])
    world.texts["bus"].territory = world.texts["fete"].territory = "bourg"
    world.write(folder)
    assert not has_errors(folder.check().problems)
    return world


CHANGING = {
    "dune": "asset",
    "lac": "asset",
    "fete": "event",
    "ecole": "block",
    "bus": "block",
    "gaz": "step",
    "conte": "child",
}


def rename(world: World, name: str, word: str) -> None:
    text = world.texts[name]
    text.title = word
    text.slug = word if text.kind in PAGED else ""


def rename_heading(world: World, name: str, word: str) -> None:
    headings = world.texts[name].headings
    world.texts[name].headings = [f"{word} {len(headings)}", *headings[1:]]


def move(world: World, name: str, territory: str) -> None:
    if world.kinds[name] != "child":
        world.texts[name].territory = territory


def move_to_section(world: World, name: str, section: str) -> None:
    world.texts[name].section = section


def hide(world: World, name: str, status: str) -> None:
    world.texts[name].status = status


def leave_untranslated(world: World, name: str) -> None:
    world.texts[name].english = False


def delete(world: World, name: str) -> None:
    del world.texts[name]


def split(world: World, name: str, word: str) -> None:
    """The headings but the first go into a text of their own; their links stay with the one that had them."""
    text = world.texts[name]
    other = f"{name}-{word}"
    if other not in world.texts:
        world.add(other, text.kind, text.headings[1:])
        world.texts[other].territory, world.texts[other].section = text.territory, text.section
        text.headings = text.headings[:1]


def begin_again(world: World) -> None:
    """A text of another content, at another address, under the id of one that is gone."""
    name = next((name for name in world.kinds if name not in world.texts), None)
    if name:
        world.add(name, world.kinds[name], ["Venir"])
        world.texts[name].slug = f"autre-{name}" if world.kinds[name] in PAGED else ""
        world.texts[name].english = False


def rename_territory(world: World, code: str, word: str) -> None:
    if code in world.names:
        world.names[code] = f"Saint-{word.capitalize()}"


def merge_territories(world: World) -> None:
    """The hamlet becomes a part of the town, and its texts are the town's."""
    world.names.pop("hameau", None)
    for text in world.texts.values():
        text.territory = text.territory.replace("hameau", "bourg")


_any = st.sampled_from([*CHANGING])
_word = st.sampled_from(["un", "deux", "trois"])
_places = st.sampled_from(["pays", "bourg", "hameau"])
_statuses = st.sampled_from(["draft", "archived", "published"])
changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(partial, st.sampled_from([rename, rename_heading, split]), name=_any, word=_word),
    st.builds(partial, st.just(move), name=_any, territory=_places),
    st.builds(partial, st.just(move_to_section), name=_any, section=st.sampled_from(SECTIONS)),
    st.builds(partial, st.just(hide), name=_any, status=_statuses),
    st.builds(partial, st.sampled_from([leave_untranslated, delete]), name=_any),
    st.builds(partial, st.just(rename_territory), code=st.sampled_from(["bourg", "hameau"]), word=_word),
    st.sampled_from([begin_again, merge_territories]),
)


def publish(folder: PortalFolder, world: World, change: Change) -> World:
    """The portal after the change and what its build asked to paste; a change that is another mistake is not made."""
    after = deepcopy(world)
    try:
        change(after)
    except KeyError:  # of what is no more
        after = deepcopy(world)
    problems: list[Problem] = []
    for _ in range(5):
        after.write(folder)
        found = folder.check().problems
        problems = [problem for problem in found if has_errors([problem])]
        if not problems:
            return after
        pasted = [paste(after, problem) for problem in problems]
        if not all(pasted):
            refused = {problem.code for problem, done in zip(problems, pasted, strict=True) if not done}
            assert refused <= REFUSED, refused
            world.write(folder)
            return world
    pytest.fail(f"pasting does not mend: {[problem.message('en') for problem in problems]}")


def paste(world: World, problem: Problem) -> bool:
    """As an editor does with what is printed; False where it is another mistake."""
    line, _, why = problem.fix("en").partition("  # ")
    if problem.code == "address-lost":
        world.texts[Path(problem.place.path).stem].old_paths = yaml.safe_load(line)["old_paths"]
    elif problem.code == "address-lost-entry":
        gone = str(problem.values["id"])
        heir = world.texts[STEADY[world.kinds[gone]]]
        heir.old_paths = [*dict.fromkeys([*heir.old_paths, *yaml.safe_load(line)["old_paths"]])]
        world.heirs[world.marks[gone]] = heir.mark
    elif problem.code == "part-moved":
        world.texts[str(problem.values["id"])].territory = yaml.safe_load(line)["territory"]
    elif problem.code in {"territory-address-lost", "territory-lost"}:
        found = re.match(r"a line of (\S+?\.csv)(?: \((\S+)\))?", why)
        assert found
        world.tables.setdefault(found[1], [found[2] or "code,slug"]).append(line.replace("…", "bourg"))
    elif problem.code == "address-of-nobody":  # of a territory that has become a part of another: delete the line
        del world.tables[problem.place.path][(problem.place.line or 1) - 1]
    else:
        return False
    return True
