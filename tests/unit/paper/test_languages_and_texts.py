"""What Typst is told of a language, and how every element that editors may write is set."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader

from site_builder.paper.rich import BARE
from site_builder.prose.markdown_text import TAGS
from tests.conftest import PORTAL_YML, REPOSITORY, PortalFolder
from tests.unit.paper.conftest import run_printing

SITE = "https://portail.example/"
BLOCK = """
content/welcome/first.md
    ---
    id: first
    title: Premier
    section: first-steps
    ---
    Dites <span lang="pt-BR">olá</span> à la <span lang="zh-Hans">ni hao</span> <span lang="x-own">ronde</span>.
content/welcome/first.en.md
    ---
    title: First
    ---
    Text.
"""


def lines(path: Path) -> list[str]:
    found = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return [re.sub(r"\s+", " ", line).strip() for line in found.split("\n")]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("pt-BR", "pt-BR"),
        *(pytest.param(*each, marks=pytest.mark.long) for each in (("sr-Latn", "sr"), ("sl-rozaj", "sl"))),
    ],
)
def test_a_language_with_a_region_or_a_script(
    tag: str, said: str, portal: Callable[..., PortalFolder], tmp_path: Path
) -> None:
    root = portal(BLOCK.replace(".en.md", f".{tag}.md")).root
    settings = PORTAL_YML.replace("{code: en, name: English}", f"{{code: {tag}, name: Other}}")
    (root / "data/portal.yml").write_text(re.sub(r"\ben:", f"{tag}:", settings), encoding="utf-8")
    for path in ("data/guide.yml", "data/territories/territories.yml"):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(re.sub(r"\ben:", f"{tag}:", text), encoding="utf-8")
    run_printing(root, SITE, tmp_path / "out", "pays", formats="pack")
    catalogue = cast("dict[str, object]", PdfReader(tmp_path / "out" / f"pays-{tag}-pack.pdf").trailer["/Root"])
    assert catalogue["/Lang"] == said
    assert any("olá" in line for line in lines(tmp_path / "out" / "pays-fr-pack.pdf"))


INLINE = frozenset("s sub sup abbr span time code".split())
"""Set as the words around them."""
ITEMS = frozenset({"li", "dd"})
"""Set by the list that holds them."""
FILES = frozenset({"source"})
"""Of a picture, which the portal makes: nobody may write one."""


def test_every_element_that_editors_may_write_is_set() -> None:
    named = set(re.findall(r'"([a-z0-9]+)"', (REPOSITORY / "theme/print/rich.typ").read_text(encoding="utf-8")))
    assert sorted(TAGS - named) == sorted(INLINE | ITEMS | BARE - FILES)
    assert BARE - TAGS - named >= FILES


APART = """
content/welcome/apart.md
    ---
    id: apart
    title: Les mots
    section: first-steps
    ---
    Terme un
    :   Définition un.

    Terme deux
    :   Définition deux.

    ```
    ligne un
      ligne deux
    ```

    <figure><img src="" alt="Un pont"><figcaption>La légende</figcaption></figure>

    <details><summary>En savoir plus</summary><p>La suite.</p></details>
"""


def test_what_stands_apart_is_on_lines_of_its_own(portal: Callable[..., PortalFolder], tmp_path: Path) -> None:
    run_printing(portal(APART).root, SITE, tmp_path / "out", "pays", formats="pack")
    found = lines(tmp_path / "out" / "pays-fr-pack.pdf")
    wanted = ["Terme un Définition un.", "Terme deux Définition deux.", "ligne un", "ligne deux"]
    wanted += ["La légende", "En savoir plus", "La suite."]
    assert [line for line in wanted if line not in found] == []
