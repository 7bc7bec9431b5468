"""What is read in place of files that keep a site from being published."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from site_builder.incremental.inputs import fingerprint

LEFT_OUT = None


@dataclass(frozen=True, slots=True)
class Instead:
    """``files``: by path, what the file is read as; `LEFT_OUT` where it is passed over, as one that cannot be read.

    ``records``: by path, lines of a YAML file of data/. The item of a list that stands there is passed over.
    """

    files: Mapping[str, bytes | None] = field(default_factory=dict)
    records: Mapping[str, Collection[int]] = field(default_factory=dict)
    forgives: bool = False
    """Whether addresses that were published before may be lost: what is passed over has some."""

    @property
    def fingerprint(self) -> str:
        """The same for the same."""
        files = [(path, data and fingerprint(data)) for path, data in sorted(self.files.items())]
        return fingerprint(
            repr((files, sorted((path, *lines) for path, lines in self.records.items()), self.forgives)).encode()
        )


AS_WRITTEN = Instead()
"""Every file says what it says."""
