"""``portail build``. What a build is made with is loaded when one begins: that alone takes half a second."""

import argparse
import time

from site_builder.cli.loading import loaded
from site_builder.incremental.inputs import inputs_of


def build(options: argparse.Namespace) -> int:
    """Build and publish. Exit code 1 when the portal or its theme has errors, 3 when it cannot be published there."""
    started = time.monotonic()
    inputs = inputs_of(options.root.resolve())
    same = None
    if not options.counts:  # nothing is counted where nothing is done
        same = loaded("unchanged", "unchanged", own_process=options.own_process)(options, inputs)
    if same:
        code: int = loaded("telling", "tell_unchanged", own_process=options.own_process)(options, *same, started)
    else:
        code = loaded("building", "build_whole", own_process=options.own_process)(options, inputs, started)
    return code
