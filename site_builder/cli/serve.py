"""``portail serve``: the site in a browser, rebuilt when a file changes."""

import argparse
import sys

from site_builder.cli.build import build
from site_builder.cli.host import development_server, host_theme

DONE, ERRORS = 0, 1
SERVED = {
    "fr": "http://{host}:{port}/ (Ctrl-C pour arrêter)\n",
    "en": "http://{host}:{port}/ (Ctrl-C to stop)\n",
}
WATCHED = ("content", "data", "media", "theme", "mkdocs.yml")


def serve(options: argparse.Namespace) -> int:
    """Build, then serve until Ctrl+C. The host's development server watches and reloads.

    A portal with errors is served too, as it last was: this is when an editor needs it most.
    """
    root = options.root.resolve()
    options.output, options.jobs = None, None
    code = build(options)
    if code not in {DONE, ERRORS}:
        return code
    sys.stdout.write(SERVED[options.lang].format(host=options.host, port=options.port))
    sys.stdout.flush()
    watched = [root / name for name in WATCHED if (root / name).exists()]
    development_server()(lambda: build(options), watched, host_theme(root).site_dir, options.host, options.port)
    return 0
