"""``portail review``: what a proposal changes on the site, for whoever decides on it."""

import argparse
import os
import sys
from pathlib import Path

from site_builder.check.host_file import host_problems
from site_builder.cli.host import host_theme
from site_builder.cli.progress import progress_in
from site_builder.cli.review_as_markdown import as_markdown
from site_builder.cli.words import say
from site_builder.incremental.inputs import inputs_of
from site_builder.order import BuildOrder
from site_builder.problems import has_errors
from site_builder.problems.report import as_text
from site_builder.publish.refused import PublishingStopped
from site_builder.reading import Checked, check_portal
from site_builder.reviewing.changes import How
from site_builder.reviewing.preview import Preview, PreviewWords, has_room, shown
from site_builder.reviewing.stage import NoSuchVersion, Review, reviewed

ERRORS, REFUSED = 1, 3


def review(options: argparse.Namespace) -> int:
    """Say which pages change, what is to be translated and what ends soon; write the changed pages to be looked at.

    Exit code 1 when the site cannot be made even without what has mistakes, 3 when the former version is not there, the
    folder for the preview is not free or the disk fails. Mistakes alone are for `portail check` to say.
    """
    if options.preview and not has_room(options.preview):
        sys.stderr.write(say(options.lang, "review-folder", folder=options.preview))
        return REFUSED
    root = options.root.resolve()
    of_host = host_problems(root, os.environ)
    if has_errors(of_host):
        sys.stderr.write(as_text(of_host, options.lang))
        return ERRORS
    inputs = inputs_of(root)
    theme = host_theme(root, inputs)
    try:
        with progress_in(options.lang) as progress:
            checked = check_portal(root, inputs=inputs)
            order = BuildOrder(root=root, theme=theme, destination=theme.site_dir, progress=progress)
            with reviewed(order, options.base, host_theme) as found:
                return _told(options, found, checked, theme.site_url)
    except NoSuchVersion:
        sys.stderr.write(say(options.lang, "review-no-base", base=options.base))
    except PublishingStopped as stopped:
        sys.stderr.write(stopped.said(options.lang))
    return REFUSED


def _told(options: argparse.Namespace, found: Review, checked: Checked, site_url: str) -> int:
    if found.site is None:
        sys.stderr.write(as_text(found.published.problems, options.lang))
        return ERRORS
    if options.preview:
        folder: Path = options.preview
        preview = Preview(site=found.site, site_url=site_url, folder=folder, pages=shown(found.pages))
        preview.write(_words(options.lang))
    sys.stdout.write(as_markdown(found, checked, options.lang, previewed=options.preview is not None))
    return 0


def _words(lang: str) -> PreviewWords:
    return PreviewWords(
        lang=lang,
        title=say(lang, "preview-title"),
        notice=say(lang, "preview-notice"),
        how={how: say(lang, f"page-{how.value}") for how in How},
    )
