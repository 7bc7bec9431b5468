"""``portail serve``: the site in a browser, as it is after each change."""

import argparse
import errno
import socket
import sys

from site_builder.cli.commands import command
from site_builder.cli.loading import loaded
from site_builder.cli.words import say

PORT_TAKEN = 3


def serve(options: argparse.Namespace) -> int:
    """Show the site until Ctrl+C, each page as it is asked for; nothing is published, and no guide is printed.

    A portal with errors is shown as it was before them: this is when an editor needs it most.
    Exit code 3, before anything is read, when somebody else listens on the port.
    """
    if is_taken(options.host, options.port):
        again = command(options, "serve", options.root, "--port", str(options.port + 1))
        sys.stderr.write(say(options.lang, "port-taken", port=options.port, again=again))
        return PORT_TAKEN
    again = command(options, "build", options.root)
    sys.stdout.write(say(options.lang, "without-paper", again=again))
    sys.stdout.flush()
    code: int = loaded("showing", "show", own_process=options.own_process)(options)
    return code


def is_taken(host: str, port: int) -> bool:
    """Whether somebody listens there. Raises OSError when nobody could: a foreign address, a port below 1024."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return True
    return False
