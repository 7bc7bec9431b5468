"""A value that is made often is what its dataclass says."""

import pickle
from dataclasses import dataclass, field, replace

import pytest

from site_builder.made_often import made_often


@made_often
@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """With and without values of its own."""

    name: str
    notes: list[str] = field(default_factory=list, compare=False)
    lang: str = "fr"


@made_often
@dataclass(frozen=True, slots=True)
class Placed:
    """By place."""

    path: str
    size: int = 0


@made_often
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Itself:
    """Equal to nothing else."""

    name: str


def test_it_is_made_like_any_other() -> None:
    assert Named(name="a") == Named(name="a", notes=["b"]) != Named(name="a", lang="en")
    assert Named(name="a").notes is not Named(name="a").notes
    assert hash(Named(name="a")) == hash(Named(name="a", notes=["b"]))
    assert repr(replace(Named(name="a"), lang="en")) == "Named(name='a', notes=[], lang='en')"
    assert Placed("a") == Placed("a", 0) == Placed(size=0, path="a")
    assert Itself(name="a") != Itself(name="a")


def test_it_can_be_kept() -> None:
    kept = pickle.dumps(Named(name="a", lang="en"))
    assert pickle.loads(kept) == Named(name="a", lang="en")  # noqa: S301 - our own


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "other": 1}])
def test_it_is_not_made_of_anything_else(wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        Named(**wrong)  # type: ignore[arg-type]


def test_it_has_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        Named(name="a").other = 1  # type: ignore[attr-defined]
