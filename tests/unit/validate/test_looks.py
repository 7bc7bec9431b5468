"""What originals were seen to be is remembered by their bytes, where the disk lets it be."""

import json
from pathlib import Path

import pytest

from site_builder.validate import looks
from site_builder.validate.looks import Looks
from site_builder.validate.originals import Seen, look_at
from tests.photographs import file_of, photograph, quarters

PHOTOGRAPH = photograph("JPEG", 6)
SEEN = Seen(weight=len(PHOTOGRAPH), form="JPEG", size=(32, 48), located=True)


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The weights of what was really looked at."""
    weights: list[int] = []

    def look(data: bytes) -> Seen:
        weights.append(len(data))
        return look_at(data)

    monkeypatch.setattr(looks, "look_at", look)
    return weights


def image_in(folder: Path, data: bytes = PHOTOGRAPH) -> Path:
    file = folder / "a.jpg"
    file.write_bytes(data)
    return file


def test_an_image_is_looked_at_once(looked: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = image_in(tmp_path)
    assert [Looks(tmp_path).at(file) for _ in range(3)] == [SEEN] * 3
    assert looked == [SEEN.weight]
    other = file_of(quarters(), "JPEG")
    assert Looks(tmp_path).at(image_in(tmp_path, other)) == look_at(other)
    assert looked == [SEEN.weight, len(other)]
    monkeypatch.setattr(looks, "MARK", "another Pillow")
    assert Looks(tmp_path).at(image_in(tmp_path)) == SEEN
    assert looked == [SEEN.weight, len(other), SEEN.weight]


@pytest.mark.parametrize("note", ["{", "{}x", json.dumps({"colour": "red"})])
def test_a_damaged_note_is_written_anew(note: str, looked: list[int], tmp_path: Path) -> None:
    file = image_in(tmp_path)
    Looks(tmp_path).at(file)
    (kept,) = (tmp_path / ".portail" / "originals").iterdir()
    kept.write_text(note)
    assert [Looks(tmp_path).at(file) for _ in range(2)] == [SEEN] * 2
    assert len(looked) == 2


@pytest.mark.parametrize("where", ["a link", "a file", "read only"])
def test_where_nothing_can_be_kept_each_is_looked_at(
    where: str, looked: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, place = image_in(tmp_path), tmp_path / ".portail"
    if where == "a link":
        (tmp_path / "elsewhere").mkdir()
        place.symlink_to(tmp_path / "elsewhere")
    elif where == "a file":
        place.write_text("mine")
    else:
        monkeypatch.setattr("tempfile.mkstemp", lambda **options: (_ for _ in ()).throw(PermissionError()))
    kept = Looks(tmp_path)
    assert [kept.at(file) for _ in range(2)] == [SEEN] * 2
    kept.prune()
    assert len(looked) == 2
    assert not list(tmp_path.glob("elsewhere/*"))


def test_what_could_not_be_read_is_looked_at_again(looked: list[int], tmp_path: Path) -> None:
    file = image_in(tmp_path, b"no image")
    assert [Looks(tmp_path).at(file).fault for _ in range(2)] == ["image-unreadable"] * 2
    assert looked == [8, 8]


def test_of_a_file_that_has_gone_nothing_is_said(looked: list[int], tmp_path: Path) -> None:
    assert Looks(tmp_path).at(tmp_path / "gone.jpg") == Seen()
    assert looked == []
