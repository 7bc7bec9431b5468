from portail_engine.hooks.portail import on_config, on_files, on_post_build  # noqa: F401 (MkDocs calls them)
