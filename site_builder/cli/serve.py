"""``portail serve``: the site in a browser, rebuilt when a file changes."""

import argparse
from importlib import import_module

from site_builder.cli.build import build
from site_builder.cli.host import host_theme

WATCHED = ("content", "data", "media", "theme", "mkdocs.yml")


def serve(options: argparse.Namespace) -> int:
    """Build, then serve until Ctrl+C. The host's development server watches and reloads."""
    root = options.root.resolve()
    options.output, options.jobs = None, None
    if build(options):
        return 1
    adapter = import_module("portail_engine.hooks.adapter")
    watched = [root / name for name in WATCHED if (root / name).exists()]
    adapter.serve(lambda: build(options), watched, host_theme(root).site_dir, options.host, options.port)
    return 0
