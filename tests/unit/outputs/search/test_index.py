"""The index: files of a real Pagefind, kept, and what is said where it cannot be made."""

import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from site_builder.model.page import Door
from site_builder.outputs.search import index as module
from site_builder.outputs.search import record as record_module
from site_builder.outputs.search.index import SearchUnavailable, search_index
from site_builder.outputs.search.record import Record


def record(number: int, lang: str = "fr") -> Record:
    text = Markup("<p>Texte {}</p>").format(number)
    return Record(url=f"/a/#{number}", lang=lang, kind="block", title=f"Titre {number}", text=text, door=Door.WELCOME)


RECORDS = (record(0), record(1), record(2, "en"))


def fake(tmp_path: Path, script: str) -> Path:
    """A program in Pagefind's place."""
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_its_files(tmp_path: Path) -> None:
    files = {output.path: output.data for output in search_index(RECORDS, tmp_path)}
    folders = sorted({path.rpartition("/")[0] for path in files})
    assert folders == ["pagefind", "pagefind/fragment", "pagefind/index"]
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json", "pagefind/wasm.fr.pagefind"} < files.keys()
    assert not any(path.endswith((".css", "ui.js", "worker.js")) for path in files)
    french = json.loads(files["pagefind/catalogue-fr.json"])
    assert sorted(french.values()) == [
        ["/a/#0", "block", "welcome", [], [], []],
        ["/a/#1", "block", "welcome", [], [], []],
    ]
    assert {f"pagefind/fragment/{name}.pf_fragment" for name in french} < files.keys()
    assert files["pagefind/words-fr.txt"].decode().split() == ["titre", "texte"]
    assert list(json.loads(files["pagefind/catalogue-en.json"]).values()) == [["/a/#2", "block", "welcome", [], [], []]]


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    many = [record(number, lang) for number, lang in enumerate(["fr", "en", "de", "es"] * 10)]
    made = []
    for name in ("one", "other", "third"):
        (tmp_path / name).mkdir()
        made.append(search_index(many, tmp_path / name))
    assert made[0] == made[1] == made[2]


def test_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = search_index(RECORDS, tmp_path)
    monkeypatch.setattr(module, "_run", lambda command: pytest.fail("made again"))
    assert search_index(RECORDS, tmp_path) == first
    with pytest.raises(pytest.fail.Exception, match="made again"):
        search_index(RECORDS[:2], tmp_path)


@pytest.mark.parametrize(
    ("changed", "weights"),
    [
        ({"kind": "step"}, {}),
        ({"places": ("dax",)}, {}),
        ({"themes": ("Se loger",)}, {}),
        ({"audiences": ("family",)}, {}),
        ({"far": ("docteur",)}, {}),
        ({}, {"TITLE": 9}),
        ({}, {"TITLES": {"block": 2}}),
        ({}, {"FAR": 0.7}),
    ],
)
def test_what_makes_another_index(
    changed: dict[str, Any], weights: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = replace(record(0), far=("médecin",))
    first = module.fingerprint([before])
    for name, weight in weights.items():
        monkeypatch.setattr(record_module, name, weight)
    assert module.fingerprint([replace(before, **changed)]) != first


def test_what_is_made_otherwise_makes_another_index(monkeypatch: pytest.MonkeyPatch) -> None:
    first = module.fingerprint([record(0)])
    monkeypatch.setattr(module, "FORMAT", module.FORMAT + 1)
    assert module.fingerprint([record(0)]) != first


def test_the_weight_of_what_is_written_for_a_place_makes_another_index(monkeypatch: pytest.MonkeyPatch) -> None:
    local = replace(record(0), places=("dax",))
    first = module.fingerprint([local])
    monkeypatch.setattr(record_module, "LOCAL", 1)
    assert module.fingerprint([local]) != first


def test_a_record_more_changes_no_other_s_name(tmp_path: Path) -> None:
    """Readers may have the catalogue or the texts of the last publication."""

    def named(records: tuple[Record, ...], root: Path) -> dict[str, str]:
        root.mkdir()
        files = {output.path: output.data for output in search_index(records, root)}
        known = [json.loads(data) for path, data in files.items() if "catalogue" in path]
        return {facts[0]: name for catalogue in known for name, facts in catalogue.items()}

    before = named(RECORDS, tmp_path / "before")
    after = named((record(7), *RECORDS), tmp_path / "after")
    assert len(before) == 3
    assert {url: name for url, name in after.items() if url != "/a/#7"} == before
    assert after["/a/#7"] not in before.values()


def test_one_that_is_broken_is_made_again(tmp_path: Path) -> None:
    first = search_index(RECORDS, tmp_path)
    (kept,) = (tmp_path / ".portail" / "search").iterdir()
    kept.write_bytes(b"half of it")
    assert search_index(RECORDS, tmp_path) == first


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo first; echo 'no room' >&2; exit 1", "no room"),
        ("exit 3", "Pagefind stopped with code 3"),
        ("exit 0", "3 texts were given to Pagefind, 0 are in its index"),
    ],
)
def test_what_keeps_it_from_being_made(script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake(tmp_path, script)
    monkeypatch.setattr(module, "_executable", lambda: program)
    with pytest.raises(SearchUnavailable) as raised:
        search_index(RECORDS, tmp_path)
    assert str(raised.value) == said


def test_an_index_of_another_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = fake(tmp_path, 'mkdir -p "$5/fragment"; echo strange > "$5/fragment/fr_1.pf_fragment"')
    monkeypatch.setattr(module, "_executable", lambda: program)
    with pytest.raises(SearchUnavailable, match=r"^the index is not as Pagefind 1\.5 writes it: "):
        search_index(RECORDS, tmp_path)


def test_without_pagefind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGE", "no-such-package")
    with pytest.raises(SearchUnavailable, match="no-such-package is not installed"):
        search_index(RECORDS, tmp_path)
