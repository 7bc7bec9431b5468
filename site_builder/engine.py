"""Where the engine's own folders are: in the wheel they are ``portail_engine``'s; in a checkout, beside the core."""

from importlib.util import find_spec
from pathlib import Path


def engine_folder(name: str) -> Path:
    """The folder ``theme``, ``hooks``, ``starter`` or ``vendor`` of this very core, whatever is installed beside it."""
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file():  # an engine installed from another clone has a theme of its own
        return checkout / name
    spec = find_spec(f"portail_engine.{name}") if find_spec("portail_engine") else None
    if spec is not None and spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return checkout / name
