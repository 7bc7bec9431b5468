"""The site before a proposal and with it, both made now and on this machine, so that only what is written differs."""

import os
import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.host import HostTheme
from site_builder.incremental.recollection import Recollection
from site_builder.leaving_out.stage import Published, publish_without_mistakes
from site_builder.load.git import MOST_SECONDS, Git
from site_builder.order import BuildOrder
from site_builder.output import STAGING
from site_builder.pictures.cache import FOLDER as PICTURES
from site_builder.progress import UNWATCHED
from site_builder.publish.manifest import NO_FILES
from site_builder.reading import read_portal
from site_builder.reviewing.changes import ChangedPage, Site, changed_pages
from site_builder.reviewing.lost_addresses import LostAddresses, lost_addresses
from site_builder.reviewing.unannounced import Unannounced, unannounced


class NoSuchVersion(Exception):
    """Git does not have the version, or there is no Git."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A proposal as a site. ``site`` is None where it could not be made: ``published`` says why.

    ``is_compared``: whether there was a site before it; all pages are new where there was none. ``lost``: the addresses
    of entries that lead nowhere with it; ``unannounced``: the events that it moves without telling calendars.
    """

    published: Published
    site: Site | None = None
    pages: tuple[ChangedPage, ...] = ()
    is_compared: bool = True
    lost: tuple[LostAddresses, ...] = ()
    unannounced: tuple[Unannounced, ...] = ()


@contextmanager
def reviewed(order: BuildOrder, base: str, host: Callable[[Path], HostTheme]) -> Iterator[Review]:
    """The site of ``order``, compared with that of the portal's version ``base`` (a name that Git knows).

    Both are made without what has mistakes, in a folder that is there for the block alone: the order's destination is
    left as it is. Raises NoSuchVersion.
    """
    with TemporaryDirectory(prefix="portail-") as name:
        former = Path(name) / "portal"
        _check_out(order.root, base, former)
        destination = Path(name) / "site"
        published = publish_without_mistakes(replace(order, destination=destination))
        if published.built.failed:
            yield Review(published=published)
            return
        site = Site(folder=destination, manifest=published.built.written.manifest)
        _lend_pictures(order.root, former)
        before = _before(order, former, host)
        pages = changed_pages(before or Site(folder=former, manifest=NO_FILES), site)
        review = Review(published=published, site=site, pages=pages, is_compared=before is not None)
        if before is None:
            yield review
            return
        was, now = (
            read_portal(root, order.today, UNWATCHED, Recollection(root, None)) for root in (former, order.root)
        )
        lost = lost_addresses(was, now, before.manifest, site.manifest)
        yield replace(review, lost=lost, unannounced=unannounced(was, now))


def _before(order: BuildOrder, root: Path, host: Callable[[Path], HostTheme]) -> Site | None:
    """The site of the portal in ``root``; None where it cannot be made, or there was none."""
    if not (root / "data" / "portal.yml").is_file():
        return None
    destination = root / "site"
    theme = replace(host(root), site_url=order.theme.site_url)
    asked = BuildOrder(root=root, theme=theme, destination=destination, jobs=order.jobs, today=order.today)
    built = publish_without_mistakes(asked).built
    return None if built.failed else Site(folder=destination, manifest=built.written.manifest)


def _check_out(root: Path, base: str, folder: Path) -> None:
    """Write the portal's version ``base`` into ``folder``. Nothing of the portal's own folder is touched."""
    git = Git.within(root, 10 * MOST_SECONDS)
    commit = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}") if git else b""
    data = git.run("archive", "--format=tar", commit.decode().strip()) if git and commit else b""
    if not data:
        raise NoSuchVersion(base)
    folder.mkdir()
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        for member in archive:
            found = archive.extractfile(member) if member.isfile() else None  # links are refused in a portal
            if found:
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(found.read())


def _lend_pictures(root: Path, former: Path) -> None:
    """Pictures that are made already serve the former version too; they are never altered."""
    made = root / STAGING / PICTURES
    if made.is_dir():
        shutil.copytree(made, former / STAGING / PICTURES, copy_function=_linked)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copyfile(source, target)
