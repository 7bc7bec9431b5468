"""A value whose fields are parts is used as any other of its kind."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from site_builder.incremental.former import Former
from site_builder.incremental.parts import Holder, Memory, part
from site_builder.incremental.watched import changed, settled, split, watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is known of a place."""

    name: str
    people: int

    @property
    def said(self) -> str:
        return f"{self.name}: {self.people}"


class Counting(Holder):
    """How that is worked out."""

    name = "Dax"

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory, "place")
        self.counted = 0

    @part
    def people(self) -> int:
        self.counted += 1
        return 20_000


class Nameless(Holder):
    """What lacks a name."""

    @part
    def people(self) -> int:
        return 0


def test_it_is_a_value_of_its_kind_and_reads_a_field_when_it_is_asked_for() -> None:
    memory = Memory()
    counting = Counting(memory)
    place = watched(Place, counting)
    assert isinstance(place, Place)
    assert (place.name, counting.counted) == ("Dax", 0)
    with memory.watching() as asked:
        assert (place.said, place.said, counting.counted) == ("Dax: 20000", "Dax: 20000", 1)
    assert asked == {"place.people"}


def test_another_one_made_of_it_is_an_ordinary_one() -> None:
    place = replace(watched(Place, Counting(Memory())), name="Mont-de-Marsan")
    assert place == Place(name="Mont-de-Marsan", people=20_000)
    assert type(place) is Place


def test_one_that_is_settled_has_worked_out_what_nobody_kept_and_reads_each_field_once() -> None:
    memory = Memory()
    counting = Counting(memory)
    place = settled(watched(Place, counting))
    assert isinstance(place, Place)
    assert counting.counted == 1
    with memory.watching() as asked:
        assert place.said == "Dax: 20000"
    assert asked == set()
    counting.name = "Mont-de-Marsan"
    assert place.said == "Dax: 20000"


def test_of_what_a_former_build_kept_a_settled_one_reads_what_is_looked_at() -> None:
    memory = Memory({})
    assert Counting(memory).people == 20_000
    read: list[bytes] = []
    former = memory.kept()["place.people"]

    def value() -> bytes | None:
        read.append(b"")
        return former.value() if former.value else None

    later = Counting(Memory({}, {"place.people": replace(former, value=value)}))
    place = settled(watched(Place, later))
    assert read == []
    other = changed(place, name="Mont-de-Marsan")
    assert (other.name, place.name, read) == ("Mont-de-Marsan", "Dax", [])
    assert [other.people, other.people, place.people] == [20_000] * 3
    assert (later.counted, len(read)) == (0, 1)
    assert changed(Place(name="Dax", people=1), people=2) == Place(name="Dax", people=2)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(AttributeError, match="Nameless has no name for Place"):
        watched(Place, Nameless(Memory(), "place"))
    with pytest.raises(TypeError, match="the fields of this Place are parts"):
        pickle.dumps(watched(Place, Counting(Memory())))


def test_a_value_that_is_split_is_known_by_each_of_its_fields() -> None:
    def build(people: int, former: Mapping[str, Former] | None = None) -> tuple[Place, Memory]:
        memory = Memory({"people": str(people)}, former)

        def count() -> Place:
            memory.read("people")
            return Place(name="Dax", people=people)

        return split(Place, memory, "place", count), memory

    place, memory = build(20_000)
    assert place.said == "Dax: 20000"
    again, later = build(20_001, memory.kept())
    assert (again.name, again.people) == ("Dax", 20_001)
    names = ("place.name", "place.people")
    assert [later.fingerprint(name) == memory.fingerprint(name) for name in names] == [True, False]
