"""The core's own Jinja environment: autoescape on, which MkDocs' is not."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

_INDENTATION = re.compile(r"\n\s+")


def environment(template_dirs: Sequence[Path]) -> Environment:
    """Templates of the portal's theme, then the engine's, then Material's. Missing names are undefined, not None."""
    env = Environment(
        loader=FileSystemLoader([str(folder) for folder in template_dirs]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["url"] = _as_it_is  # Material's templates ask for it; our addresses are already complete
    return env


def compact(html: str) -> Markup:
    """Without the indentation of templates; left alone where white space counts."""
    if "<pre" in html or "<textarea" in html:
        return Markup(html)
    return Markup(_INDENTATION.sub("\n", html).strip())


def _as_it_is(value: str) -> str:
    return value
