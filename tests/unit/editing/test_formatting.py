"""``portail fmt`` moves lines: in no text of this repository, right or wrong, a byte of a value or of prose changes."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from site_builder.editing.field_order import field_order
from site_builder.editing.formatting import content_type_of, formatted, formatted_files
from site_builder.editing.front_matter import cut, lines_of, says
from site_builder.load.sources import document_of
from site_builder.model.asset import Asset
from site_builder.model.registry import CONTENT_TYPES
from tests.conftest import PORTALS, REPOSITORY, files_of
from tests.unit.test_mistakes import CORPUS

PATH = "content/assets/dune.md"


def document(*lines: str, body: str = "\nDu sable.\n") -> str:
    return "\n".join(["---", *lines, "---", body])


CHANGES = {
    "in order": (document("id: dune", "title: Là"), document("id: dune", "title: Là")),
    "the common fields, the asset's own, then its sources": (
        document("sources: [{name: A}]", "angle: economy", "slug: la", "title: Là", "territory: x", "id: dune"),
        document("id: dune", "title: Là", "slug: la", "territory: x", "angle: economy", "sources: [{name: A}]"),
    ),
    "a comment goes with the line below it": (
        document("# vu d’ici", "angle: economy  # six mots", "# ne change plus", "id: dune", "title: Là"),
        document("# ne change plus", "id: dune", "title: Là", "# vu d’ici", "angle: economy  # six mots"),
    ),
    "an empty line too": (
        document("angle: economy", "", "# le nom", "id: dune", "title: Là"),
        document("", "# le nom", "id: dune", "title: Là", "angle: economy"),
    ),
    "comments above an empty line speak of the file": (
        document("# À relire avec l’office.", "", "angle: economy", "id: dune", "title: Là"),
        document("# À relire avec l’office.", "", "id: dune", "title: Là", "angle: economy"),
    ),
    "comments at the end stay there": (
        document("angle: economy", "id: dune", "title: Là", "# website: https://…"),
        document("id: dune", "title: Là", "angle: economy", "# website: https://…"),
    ),
    "a comment inside a value": (
        document("sources:", "  - name: A", "  # et aussi", "  - name: B", "id: dune", "title: Là"),
        document("id: dune", "title: Là", "sources:", "  - name: A", "  # et aussi", "  - name: B"),
    ),
    "a comment as far left as the keys, inside a value": (
        document("sources:", "# un", "  - name: A", "# deux", "  - name: B", "id: dune", "title: Là"),
        document("id: dune", "title: Là", "sources:", "# un", "  - name: A", "# deux", "  - name: B"),
    ),
    "an indented comment after the value": (
        document("sources:", "  - name: A", "  # - name: B", "id: dune", "title: Là"),
        document("id: dune", "title: Là", "sources:", "  - name: A", "  # - name: B"),
    ),
    "a list as far left as its key": (
        document("sources:", "- name: A", "- name: B", "id: dune", "title: Là"),
        document("id: dune", "title: Là", "sources:", "- name: A", "- name: B"),
    ),
    "texts over several lines": (
        document("see: |", "  # Venez", "", "  id: tôt", "title: >-", "  Là", "  bas", "id: 'dune'"),
        document("id: 'dune'", "title: >-", "  Là", "  bas", "see: |", "  # Venez", "", "  id: tôt"),
    ),
    "empty lines at the end of a text, which no reader gets": (
        document("see: |+", "  Venez", "", "id: dune"),
        document("", "id: dune", "see: |+", "  Venez"),
    ),
    "a quoted text over several lines": (
        document('see: "Venez', '', '  # tôt"', "id: dune", "title: Là"),
        document("id: dune", "title: Là", 'see: "Venez', '', '  # tôt"'),
    ),
    "quotes, spaces, a key in quotes": (
        document('"angle":   economy  ', "title:    'Là, : l’été'", "id:  \"dune\""),
        document("id:  \"dune\"", "title:    'Là, : l’été'", '"angle":   economy  '),
    ),
    "all keys indented": (
        document("  angle: economy", "  id: dune", "  title: Là"),
        document("  id: dune", "  title: Là", "  angle: economy"),
    ),
    "a value that is wrong, and one that is nothing": (
        document("angle: économie", "summary:", "id: Dune", "title: Là"),
        document("id: Dune", "title: Là", "summary:", "angle: économie"),
    ),
    "what the text says looks like front matter": (
        document("title: Là", "id: dune", body="title: A\n---\nid: b\n---\n"),
        document("id: dune", "title: Là", body="title: A\n---\nid: b\n---\n"),
    ),
    "empty lines first, no text, no end of line": (
        "\n\n---\ntitle: Là\nid: dune\n---",
        "\n\n---\nid: dune\ntitle: Là\n---",
    ),
    "nothing between the lines": (document(), document()),
    "a comment alone": (document("# rien"), document("# rien")),
}  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_keys_in_order(before: str, after: str, mark: bytes, ending: str) -> None:
    data, wanted = (mark + text.replace("\n", ending).encode() for text in (before, after))
    assert formatted(data, PATH) == wanted
    assert formatted(wanted, PATH) == wanted


LEFT = {
    "a key that nobody knows": document("titel: Là", "id: dune"),
    "a key twice": document("title: Là", "id: dune", "title: Ici"),
    "two keys on a line": document("{title: Là, id: dune}"),
    "two keys on two lines, between braces": "---\n{title: Là,\n id: dune}\n---\n",
    "no front matter": "Du sable.\n",
    "front matter that is not closed": "---\ntitle: Là\nid: dune\n",
    "nothing": "",
    "YAML that cannot be read": document("title: [Là", "id: dune"),
    "a tab": document("title: Là", "\tid: dune"),
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_left_as_it_is(text: str) -> None:
    assert formatted(text.encode(), PATH) is None


def test_other_encodings_and_folders_are_left() -> None:
    text = document("title: Là", "id: dune")
    assert formatted(text.encode("cp1252"), PATH) is None
    assert formatted(text.encode(), "content/other/dune.md") is None
    assert formatted(text.encode(), "content/dune.md") is None


def test_the_order_of_a_model() -> None:
    assert field_order(Asset) == (
        *("id", "title", "translated_from", "machine_translated", "summary", "slug", "image"),
        *("territory", "themes", "audiences"),
        *("angle", "position", "kind", "see", "place_of_memory"),
        *("owner", "verified_on", "review_every", "status", "publish_on", "expires_on", "old_paths", "sources"),
        *("proofs", "website"),
    )


@pytest.mark.parametrize("content_type", CONTENT_TYPES, ids=lambda each: each.kind)
def test_every_field_has_its_place(content_type: object) -> None:
    model = content_type.model  # type: ignore[attr-defined]
    assert sorted(field_order(model)) == sorted(set(model.model_fields) - {"body"})


def texts() -> Iterator[tuple[str, bytes]]:
    """The Markdown of the demonstration, of the starter, of small portals, and of every mistake, by where it stands."""
    for root in (REPOSITORY, REPOSITORY / "starter", *sorted(PORTALS.iterdir())):
        for file in sorted((root / "content").rglob("*.md")):
            yield file.relative_to(root).as_posix(), file.read_bytes()
    for mistake in sorted(CORPUS.glob("*.txt")):
        sections = mistake.read_text(encoding="utf-8").split("\n--- files\n")
        for path, text in files_of(sections[-1].split("\n--- fr\n")[0]).items():
            if path.endswith(".md"):
                yield path, text.encode()


def test_no_byte_of_prose_or_of_a_value_changes() -> None:
    """Lines are the same, each as often; what they say is the same; twice is as once."""
    done: Counter[str] = Counter()
    for path, data in texts():
        made = formatted(data, path)
        done["left" if made is None else "same" if made == data else "ordered"] += 1
        if made is None:
            continue
        before, after = document_of(data, path)[0], document_of(made, path)[0]
        front = cut(data, path)
        content_type = content_type_of(path)
        assert before
        assert after
        assert front
        assert content_type
        assert after.body == before.body
        assert made.endswith(front.after.encode())
        assert sorted(lines_of(made.decode())) == sorted(lines_of(data.decode()))
        assert says(after) == says(before)
        places = [field_order(content_type.model).index(key) for key in after.front.keys]
        assert all(one < other for one, other in pairwise(places))
        assert formatted(made, path) == made
    assert done["ordered"] > 50
    assert done["same"] > 300
    assert done["left"] > 50


@pytest.mark.parametrize("root", [REPOSITORY, REPOSITORY / "starter"], ids=["demonstration", "starter"])
def test_what_we_publish_is_in_order(root: Path) -> None:
    assert [each.path for each in formatted_files(root) if not each.is_in_order] == []
