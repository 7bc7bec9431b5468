"""What mkdocs.yml names under `hooks:`: pages are the core's, settings, theme and commands the host's.

Nothing here imports the host, so that the same file serves MkDocs and its forks.
"""

import os
import sys
from collections.abc import Iterable, MutableMapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, Protocol, TypeVar

from site_builder.cli.main import language
from site_builder.cli.progress import progress_in
from site_builder.cli.stopped import said
from site_builder.engine import engine_folder
from site_builder.host import OWN_THEME, WATCHED, HostTheme
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import build_site
from site_builder.problems import Problem, has_errors
from site_builder.problems.report import as_text
from site_builder.publish.lock import sole_builder_in_place
from site_builder.publish.ownership import refuse_foreign, refuse_sources
from site_builder.publish.refused import PublishingRefused
from site_builder.reading import check_portal

HELD = "portail_build"
"""Where a configuration keeps other builds away, from before the host empties the folder until it is filled."""


class Theme(Protocol):
    """The host's theme: folders of templates and static files, the first one that has a file wins."""

    dirs: list[str]
    static_templates: set[str]


class Config(Protocol):
    """The part of the host's configuration that a portal is built from; paths are absolute."""

    @property
    def config_file_path(self) -> str: ...
    @property
    def site_url(self) -> str | None: ...
    @property
    def site_dir(self) -> str: ...
    @property
    def dev_addr(self) -> object: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def watch(self) -> list[str]: ...
    @property
    def extra(self) -> MutableMapping[str, Any]: ...


AnyConfig = TypeVar("AnyConfig", bound=Config)
AnyFiles = TypeVar("AnyFiles", bound=list[object])


def on_config(config: AnyConfig) -> AnyConfig:
    """The host renders no page of its own, and `serve` looks at all that a portal is made of."""
    root = portal_root(config)
    config.extra[HELD] = stop_before_cleaning(root, Path(config.site_dir))
    config.theme.static_templates.clear()
    config.watch.extend(str(root / name) for name in WATCHED if (root / name).is_dir())
    return config


def on_files(files: AnyFiles, config: Config) -> AnyFiles:  # noqa: ARG001 (the host names it)
    """No page and no copy by the host: the core takes from the theme's folders what its pages ask for."""
    return type(files)([])


def on_post_build(config: Config) -> None:
    """The portal, into the folder that the host has just emptied, and what there is to mend in it."""
    try:
        built = build(config)
    except Exception as error:
        if os.environ.get("PORTAIL_TRACEBACK"):
            raise
        sys.stderr.write(said(error, language(os.environ), in_place=True))
        raise BuildStopped from None
    (stop if built.failed else say)(built.problems)  # it fails when a file changed since `on_config`


def build(config: Config) -> Built:
    """Build into the folder that is held since `on_config`, and let it go. Raises whatever stops it."""
    theme = replace(host_theme(config), served=is_served(config))
    with config.extra.pop(HELD), progress_in(language(os.environ)) as progress:
        order = BuildOrder(
            root=portal_root(config), theme=theme, destination=theme.site_dir, paper=True, progress=progress
        )
        return build_site(order)


def is_served(config: Config) -> bool:
    """Whether the host builds for its own development server, whose address it then writes as the site's."""
    return (config.site_url or "").startswith(f"http://{config.dev_addr}/")


def stop_before_cleaning(root: Path, site: Path) -> ExitStack:
    """Stop for all that stops a build: right after `on_config` the host empties ``site``, whatever it holds.

    What is returned keeps other builds away until it is closed.
    """
    with ExitStack() as held:
        try:
            refuse_sources(root, site)
            refuse_foreign(site)
            held.enter_context(sole_builder_in_place(site))
        except PublishingRefused as refused:
            sys.stderr.write(refused.said(language(os.environ)))
            raise BuildStopped from None
        except OSError as error:
            sys.stderr.write(said(error, language(os.environ)))
            raise BuildStopped from None
        with progress_in(language(os.environ)) as progress:
            problems = check_portal(root, progress=progress).problems
        if has_errors(problems):
            stop(problems)
        return held.pop_all()


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Say what is wrong and end the build."""
    say(problems)
    raise BuildStopped


def say(problems: Iterable[Problem]) -> None:
    """Print the problems, if there are any, in the language of the environment."""
    found = tuple(problems)
    if found:
        sys.stderr.write(as_text(found, language(os.environ)))


class BuildStopped(Exception, SystemExit):
    """There are errors: `build` ends with code 1 and no traceback, `serve` goes on and waits for the mend.

    An Exception for `serve`, a SystemExit for `build`; MkDocs' own Abort is both as well.
    """

    code = 1


def portal_root(config: Config) -> Path:
    """The folder of mkdocs.yml, beside which content/, data/ and media/ stand."""
    return Path(config.config_file_path).resolve().parent


def host_theme(config: Config) -> HostTheme:
    """What the core needs of the host, as one value."""
    dirs = theme_dirs(portal_root(config), config.theme)
    return HostTheme(
        template_dirs=dirs,
        static_dirs=tuple(folder for folder in dirs if (folder / "assets").is_dir()),
        site_url=config.site_url or "",
        site_dir=Path(config.site_dir),
    )


def theme_dirs(root: Path, theme: Theme) -> tuple[Path, ...]:
    """The portal's own templates, the engine's, the theme's; not those built into the host (its sitemap).

    The portal's own are in theme/, whether ``custom_dir`` says so or not: another name is an error of `check`.
    """
    own = root / OWN_THEME
    mine = [own] if own.is_dir() and not own.is_symlink() else []
    installed = [Path(folder) for folder in theme.dirs if (Path(folder) / "mkdocs_theme.yml").is_file()]
    folders = (*mine, engine_folder("theme"), *installed)
    return tuple(dict.fromkeys(folder.resolve() for folder in folders))
