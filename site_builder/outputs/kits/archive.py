"""All of a kit in one file: the same texts and codes, the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can tell: what was made when is nobody's question here."""
UNIX, READABLE = 3, 0o100644 << 16
COMPRESSION = 9


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of ``files``, in their order."""
    written = BytesIO()
    with ZipFile(written, "w") as whole:
        for name, data in files.items():
            entry = ZipInfo(name, EARLIEST)
            entry.create_system, entry.external_attr = UNIX, READABLE
            whole.writestr(entry, data, ZIP_DEFLATED, COMPRESSION)
    return written.getvalue()
