"""Writing the files of a tree: each is left as it stands, linked to the former tree's, or new; none is written over."""

import errno
import os
import shutil
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple, TypeVar

from site_builder.incremental.inputs import fingerprint
from site_builder.output import Kept, Made
from site_builder.publish.known import BINARY, NO_FOLLOW, KnownTree
from site_builder.publish.manifest import NO_FILES, FileRecord, Manifest

Put = TypeVar("Put")
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK}
"""What systems say where a second name cannot be had: by the disk, by the file's owner, by their number."""


class NotKept(Exception):
    """A file that should have stayed as it is does not stand in the former tree any more."""


class How(Enum):
    """How a file came to stand in the tree."""

    NEW = "new"
    LINKED = "linked"
    LEFT = "left"


class WrittenFile(NamedTuple):
    """A file that stands in the tree as it should."""

    path: str
    record: FileRecord
    how: How
    asked: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFiles:
    """The files of a tree, or of a share of it; how many are new, linked to the former tree's, left as they stood.

    ``created``: the paths of those that are new; ``asked``: what files were made from, by path, where it was noted.
    """

    manifest: Manifest = field(default_factory=dict)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    created: tuple[str, ...] = ()
    new: int = 0
    linked: int = 0
    left: int = 0

    @classmethod
    def of(cls, files: Iterable[WrittenFile]) -> "WrittenFiles":
        """All of them; they are written as they are asked for."""
        manifest: dict[str, FileRecord] = {}
        created: list[str] = []
        asked: dict[str, tuple[str, ...]] = {}
        how: Counter[How] = Counter()
        for file in files:
            manifest[file.path] = file.record
            how[file.how] += 1
            if file.how is How.NEW:
                created.append(file.path)
            if file.asked is not None:
                asked[file.path] = file.asked
        counts = {each.value: how[each] for each in How}
        return cls(manifest=manifest, asked=asked, created=tuple(created), **counts)

    def __add__(self, other: "WrittenFiles") -> "WrittenFiles":
        return WrittenFiles(
            manifest={**self.manifest, **other.manifest},
            asked={**self.asked, **other.asked},
            created=self.created + other.created,
            new=self.new + other.new,
            linked=self.linked + other.linked,
            left=self.left + other.left,
        )

    @property
    def files(self) -> int:
        """A path that was written twice counts twice."""
        return self.new + self.linked + self.left

    @property
    def bytes(self) -> int:
        return sum(record.size for record in self.manifest.values())


NOTHING = WrittenFiles()


class TreeWriter:
    """Writes below ``root``, of which ``known`` says what stands there already; ``former`` is the tree to link to.

    Without ``known`` no manifest is kept of the tree: fingerprints, which take a moment, are left empty.

    A folder is made when a file finds none: asking the disk 9,000 times is slow. No file is ever opened to be written
    over: it may be the former tree's, which is live, and who has begun to read the old file reads it to its end.
    """

    def __init__(self, root: Path, known: Manifest | None = None, former: KnownTree | None = None) -> None:
        self._root = str(root)
        self._own = KnownTree(root, known or NO_FILES)
        self._former = former
        self._said = fingerprint if known is not None else _unsaid

    def write(self, made: Made) -> WrittenFile:
        """One file, its folders made as needed.

        Raises ValueError for a path that would leave the root, NotKept for a file to keep that is not there as it was.
        """
        _refuse_outside(made.path)
        said = made.fingerprint if isinstance(made, Kept) else self._said(made.data)
        left = self._own.believed(made.path, said)
        if left:
            return WrittenFile(made.path, left, How.LEFT, made.asked)
        size = None if isinstance(made, Kept) else len(made.data)
        record = self._former.found(made.path, said, size) if self._former else None
        if self._former and record and self._linked(made.path, self._former):
            return WrittenFile(made.path, record, How.LINKED, made.asked)
        if not isinstance(made, Kept):
            return WrittenFile(made.path, self._created(made.path, made.data, said), How.NEW, made.asked)
        if not self._former or not record:
            raise NotKept(made.path)
        data = self._former.data(made.path)
        return WrittenFile(made.path, self._created(made.path, data, said), How.NEW, made.asked)

    def write_all(self, files: Iterable[Made]) -> WrittenFiles:
        """All of them, one at a time."""
        return WrittenFiles.of(map(self.write, files))

    def keep_all(self, files: Iterable[Kept], whole: Container[str]) -> WrittenFiles:
        """The same of files that stay as they are. ``whole``: those of the tree that were found as it is known."""

        def kept(file: Kept) -> WrittenFile:
            record = self.known.get(file.path) if file.path in whole else None
            if record is None or record.fingerprint != file.fingerprint:
                return self.write(file)
            return WrittenFile(file.path, record, How.LEFT, file.asked)

        return WrittenFiles.of(map(kept, files))

    @property
    def known(self) -> Manifest:
        """What is known of the tree."""
        return self._own.manifest

    def _linked(self, path: str, former: KnownTree) -> bool:
        """Whether the former tree's file stands here too now; not where the disk knows no second names."""
        try:
            self._put(path, lambda place: os.link(os.path.join(former.root, path), place))
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            return False
        return True

    def _created(self, path: str, data: bytes, said: str) -> FileRecord:
        return FileRecord.of(said, self._put(path, lambda place: _new_file(place, data)))

    def _put(self, path: str, put: Callable[[str], Put]) -> Put:
        """What ``put`` puts in the place of the path: it is free, in a folder that is made where it is missing."""
        place = os.path.join(self._root, path)
        try:
            return _put_into(place, put)
        except FileNotFoundError:
            pass
        except (IsADirectoryError, NotADirectoryError):
            _make_way(self._root, path)
        _make_folder(os.path.dirname(place))
        return _put_into(place, put)


def _put_into(place: str, put: Callable[[str], Put]) -> Put:
    try:
        return put(place)
    except FileExistsError:
        os.unlink(place)
        return put(place)


def _make_folder(folder: str) -> None:
    """With those above it; nine times in ten they are there, and it is not."""
    try:
        os.mkdir(folder)
    except (FileNotFoundError, FileExistsError):
        os.makedirs(folder, exist_ok=True)


def _make_way(root: str, path: str) -> None:
    """Remove what an older site had there: a folder in the place of a file, a file in the place of one of its folders.

    Another process may be about to remove it as well.
    """
    folder = root
    for name in path.split("/")[:-1]:
        folder = os.path.join(folder, name)
        if not os.path.isdir(folder):
            with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                os.remove(folder)
    shutil.rmtree(os.path.join(root, path), ignore_errors=True)


def _new_file(place: str, data: bytes) -> os.stat_result:
    """What the disk says of it when it is closed: a network's disk may say another time before."""
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | BINARY, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
    except OSError as error:
        error.filename = place  # a full disk does not say where
        raise
    finally:
        os.close(descriptor)
    return os.stat(place, follow_symlinks=False)


def _unsaid(_data: bytes) -> str:
    return ""


def _refuse_outside(path: str) -> None:
    """Only plain names between ``/``: nothing absolute, no drive, no way up."""
    up = ".." in path and ".." in path.split("/")
    if not path or up or "\\" in path or path.startswith("/") or os.path.splitdrive(path)[0]:
        raise ValueError(f"not a path below the site: {path!r}")
