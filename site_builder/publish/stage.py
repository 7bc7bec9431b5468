"""A site's two trees: the idle one is brought up to date and verified, then takes the live one's place."""

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_builder.output import SITE_MARK
from site_builder.problems import Place, Problem
from site_builder.publish.disk import disk_understood, refuse_apart
from site_builder.publish.known import KnownTree
from site_builder.publish.lock import sole_builder
from site_builder.publish.manifest import Manifest, Manifests, running_since
from site_builder.publish.ownership import open_staging, refuse_foreign, refuse_sources
from site_builder.publish.survey import Survey, differences, lost, remove, without_links
from site_builder.publish.swap import exchange, recover, staging_folder
from site_builder.publish.tree import TreeWriter, WrittenFiles

_NAMED = 5
"""Files that a message lists."""


class IncompleteTree(Exception):
    """The tree on disk is not the one that was planned; it is not published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A tree that is being made. ``former``: the live one, where there are two."""

    root: Path
    writer: TreeWriter
    former: KnownTree | None = None

    def begin(self) -> Survey:
        """Make it ready to be written into, and say what stood there.

        The mark comes before anything else: a build halfway is known as ours.
        """
        found = without_links(self.root, self.writer.known)
        self.writer.write(SITE_MARK)
        return found

    def settle(self, expected: Set[str], written: WrittenFiles, found: Survey) -> None:
        """Take out what is no longer part of the site of what was ``found`` there.

        Raises IncompleteTree unless every file that was planned has been written once and stands there as it was.
        """
        remove(self.root, found.foreign(written.manifest))
        missing = sorted({*lost(self.root, written.manifest), *(expected - written.manifest.keys())})
        if missing or written.files != len(expected):
            raise IncompleteTree(_said(missing, written.files, len(expected)))


def tree_in_place(root: Path) -> Tree:
    """One that a host has emptied, and that is live while it is made."""
    return Tree(root=root, writer=TreeWriter(root))


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedTree(Tree):
    """The idle tree of a site that is published in ``live``."""

    live: Path
    manifests: Manifests

    def publish(self, manifest: Manifest) -> tuple[Problem, ...]:
        """Readers find this tree from now on. Of the one that was live, what is no longer part of the site goes.

        Returns what is to be said where that could not be done: the site is published all the same.
        """
        self.manifests.write(self.root, manifest)
        exchange(self.root, self.live)
        try:
            self._clear_former(manifest)
            self.manifests.forget_all_but((self.root, self.live))
        except OSError as error:
            return (Problem("former-left", Place(str(self.root)), {"folder": self.root.parent, "error": error}),)
        return ()

    def _clear_former(self, manifest: Manifest) -> None:
        """Who has left the site leaves the old tree as well, and its manifest; an unknown tree is looked through."""
        former = self.former.manifest if self.former else {}
        gone = former.keys() - manifest.keys()
        if gone:
            remove(self.root, gone)
            self.manifests.write(self.root, {path: record for path, record in former.items() if path not in gone})
        elif not former:
            remove(self.root, differences(self.root, manifest).foreign)


@contextmanager
def staged_tree(root: Path, destination: Path) -> Iterator[StagedTree]:
    """The tree in which the portal in ``root`` is made to be published in ``destination``, kept from other builds.

    Raises PublishingRefused, before anything is read, when a folder in the way is not ours, or another build runs;
    PublishingStopped when the disk does not do what it must, then or later.
    """
    staged = staging_folder(destination)
    with disk_understood(staged, destination), _alone(root, staged, destination):
        recover(staged, destination)
        manifests = Manifests(staged, running_since())
        former = KnownTree(destination, manifests.read(destination))
        live = former if destination.is_dir() else None  # else each file would be looked for where there is no site yet
        writer = TreeWriter(staged, manifests.read(staged), live)
        yield StagedTree(root=staged, live=destination, manifests=manifests, former=former, writer=writer)


@contextmanager
def _alone(root: Path, staged: Path, destination: Path) -> Iterator[None]:
    refuse_sources(root, destination)
    refuse_foreign(destination)
    open_staging(staged)
    refuse_apart(staged, destination)
    with sole_builder(staged):
        yield


def _said(lost: Sequence[str], written: int, planned: int) -> str:
    """How the tree on disk is not the one that was planned."""
    named = f"; not there: {', '.join(lost[:_NAMED])}" if lost else ""
    return f"{written} files were written of {planned} planned{named}"
