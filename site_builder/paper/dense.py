"""A PDF with its objects packed together: half as heavy, and the same to whoever reads it.

Typst writes each object of the structure tree alone and in the open, a thousand in a guide.
"""

from io import BytesIO

import pikepdf


def dense(pdf: bytes) -> bytes:
    """The same document with its objects in compressed streams (ISO 32000-1 §7.5.7); the same bytes each time."""
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return written.getvalue()


def page_count(pdf: bytes) -> int:
    """Pages of a file."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
