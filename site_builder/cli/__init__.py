"""The command line: ``portail build | check | serve | find | init``."""

from site_builder.cli.main import main

__all__ = ["main"]
