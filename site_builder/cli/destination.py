"""Where a command publishes."""

import argparse
from pathlib import Path

from site_builder.host import HostTheme


def destination_of(options: argparse.Namespace, theme: HostTheme) -> Path:
    """The folder that was asked for, or that of the host's settings; a shard stands beside it, named after its part."""
    if options.output:
        asked: Path = options.output.resolve()
        return asked
    site = theme.site_dir
    shard = options.shard
    return site.with_name(f"{site.name}-{shard.number}-of-{shard.of}") if shard else site
