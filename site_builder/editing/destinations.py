"""Where a file of the portal is to go, as somebody said it: a new name, a folder, a path."""

import os
from pathlib import Path, PurePosixPath

from site_builder.editing.formatting import content_type_of
from site_builder.editing.moving import Refused, stem_of
from site_builder.editing.trial import Trial
from site_builder.load.file_names import is_safe, safe_path
from site_builder.model.paths import composed


def destination(portal: Trial, old: str, said: str, here: Path) -> str | Refused:
    """The path without its endings (``content/assets/dune``) that ``said`` means, for the file ``old``.

    A name alone stays in the folder of the file; an existing folder, or one whose name ends in ``/``, keeps the name.
    """
    stem = own_stem(portal, old)
    path = _path(portal.root, stem, said, here)
    if path is None:
        return Refused(word="mv-outside", values={"path": said})
    ending = PurePosixPath(old).suffix
    if old.startswith("media/") and PurePosixPath(path).suffix.lower() not in {"", ending.lower()}:
        return Refused(word="mv-other-format", values={"path": path, "ending": ending})
    whole = f"{path.removesuffix(ending)}{ending}"
    if any(part.startswith((".", "_")) for part in PurePosixPath(whole).parts):
        return Refused(word="mv-hidden", values={"path": whole})
    new = own_stem(portal, whole)
    if whole.removeprefix(new) not in {old.removeprefix(stem), ending}:
        return Refused(word="mv-language", values={"path": whole, "fixed": f"{new}{ending}"})
    return _refused(portal, old, stem, new) or new


def own_stem(portal: Trial, path: str) -> str:
    """A path without the endings that its languages, or the formats of an image, add."""
    return stem_of(path, portal) if path.endswith(".md") else path.rpartition(".")[0]


def through_link(root: Path, path: str) -> bool:
    """Whether the path, or a folder above it, is a symbolic link inside the portal."""
    return any((root / part).is_symlink() for part in (path, *map(str, PurePosixPath(path).parents)))


def _path(root: Path, stem: str, said: str, here: Path) -> str | None:
    """The path below the root; None outside."""
    if not said.strip("./"):
        return None
    if "/" not in said and not (here / said).is_dir():
        return composed(f"{PurePosixPath(stem).parent}/{said}")
    for base in (here, root):
        whole = Path(os.path.normpath(base / said))
        if whole.is_relative_to(root):
            into = said.endswith("/") or whole.is_dir()
            below = composed(whole.relative_to(root).as_posix())
            return f"{below}/{PurePosixPath(stem).name}" if into else below
    return None


def _refused(portal: Trial, old: str, stem: str, new: str) -> Refused | None:
    content_type = content_type_of(old)
    folder = f"content/{content_type.folder}/" if content_type else "media/"
    shown = f"{new}{PurePosixPath(old).suffix}"
    if not new.startswith(folder):
        return Refused(word="mv-other-type", values={"path": shown, "folder": folder})
    if not is_safe(new):
        return Refused(word="mv-name", values={"fixed": safe_path(shown)})
    if through_link(portal.root, shown):
        return Refused(word="mv-link", values={"path": shown})
    return next((_taken(path) for path in sorted(_new_paths(portal, stem, new)) if _is_taken(portal, path)), None)


def _new_paths(portal: Trial, stem: str, new: str) -> set[str]:
    own = {path for path in portal.sources.all_paths if own_stem(portal, path) == stem}
    return {f"{new}{path.removeprefix(stem)}" for path in own} - own


def _taken(path: str) -> Refused:
    return Refused(word="mv-exists", values={"path": path})


def _is_taken(portal: Trial, path: str) -> bool:
    """Whether something stands there, which is not one of the files that move, in other capitals."""
    return os.path.lexists(portal.root / path)
