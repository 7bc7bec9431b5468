"""The bytes of an entry whose links lead to files that move, or that moves itself."""

from site_builder.editing.field_values import with_value
from site_builder.editing.front_matter import Field, FrontMatter, cut, lines_of
from site_builder.editing.link_addresses import Moves, rewritten
from site_builder.load.nodes import Scalar

_IN_MARKDOWN = frozenset({"see"})
"""Fields that are read as Markdown."""


def relinked(data: bytes, path: str, moves: Moves) -> bytes:
    """The file with the addresses of its text, of its line "to see" and of its image as they have to be afterwards."""
    front = cut(data, path)
    if front is None:
        return data
    made = _joined(front, path, moves)
    image = front.node("image")
    if not isinstance(image, Scalar) or not image.text or image.text not in moves.files:
        return made
    return with_value(made, path, "image", moves.of(image.text)) or made


def _joined(front: FrontMatter, path: str, moves: Moves) -> bytes:
    fields = (_relinked(field, path, moves) for field in front.fields)
    closing, *body = lines_of(front.after)
    text = rewritten("".join(body), path, moves)
    return f"{front.before}{''.join(fields)}{front.foot}{closing}{text}".encode()


def _relinked(field: Field, path: str, moves: Moves) -> str:
    lines = "".join(field.lines)
    return rewritten(lines, path, moves) if field.key in _IN_MARKDOWN else lines
