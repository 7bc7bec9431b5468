"""Templates compiled: once for all processes of a build, and for the builds after it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateError

from site_builder.engine import engine_folder
from site_builder.host import OWN_THEME, ThemeFault
from site_builder.incremental.inputs import Inputs
from site_builder.incremental.sealed import sealed, unsealed
from site_builder.kept import KeptFiles, name_of
from site_builder.render.environment import COMPILED, environment

FOLDER = "templates"
_KIND = "portail templates 1"


def compiled_templates(root: Path, inputs: Inputs | None, folders: Sequence[Path]) -> bytes:
    """The templates of these folders, compiled now, or for a former build whose ``inputs`` were the same."""
    kept = None
    with suppress(OSError):  # a folder that nobody may write into: they are compiled each time
        kept = KeptTemplates(root, inputs, folders) if inputs else None
    compiled = kept.get() if kept else None
    if compiled is None:
        compiled = compile_templates(folders)
        with suppress(OSError):
            if kept:
                kept.put(compiled)
    return compiled


def compile_templates(folders: Sequence[Path]) -> bytes:
    """Every template of the engine's theme, as these folders have it, for `CompiledOnce.take`.

    One that is at fault is left out: it is told when a page asks for it.
    """
    found = environment(folders)
    for name in _names():
        with suppress(TemplateError, ThemeFault, OSError):
            found.get_template(name)
    return COMPILED.given()


def load_templates(found: Environment) -> None:
    """Have every template of the engine's theme at hand, so that nobody meets one that is edited later.

    Raises what Jinja raises, and ThemeFault, for one that is at fault.
    """
    for name in _names():
        found.get_template(name)


def _names() -> Iterator[str]:
    theme = engine_folder(OWN_THEME)
    return (file.relative_to(theme).as_posix() for file in sorted(theme.rglob("*.html")))


class KeptTemplates:
    """Where a portal keeps its templates compiled. Raises OSError where a link stands in its place."""

    def __init__(self, root: Path, inputs: Inputs, folders: Sequence[Path]) -> None:
        """``folders``: those that templates are taken from, in order."""
        self._files = KeptFiles(root, FOLDER)
        made_from = (inputs.engine, inputs.libraries, inputs.leaves[OWN_THEME])
        self._name = name_of(*made_from, *map(str, folders))

    def get(self) -> bytes | None:
        """What was put there for the same templates; None where nothing was, or where it is not as it was written."""
        if self._files.size(self._name) is None:
            return None
        kept = unsealed(_KIND, self._files.path(self._name).read_bytes())
        return None if kept is None else bytes(kept)

    def put(self, compiled: bytes) -> None:
        self._files.put(self._name, sealed(_KIND, compiled))
        self._files.prune()
