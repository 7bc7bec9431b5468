"""``portail build``. What a build is made with is loaded when one begins: that alone takes half a second."""

import argparse
import sys
import time

from site_builder.cli.loading import loaded
from site_builder.cli.words import say
from site_builder.incremental.inputs import inputs_of

NOT_WRITTEN = 3


def build(options: argparse.Namespace) -> int:
    """Build and publish. Exit code 1 when the portal or its theme has errors, 3 when it cannot be published there."""
    started = time.monotonic()
    inputs = inputs_of(options.root.resolve())
    same = None
    if options.counts:
        if not _can_be_written(options):
            return NOT_WRITTEN
    else:  # nothing is counted where nothing is done
        same = loaded("unchanged", "unchanged", own_process=options.own_process)(options, inputs)
    if same:
        code: int = loaded("telling", "tell_unchanged", own_process=options.own_process)(options, *same, started)
    else:
        code = loaded("building", "build_whole", own_process=options.own_process)(options, inputs, started)
    return code


def _can_be_written(options: argparse.Namespace) -> bool:
    """Whether the file of counts can: asked before the build, because after it the site would be published."""
    try:
        options.counts.open("a", encoding="utf-8").close()
    except OSError as error:
        sys.stderr.write(say(options.lang, "counts-not-written", path=options.counts, error=error.strerror or error))
        return False
    return True
