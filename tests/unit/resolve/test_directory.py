"""The three honest answers (F13)."""

from datetime import date

import pytest

from site_builder.model.contact import Absence, Contact
from site_builder.model.guide import Role
from site_builder.model.territory import Territory
from site_builder.model.values import Localized
from site_builder.resolve.directory import Answer, CheckedAbsent, ContactDirectory, Known, NotRecorded
from site_builder.resolve.territories import Territories

TERRITORIES = Territories(
    [
        Territory(code="R", level="region", name="R"),
        Territory(code="D", level="departement", name="D", parents=("R",)),
        Territory(code="E", level="epci", name="E", parents=("D",)),
        Territory(code="C", level="commune", name="C", parents=("E",)),
        Territory(code="Z", level="commune", name="Z", parents=("R",)),
    ],
    ("region", "departement", "epci", "commune"),
)
ROLES = ("town-hall", "childcare", "health-centre", "tourist-office", "job-centre")


def contact(role: str, *covers: str) -> Contact:
    return Contact(id=f"{role}-{covers[0].lower()}", role=role, covers=covers, name=Localized({"fr": role}))


def absence(role: str, *covers: str) -> Absence:
    return Absence(role=role, covers=covers, checked_by=Localized({"fr": "la mairie"}), checked_on=date(2026, 2, 1))


DIRECTORY = ContactDirectory(
    contacts=[
        contact("town-hall", "C"),
        contact("childcare", "E", "Z"),
        contact("health-centre", "R"),
        contact("health-centre", "D"),
        contact("tourist-office", "R"),
    ],
    absences=[
        absence("childcare", "C"),
        absence("health-centre", "E"),
        absence("tourist-office", "R"),
        absence("job-centre", "D"),
    ],
    roles=[Role(id=role, title=Localized({"fr": role})) for role in ROLES],
    territories=TERRITORIES,
)


def said(answer: Answer) -> str:
    match answer:
        case Known():
            return f"known: {answer.contact.id}, for {answer.scale}"
        case CheckedAbsent():
            nearest = f"{answer.nearest.contact.id}, for {answer.nearest.scale}" if answer.nearest else "none"
            return f"absent in {answer.scale}, nearest: {nearest}"
        case NotRecorded():
            return f"not recorded: {answer.role.id}"


@pytest.mark.parametrize(
    ("role", "code", "answer"),
    [
        ("town-hall", "C", "known: town-hall-c, for C"),
        ("town-hall", "E", "not recorded: town-hall"),  # nothing is inherited from below
        ("town-hall", "Z", "not recorded: town-hall"),
        ("childcare", "C", "absent in C, nearest: childcare-e, for E"),
        ("childcare", "E", "known: childcare-e, for E"),
        ("childcare", "Z", "known: childcare-e, for Z"),
        ("childcare", "D", "not recorded: childcare"),
        ("health-centre", "C", "absent in E, nearest: health-centre-d, for D"),
        ("health-centre", "D", "known: health-centre-d, for D"),
        ("health-centre", "Z", "known: health-centre-r, for R"),
        ("tourist-office", "C", "known: tourist-office-r, for R"),  # somebody found one since it was checked
        ("job-centre", "C", "absent in D, nearest: none"),
        ("job-centre", "R", "not recorded: job-centre"),
    ],
)
def test_the_nearest_record_upwards_decides(role: str, code: str, answer: str) -> None:
    assert said(DIRECTORY.answer(role, code)) == answer


@pytest.mark.parametrize(
    ("role", "code", "own"),
    [("childcare", "E", "childcare-e"), ("childcare", "C", None), ("health-centre", "C", None)],
)
def test_a_territory_s_own_contact(role: str, code: str, own: str | None) -> None:
    found = DIRECTORY.own(role, code)
    assert (found.id if found else None) == own


