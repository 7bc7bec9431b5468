"""Whatever becomes of entries and territories, what was ever published leads there, once what is printed is pasted."""

import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.cli.main import main
from tests.conftest import PortalFolder
from tests.unit.plan.changing import (
    Change,
    begin_again,
    changes,
    delete,
    hide,
    merge_territories,
    move,
    new_world,
    publish,
    rename,
    rename_territory,
    split,
)
from tests.unit.plan.reading_back import Link, links, why_lost

MANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
AT_LEAST: list[Change] = [
    partial(rename, name="dune", word="un"),
    partial(rename, name="dune", word="deux"),
    partial(rename, name="lac", word="un"),
    partial(split, name="ecole", word="un"),
    partial(move, name="bus", territory="hameau"),
    partial(hide, name="lac", status="archived"),
    partial(delete, name="fete"),
    partial(delete, name="dune"),
    begin_again,
    partial(rename_territory, code="hameau", word="un"),
    merge_territories,
]


def test_what_was_ever_published_leads_there() -> None:
    _always(AT_LEAST)


@pytest.mark.long
@MANY
@given(steps=st.lists(changes, min_size=6, max_size=14))
def test_it_does_after_many_changes(steps: list[Change]) -> None:
    _always(steps)


def _always(steps: list[Change]) -> None:
    """Each step is built and read as readers do, then written down as a release does."""
    with tempfile.TemporaryDirectory() as root:
        folder = PortalFolder(Path(root))
        world = new_world(folder)
        ever: set[Link] = set()
        for change in (lambda _: None, *steps):
            world = publish(folder, world, change)
            assert not folder.build().failed
            assert main(["ledger", "--root", root]) == 0
            ever |= {*links(folder, world)}
            lost = {link: why for link in sorted(ever) if (why := why_lost(folder, world, link))}
            assert lost == {}, lost
