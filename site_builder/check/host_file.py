"""mkdocs.yml, as far as it can be judged without the host: what would stop a build whose portal is in order."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.host import HOST_FILE
from site_builder.load.conflicts import conflict_marks
from site_builder.load.files import FoundFile, read_file
from site_builder.load.nodes import ListNode, MapNode, Node, Scalar, node_at
from site_builder.load.text import MOST_BYTES_OF_DATA, decode
from site_builder.load.yaml_reader import read_yaml
from site_builder.problems import Place, Problem

TAGS = frozenset({"yaml-tag", "yaml-alias"})
"""Codes of what the host reads in its own file (``!ENV``, ``&name``, ``*name``), and nobody in ours."""
_TOP = Place(HOST_FILE)
_NOBODYS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
"""Names that lead nowhere, or to one's own computer (RFC 2606, RFC 6761)."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A setting as the host will take it: ``text`` is None where it is not known before the host has read it."""

    place: Place
    text: str | None


def host_problems(root: Path, environ: Mapping[str, str]) -> list[Problem]:
    """What is wrong with ``root/mkdocs.yml`` and the paths that it names."""
    problems: list[Problem] = []
    file = root / HOST_FILE
    if not _answered(file.exists):
        return [Problem("host-missing", _TOP)]
    data = read_file(FoundFile(file, HOST_FILE), MOST_BYTES_OF_DATA, problems)
    if data is None:
        return problems
    text, found = decode(data, HOST_FILE)
    conflicts = [*conflict_marks(text, HOST_FILE)]
    if conflicts:
        return [*problems, *found, *conflicts]
    node, yaml_problems = read_yaml(text, HOST_FILE)
    problems += found
    problems += [problem for problem in yaml_problems if problem.code not in TAGS]
    if isinstance(node, MapNode):
        tags = {problem.place: str(problem.values.get("tag")) for problem in yaml_problems if problem.code in TAGS}
        return [*problems, *_settings(root, node, partial(_setting, tags=tags, environ=environ))]
    return problems or [Problem("host-empty", _TOP)]


def _settings(root: Path, node: MapNode, read: Callable[[Node | None], _Setting | None]) -> Iterator[Problem]:
    inherits = "INHERIT" in node.values  # what is not here may be there
    if not inherits and read(node.values.get("site_name")) is None:
        yield Problem("host-name", _TOP)
    yield from _address(read(node.values.get("site_url")), inherits=inherits)
    docs = read(node.values.get("docs_dir"))
    if docs or not inherits:
        yield from _folder(root, "docs_dir", docs or _Setting(_TOP, "docs"))
    own = read(node_at(node, ("theme", "custom_dir")))
    if own:
        yield from _folder(root, "custom_dir", own)
    hooks = node.values.get("hooks")
    for item in hooks.items if isinstance(hooks, ListNode) else ():
        hook = read(item)
        if hook and hook.text and not _answered((root / hook.text).is_file):
            yield Problem("host-hook", hook.place, {"written": hook.text})


def _address(site_url: _Setting | None, *, inherits: bool) -> Iterator[Problem]:
    if site_url is None or site_url.text == "":
        if not inherits:
            yield Problem("site-url-missing", site_url.place if site_url else _TOP)
    elif site_url.text is not None and not _is_whole(site_url.text):
        yield Problem("site-url", site_url.place, {"written": site_url.text})


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that is never closed
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not set(address) & set(' "<>')


def is_example(address: str) -> bool:
    """Whether a whole address leads no reader anywhere: its name is kept for examples, or is this computer's."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return host in {"127.0.0.1", "::1"} or f".{host}".endswith(tuple(f".{name}" for name in _NOBODYS))


def _folder(root: Path, field: str, setting: _Setting) -> Iterator[Problem]:
    if setting.text and not _answered((root / setting.text).is_dir):
        quoted = shlex.quote(setting.text)
        yield Problem("host-folder", setting.place, {"field": field, "written": setting.text, "quoted": quoted})


def _answered(question: Callable[[], bool]) -> bool:
    """What the disk answers; yes where it refuses, which is told elsewhere."""
    try:
        return question()
    except OSError:
        return True


def _setting(node: Node | None, *, tags: Mapping[Place, str], environ: Mapping[str, str]) -> _Setting | None:
    """``!ENV NAME`` and ``!ENV [NAME, …, default]`` are read as the host reads them; None where nothing is written."""
    if node is None:
        return None
    tag = tags.get(node.place)
    if tag == "!ENV":
        return _from_environment(node, environ)
    if tag is None and isinstance(node, Scalar):
        return None if node.text is None else _Setting(node.place, node.text)
    return _Setting(node.place, None)


def _from_environment(node: Node, environ: Mapping[str, str]) -> _Setting | None:
    items = node.items if isinstance(node, ListNode) else (node,)
    names = [item.text or "" for item in items if isinstance(item, Scalar)]
    default = names.pop() if len(names) > 1 else ""
    text = next((environ[name] for name in names if name in environ), default)
    return _Setting(node.place, text) if text else None
