"""What a build leaves is read by the next one as it was, or not at all."""

from pathlib import Path

import pytest

from site_builder.incremental.former import Former, Pickled
from site_builder.incremental.store import Store

PARTS = {
    "portal.names": Former("0a", {"records.settings": "0b", "today": "0c"}, Pickled(b"names")),
    "records.read": Former("0d", {"content": "0e"}, None),
    "portal.none": Former("0f", {}, Pickled(b"")),
}


def as_written(parts: dict[str, Former]) -> dict[str, tuple[str, dict[str, str], bytes | None]]:
    return {name: (p.fingerprint, dict(p.asked), p.value() if p.value else None) for name, p in parts.items()}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    assert as_written(Store(tmp_path, "key").read()) == as_written(PARTS)
    Store(tmp_path, "key").write({})
    assert Store(tmp_path, "key").read() == {}


def test_another_engine_reads_nothing_of_it(tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    assert Store(tmp_path, "other").read() == {}


@pytest.mark.parametrize("place", [0, 9, 50, 150])
def test_an_index_that_was_harmed_is_not_believed(place: int, tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    file = tmp_path / ".portail/parts/key"
    written = bytearray(file.read_bytes())
    written[place] ^= 1
    file.write_bytes(written)
    assert Store(tmp_path, "key").read() == {}
    file.write_bytes(written[: len(written) // 2])
    assert Store(tmp_path, "key").read() == {}


def test_a_value_that_was_harmed_is_not_believed(tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    file = tmp_path / ".portail/parts/key"
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    said = as_written(Store(tmp_path, "key").read())
    assert said == {**as_written(PARTS), "portal.names": ("0a", {"records.settings": "0b", "today": "0c"}, None)}


def test_a_value_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    former = Store(tmp_path, "key").read()["portal.names"]
    (tmp_path / ".portail/parts/key").unlink()
    assert former.value is not None
    assert former.value() is None
