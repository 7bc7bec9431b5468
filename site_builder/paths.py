"""Each file of a site has a path of its own."""

from collections import defaultdict
from collections.abc import Iterable


def refuse_same_path(paths: Iterable[tuple[str, str]]) -> None:
    """Each ``(path, what it is of)`` has a file of its own, also on disks that do not tell ``A`` from ``a``.

    Raises OutputsCollide.
    """
    given = list(paths)
    if len({path.casefold() for path, _ in given}) == len(given):
        return
    takers: dict[str, list[str]] = defaultdict(list)
    for path, of in given:
        takers[path.casefold()].append(f"{path} from {of}")
    same = [" and ".join(each) for each in takers.values() if len(each) > 1]
    if same:
        raise OutputsCollide("two outputs have one path: " + "; ".join(same))


class OutputsCollide(Exception):
    """Two outputs would be written to one file; the message says which. It is not published."""
