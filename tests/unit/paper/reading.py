"""The words of a printed file."""

import io
import re
from pathlib import Path

from pypdf import PdfReader


def sheet(path: Path) -> str:
    """The text on one line, every space an ordinary one."""
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in reader.pages))
