"""What is asked for by name while something is made is known to whoever made it."""

from site_builder.incremental.asking import Asking, Heard


def test_who_notes_hears_what_is_asked_meanwhile() -> None:
    asking = Asking()
    asking.ask(("before",))
    with asking.noting() as outer:
        asking.ask(("one", "two"))
        with asking.noting() as inner:
            asking.ask(("three",))
        asking.ask(("four",))
    asking.ask(("after",))
    assert (outer, inner) == ({"one", "two", "four"}, {"three"})


def test_a_mapping_says_what_is_looked_up_in_it_there_or_not() -> None:
    asking = Asking()
    heard = Heard({1: "a", 2: "b"}, asking.ask, "number {}".format)
    with asking.noting() as asked:
        assert (heard[1], heard.get(3), len(heard)) == ("a", None, 2)
    assert asked == {"number 1", "number 3"}
    with asking.noting() as asked:
        assert dict(heard) == {1: "a", 2: "b"}
    assert asked == {"number 1", "number 2"}
