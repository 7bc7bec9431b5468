"""What a host (MkDocs, ProperDocs) lends the core: template folders, static folders, the site's address."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTheme:
    """Template and static folders in order of precedence. ``site_url`` is empty when the host does not know it."""

    template_dirs: tuple[Path, ...]
    static_dirs: tuple[Path, ...]
    site_url: str
    site_dir: Path
