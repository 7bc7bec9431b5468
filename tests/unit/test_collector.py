"""The collector rests inside, and is afterwards what it was before."""

import gc

import pytest

from site_builder.collector import collect_no_more, collector_paused


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was_found(enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with collector_paused():
            inside = gc.isenabled()
        assert (inside, gc.isenabled()) == (False, enabled)
    finally:
        (gc.enable if before else gc.disable)()


def test_an_error_wakes_it_as_well() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError), collector_paused():
        raise KeyError
    assert gc.isenabled()


def test_a_pause_does_not_wake_what_has_ended() -> None:
    try:
        collect_no_more()
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
