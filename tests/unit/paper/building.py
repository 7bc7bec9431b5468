"""Builds with paper in a process of its own: one that has called Typst has threads, and tests after it could not fork.

``python -m tests.unit.paper.building ROOT SITE_URL JOBS [leave-out] [alone]`` publishes into ROOT/site and says on one
line of JSON how that went;
``leave-out``: without what has mistakes; ``alone``: as where processes cannot be forked; ``2/5``: that part of the
site; ``2026-12-24``: on that day.
"""

import json
import multiprocessing
import re
import sys
from datetime import date
from pathlib import Path

from site_builder.incremental.inputs import inputs_of
from site_builder.leaving_out.stage import publish_without_mistakes
from site_builder.order import BuildOrder
from site_builder.pipeline import publish_site
from site_builder.shard import shard_written
from tests.conftest import TODAY, engine_theme
from tests.unit.paper.printing import said

DAY = re.compile(r"\d{4}-\d\d-\d\d")

if __name__ == "__main__":
    root, site_url, jobs, *how = sys.argv[1:]
    today = date.fromisoformat(how.pop()) if how and DAY.fullmatch(how[-1]) else TODAY
    leave_out = how[:1] == ["leave-out"]
    how = how[leave_out:]
    if how == ["alone"]:
        multiprocessing.get_all_start_methods = lambda: ["spawn"]
    site = Path(root) / "site"
    order = BuildOrder(
        root=Path(root),
        theme=engine_theme(site, site_url),
        destination=site,
        paper=True,
        jobs=int(jobs),
        today=today,
        inputs=inputs_of(Path(root)),
        shard=shard_written(how[0]) if how else None,
    )
    built = publish_without_mistakes(order).built if leave_out else publish_site(order)
    sys.stdout.write(json.dumps({"failed": built.failed, "problems": said(list(built.problems)), "files": built.files}))