TREE = Territories(
    [
        Territory(code="R", level="region", name="R"),
        Territory(code="E", level="epci", name="E", parents=("R",)),
        Territory(code="F", level="epci", name="F", parents=("R",), seat="Z"),
        Territory(code="G", level="epci", name="G", parents=("R",)),
        Territory(code="C", level="commune", name="C", parents=("E",), population=10),
        Territory(code="D", level="commune", name="D", parents=("E",), population=20),
        Territory(code="Y", level="commune", name="Y", parents=("F",)),
        Territory(code="Z", level="commune", name="Z", parents=("F",)),
        Territory(code="N", level="commune", name="N", parents=("G",)),
    ],
    ("region", "epci", "commune"),
)
FIRST = ContactDirectory(
    contacts=[
        contact("town-hall", "C"),
        contact("town-hall", "D"),
        contact("town-hall", "Z"),
        contact("concierge", "E"),
        contact("childcare", "R"),
    ],
    absences=[absence("concierge", "D"), absence("concierge", "F"), absence("town-hall", "N")],
    roles=[Role(id=role, title=Localized({"fr": role})) for role in ("childcare", "concierge", "town-hall")],
    territories=TREE,
    first_contacts=("concierge", "town-hall", "concierge", "unknown"),
)


def named(role: Role, answer: Answer) -> str:
    found = f"{answer.contact.id}, for {answer.scale}" if isinstance(answer, Known) else said(answer)
    return f"{role.id}: {found}"


@pytest.mark.parametrize(
    ("code", "first", "recorded", "unrecorded", "silent"),
    [
        # The intercommunality's concierge answers for its communes; the town hall is the first of the others.
        (
            "C",
            "concierge: concierge-e, for E",
            ["town-hall: town-hall-c, for C", "childcare: childcare-r, for R"],
            [],
            [],
        ),
        (
            "E",
            "concierge: concierge-e, for E",
            ["town-hall: town-hall-d, for D", "childcare: childcare-r, for R"],  # its largest member's
            [],
            [],
        ),
        # Checked absent: the town hall, and the absence is said.
        (
            "D",
            "town-hall: town-hall-d, for D",
            ["concierge: absent in D, nearest: concierge-e, for E", "childcare: childcare-r, for R"],
            [],
            [],
        ),
        (
            "F",
            "town-hall: town-hall-z, for Z",
            ["concierge: absent in F, nearest: none", "childcare: childcare-r, for R"],
            [],
            [],
        ),
        ("Y", "", ["concierge: absent in F, nearest: none", "childcare: childcare-r, for R"], ["town-hall"], []),
        # Nobody recorded a concierge: nothing is said of it, even where no town hall is recorded either.
        ("R", "", ["childcare: childcare-r, for R"], ["town-hall"], ["concierge"]),
        ("N", "", ["town-hall: absent in N, nearest: none", "childcare: childcare-r, for R"], [], ["concierge"]),
    ],
)
def test_whom_to_call_first(
    code: str, first: str, recorded: list[str], unrecorded: list[str], silent: list[str]
) -> None:
    answers = FIRST.answers(code)
    assert (named(*answers.first) if answers.first else "") == first
    assert [named(role, answer) for role, answer in answers.recorded] == recorded
    assert [role.id for role in answers.unrecorded] == unrecorded
    assert [role.id for role in answers.silent] == silent


def test_a_portal_that_names_no_first_contact_has_none() -> None:
    answers = DIRECTORY.answers("C")
    assert answers.first is None
    assert [role.id for role, _ in answers.recorded] == [
        "town-hall",
        "childcare",
        "health-centre",
        "tourist-office",
        "job-centre",
    ]
    assert (answers.unrecorded, answers.silent) == ((), ())


def test_who_holds_a_role_and_which_are_somewhere_absent() -> None:
    assert {code: found.id for code, found in FIRST.holders("town-hall").items()} == {
        "C": "town-hall-c",
        "D": "town-hall-d",
        "Z": "town-hall-z",
    }
    assert dict(FIRST.holders("welcome-house")) == {}
    assert FIRST.absent_roles == ("concierge", "town-hall")
