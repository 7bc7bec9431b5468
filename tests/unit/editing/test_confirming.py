"""Confirming an adaptation changes one line of its file, whatever tools its editor has."""

from pathlib import Path

import pytest

from site_builder.editing.confirming import Confirmed, FrontLine, confirm
from site_builder.editing.field_values import with_value

EDITION = "v1a2b3c-4d5e6f-7a8b9c"
PATH = "content/welcome/town.md"


def document(*lines: str, body: str = "Texte.\n") -> str:
    return "\n".join(["---", "id: town", "title: Là", *lines, "---", "", body])


MODE = "mode: append"
LINE = FrontLine("against", EDITION)
WRITTEN = str(LINE)
CHANGES = {
    "no line yet": (document(MODE), document(MODE, WRITTEN)),
    "no line yet, above what follows": (document(MODE, "see: Là."), document(MODE, WRITTEN, "see: Là.")),
    "no line yet, a field that nobody knows": (document(MODE, "sea: Là."), document(MODE, WRITTEN, "sea: Là.")),
    "no line yet, a comment after mode": (document(f"{MODE}  # oui"), document(f"{MODE}  # oui", WRITTEN)),
    "mode in quotes": (document('mode: "append"'), document('mode: "append"', WRITTEN)),
    "mode on the next line": (document("mode:", "  append"), document("mode:", "  append", WRITTEN)),
    "another edition": (document(MODE, "against: vc3a272f5"), document(MODE, WRITTEN)),
    "the word new": (document("against: new", MODE), document(WRITTEN, MODE)),
    "a comment at the line's end": (document(MODE, "against: new # lu"), document(MODE, f"{WRITTEN} # lu")),
    "spaces kept": (document(MODE, "against:   new  "), document(MODE, f"against:   {EDITION}  ")),
    "straight quotes": (document(MODE, 'against: "new"  # lu'), document(MODE, f'against: "{EDITION}"  # lu')),
    "single quotes": (document(MODE, "against: 'new'"), document(MODE, f"against: '{EDITION}'")),
    "an empty value": (document(MODE, "against:"), document(MODE, WRITTEN)),
    "an empty value and a comment": (document(MODE, "against: # lu"), document(MODE, f"{WRITTEN} # lu")),
    "empty quotes": (document(MODE, 'against: ""'), document(MODE, f'against: "{EDITION}"')),
    "a key in quotes": (document(MODE, '"against": new'), document(MODE, f'"against": {EDITION}')),
    "already there": (document(MODE, WRITTEN), document(MODE, WRITTEN)),
    "blank lines first": ("\n\n" + document(MODE), "\n\n" + document(MODE, WRITTEN)),
    "no final newline": (document(MODE, body="Fin"), document(MODE, WRITTEN, body="Fin")),
    "an empty body": ("---\nmode: hide\n---", f"---\nmode: hide\n{WRITTEN}\n---"),
    "the same words in the text": (
        document(MODE, body="mode: append\nagainst: new\n"),
        document(MODE, WRITTEN, body="mode: append\nagainst: new\n"),
    ),
}


def with_mark(data: bytes) -> bytes | None:
    return with_value(data, PATH, LINE.field, LINE.value)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_the_line_that_changes(before: str, after: str, mark: bytes, ending: str) -> None:
    made = with_mark(mark + before.replace("\n", ending).encode())
    assert made == mark + after.replace("\n", ending).encode()
    assert with_mark(made) == made


def test_line_ends_of_two_kinds_stay() -> None:
    before = b"---\r\nid: town\nmode: hide\r\n---\nUn.\r\nDeux.\n"
    after = f"---\r\nid: town\nmode: hide\r\n{WRITTEN}\r\n---\nUn.\r\nDeux.\n".encode()
    assert with_mark(before) == after


@pytest.mark.parametrize(
    "text",
    [
        document(MODE, "against: [new]"),
        document(MODE, "against: >", "  new"),
        document(MODE, "against:", "  ~"),
        document(MODE, "against: ~"),
        document(MODE, 'against: "n\\u0065w"'),
        document(MODE, "against: new", "against: newer"),
        "---\n{id: town, mode: append, title: Là}\n---\n",
        "---\nmode: append\n",
        "mode: append\n",
        "",
    ],
)
def test_what_is_not_one_line_is_left_to_its_editor(text: str) -> None:
    assert with_mark(text.encode()) is None


def test_a_file_that_is_not_utf8_is_left_to_its_editor() -> None:
    assert with_mark(document(MODE).encode("cp1252")) is None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    file = tmp_path / "portal" / PATH
    file.parent.mkdir(parents=True)
    file.write_text(document(MODE), encoding="utf-8")
    file.chmod(0o640)
    return tmp_path / "portal"


def test_a_file_is_written_once(root: Path) -> None:
    assert confirm(root, PATH, LINE) is Confirmed.WRITTEN
    written = (root / PATH).stat()
    assert (root / PATH).read_text(encoding="utf-8") == document(MODE, WRITTEN)
    assert written.st_mode & 0o777 == 0o640
    assert confirm(root, PATH, LINE) is Confirmed.ALREADY
    assert (root / PATH).stat() == written
    assert [file.name for file in (root / PATH).parent.iterdir()] == ["town.md"]


def test_what_is_not_one_line_is_not_written(root: Path) -> None:
    (root / PATH).write_text(document(MODE, "against: [new]"), encoding="utf-8")
    assert confirm(root, PATH, LINE) is Confirmed.REFUSED
    assert (root / PATH).read_text(encoding="utf-8") == document(MODE, "against: [new]")


def test_a_link_to_a_file_is_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    (root / PATH).rename(elsewhere)
    (root / PATH).symlink_to(elsewhere)
    assert confirm(root, PATH, LINE) is Confirmed.REFUSED
    assert elsewhere.read_text(encoding="utf-8") == document(MODE)
    assert (root / PATH).is_symlink()


def test_a_link_to_a_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "welcome"
    (root / PATH).parent.rename(elsewhere)
    (root / PATH).parent.symlink_to(elsewhere)
    assert confirm(root, PATH, LINE) is Confirmed.REFUSED
    assert (elsewhere / "town.md").read_text(encoding="utf-8") == document(MODE)


def test_a_folder_and_nothing_at_all(root: Path) -> None:
    assert confirm(root, "content/welcome", LINE) is Confirmed.REFUSED
    with pytest.raises(FileNotFoundError):
        confirm(root, "content/welcome/gone.md", LINE)


def test_a_portal_that_is_reached_through_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "here").symlink_to(root)
    assert confirm(tmp_path / "here", PATH, LINE) is Confirmed.WRITTEN


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_fails_leaves_the_file_as_it_was(step: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space left"):
        confirm(root, PATH, LINE)
    assert (root / PATH).read_text(encoding="utf-8") == document(MODE)
    assert [file.name for file in (root / PATH).parent.iterdir()] == ["town.md"]
