"""The index, made by Pagefind from a folder that holds the records alone, and kept for the next build.

The same records give the same bytes: filters would be written in another order each time, and there are none.
What results may be narrowed by stands in a catalogue of our own, by the names that Pagefind gives to records.
"""

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from site_builder.kept import KeptFiles, name_of
from site_builder.output import Output
from site_builder.outputs.search.record import Record
from site_builder.outputs.search.vocabulary import vocabulary
from site_builder.plan.files import SEARCH_FOLDER, catalogue_file, words_file

SHIPPED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "index/*", "fragment/*")
"""What `theme/assets/js/search/` asks for; Pagefind's own interfaces stay away."""
_SIGNATURE = b"pagefind_dcd"
"""What a fragment begins with: the text of a record, in JSON follows."""
FORMAT = 2
"""Of what this module makes of the records and of Pagefind's files: one more whenever that changes."""
PACKAGE = "pagefind-bin"
FOLDER = "search"
_LONGEST = 120
"""Seconds after which Pagefind is taken for stuck; it needs one."""


class SearchUnavailable(Exception):
    """No index can be made on this computer; the message says why."""


def search_index(records: Sequence[Record], root: Path) -> tuple[Output, ...]:
    """The files of the index. Raises SearchUnavailable."""
    kept = KeptFiles(root, FOLDER)
    name = f"{fingerprint(records)}.zip"
    if kept.size(name) is not None:
        found = _unpacked(kept.path(name))
        if found:
            return found
    files = tuple(_indexed(records))
    kept.put(name, _packed(files))
    kept.prune()
    return files


def fingerprint(records: Iterable[Record]) -> str:
    """Of all that goes in: what the records weigh is in their pages, what the script knows of them in their facts."""
    written = json.dumps([(record.lang, record.html(), record.facts) for record in records], ensure_ascii=False)
    return name_of(_version(), str(SHIPPED), str(FORMAT), written)


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        raise SearchUnavailable(f"{PACKAGE} is not installed") from None


def _indexed(records: Sequence[Record]) -> Iterator[Output]:
    with tempfile.TemporaryDirectory(prefix="portail-search-") as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        pages.mkdir()
        named = _named(records)
        for name, record in named.items():
            (pages / f"{name}.html").write_text(record.html(), encoding="utf-8")
        _run([str(_executable()), "--silent", "--site", str(pages), "--output-path", str(made)])
        for path in sorted({path for pattern in SHIPPED for path in made.glob(pattern)}):
            yield Output(f"{SEARCH_FOLDER}/{path.relative_to(made).as_posix()}", _in_order(path))
        yield from _catalogues(named, _ids(made))


def _named(records: Iterable[Record]) -> dict[str, Record]:
    """The records by the names of their files, which Pagefind's own names for them are made of.

    A name is made of the address alone, so that a record more changes no other's: readers may have the files of the
    last publication. Two records of one address are one in results: the last.
    """
    return {sha256(f"{record.lang} {record.url}".encode()).hexdigest()[:16]: record for record in records}


def _in_order(path: Path) -> bytes:
    """The bytes of a file; the one that lists the languages has them in another order each time."""
    data = path.read_bytes()
    return json.dumps(json.loads(data), sort_keys=True).encode() if path.suffix == ".json" else data


def _ids(made: Path) -> dict[str, str]:
    """What Pagefind calls each file, as its script does: fragments are named so, and hold the address of a page."""
    try:
        return {
            json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))["url"].strip("/").split(".")[0]: (
                path.stem
            )
            for path in made.glob("fragment/*")
        }
    except (OSError, ValueError, KeyError) as error:
        raise SearchUnavailable(f"the index is not as Pagefind 1.5 writes it: {error}") from error


def _catalogues(named: Mapping[str, Record], ids: Mapping[str, str]) -> Iterator[Output]:
    if named.keys() != ids.keys():
        raise SearchUnavailable(f"{len(named)} texts were given to Pagefind, {len(ids)} are in its index")
    for lang in sorted({record.lang for record in named.values()}):
        known = {ids[name]: record.facts for name, record in named.items() if record.lang == lang}
        data = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        yield Output(catalogue_file(lang), data.encode())
        told = vocabulary(record for record in named.values() if record.lang == lang)
        yield Output(words_file(lang), "\n".join(told).encode())


def _executable() -> Path:
    """Pagefind, as its wheel brings it. Raises SearchUnavailable where there is no wheel for this computer."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - a portal is built without it as well

        return Path(get_executable())
    except (ImportError, OSError) as error:
        raise SearchUnavailable(str(error)) from error


def _run(command: Sequence[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchUnavailable(str(error)) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SearchUnavailable(said[-1] if said else f"Pagefind stopped with code {done.returncode}")


def _packed(files: Iterable[Output]) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for file in files:
            archive.writestr(ZipInfo(file.path), file.data)
    return whole.getvalue()


def _unpacked(path: Path) -> tuple[Output, ...]:
    """The files of a kept index; none where it cannot be read: it is made again."""
    try:
        with ZipFile(path) as archive:
            return tuple(Output(name, archive.read(name)) for name in archive.namelist())
    except (OSError, BadZipFile):
        return ()
