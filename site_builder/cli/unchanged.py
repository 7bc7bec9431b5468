"""A build that would make the same again: it is known before the host is started or the core is loaded."""

import argparse
from pathlib import Path

from site_builder.cli.destination import destination_of
from site_builder.cli.host import former_theme
from site_builder.incremental.inputs import Inputs, order_fingerprint
from site_builder.publish.made import Made, same_again


def unchanged(options: argparse.Namespace, inputs: Inputs) -> tuple[Made, Path] | None:
    """What is published, and where, if the same order would publish the same; None where something is to be done."""
    root = options.root.resolve()
    theme = former_theme(root, inputs)
    if theme is None:
        return None
    live = destination_of(options, theme)
    order = order_fingerprint(inputs, paper=options.with_paper, served=False, shard=options.shard)
    made = same_again(order, live)
    return (made, live) if made else None
