"""What the Nu HTML validator says of files: browser tests and `make quality` ask the same (scripts/ensure_nu.sh)."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

BY_THE_BROWSER = ".*violates Content Security Policy.*"
"""The validator reads files, none of which is the site's own to it, and takes JSON-LD for a script. The browser says
what the policy refuses, and any visit of the browser tests fails."""

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
"""Half the processor time for some hundred pages: Java compiles simply, and code compiled so needs a deeper stack."""


def messages(validator: Path, files: Sequence[Path], *options: str) -> list[tuple[str, str]]:
    """Errors and warnings: file and what is wrong."""
    command = ["java", *QUICK, "-Xmx512m", "-jar", str(validator), "--format", "json", "--exit-zero-always", "--stdout"]
    result = subprocess.run([*command, *options, *map(str, files)], check=True, capture_output=True, text=True)
    found = json.loads(result.stdout)["messages"]
    return [(Path(message["url"].removeprefix("file:")).as_posix(), message["message"]) for message in found]


def messages_of_pages(validator: Path, files: Sequence[Path]) -> list[tuple[str, str]]:
    """The same, of pages of a site: without what is the browser's to say."""
    return messages(validator, files, "--filterpattern", BY_THE_BROWSER)
