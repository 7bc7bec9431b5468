"""MkDocs' events, answered by the engine."""

from portail_engine.hooks.portail import on_config, on_files, on_post_build

__all__ = ["on_config", "on_files", "on_post_build"]
