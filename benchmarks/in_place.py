"""``python -m benchmarks.in_place ROOT FOLDER``: a portal without its paper, built in place, as the host's hook builds.

`portail build` would refuse to publish a site that is larger than the host of the region takes.
"""

import sys
from pathlib import Path

from site_builder.cli.host import host_theme
from site_builder.order import BuildOrder
from site_builder.pipeline import build_site


def main(root: Path, folder: Path) -> int:
    """Exit code 1 when the portal has errors."""
    built = build_site(BuildOrder(root=root, theme=host_theme(root), destination=folder))
    return 1 if built.failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
