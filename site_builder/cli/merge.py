"""``portail merge``: the shards that several machines have made become the site."""

import argparse
import os
import sys
import time

from site_builder.check.host_file import host_problems
from site_builder.cli.destination import destination_of
from site_builder.cli.host import host_theme
from site_builder.cli.progress import progress_in
from site_builder.cli.telling import SiteSize, report, tell_site
from site_builder.merging import MergeOrder, merge_shards
from site_builder.problems import has_errors
from site_builder.publish.refused import PublishingStopped

ERRORS, REFUSED = 1, 3


def merge(options: argparse.Namespace) -> int:
    """Publish the shards.

    Exit code 1 when the host would refuse the site, 3 when they are not one site or the disk fails.
    """
    started = time.monotonic()
    root = options.root.resolve()
    of_host = host_problems(root, os.environ)
    if has_errors(of_host):
        report(of_host, "text", options.lang)
        return ERRORS
    destination = destination_of(options, host_theme(root))
    folders = [folder.resolve() for folder in options.folders]
    try:
        with progress_in(options.lang) as progress:
            merged = merge_shards(
                MergeOrder(root=root, folders=folders, destination=destination, jobs=options.jobs, progress=progress)
            )
    except PublishingStopped as stopped:
        sys.stderr.write(stopped.said(options.lang))
        return REFUSED
    if merged.problems:
        report(merged.problems, "text", options.lang)
    if merged.failed:
        return ERRORS
    size = SiteSize(merged.pages, merged.written.files, merged.written.bytes)
    tell_site(options, "built", size, destination, started)
    return 0
