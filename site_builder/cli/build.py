"""``portail build``: check, render, verify, publish."""

import argparse
import sys
import time

from site_builder.cli.check import report
from site_builder.cli.host import host_theme
from site_builder.pipeline import publish_site
from site_builder.publish.refused import PublishingRefused

ERRORS, REFUSED = 1, 3
DONE = {
    "fr": "{pages} pages ({files} fichiers, {megabytes:.0f} Mo) en {seconds:.1f} s, dans {folder}\n"
    "Pour les voir : {look}\n",
    "en": "{pages} pages ({files} files, {megabytes:.0f} MB) in {seconds:.1f} s, in {folder}\n"
    "To look at them: {look}\n",
}


def build(options: argparse.Namespace) -> int:
    """Build and publish. Exit code 1 when the portal has errors, 3 when what stands in the way is not ours."""
    started = time.monotonic()
    root = options.root.resolve()
    theme = host_theme(root)
    destination = options.output.resolve() if options.output else theme.site_dir
    try:
        built = publish_site(root=root, theme=theme, destination=destination, jobs=options.jobs)
    except PublishingRefused as refused:
        sys.stderr.write(refused.said(options.lang))
        return REFUSED
    if built.problems:
        report(built.problems, "text", options.lang)
    if built.failed:
        return ERRORS
    sys.stdout.write(
        DONE[options.lang].format(
            pages=built.pages,
            files=built.files,
            megabytes=built.bytes / 1e6,
            seconds=time.monotonic() - started,
            folder=destination,
            look="make serve" if (root / "Makefile").is_file() else "portail serve",
        )
    )
    return 0
