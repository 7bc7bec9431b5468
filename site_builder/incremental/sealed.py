"""Bytes that are believed only as they were written: a disk that was full, or stopped, may have kept a part of them."""

from site_builder.incremental.inputs import fingerprint


def sealed(kind: str, body: bytes) -> bytes:
    """``body`` with its fingerprint, and ``kind``: what it is, and whatever else it is only believed for."""
    return f"{kind}\n{fingerprint(body)}\n".encode() + body


def unsealed(kind: str, written: bytes) -> memoryview | None:
    """The body; None where it is of another kind, or not what was sealed."""
    head, data = f"{kind}\n".encode(), memoryview(written)
    if not written.startswith(head):
        return None
    end = written.find(b"\n", len(head))
    said, body = bytes(data[len(head) : max(end, len(head))]), data[end + 1 :]
    return body if said.decode("ascii", "replace") == fingerprint(body) else None
