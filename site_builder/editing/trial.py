"""What `portail check` would say of the portal if some of its files were otherwise. Nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from site_builder.editing.disk import Changed
from site_builder.incremental.recollection import Recollection
from site_builder.load.file_names import odd_names
from site_builder.load.files import FoundFile
from site_builder.load.sources import Sources, document_of, load
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import sorted_problems
from site_builder.reading import PortalRead, read_sources, run_checks

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A portal as it was read, and what is wrong with its files and with what they say."""

    root: Path
    sources: Sources
    of_files: tuple[Problem, ...]
    read: PortalRead
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether it could not be published."""
        return self.read.planned is None or has_errors(self.problems)

    def with_changes(self, changes: Mapping[str, Changed], today: date | None = None) -> "Trial":
        """The portal if these files of content/ and media/ were so."""
        return _trial(self.root, *self.sources_with(changes), today)

    def sources_with(self, changes: Mapping[str, Changed]) -> tuple[Sources, list[Problem]]:
        """Its files if these were so, and what is wrong with them."""
        gone = {change.was for change in changes.values() if change.was} - changes.keys()
        kept = (problem for problem in self.of_files if problem.place.path not in gone | changes.keys())
        documents = {path: document for path, document in self.sources.documents.items() if path not in gone}
        found: list[Problem] = [*kept, *_names(self.root, changes, self.sources)]
        for path, change in changes.items():
            if path.endswith(".md") and path.startswith("content/"):
                document, problems = document_of(change.data, path)
                found.extend(problems)
                documents |= {path: document} if document else {}
        sources = replace(
            self.sources,
            documents=dict(sorted(documents.items())),
            images=dict(_moved(self.sources.images, changes)),
            sidecars=dict(_moved(self.sources.sidecars, changes)),
            all_paths=self.sources.all_paths - gone | changes.keys(),
        )
        return sources, found


def as_it_is(root: Path, today: date | None = None) -> Trial:
    """The portal in ``root``."""
    sources, problems = load(root)
    return _trial(root, replace(sources), problems, today)


def _trial(root: Path, sources: Sources, of_files: list[Problem], today: date | None) -> Trial:
    read = read_sources(sources, of_files, today, Recollection(root, None))
    problems = tuple(sorted_problems([*read.problems, *run_checks(read).problems]))
    return Trial(root=root, sources=sources, of_files=tuple(of_files), read=read, problems=problems)


def _names(root: Path, changes: Mapping[str, Changed], sources: Sources) -> Iterator[Problem]:
    """What is wrong with the names of new files."""
    new = (FoundFile(root / path, path) for path, change in changes.items() if change.was != path)
    return odd_names(new, sources.all_paths)


def _moved(files: Mapping[str, Read], changes: Mapping[str, Changed]) -> Iterator[tuple[str, Read]]:
    """What was read of files that only have another place now."""
    to = {change.was: path for path, change in changes.items() if change.was}
    return ((to.get(path, path), file) for path, file in files.items())
