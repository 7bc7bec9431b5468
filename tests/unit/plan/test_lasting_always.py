"""Whatever becomes of entries, what was ever published leads somewhere, once what the build prints is pasted."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_builder.cli.main import main
from site_builder.model.entry import Entry
from site_builder.plan.pages import GONE, NOT_FOUND
from site_builder.problems import Problem, has_errors
from site_builder.reading import Checked
from tests.conftest import NEEDED, PortalFolder, write_files

FEW = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MANY = settings(FEW, max_examples=25)
HEADINGS = ("Venir", "Voir", "Lire", "Faire")
STEADY = {"asset": "phare", "block": "mairie"}
"""What is never taken away, for something has to replace the rest."""
FOLDERS = {"asset": "assets", "block": "welcome"}
FIELDS = {"asset": ["angle: natural-heritage"], "block": ["section: housing", "see: Allez voir."]}


@dataclass
class Text:
    """An entry, as its files say it."""

    kind: str
    headings: list[str]
    slug: str = ""
    territory: str = ""
    status: str = "published"
    english: bool = True
    old_paths: list[str] = field(default_factory=list)

    def files(self, name: str) -> dict[str, str]:
        path = f"content/{FOLDERS[self.kind]}/{name}"
        said = {"slug": self.slug, "territory": self.territory, "status": self.status}
        front = [f"id: {name}", f"title: {name}", *FIELDS[self.kind], *(f"{k}: {v}" for k, v in said.items() if v)]
        front += [f"old_paths: {yaml.safe_dump(self.old_paths, default_flow_style=True)}"] if self.old_paths else []
        files = {f"{path}.md": _file(front, self.headings)}
        if self.english:
            files[f"{path}.en.md"] = _file([f"title: the {name}"], [f"To {heading}" for heading in self.headings])
        return files


def _file(front: list[str], headings: list[str]) -> str:
    body = "".join(f"## {heading}\n\nUn mot.\n\n" for heading in headings) or "Un mot.\n"
    return "\n".join(["---", *front, "---", body])


Texts = dict[str, Text]
Change = Callable[[Texts], None]
changing = st.sampled_from(["dune", "lac", "ecole", "bus"])
words = st.sampled_from(["un", "deux", "trois"])


def rename(texts: Texts, name: str, word: str) -> None:
    texts[name].slug = word if texts[name].kind == "asset" else ""


def rename_heading(texts: Texts, name: str, word: str) -> None:
    texts[name].headings = [f"{word} {len(texts[name].headings)}", *texts[name].headings[1:]]


def move(texts: Texts, name: str, territory: str) -> None:
    texts[name].territory = territory


def hide(texts: Texts, name: str, status: str) -> None:
    texts[name].status = status


def leave_untranslated(texts: Texts, name: str) -> None:
    texts[name].english = False


def delete(texts: Texts, name: str) -> None:
    del texts[name]


def split(texts: Texts, name: str, word: str) -> None:
    texts[f"{name}-{word}"] = Text(kind=texts[name].kind, headings=texts[name].headings[1:])
    texts[name].headings = texts[name].headings[:1]


changes = st.one_of(
    st.builds(partial, st.sampled_from([rename, rename_heading, split]), name=changing, word=words),
    st.builds(partial, st.just(move), name=changing, territory=st.sampled_from(["bourg", ""])),
    st.builds(partial, st.just(hide), name=changing, status=st.sampled_from(["draft", "archived", "published"])),
    st.builds(partial, st.sampled_from([leave_untranslated, delete]), name=changing),
)


@FEW
@given(steps=st.lists(changes, min_size=3, max_size=6))
def test_what_was_ever_published_leads_somewhere(steps: list[Change]) -> None:
    _always(steps)


@pytest.mark.long
@MANY
@given(steps=st.lists(changes, min_size=3, max_size=12))
def test_it_does_after_many_changes(steps: list[Change]) -> None:
    _always(steps)


def _always(steps: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = PortalFolder(Path(root))
        write_files(folder.root, NEEDED)
        texts = {
            "dune": Text(kind="asset", headings=[*HEADINGS[:2]]),
            "lac": Text(kind="asset", headings=[*HEADINGS[1:]]),
            "ecole": Text(kind="block", headings=[*HEADINGS[:2]]),
            "bus": Text(kind="block", headings=[], territory="bourg"),
            **{name: Text(kind=kind, headings=[]) for kind, name in STEADY.items()},
        }
        ever: set[tuple[str, str]] = set()
        for change in (lambda _: None, *steps):
            _publish(folder, texts, change)
            checked = folder.check()
            assert main(["ledger", "--root", str(folder.root)]) == 0
            ever |= _known(checked)
        assert not folder.build().failed
        hidden = {name for name, text in texts.items() if text.status != "published"}
        lost = [(address, anchor) for address, anchor in sorted(ever) if not _leads(folder, address, anchor, hidden)]
        assert lost == []


def _publish(folder: PortalFolder, texts: Texts, change: Change) -> None:
    """Make the change and paste what is asked for; a change that is an error of another kind is not made."""
    former = yaml.safe_dump({name: vars(text) for name, text in texts.items()})
    try:
        change(texts)
    except KeyError:  # of what is no more
        return
    problems: list[Problem] = []
    for _ in range(4):
        _write(folder, texts)
        problems = [problem for problem in folder.check().problems if has_errors([problem])]
        if not problems:
            return
        if not all(_paste(texts, problem) for problem in problems):
            break
    else:
        pytest.fail(f"pasting does not mend: {[problem.message('en') for problem in problems]}")
    texts.clear()
    texts.update({name: Text(**said) for name, said in yaml.safe_load(former).items()})
    _write(folder, texts)


def _write(folder: PortalFolder, texts: Texts) -> None:
    for file in folder.root.glob("content/*/*.md"):
        file.unlink()
    write_files(folder.root, {path: said for name, text in texts.items() for path, said in text.files(name).items()})


def _paste(texts: Texts, problem: Problem) -> bool:
    """As an editor does; False where it is another mistake."""
    if problem.code == "part-moved":
        texts[str(problem.values["id"])].territory = str(problem.values["code"])
        return True
    if problem.code not in {"address-lost", "address-lost-entry"}:
        return False
    lines = yaml.safe_load(problem.fix("en"))["old_paths"]
    if problem.code == "address-lost":
        texts[Path(problem.place.path).stem].old_paths = lines
    else:
        kind = "block" if problem.place.path.endswith("anchors.csv") else "asset"
        heir = texts[STEADY[kind]]
        heir.old_paths = [*dict.fromkeys([*heir.old_paths, *lines])]
    return True


def _known(checked: Checked) -> set[tuple[str, str]]:
    """What a reader of that day may write down: addresses, and their anchors."""
    assert checked.planned
    assert checked.sight
    portal, known = checked.planned.portal, set[tuple[str, str]]()
    for page in checked.planned.site:
        if page.kind in {NOT_FOUND, GONE}:
            continue
        known.add((page.path, ""))
        entries: list[tuple[str, Entry[Any]]] = []
        if page.kind == "guide":
            entries = [(f"{e.id}-", e) for s in portal.guides.guide(page.subject) for e in (p.entry for p in s.pieces)]
            known |= {(page.path, prefix[:-1]) for prefix, _ in entries}
        elif page.key in portal.by_key:
            entries = [("", portal.by_key[page.key])]
        for prefix, entry in entries:
            anchors = checked.sight.bodies[entry.paths[entry.pick(page.lang)[1]]].anchors
            known |= {(page.path, f"{prefix}{anchor}") for anchor in anchors}
    ids = (*(entry.id for entry in portal.published), *(territory.code for territory in portal.territories))
    return known | {(f"q/{name}/", "") for name in ids}


def _leads(folder: PortalFolder, address: str, anchor: str, hidden: set[str]) -> bool:
    """Whether the address opens a page, with that part of it: not of what says that it is no longer published."""
    if not (folder.site / address / "index.html").is_file():
        return False
    html = folder.html(address)
    further = re.search(r'data-to="/([^"]*)"', html)
    if further:
        return _leads(folder, further[1], anchor, hidden)
    read = LexborHTMLParser(html)
    ids = {node.attributes.get("id") for node in read.css("[id]")}
    is_gone = "n’est plus publiée" in html or "no longer published" in html
    return (
        not anchor
        or anchor in ids
        or is_gone
        or any(anchor == each or anchor.startswith(f"{each}-") for each in hidden)
    )
