"""``portail serve``: the site in a browser, rebuilt when a file changes."""

import argparse
import errno
import socket
import sys
from pathlib import Path

from site_builder.cli.build import build
from site_builder.cli.commands import command
from site_builder.cli.host import development_server, host_theme
from site_builder.cli.stopped import said
from site_builder.cli.words import say
from site_builder.host import HOST_FILE, WATCHED
from site_builder.output import STAGING

DONE, ERRORS, PORT_TAKEN = 0, 1, 3


def serve(options: argparse.Namespace) -> int:
    """Build, then serve until Ctrl+C. The host's development server watches and reloads.

    A portal with errors is served too, as it was last served: this is when an editor needs it most. Each change makes
    the whole site again, some seconds for a small portal and up to a minute for a region; the printed guides, which
    would take longer, are left out. It has a folder of its own (`served_folder`): what is published stays as it is.
    Exit code 3, before anything is built, when somebody else listens on the port.
    """
    if is_taken(options.host, options.port):
        again = command(options, "serve", options.root, "--port", str(options.port + 1))
        sys.stderr.write(say(options.lang, "port-taken", port=options.port, again=again))
        return PORT_TAKEN
    again = command(options, "build", options.root)
    sys.stdout.write(say(options.lang, "without-paper", again=again))
    sys.stdout.flush()
    root = options.root.resolve()
    site = served_folder(host_theme(root).site_dir)
    options.output, options.jobs, options.with_paper, options.served = site, None, False, True
    code = build(options)
    if code not in {DONE, ERRORS}:
        return code
    sys.stdout.write(say(options.lang, "served", host=options.host, port=options.port))
    sys.stdout.flush()
    watched = [root / name for name in (*WATCHED, HOST_FILE) if (root / name).exists()]
    development_server()(lambda: rebuild(options), watched, site, options.host, options.port)
    return 0


def served_folder(site: Path) -> Path:
    """Where the site of a development server is made: beside the published one, and never what is copied to a host.

    It has no security policy, and its worker takes the kept pages off devices.
    """
    return site.parent / STAGING / "served" / site.name


def rebuild(options: argparse.Namespace) -> None:
    """Build again; whatever stops it is said, and the server goes on."""
    try:
        build(options)
    except Exception as error:
        if options.traceback:
            raise
        sys.stderr.write(said(error, options.lang))


def is_taken(host: str, port: int) -> bool:
    """Whether somebody listens there. Raises OSError when nobody could: a foreign address, a port below 1024."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return True
    return False
