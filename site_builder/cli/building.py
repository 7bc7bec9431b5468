"""What ``portail build`` does, once it is to be done: check, render, verify, publish, and say so."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from site_builder.check.host_file import host_problems
from site_builder.cli.check import everything_wrong
from site_builder.cli.destination import destination_of
from site_builder.cli.host import host_theme
from site_builder.cli.progress import progress_in
from site_builder.cli.stopped import said
from site_builder.cli.telling import SiteSize, report, tell_left_out, tell_outputs, tell_site
from site_builder.cli.words import say
from site_builder.host import ThemeFault
from site_builder.incremental.inputs import Inputs
from site_builder.leaving_out.stage import Published, publish_without_mistakes
from site_builder.order import BuildOrder
from site_builder.pipeline import publish_site
from site_builder.problems import has_errors
from site_builder.progress import UNWATCHED
from site_builder.publish.refused import PublishingStopped

ERRORS, REFUSED = 1, 3


def build_whole(options: argparse.Namespace, inputs: Inputs, started: float) -> int:
    """Build and publish, as `cli.build.build` says. ``started``: seconds of the clock that `time.monotonic` reads."""
    root = options.root.resolve()
    of_host = host_problems(root, os.environ)
    if has_errors(of_host):  # the host would stop at the first of them, in its own words
        report(everything_wrong(root, UNWATCHED), "text", options.lang)
        sys.stdout.write(say(options.lang, "not-published"))
        return ERRORS
    theme = host_theme(root, inputs)
    destination = destination_of(options, theme)
    try:
        with progress_in(options.lang) as progress:
            order = BuildOrder(
                root=root,
                theme=theme,
                destination=destination,
                paper=options.with_paper,
                jobs=options.jobs,
                progress=progress,
                inputs=inputs,
                known=tuple(of_host),
                shard=options.shard,
            )
            published = publish_without_mistakes(order) if options.leave_out else Published(built=publish_site(order))
    except PublishingStopped as stopped:
        sys.stderr.write(stopped.said(options.lang))
        return REFUSED
    except ThemeFault as fault:
        if options.traceback:
            raise
        sys.stderr.write(said(fault, options.lang))
        return ERRORS
    return _told(published, options, destination, started)


def _told(published: Published, options: argparse.Namespace, destination: Path, started: float) -> int:
    """What was published, what was not, and what is to be mended."""
    built = published.built
    if published.problems:
        report(published.problems, "text", options.lang)
    if built.failed:
        sys.stdout.write(say(options.lang, "not-published"))
        return ERRORS
    if published.done:
        tell_left_out(published.done, published.mistakes, options.lang)
    if options.counts:
        options.counts.write_text(f"{json.dumps(asdict(built.costs), indent=2)}\n", encoding="utf-8")
    tell_outputs(built.costs.outputs, options.lang)
    tell_site(options, "built", SiteSize(built.pages, built.files, built.bytes, built.made), destination, started)
    return 0
