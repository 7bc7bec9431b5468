"""What one process notes of a file for the others, and for the builds after it."""

import json
from dataclasses import astuple, dataclass

from site_builder.problems import Place, Problem, Worded


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A file by its key in the cache, empty where none could be made, and what was wrong with it."""

    key: str = ""
    size: int = 0
    pages: int = 0
    problems: tuple[Problem, ...]


def as_text(note: Note) -> str:
    """The note as JSON. Values of problems are texts, numbers, or words in each language of the tool."""
    told = [(each.code, astuple(each.place), dict(each.values)) for each in note.problems]
    parts = {"key": note.key, "size": note.size, "pages": note.pages, "problems": told}
    return json.dumps(parts, default=_worded, ensure_ascii=False)


def read(text: str) -> Note:
    """The note that `as_text` wrote."""
    parts = json.loads(text)
    problems = tuple(Problem(code, Place(*place), _values(values)) for code, place, values in parts.pop("problems"))
    return Note(**parts, problems=problems)


def _worded(value: object) -> object:
    assert isinstance(value, Worded)
    return {"fr": value.fr, "en": value.en}


def _values(values: dict[str, object]) -> dict[str, object]:
    return {name: Worded(**value) if isinstance(value, dict) else value for name, value in values.items()}
