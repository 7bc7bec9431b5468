"""What a build leaves is read by the next one as it was, or not at all."""

from pathlib import Path

import pytest

from site_builder.incremental.parts import Former
from site_builder.incremental.store import Store

PARTS = {
    "portal.names": Former("0a", {"records.settings": "0b", "today": "0c"}, b"names"),
    "records.read": Former("0d", {"content": "0e"}, None),
    "portal.none": Former("0f", {}, b""),
}


def as_written(parts: dict[str, Former]) -> dict[str, tuple[str, dict[str, str], bytes | None]]:
    return {
        name: (p.fingerprint, dict(p.asked), None if p.data is None else bytes(p.data)) for name, p in parts.items()
    }


def test_what_was_written_is_read(tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    assert as_written(Store(tmp_path, "key").read()) == as_written(PARTS)
    Store(tmp_path, "key").write({})
    assert Store(tmp_path, "key").read() == {}


def test_another_engine_reads_nothing_of_it(tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    assert Store(tmp_path, "other").read() == {}


@pytest.mark.parametrize("place", [0, 9, 50, -1])
def test_a_file_that_was_harmed_is_not_believed(place: int, tmp_path: Path) -> None:
    Store(tmp_path, "key").write(PARTS)
    file = tmp_path / ".portail/parts/key"
    written = bytearray(file.read_bytes())
    written[place] ^= 1
    file.write_bytes(written)
    assert Store(tmp_path, "key").read() == {}
    file.write_bytes(written[: len(written) // 2])
    assert Store(tmp_path, "key").read() == {}
