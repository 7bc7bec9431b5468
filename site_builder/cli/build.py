"""``portail build``: check, render, verify, publish."""

import argparse
import os
import sys
import time
from dataclasses import replace

from site_builder.check.host_file import host_problems
from site_builder.cli.check import everything_wrong, report
from site_builder.cli.commands import command
from site_builder.cli.host import host_theme
from site_builder.cli.progress import progress_in
from site_builder.cli.stopped import said
from site_builder.cli.words import say
from site_builder.host import ThemeFault
from site_builder.language.numbers import format_number
from site_builder.pipeline import BuildOrder, publish_site
from site_builder.problems import has_errors
from site_builder.problems.report import sorted_problems
from site_builder.progress import UNWATCHED
from site_builder.publish.refused import PublishingRefused

ERRORS, REFUSED = 1, 3


def build(options: argparse.Namespace) -> int:
    """Build and publish. Exit code 1 when the portal or its theme has errors, 3 when what is in the way is not ours."""
    started = time.monotonic()
    root = options.root.resolve()
    of_host = host_problems(root, os.environ)
    if has_errors(of_host):  # the host would stop at the first of them, in its own words
        report(everything_wrong(root, UNWATCHED), "text", options.lang)
        return ERRORS
    theme = replace(host_theme(root), served=options.served)
    destination = options.output.resolve() if options.output else theme.site_dir
    try:
        with progress_in(options.lang) as progress:
            order = BuildOrder(
                root=root,
                theme=theme,
                destination=destination,
                paper=options.with_paper,
                jobs=options.jobs,
                progress=progress,
            )
            built = publish_site(order)
    except PublishingRefused as refused:
        sys.stderr.write(refused.said(options.lang))
        return REFUSED
    except ThemeFault as fault:
        if options.traceback:
            raise
        sys.stderr.write(said(fault, options.lang))
        return ERRORS
    problems = sorted_problems([*built.problems, *of_host])
    if problems:
        report(problems, "text", options.lang)
    if built.failed:
        return ERRORS
    sys.stdout.write(
        say(
            options.lang,
            "built",
            pages=format_number(built.pages, options.lang),
            files=format_number(built.files, options.lang),
            megabytes=format_number(round(built.bytes / 1e6), options.lang),
            seconds=format_number(round(time.monotonic() - started, 1), options.lang),
            folder=destination,
            look=command(options, "serve", options.root),
        )
    )
    return 0
