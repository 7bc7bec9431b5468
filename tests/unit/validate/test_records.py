from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import Field, StringConstraints

from site_builder.load.yaml_reader import read_yaml
from site_builder.model.values import (
    Day,
    Email,
    Flag,
    Frozen,
    LanguageKey,
    Localized,
    Position,
    Slug,
    Telephone,
    WebAddress,
)
from site_builder.validate.closest import closest
from site_builder.validate.records import validate_node

PATTERN = r"^\d{1,3} (days?|months?|years?)$"


class Inner(Frozen):
    name: str
    year: int | None = None


class Record(Frozen):
    """One field of every shape."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=20)] = "x"
    slug: Slug | None = None
    day: Day | None = None
    number: int | None = None
    size: Annotated[float, Field(ge=0)] | None = None
    share: Annotated[float, Field(ge=0, le=1)] | None = None
    most: Annotated[int, Field(le=5)] | None = None
    flag: Flag = False
    site: WebAddress | None = None
    call: Telephone | None = None
    mail: Email | None = None
    side: Literal["left", "right"] = "left"
    tags: tuple[str, ...] = ()
    parts: tuple[Slug, ...] = ()
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    some: Annotated[tuple[Inner, ...], Field(min_length=1)] = (Inner(name="x"),)
    label: Localized | None = None
    spot: Position | None = None
    every: Annotated[str, StringConstraints(pattern=PATTERN)] | None = None
    odd: Annotated[str, StringConstraints(pattern="^z$")] | None = None
    exact: Decimal | None = None
    code: LanguageKey | None = None


def complaints(text: str) -> list[tuple[str, int, int, object]]:
    node, problems = read_yaml(text, "a.yml")
    assert problems == []
    assert node is not None
    record, found = validate_node(Record, node)
    assert record is None
    for problem in found:  # every sentence finds its values
        for lang in ("fr", "en"):
            assert problem.message(lang)
            assert problem.fix(lang)
    return [(p.code, p.place.line, p.place.column, p.values.get("fixed")) for p in found]


@pytest.mark.parametrize(
    ("text", "code", "column", "fixed"),
    [
        ('title: ""', "empty-field", 8, "title: …"),
        ("title: [a, b]", "not-a-text", 8, 'title: "a, b"'),
        ("title: {a: b}", "not-a-text", 8, 'title: "b"'),
        ("title: {a: b, c: d}", "not-a-text", 8, 'title: "…"'),
        ("title: {a: [b]}", "not-a-text", 8, 'title: "…"'),
        ("title: []", "not-a-text", 8, 'title: "…"'),
        ("title: a long long long title", "too-long", 8, "title: …"),
        ("slug: Été", "bad-id", 7, "slug: ete"),
        ("slug: '!'", "bad-id", 7, "slug: …"),
        ("day: 1.9.2026", "bad-date", 6, "day: 2026-09-01"),
        ("day: 09/2026", "bad-date", 6, "day: 2026-09-01"),
        ("day: 20260901", "bad-date", 6, "day: 2026-09-01"),
        ("day: 31/02/2026", "bad-date", 6, "day: …"),
        ("day: 2026-02-31", "no-such-day", 6, "day: 2026-02-28"),
        ("day: 2026-13-01", "no-such-day", 6, "day: …"),
        ("day: 1", "bad-date", 6, "day: …"),
        ("day: [2026-01-01]", "bad-date", 6, "day: …"),
        ("number: 1,5", "bad-number", 9, "number: …"),
        ("number: 1.234", "bad-number", 9, "number: 1234"),
        ("number: 12.500", "bad-number", 9, "number: 12500"),
        ("number: 1.234.567", "bad-number", 9, "number: 1234567"),
        ("number: 12,500 habitants", "bad-number", 9, "number: 12500"),
        ("number: 22 109", "bad-number", 9, "number: 22109"),
        ("number: 1.9.2026", "bad-number", 9, "number: 2026"),
        ("number: 1.5", "bad-number", 9, "number: …"),
        ("number: 1e999", "bad-number", 9, "number: …"),
        ("number: 0x10", "bad-number", 9, "number: …"),
        ("size: 12,500", "bad-number", 7, "size: 12.500"),
        ("size: 1.234.567", "bad-number", 7, "size: …"),
        ("number: 3 rue", "bad-number", 9, "number: 3"),
        ("number: x", "bad-number", 9, "number: …"),
        ("number: [1]", "bad-number", 9, "number: …"),
        ("size: -1", "out-of-range", 7, "size: …"),
        ("share: 2", "out-of-range", 8, "share: …"),
        ("most: 6", "out-of-range", 7, "most: …"),
        ("share: nan", "out-of-range", 8, "share: …"),
        ("flag: Oui", "bad-boolean", 7, "flag: true"),
        ("flag: jamais", "bad-boolean", 7, "flag: false"),
        ("site: http://", "bad-url", 7, "site: https://…"),
        ("site: //x.fr/a", "bad-url", 7, "site: https://x.fr/a"),
        ("site: ftp://x.fr", "bad-url", 7, "site: https://x.fr"),
        ("call: 1", "bad-telephone", 7, "call: …"),
        ("mail: a@b", "bad-email", 7, "mail: …"),
        ("side: gauche", "bad-choice", 7, "side: …"),
        ("side: Right", "bad-choice", 7, "side: right"),
        ("tags: a b", "not-a-list", 7, "tags: [a b]"),
        ("tags: 'a: b'", "not-a-list", 7, 'tags: ["a: b"]'),
        ("tags: {a: b}", "not-a-list", 7, "tags: […]"),
        ("tags: [a, [b]]", "not-a-text", 11, '"b"'),
        ("parts: [a, É]", "bad-id", 12, "e"),
        ("inner: x", "not-a-mapping", 8, "inner: {name: x}"),
        ("inner: {year: 1}", "missing-field", 8, "name: …"),
        ("inners: INSEE", "not-a-list", 9, "inners: [{name: INSEE}]"),
        ("inners: [x]", "not-a-mapping", 10, "{name: x}"),
        ("some: []", "empty-list", 7, "some: [{name: …}]"),
        ("some: [x]", "not-a-mapping", 8, "{name: x}"),
        ("label: {}", "empty-list", 8, "label: {fr: …, en: …}"),
        ("label: ''", "empty-field", 8, "label: {fr: …, en: …}"),
        ("label: {fr: ''}", "empty-field", 13, "fr: …"),
        ("label: {fr: [a]}", "not-a-text", 13, 'fr: "a"'),
        ("label: {FR: a}", "bad-language", 9, "{fr: …, en: …}"),
        ("code: FR", "bad-language", 7, "code: fr"),
        ("code: pt_BR", "bad-language", 7, "code: pt-BR"),
        ("code: français", "bad-language", 7, "code: …"),
        ("label: [a]", "not-a-mapping", 8, "label: {fr: …, en: …}"),
        ("spot: 44,5 -1,2", "not-a-mapping", 7, "spot: {latitude: 44.5, longitude: -1.2}"),
        ("spot: [44.5]", "not-a-mapping", 7, "spot: {latitude: …, longitude: …}"),
        ("every: 6 mois", "bad-duration", 8, "every: 6 months"),
        ("odd: y", "bad-value", 6, "odd: …"),
        ("exact: y", "bad-value", 8, "exact: …"),
        ("titel: x", "unknown-field", 1, "title: x"),
        ("titel: 'x'", "unknown-field", 1, 'title: "x"'),
        ("titel:\n  a: b", "unknown-field", 1, "title:"),
        ("tag: [a, 'b: c']", "unknown-field", 1, 'tags: [a, "b: c"]'),
        ("sluggy: x\nslug: y", "unexpected-field", 1, None),
        ("inner: {name: x, yeer: 1}", "unknown-field", 18, "year: 1"),
        ("inner: {name: x, zzzz: 1}", "unexpected-field", 18, None),
        ("inner: {name: x, title: 1}", "misplaced-field", 18, "title: 1"),
        ("title: y\ninner: {name: x, title: 1}", "unexpected-field", 18, None),
        ("inners: [{name: x}, {name: y, flag: true}]", "misplaced-field", 31, "flag: true"),
    ],
)
def test_complaints(text: str, code: str, column: int, fixed: str | None) -> None:
    lines = len(text.split("\n"))
    line = 1 if code in {"unknown-field", "not-a-mapping"} or text.startswith(("titel", "sluggy")) else lines
    assert complaints(text) == [(code, line, column, fixed)]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("size: -1", "≥ 0"),
        ("share: 2", "0 … 1"),
        ("most: 6", "≤ 5"),
        ("spot: {latitude: 91, longitude: 0}", "-90 … 90"),
    ],
)
def test_limits_are_told(text: str, limits: str) -> None:
    node, _ = read_yaml(text, "a.yml")
    assert node is not None
    _, problems = validate_node(Record, node)
    assert problems[0].values["limits"] == limits


def test_everything_is_said_at_once() -> None:
    text = "title: ''\nslug: É\nday: x\ntags: x\nzzz: 1\ninners:\n  - {}\n  - {year: x}"
    assert [(code, line) for code, line, _, _ in complaints(text)] == [
        ("unexpected-field", 5),
        ("empty-field", 1),
        ("bad-id", 2),
        ("bad-date", 3),
        ("not-a-list", 4),
        ("missing-field", 7),
        ("missing-field", 8),
        ("bad-number", 8),
    ]


def test_a_missing_field_that_was_misspelt_is_said_once() -> None:
    node, _ = read_yaml("nom: x", "a.yml")
    assert node is not None
    _, problems = validate_node(Inner, node)
    assert [(p.code, p.values["fixed"]) for p in problems] == [("unknown-field", "name: x")]


def test_long_values_are_shortened() -> None:
    node, _ = read_yaml("slug: " + "É" * 500, "a.yml")
    assert node is not None
    _, problems = validate_node(Record, node)
    assert problems[0].values["written"] == "É" * 119 + "…"


@pytest.mark.parametrize(("text", "fixed"), [("x", "name: …"), ("[a]", "name: …")])
def test_a_record_that_is_none(text: str, fixed: str) -> None:
    node, _ = read_yaml(text, "a.yml")
    assert node is not None
    record, problems = validate_node(Inner, node)
    assert record is None
    assert [(p.code, p.values["fixed"]) for p in problems] == [("not-a-mapping", fixed)]
    assert validate_node(Localized, node)[1][0].values["fixed"] == "{fr: …, en: …}"


def test_a_record_that_is_right() -> None:
    text = (
        "slug: a-b\nday: 2026-01-02\nsize: 1.5\nflag: true\nsite: https://x.fr/\ncall: 15\nmail: a@b.fr\n"
        "spot: {latitude: 1, longitude: 2}\ntitle:\n"
    )
    node, _ = read_yaml(text, "a.yml")
    assert node is not None
    record, problems = validate_node(Record, node)
    assert problems == []
    assert record == Record(
        slug="a-b",
        day=date(2026, 1, 2),
        size=1.5,
        flag=True,
        site="https://x.fr/",
        call="15",
        mail="a@b.fr",
        spot=Position(latitude=1, longitude=2),
    )


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("sumary", ["summary", "slug"], "summary"),
        ("SUMMARY", ["summary"], "summary"),
        ("Town Hall", ["town-hall"], "town-hall"),
        ("résumé", ["summary"], "summary"),
        ("titre", ["title"], "title"),
        ("Téléphone", ["telephone"], "telephone"),
        ("site web", ["website"], "website"),
        ("nature", ["natural-heritage", "economy"], "natural-heritage"),
        ("eco", ["economy"], "economy"),
        ("zzz", ["economy"], None),
        ("", ["economy"], None),
        ("economy", [], None),
        ("cafe", ["café", "cafe"], "cafe"),
        ("x" * 100_000, ["economy"], None),
    ],
)
def test_closest(word: str, known: list[str], expected: str | None) -> None:
    assert closest(word, known) == expected
