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
    return Absence(role=role, covers=covers, checked_by="la mairie", checked_on=date(2026, 2, 1))


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
